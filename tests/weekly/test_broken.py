"""What is broken of one athlete costs that athlete a note, and nobody else anything."""

from pathlib import Path

import pytest

from footfall.workflow import member_week
from tests.cli.conftest import Cli
from tests.weekly.made import AS_OF, athlete, diary, log, steady


@pytest.fixture
def squad(tmp_path: Path) -> Path:
    """Ada, and Ben of whom something will be broken."""
    for name in ("ada", "ben"):
        log(athlete(tmp_path / "squad" / name, name=name.title()), steady())
    return tmp_path / "squad"


def told(cli: Cli, squad: Path) -> tuple[int, str]:
    """Exit code, and what is said, on one line."""
    outcome = cli("weekly", squad, "-o", squad.parent / "out", "--as-of", AS_OF)
    return outcome.code, " ".join(f"{outcome.out} {outcome.err}".split())


def test_a_broken_file_is_named_and_its_athlete_has_her_other_runs(cli: Cli, squad: Path) -> None:
    (squad / "ben" / "broken.fit").write_bytes(b"\x0e\x10\xd9\x07\x00\x01\x00\x00.FIT" + bytes(300))
    code, said = told(cli, squad)
    assert code == 1
    assert "2 athletes, 2 ran: 6 runs, 48 km." in said
    assert "Ben 1 file could not be read: broken.fit." in said


def test_of_many_broken_files_the_first_are_named(cli: Cli, squad: Path) -> None:
    for number in range(5):
        (squad / "ben" / f"broken-{number}.fit").write_bytes(b"\x0e\x10\xd9\x07\x00\x01\x00\x00.FIT" + bytes(300 + number))
    assert "5 files could not be read: broken-0.fit, broken-1.fit, broken-2.fit and 2 more." in told(cli, squad)[1]


def test_cells_of_a_diary_are_counted_and_not_quoted(cli: Cli, squad: Path) -> None:
    diary(squad / "ben", ["2026-11-10,a lot,,low_back,,,,", "2026-11-11,much,,low_back,,,,"])
    code, said = told(cli, squad)
    assert code == 1
    assert "2 rows or cells of the diary could not be read. footfall diary check names each: ben/diary.csv" in said
    assert "a lot" not in said


def test_a_diary_that_is_no_table_costs_the_diary(cli: Cli, squad: Path) -> None:
    (squad / "ben" / "diary.csv").write_bytes(b"\x00\xff\xfe" * 100)
    code, said = told(cli, squad)
    assert code == 1
    assert "Ben The diary could not be read" in said
    assert "2 ran" in said


def test_an_athlete_file_that_cannot_be_used_costs_what_it_would_say(cli: Cli, squad: Path) -> None:
    (squad / "ben" / "athlete.toml").write_text("share = pain\n")
    code, said = told(cli, squad)
    assert code == 1
    assert "2 ran" in said
    assert "Until it is put right nothing of it is used, and no flag is shown." in said


def test_a_fault_of_ours_costs_one_athlete(cli: Cli, squad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = member_week.week_flags

    def falters(*args: object) -> object:
        if falters.calls == 0:  # type: ignore[attr-defined]
            falters.calls = 1  # type: ignore[attr-defined]
            raise ZeroDivisionError
        return whole(*args)  # type: ignore[arg-type]

    falters.calls = 0  # type: ignore[attr-defined]
    monkeypatch.setattr(member_week, "week_flags", falters)
    code, said = told(cli, squad)
    assert code == 1
    assert "2 athletes, 1 ran" in said
    assert "a fault of its own here (ZeroDivisionError" in said


def test_nobody_with_a_run_is_exit_code_3_and_writes_nothing(cli: Cli, tmp_path: Path) -> None:
    athlete(tmp_path / "squad" / "ada")
    code, said = told(cli, tmp_path / "squad")
    assert code == 3
    assert "no page was written" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("where", ["squad", "squad/ada", "squad/ada/pages"])
def test_pages_do_not_go_among_run_files(cli: Cli, squad: Path, where: str) -> None:
    outcome = cli("weekly", squad, "-o", squad.parent / where, "--as-of", AS_OF)
    assert outcome.code == 2
    assert "Name another folder" in outcome.err


def test_a_file_of_somebody_else_stays(cli: Cli, squad: Path) -> None:
    out = squad.parent / "out"
    out.mkdir()
    (out / "squad.csv").write_text("mine\n")
    outcome = cli("weekly", squad, "-o", out, "--as-of", AS_OF)
    assert outcome.code == 2
    assert (out / "squad.csv").read_text() == "mine\n"
    assert cli("weekly", squad, "-o", out, "--as-of", AS_OF, "--force").code == 0


def test_a_second_run_replaces_what_the_first_wrote_and_gives_the_same_bytes(cli: Cli, squad: Path) -> None:
    out = squad.parent / "out"
    read = []
    for _ in range(2):
        assert cli("weekly", squad, "-o", out, "--as-of", AS_OF).code == 0
        read.append({path.relative_to(out): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()})
    assert read[0] == read[1]


def test_workers_and_the_library_give_the_same_bytes(cli: Cli, tmp_path: Path) -> None:
    squad = tmp_path / "squad"
    for number in range(8):
        log(athlete(squad / f"runner-{number}", name=f"Runner {number}"), steady(km=8.0 + number))
    read = []
    for number, more in enumerate(
        (("--jobs", "1"), ("--jobs", "2"), ("--library", tmp_path / "lib"), ("--library", tmp_path / "lib"))
    ):
        out = tmp_path / f"out-{number}"
        assert cli("weekly", squad, "-o", out, "--as-of", AS_OF, *more).code == 0
        read.append({path.relative_to(out): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()})
    assert read[0] == read[1] == read[2] == read[3]


def test_two_athletes_of_one_name_are_told_apart(cli: Cli, tmp_path: Path) -> None:
    for name in ("ada", "other"):
        log(athlete(tmp_path / "squad" / name, name="Ada"), steady())
    said = told(cli, tmp_path / "squad")[1]
    assert "Ada (ada)" in said
    assert "Ada (other)" in said


def test_without_a_name_for_the_folder_it_is_called_after_the_week(cli: Cli, squad: Path) -> None:
    outcome = cli("weekly", squad, "--as-of", AS_OF)
    assert outcome.code == 0
    assert (Path.cwd() / "footfall-2026-W46" / "squad.csv").is_file()
