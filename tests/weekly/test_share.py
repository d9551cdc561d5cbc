"""What an athlete does not share stands in nothing that `weekly` writes or says."""

import csv
import io
from pathlib import Path

import pytest

from footfall.findings import DEEP_RULES
from footfall.model.athlete import Share
from footfall.model.diary import RED_FLAGS
from footfall.wording import say
from footfall.workflow.week_flags import SHARED_FROM
from tests.cli.conftest import Cli
from tests.weekly.made import AS_OF, athlete, diary, log, steady

CODES = {*RED_FLAGS, *(say(f"flag.{code}.name") for code in RED_FLAGS)}
NOTES = {"Kilimanjaro", "cannot lift my foot", "Kestrel"}
QUALITIES = {"electric"}
SCORES = {"7.5", "17.3"}
SITES = {"buttock", "low_back", "low back"}

HIDDEN = {
    Share.NONE: CODES | NOTES | QUALITIES | SCORES | SITES | {"F2", "Q1", "P1", "P6"},
    Share.FLAGS: CODES | NOTES | QUALITIES | SCORES | SITES | {"P1", "P6"},
    Share.PAIN: CODES | NOTES | QUALITIES | {"P6"},
    Share.ALL: set(),
}
SHOWN = {
    Share.NONE: {"24.0"},
    Share.FLAGS: {"24.0", "asked to seek care, F2"},
    Share.PAIN: {"24.0", "asked to seek care, F2", "7.5", "17.3", "buttock"},
    Share.ALL: {"24.0", say("flag.leg_weakness.name"), "7.5", "17.3", "buttock"},
}


def squad(folder: Path, share: Share) -> Path:
    """One athlete whose diary says much, with a cell that cannot be read."""
    ada = log(athlete(folder / "squad" / "ada", name="Ada", share=share.value), steady())
    diary(
        ada,
        [
            "2026-11-05,5,16,low_back,4,ache,,",
            "2026-11-10,7.5,17.3,low_back;buttock,4,electric,leg_weakness,Kilimanjaro",
            "2026-11-12,7,17,buttock;calf,4,electric;shooting,,cannot lift my foot",
            "2026-11-15,Kestrel hurt,none,low_back,,,,",
        ],
    )
    return folder / "squad"


def everything(cli: Cli, folder: Path, share: Share) -> dict[str, str]:
    """All that is written, and all that is said, by name; words of the pages' own are the same in every one."""
    out = folder / "out"
    told = cli("weekly", squad(folder, share), "-o", out, "--as-of", AS_OF)
    files = {str(path.relative_to(out)): path.read_text(encoding="utf-8") for path in out.rglob("*") if path.is_file()}
    assert {"squad.csv", "squad.html", "squad.md"} <= files.keys()
    return {**files, "standard output": told.out, "standard error": told.err}


@pytest.mark.parametrize("share", Share)
def test_nothing_that_is_not_shared_is_written_or_said(cli: Cli, tmp_path: Path, share: Share) -> None:
    for name, text in everything(cli, tmp_path, share).items():
        leaked = {word for word in HIDDEN[share] if word in text}
        assert not leaked, f"{name} tells {leaked}"


@pytest.mark.parametrize("share", Share)
def test_what_is_shared_is_there(cli: Cli, tmp_path: Path, share: Share) -> None:
    told = everything(cli, tmp_path, share)
    whole = "\n".join(told.values())
    assert {word for word in SHOWN[share] if word not in whole} == set()


def test_pages_of_one_who_shares_nothing_are_the_same_whatever_she_feels(cli: Cli, tmp_path: Path) -> None:
    """Not a word, not a number, not a colour depends on the diary; the digest of the inputs is over the runs alone then."""
    with_diary = everything(cli, tmp_path / "one", Share.NONE)
    (tmp_path / "one" / "squad" / "ada" / "diary.csv").write_text("date,pain_max\n2026-11-10,0\n")
    out = tmp_path / "one" / "out"
    told = cli("weekly", tmp_path / "one" / "squad", "-o", out, "--as-of", AS_OF)
    without = {str(path.relative_to(out)): path.read_text(encoding="utf-8") for path in out.rglob("*") if path.is_file()}
    assert {name: text for name, text in with_diary.items() if not name.startswith("standard")} == without
    assert told.out == with_diary["standard output"]


def test_a_run_followed_by_pain_is_no_more_pressing_where_pain_is_not_shared(cli: Cli, tmp_path: Path) -> None:
    worst = {}
    for share in (Share.FLAGS, Share.PAIN):
        folder = tmp_path / share.value / "squad"
        ada = log(athlete(folder / "ada", share=share.value), steady() | {max(steady()): 10.0})
        diary(ada, [f"{max(steady())},6,,low_back,,,,"])
        cli("weekly", folder, "-o", folder.parent / "out", "--as-of", AS_OF)
        (row,) = csv.DictReader(io.StringIO((folder.parent / "out" / "squad.csv").read_text()))
        worst[share] = (row["flags"], row["worst_severity"])
    assert worst == {Share.FLAGS: ("", ""), Share.PAIN: ("R1", "notice")}


def test_for_every_rule_it_is_settled_from_which_share_on_it_is_named() -> None:
    assert SHARED_FROM.keys() == {rule.code for rule in DEEP_RULES}
    assert Share.NONE not in SHARED_FROM.values()


def flags_page(cli: Cli, folder: Path, rows: list[str]) -> str:
    """What `weekly` says of one athlete who shares everything, on one line."""
    diary(log(athlete(folder / "squad" / "ada", name="Ada", share="all"), steady()), rows)
    return " ".join(cli("weekly", folder / "squad", "-o", folder / "out", "--as-of", AS_OF).out.split())


def test_a_cell_that_cannot_be_read_hides_no_sign_that_was_ticked(cli: Cli, tmp_path: Path) -> None:
    told = flags_page(cli, tmp_path, ["2026-11-14,5,,low_back,,,saddle_numbness,", "2026-11-15,5,,low_back,,,nubmness,"])
    assert say("flag.saddle_numbness.name") in told
    assert "Text under red_flags could not be read" in told


def test_a_red_flag_of_this_week_is_new_be_it_read_or_not(cli: Cli, tmp_path: Path) -> None:
    for number, row in enumerate(
        ("2026-11-14,5,,low_back,,,saddle_numbness,", "2026-11-14,5,,low_back,,,nubmness,", "14/1x,5,,,,,numb,")
    ):
        assert "new Ada (red flag, emergency)" in flags_page(cli, tmp_path / str(number), [row])
    assert "still open Ada (red flag, emergency)" in flags_page(cli, tmp_path / "older", ["2026-11-05,5,,low_back,,,nubmness,"])


def test_a_slip_in_the_diary_of_one_who_shares_nothing_is_not_told_by_the_exit_code(cli: Cli, tmp_path: Path) -> None:
    diary(log(athlete(tmp_path / "squad" / "ada", share="none"), steady()), ["2026-11-14,much,,low_back,,,,"])
    assert cli("weekly", tmp_path / "squad", "-o", tmp_path / "out", "--as-of", AS_OF).code == 0
