"""The table is the same byte for byte, however the work was divided and whatever of it was known already."""

import csv
import dataclasses
import datetime as dt
import io
import shutil
from pathlib import Path

import pytest

from footfall.config.athlete import read_athlete
from footfall.render.csv import render
from footfall.workflow.analyze import analyze
from footfall.workflow.batch import batch
from footfall.workflow.batch_request import BatchRequest, Begin, CadenceLine, Shard, TableForm, Unchanged
from footfall.workflow.batch_table import BatchTable
from footfall.workflow.request import Request
from tests.batch.made import club, request
from tests.bench.fleet import hour_run


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, sample_data: Path) -> Path:
    return club(tmp_path_factory.mktemp("club") / "club", sample_data)


@pytest.fixture(scope="module")
def undivided(runs: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out = tmp_path_factory.mktemp("undivided") / "runs.csv"
    done = batch(request(runs, out))
    assert done.runs is not None
    assert done.runs > 15
    assert {problem.reason for problem in done.problems} >= {"duplicate", "damaged"}
    return out.read_bytes()


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


def written(asked: BatchRequest) -> bytes:
    batch(asked)
    return Path(asked.output).read_bytes()


def test_the_rows_are_in_order_and_each_run_is_there_once(undivided: bytes) -> None:
    rows = table(undivided)
    keys = [(row["athlete"], row["start"], row["id"]) for row in rows]
    assert keys == sorted(keys)
    assert len({(row["athlete"], row["id"]) for row in rows}) == len(rows)
    assert {row["athlete"] for row in rows} == {"", "ada", "ben"}


def test_a_runners_settings_are_those_above_her_files(undivided: bytes) -> None:
    weights = {row["athlete"]: row["lumbar_cumulative_kn_mid"] != "" for row in table(undivided)}
    assert weights == {"": False, "ada": True, "ben": True}


@pytest.mark.parametrize("chunk_files", [1, 3, 1000])
def test_chunks_of_any_size(runs: Path, undivided: bytes, tmp_path: Path, chunk_files: int) -> None:
    assert written(request(runs, tmp_path / "runs.csv", chunk_files=chunk_files)) == undivided


def test_processes(runs: Path, undivided: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("footfall.workflow.batch_reading._FEW_FILES", 0)
    assert written(request(runs, tmp_path / "runs.csv", engine="processes", workers=2, chunk_files=4)) == undivided


def test_paths_in_another_order(runs: Path, tmp_path: Path) -> None:
    folders = [str(one) for one in sorted(runs.iterdir())]
    tables = []
    for number, paths in enumerate((folders, folders[::-1], [*folders, *folders])):
        asked = request(runs, tmp_path / f"{number}.csv")
        tables.append(written(BatchRequest(paths=tuple(paths), output=asked.output, form=asked.form, engine="serial")))
    assert tables[0] == tables[1] == tables[2]


def test_a_library_a_second_run_and_a_look_at_content(runs: Path, undivided: bytes, tmp_path: Path) -> None:
    out, library = tmp_path / "runs.csv", str(tmp_path / "library")
    assert written(request(runs, out, library=library)) == undivided
    second = batch(request(runs, out, library=library))
    assert (second.read, second.unchanged, out.read_bytes()) == (0, second.files, undivided)
    out.unlink()
    third = batch(request(runs, out, library=library, unchanged=Unchanged.BY_CONTENT))
    assert out.read_bytes() == undivided
    assert third.read < third.files / 4


def test_shards_and_what_puts_them_together(runs: Path, undivided: bytes, tmp_path: Path) -> None:
    out = tmp_path / "runs.csv"
    for number in (2, 3, 1):
        done = batch(request(runs, out, shard=Shard(number, 3)))
        assert done.runs is None
    assert not out.exists()
    done = batch(request(runs, out, begin=Begin.WHERE_IT_STOPPED))
    assert out.read_bytes() == undivided
    assert done.resumed >= done.files - 1
    assert not (tmp_path / "runs.csv.parts").exists()


def test_a_shard_that_is_missing_is_done_when_they_are_put_together(runs: Path, undivided: bytes, tmp_path: Path) -> None:
    out = tmp_path / "runs.csv"
    first = batch(request(runs, out, shard=Shard(1, 2)))
    again = batch(request(runs, out, shard=Shard(1, 2), begin=Begin.WHERE_IT_STOPPED))
    assert (again.resumed, again.read) == (first.files, 0) or again.read == 1
    done = batch(request(runs, out, begin=Begin.WHERE_IT_STOPPED, library=str(tmp_path / "library")))
    assert out.read_bytes() == undivided
    assert done.read >= done.files - first.files


def test_files_of_our_own_are_no_inputs(runs: Path, undivided: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / runs.name
    shutil.copytree(runs, copy)
    monkeypatch.chdir(copy.parent)
    inside = {"library": str(copy / "library"), "log": str(copy / "log.jsonl")}
    batch(request(copy.name, copy / "runs.csv", shard=Shard(1, 2)))
    first = batch(request(copy.name, copy / "runs.csv", begin=Begin.WHERE_IT_STOPPED, **inside))
    again = batch(request(copy.name, copy / "runs.csv", **inside))
    assert first.files == again.files
    assert len(table((copy / "runs.csv").read_bytes())) == len(table(undivided))


def alike(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Without what only a diary says, and without how files were named."""
    return [{name: value for name, value in row.items() if not name.startswith("pain_") and name != "path"} for row in rows]


def test_with_calibrate_the_rows_are_those_of_analyze(sample_data: Path, tmp_path: Path) -> None:
    made = table(written(request(sample_data, tmp_path / "runs.csv", line=CadenceLine.PERSONAL)))
    athlete = read_athlete(str(sample_data / "athlete.toml"))
    content = analyze(Request((str(sample_data),), dt.date(2026, 11, 22), athlete=athlete))
    assert alike(made) == alike(table(render(content).encode()))
    assert any(row["easy_km_source"] == "personal" for row in made)


def test_a_library_among_the_runs_hides_none_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "runs"
    folder.mkdir()
    (folder / "a.fit").write_bytes(hour_run(1, 300))
    for _ in range(2):
        done = batch(BatchRequest((str(folder),), str(tmp_path / "o.csv"), TableForm.CSV, library=str(folder), engine="serial"))
        assert (done.runs, done.files) == (1, 1)


def test_another_athlete_who_comes_first_does_not_have_tables_written_for_ever(tmp_path: Path) -> None:
    folder = tmp_path / "runs"
    asked = BatchRequest((str(folder),), str(tmp_path / "o.csv"), TableForm.CSV, library=str(tmp_path / "lib"), engine="serial")
    for name, number in (("zoe", 1), ("ada", 2)):
        (folder / name).mkdir(parents=True)
        (folder / name / "athlete.toml").write_text(f'id = "{name}"\n', encoding="utf-8")
        (folder / name / "a.fit").write_bytes(hour_run(number, 300))
        assert not batch(asked).remarks
        assert batch(asked).remarks  # nothing has changed, so nothing was written


def test_a_file_that_changes_while_the_table_is_written_is_in_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "runs"
    folder.mkdir()
    (folder / "a.fit").write_bytes(hour_run(1, 300))
    asked = BatchRequest((str(folder),), str(tmp_path / "o.csv"), TableForm.CSV, library=str(tmp_path / "lib"), engine="serial")
    other = dataclasses.replace(asked, output=str(tmp_path / "other.csv"))
    kept = BatchTable.keep_written

    def meanwhile(self: BatchTable) -> None:
        monkeypatch.setattr(BatchTable, "keep_written", kept)
        (folder / "a.fit").write_bytes(hour_run(2, 400))
        batch(other)  # another process has read the file anew
        kept(self)

    monkeypatch.setattr(BatchTable, "keep_written", meanwhile)
    batch(asked)
    batch(asked)
    assert (tmp_path / "o.csv").read_bytes() == (tmp_path / "other.csv").read_bytes()
