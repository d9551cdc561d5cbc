import csv
import io
import json
import sqlite3
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from footfall.config.athlete import athlete_key
from footfall.library.codec import pack, unpack
from footfall.library.database import NAME
from footfall.library.store import Library
from footfall.metrics.calibrate import population
from footfall.model.athlete import Athlete
from footfall.model.calibration import Calibration
from footfall.model.measured import Measured
from footfall.workflow.batch_rows import Row, Terms
from footfall.workflow.find import find
from footfall.workflow.kept_diaries import read_and_keep
from footfall.workflow.library_files import on_shelf
from footfall.workflow.reading import Asked
from tests.cli.conftest import Cli

KIM, LEE = Athlete(id="kim", name="Kim", body_mass_kg=60), Athlete(id="lee")


def keep(library: Path, key: str, athlete: Athlete, folder: Path) -> None:
    """The runs and the diary of a folder, as a report keeps them."""
    files, _ = find((str(folder),))
    with Library.open(library) as opened:
        opened.keep_athlete(key, athlete)
        on_shelf(opened, key, [one for one in files if not one.path.endswith("diary.csv")], Asked(), 1, None)
        read_and_keep(opened, key, str(folder / "diary.csv"))


@pytest.fixture
def kept(cli: Cli, season: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of two runners: Kim's last runs with a diary, and one of Lee's without."""
    (here / "lee").mkdir()
    first = min(season.glob("20*"))
    first.rename(here / "lee" / first.name)
    library = here / "kept"
    keep(library, "kim", KIM, season)
    keep(library, "lee", LEE, here / "lee")
    monkeypatch.setenv("FOOTFALL_LIBRARY", str(library))
    return library


def info(cli: Cli) -> dict[str, dict[str, object]]:
    return {one["key"]: one for one in json.loads(cli("library", "info", "--json").raw)["athletes"]}


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("words", [("info",), ("verify",), ("rebuild",), ("forget", "--all"), ("export", "-o", "out")])
def test_no_command_makes_a_library_where_there_is_none(cli: Cli, here: Path, words: tuple[str, ...]) -> None:
    outcome = cli("library", *words, "--library", "nowhere")
    assert outcome.code == (0 if words[0] in {"info", "verify"} else 3)
    assert "Nothing is kept yet" in outcome.out + outcome.err
    assert not (here / "nowhere").exists()
    assert not (here / "out").exists()


@pytest.mark.parametrize("words", [("info",), ("verify",), ("rebuild",), ("forget", "--all"), ("export", "-o", "out")])
def test_without_a_library_there_is_nothing_to_speak_of(cli: Cli, here: Path, words: tuple[str, ...]) -> None:
    outcome = cli("library", *words)
    assert outcome.code == 2
    assert "Name one with --library DIR" in outcome.err


def test_info_says_where_how_large_and_whose(cli: Cli, kept: Path) -> None:
    outcome = cli("library", "info")
    assert outcome.code == 0
    assert str(kept / NAME) in outcome.out
    assert "Kim (kim): 2 recordings from 2 files, 1 diary." in outcome.out
    assert "lee: 1 recording from 1 file, 0 diaries." in outcome.out
    found = json.loads(cli("library", "info", "--json").raw)
    assert found["bytes"] > 0
    assert [one["key"] for one in found["athletes"]] == ["kim", "lee"]


def test_info_says_of_how_many_reports_the_findings_are_kept(cli: Cli, kept: Path, season: Path) -> None:
    assert {one["findings"] for one in info(cli).values()} == {0}
    (season / "athlete.toml").write_text('id = "kim"\n', encoding="utf-8")
    for since in ("2026-01-01", "2026-11-10"):
        assert cli("report", season, "--as-of", "2026-11-16", "--since", since, "--json").code == 0
    assert {key: one["findings"] for key, one in info(cli).items()} == {"kim": 2, "lee": 0}
    assert "What the rules said is kept of 2 reports." in cli("library", "info").out
    assert cli("library", "verify").code == 0


def test_info_says_on_how_many_runs_a_line_rests(cli: Cli, kept: Path) -> None:
    assert {one["cadence_line_runs"] for one in info(cli).values()} == {None}
    published = population(KIM)
    with Library.open(kept) as library:
        line = replace(published.cadence_line, runs=4)
        library.keep_calibration("kim", "d", pack(replace(published, cadence_line=line)))
        library.keep_calibration("lee", "d", pack(published))
    assert {key: one["cadence_line_runs"] for key, one in info(cli).items()} == {"kim": 4, "lee": 0}
    said = cli("library", "info").out
    assert said.count("own rests on") == 1
    assert "own rests on 4 runs." in said


def test_verify_names_what_is_not_whole(cli: Cli, kept: Path) -> None:
    assert (cli("library", "verify").code, "is whole" in cli("library", "verify").out) == (0, True)
    with sqlite3.connect(kept / NAME) as connection:
        connection.execute("UPDATE measured SET data = x'00'")
    connection.close()
    outcome = cli("library", "verify")
    assert outcome.code == 1
    assert "A record of measured is damaged" in outcome.out
    assert "3 faults" in outcome.out
    (kept / NAME).write_bytes(b"no database")
    assert cli("library", "verify").code == 1


def test_verify_names_a_record_of_a_type_that_has_changed(cli: Cli, kept: Path) -> None:
    with sqlite3.connect(kept / NAME) as connection:
        connection.execute("UPDATE recording SET sighting = (SELECT head FROM reading LIMIT 1)")
    connection.close()
    outcome = cli("library", "verify")
    assert outcome.code == 1
    assert "it is no Sighting of this version" in outcome.out


@pytest.mark.parametrize("words", [(), ("runs", "--all"), ("--athlete", "kim", "--all")])
def test_forget_asks_what(cli: Cli, kept: Path, words: tuple[str, ...]) -> None:
    outcome = cli("library", "forget", *words)
    assert outcome.code == 2
    assert "PATH, --athlete KEY or --all" in outcome.err
    assert set(info(cli)) == {"kim", "lee"}


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (("--athlete", "kim"), {"lee"}),
        (("--athlete", "Kim"), {"lee"}),
        (("lee",), {"kim"}),
        (("runs", "lee"), set()),
        (("--all",), set()),
    ],
)
def test_forget_removes_it_and_says_what_went(cli: Cli, kept: Path, words: tuple[str, ...], left: set[str]) -> None:
    outcome = cli("library", "forget", *words)
    assert outcome.code == 0
    assert outcome.out.startswith("Gone: ")
    assert set(info(cli)) == left
    assert cli("library", "verify").code == 0
    assert next((kept.parent / "runs").glob("20*")).exists(), "files are not touched"


def test_forget_of_one_file_leaves_the_others(cli: Cli, kept: Path, season: Path) -> None:
    outcome = cli("library", "forget", str(max(season.glob("20*"))))
    assert outcome.out == "Gone: 1 file, 1 recording, 0 diaries.\n"
    assert info(cli)["kim"]["files"] == 1


def test_what_is_not_kept_cannot_be_forgotten(cli: Cli, kept: Path) -> None:
    outcome = cli("library", "forget", "elsewhere")
    assert (outcome.code, outcome.err) == (3, "footfall: Nothing of elsewhere was kept.\n")
    outcome = cli("library", "forget", "--athlete", "sam")
    assert outcome.code == 2
    assert "nobody by the name sam; it holds kim, lee" in outcome.err


def test_a_runner_without_an_id_is_found_by_her_folder(cli: Cli, kept: Path, here: Path, season: Path) -> None:
    keep(kept, athlete_key(None, str(season)), Athlete(), season)
    assert len(info(cli)) == 3
    assert cli("library", "forget", "--athlete", "runs").code == 0
    assert set(info(cli)) == {"kim", "lee"}


def test_rebuild_reads_what_is_there_and_keeps_what_has_gone(cli: Cli, kept: Path, season: Path) -> None:
    before = cli("library", "export", "-o", season.parent / "before")
    gone = max(season.glob("20*"))
    gone.unlink()
    (season / "diary.csv").unlink()
    outcome = cli("library", "rebuild")
    assert (outcome.code, before.code) == (0, 0)
    assert "2 files read anew; 1 file kept" in outcome.out
    assert "1 diary" in outcome.out
    assert cli("library", "verify").code == 0
    cli("library", "export", "-o", season.parent / "after")
    for name in ("runs.csv", "runs.jsonl", "diary.csv"):
        assert (season.parent / "after" / name).read_bytes() == (season.parent / "before" / name).read_bytes()
    assert [path.name for path in kept.iterdir() if path.name.startswith((".rebuild", "library-damaged"))] == []


def test_rebuild_keeps_a_damaged_library_beside_and_says_what_is_lost(cli: Cli, kept: Path, season: Path) -> None:
    with sqlite3.connect(kept / NAME) as connection:
        connection.execute("UPDATE measured SET data = x'00'")
    connection.close()
    max(season.glob("20*")).unlink()
    outcome = cli("library", "rebuild")
    assert outcome.code == 1
    (beside,) = kept.glob("library-damaged-*.sqlite")
    assert str(beside) in outcome.out
    assert "what was kept of 1 file, gone" in outcome.err
    assert cli("library", "verify").code == 0
    assert (info(cli)["kim"]["files"], info(cli)["kim"]["diaries"], info(cli)["lee"]["files"]) == (1, 1, 1)
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600


def test_rebuild_of_what_is_no_database_begins_anew(cli: Cli, kept: Path) -> None:
    (kept / NAME).write_bytes(b"no database")
    outcome = cli("library", "rebuild")
    assert outcome.code == 1
    assert "Name your folders once more" in outcome.err
    assert next(kept.glob("library-damaged-*.sqlite")).read_bytes() == b"no database"
    assert info(cli) == {}


def test_what_others_kept_meanwhile_is_not_lost(kept: Path) -> None:
    with Library.open(kept) as library, Library.open(kept) as other, Library.open(kept / "fresh") as fresh:
        since = library.changes()
        other.keep_athlete("sam", Athlete(id="sam"))
        assert not library.take_over(fresh.path.parent, since)
        assert [one.key for one in library.athletes()] == ["kim", "lee", "sam"]
        assert library.take_over(fresh.path.parent, library.changes())
        assert library.athletes() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="modes as POSIX has them")
def test_export_is_everything_as_tables_for_their_owner_alone(cli: Cli, kept: Path, here: Path, sample_data: Path) -> None:
    outcome = cli("library", "export", "-o", "out")
    diary = table(sample_data / "diary.csv")
    assert (outcome.code, outcome.out) == (0, f"Written to out: 3 runs and {len(diary)} rows.\n")
    out = here / "out"
    assert {path.name for path in out.iterdir()} == {"runs.csv", "runs.jsonl", "runs.parquet", "diary.csv"}
    written = [path for path in out.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o600}
    assert len([path for path in written if path.suffix == ".parquet"]) == 2, "one for each runner and year"
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    runs = table(out / "runs.csv")
    assert [run["athlete"] for run in runs] == ["kim", "kim", "lee"]
    lines = [json.loads(line) for line in (out / "runs.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == [run["id"] for run in runs]
    rows = table(out / "diary.csv")
    assert {row["athlete"] for row in rows} == {"kim"}
    assert [(row["date"], row["onset"], row["note"]) for row in rows] == [
        (row["date"], row["onset"], row["note"]) for row in diary
    ]


def test_export_takes_rows_that_are_kept_and_expresses_each_other_run_once(
    cli: Cli, kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expressed: list[str] = []
    row = Terms.row

    def noted(self: Terms, measured: Measured, calibration: Calibration) -> Row:
        expressed.append(measured.run_id)
        return row(self, measured, calibration)

    monkeypatch.setattr(Terms, "row", noted)
    cli("library", "export", "-o", "before")
    assert len(expressed) == len(set(expressed)) == 3
    with Library.open(kept) as library:
        terms = Terms(LEE, None, "ground-force")
        (file,) = library.files("lee")
        (reading,) = library.whole_readings([str(file.items[0].reading)])
        (run,) = reading.recordings
        assert run.measured is not None
        text, key = terms.numbered(unpack(Measured, run.measured))
        library.express([(reading.key, run.run_id, text, key)])
    expressed.clear()
    cli("library", "export", "-o", "after")
    assert len(expressed) == 2
    for name in ("runs.csv", "runs.jsonl"):
        assert (here / "after" / name).read_bytes() == (here / "before" / name).read_bytes()


def test_export_without_the_extra_has_its_other_tables(cli: Cli, kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert cli("library", "export", "-o", "out").code == 0
    assert {path.name for path in (here / "out").iterdir()} == {"runs.csv", "runs.jsonl", "diary.csv"}


def test_export_of_one_runner(cli: Cli, kept: Path, here: Path) -> None:
    assert "1 run and 0 rows" in cli("library", "export", "-o", "out", "--athlete", "lee").out
    assert [run["athlete"] for run in table(here / "out" / "runs.csv")] == ["lee"]


def test_export_takes_no_place_of_a_diary(cli: Cli, kept: Path, here: Path) -> None:
    (here / "out").mkdir()
    (here / "out" / "diary.csv").write_text("date\n", encoding="utf-8")
    assert cli("library", "export", "-o", "out").code == 2
    assert not (here / "out" / "runs.csv").exists()
    assert cli("library", "export", "-o", "out", "--force").code == 0
    assert cli("library", "export").code == 2
    assert "is a file" in cli("library", "export", "-o", "out/diary.csv").err
