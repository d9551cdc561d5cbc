"""What goes wrong over one file costs that file; what ends a batch leaves the old table, and what was done is kept."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from footfall.engines.engine import Lost
from footfall.engines.serial import Serial
from footfall.errors import EngineError, LibraryError, OutputError, SettingError
from footfall.library.store import Library
from footfall.model.problem import Problem
from footfall.workflow import read_chunk
from footfall.workflow.batch import batch
from footfall.workflow.batch_request import Begin, Shard, Standing, TableForm
from footfall.workflow.batch_rows import Terms
from footfall.workflow.parts import PartFolder
from tests.batch.made import SECONDS, request
from tests.bench.fleet import hour_run


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    folder = tmp_path / "runs"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02d}.fit").write_bytes(hour_run(number, SECONDS))
    return folder


def the(problems: tuple[Problem, ...], reason: str) -> Problem:
    (found,) = (problem for problem in problems if problem.reason == reason)
    return found


def test_a_fault_of_ours_costs_its_file_and_is_named(runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = read_chunk.read_files

    def broken(found, asked, numbered):
        if found[0].path.endswith("05.fit"):
            raise ZeroDivisionError("secret")
        return real(found, asked, numbered)

    monkeypatch.setattr("footfall.workflow.read_chunk.read_files", broken)
    done = batch(request(runs, tmp_path / "runs.csv", library=str(tmp_path / "library")))
    problem = the(done.problems, "fault")
    assert done.runs == 11
    assert problem.failed
    assert problem.path.endswith("05.fit")
    assert "ZeroDivisionError" in problem.message
    assert "secret" not in problem.message
    monkeypatch.undo()
    done = batch(request(runs, tmp_path / "runs.csv", library=str(tmp_path / "library")))
    assert (done.read, done.runs, done.problems) == (1, 12, ())


def test_a_fault_over_a_run_that_is_expressed_anew_costs_that_run(
    runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = request(runs, tmp_path / "runs.csv", library=str(tmp_path / "library"))
    batch(asked)
    (runs / "athlete.toml").write_text('id = "sam"\nheight_m = 1.70\n', encoding="utf-8")
    batch(request(runs, tmp_path / "other.csv", library=str(tmp_path / "library")))
    (runs / "athlete.toml").write_text('id = "sam"\nheight_m = 1.9\n', encoding="utf-8")
    real, met = Terms.unweighed, []

    def broken(self, measured, calibration):
        met.append(measured)
        if len(met) == 4:
            raise ZeroDivisionError
        return real(self, measured, calibration)

    monkeypatch.setattr(Terms, "unweighed", broken)
    done = batch(request(runs, tmp_path / "other.csv", library=str(tmp_path / "library")))
    assert (done.runs, the(done.problems, "fault").failed) == (11, True)
    monkeypatch.undo()
    done = batch(request(runs, tmp_path / "other.csv", library=str(tmp_path / "library")))
    assert (done.runs, done.problems) == (12, ())


class Dying(Serial):
    """Workers die over one file."""

    def map(self, work, chunks):
        for done in super().map(work, ((item,) for chunk in chunks for item in chunk if not item.found.path.endswith("05.fit"))):
            yield done
            if done.chunk[0].found.path.endswith("04.fit"):
                lost = done.chunk[0]
                found = type(lost.found)(lost.found.path.replace("04.fit", "05.fit"), named=False, base=lost.found.base)
                yield Lost(type(lost)(found, lost.athlete, lost.terms))


@pytest.mark.parametrize("keeps", [True, False])
def test_a_file_over_which_workers_die_is_named_and_tried_again(
    runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keeps: bool
) -> None:
    monkeypatch.setattr("footfall.workflow.batch_reading.ENGINES", {"serial": Dying})
    asked = request(runs, tmp_path / "runs.csv", library=str(tmp_path / "library") if keeps else None, log=str(tmp_path / "l"))
    done = batch(asked)
    assert done.runs == 11
    assert the(done.problems, "worker-died").path.endswith("05.fit")
    assert (tmp_path / "l").read_text(encoding="ascii").count('"worker-died"') == 1
    monkeypatch.undo()
    done = batch(asked)
    assert (done.runs, done.problems) == (12, ())


def test_a_file_that_vanishes_is_named(runs: Path, tmp_path: Path) -> None:
    def vanish(_: Standing) -> None:
        (runs / "05.fit").unlink(missing_ok=True)

    done = batch(request(runs, tmp_path / "runs.csv", chunk_files=1), vanish)
    assert done.runs == 11
    (problem,) = done.problems
    assert problem.failed
    assert problem.path.endswith("05.fit")


class Stop(Exception):
    """Whatever ends a batch in its middle."""


@pytest.mark.parametrize("error", [KeyboardInterrupt, Stop])
def test_what_was_done_before_a_stop_is_not_done_again(
    runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    out, library = tmp_path / "runs.csv", str(tmp_path / "library")
    batch(request(runs, tmp_path / "whole.csv"))
    out.write_bytes((tmp_path / "whole.csv").read_bytes())
    before = out.read_bytes()
    seen: list[int] = []

    def stop(standing: Standing) -> None:
        seen.append(standing.done)
        if standing.done >= 6:
            raise error

    monkeypatch.setattr("footfall.workflow.batch_standing._EVERY_S", 0.0)
    with pytest.raises(error):
        batch(request(runs, out, library=library, chunk_files=3), stop)
    assert out.read_bytes() == before
    done = batch(request(runs, out, library=library, begin=Begin.WHERE_IT_STOPPED))
    assert done.unchanged + done.resumed >= 6
    assert done.read < 12
    assert out.read_bytes() == before


def test_without_a_library_the_parts_keep_what_was_done(runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "runs.csv"

    def full(*_: object) -> None:
        raise OutputError("full", path=str(out))

    monkeypatch.setattr("footfall.workflow.batch.write_table", full)
    with pytest.raises(OutputError):
        batch(request(runs, out))
    monkeypatch.undo()
    assert PartFolder.of(str(out)).names()
    done = batch(request(runs, out, begin=Begin.WHERE_IT_STOPPED))
    assert (done.resumed, done.read, done.runs) == (12, 0, 12)
    assert not Path(f"{out}.parts").exists()


def test_parts_of_an_earlier_batch_are_cleared_and_that_is_said(runs: Path, tmp_path: Path) -> None:
    out = tmp_path / "runs.csv"
    batch(request(runs, out, shard=Shard(1, 2)))
    done = batch(request(runs, out))
    assert (done.resumed, done.read) == (0, 12)
    assert any("removed" in remark for remark in done.remarks)
    assert not Path(f"{out}.parts").exists()


def test_a_part_that_is_damaged_is_left_out_and_its_files_are_read(runs: Path, tmp_path: Path) -> None:
    out = tmp_path / "runs.csv"
    batch(request(runs, out, shard=Shard(1, 1), chunk_files=4))
    folder = PartFolder.of(str(out))
    path = Path(folder.path) / folder.names()[0]
    path.write_bytes(path.read_bytes()[:-5])
    done = batch(request(runs, out, begin=Begin.WHERE_IT_STOPPED))
    assert (done.runs, done.read) == (12, 12 - done.resumed)
    assert 0 < done.read < 12
    assert any("damaged" in remark for remark in done.remarks)


def test_a_file_that_changed_after_its_shard_is_read_again(runs: Path, tmp_path: Path) -> None:
    out = tmp_path / "runs.csv"
    batch(request(runs, out, shard=Shard(1, 1)))
    (runs / "03.fit").write_bytes(hour_run(40, SECONDS + 1))
    done = batch(request(runs, out, begin=Begin.WHERE_IT_STOPPED))
    assert (done.resumed, done.read) == (11, 1)
    batch(request(runs, tmp_path / "fresh.csv"))
    assert out.read_bytes() == (tmp_path / "fresh.csv").read_bytes()


def test_workers_that_write_elsewhere_end_the_batch_in_words(runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = PartFolder.write
    monkeypatch.setattr(PartFolder, "write", lambda self, part: real(PartFolder(str(tmp_path / "elsewhere")), part))
    with pytest.raises(EngineError) as caught:
        batch(request(runs, tmp_path / "runs.csv"))
    assert caught.value.code == "no-shared-folder"


def test_a_library_that_is_full_keeps_the_old_table(runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, library = tmp_path / "runs.csv", str(tmp_path / "library")
    batch(request(runs, out))
    before = out.read_bytes()
    real, kept = Library.keep, []

    def keep(self, athlete, rows, found, *more):
        if len(kept) == 2:
            raise LibraryError("full", path=library)
        kept.append(rows)
        real(self, athlete, rows, found, *more)

    monkeypatch.setattr(Library, "keep", keep)
    with pytest.raises(LibraryError):
        batch(request(runs, out, library=library, chunk_files=3))
    monkeypatch.undo()
    assert out.read_bytes() == before
    done = batch(request(runs, out, library=library, begin=Begin.WHERE_IT_STOPPED))
    assert done.read < 12
    assert out.read_bytes() == before


def test_two_libraries_rows_do_not_meet(runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another batch of the same runner may put its own rows in the library while ours are read back."""
    library = str(tmp_path / "library")
    some = [str(path) for path in sorted(runs.iterdir())[:4]]
    asked = request(runs, tmp_path / "all.csv", library=library)
    batch(asked)
    whole = (tmp_path / "all.csv").read_bytes()
    (tmp_path / "all.csv").unlink()
    real = Library.runs

    def others_first(self, athlete, kind="all", since=None, until=None):
        monkeypatch.undo()
        one = request(runs, tmp_path / "some.csv", library=library)
        batch(replace(one, paths=tuple(some)))
        return real(self, athlete, kind, since, until)

    monkeypatch.setattr(Library, "runs", others_first)
    batch(asked)
    assert (tmp_path / "all.csv").read_bytes() == whole


def test_parquet_without_the_extra_is_told_before_anything_is_read(
    runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    asked = request(runs, tmp_path / "runs.parquet")
    assert asked.form is TableForm.PARQUET
    with pytest.raises(SettingError) as caught:
        batch(asked)
    assert caught.value.values["extra"] == "parquet"
    assert not Path(f"{asked.output}.parts").exists()


def test_standard_input_belongs_to_no_shard(tmp_path: Path) -> None:
    with pytest.raises(SettingError) as caught:
        batch(request("-", tmp_path / "runs.csv", shard=Shard(1, 2)))
    assert caught.value.code == "shard-stdin"
