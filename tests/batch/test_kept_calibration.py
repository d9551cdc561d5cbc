"""What was learned of a runner is kept by whoever learned it: a report over the library, or a batch that calibrates."""

import datetime as dt
from pathlib import Path

from footfall.library.codec import unpack
from footfall.library.store import Library
from footfall.model.athlete import Athlete
from footfall.model.calibration import Calibration
from footfall.workflow.batch import batch
from footfall.workflow.batch_request import CadenceLine
from footfall.workflow.library_commands import library_faults
from footfall.workflow.report import report_paths
from footfall.workflow.request import Request
from tests.batch.made import SECONDS, request
from tests.bench.fleet import hour_run


def runs_in(folder: Path) -> Path:
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.fit").write_bytes(hour_run(number, SECONDS))
    return folder


def test_a_report_keeps_what_it_learned(tmp_path: Path) -> None:
    runs = runs_in(tmp_path / "runs")
    with Library.open(tmp_path / "library") as library:
        content = report_paths(Request((str(runs),), dt.date(2030, 1, 1), Athlete()), library, "sam", 1)
        kept = library.calibration("sam")
        assert kept is not None
        assert unpack(Calibration, kept.data) == content.calibration
    assert library_faults(str(tmp_path / "library")) == ()


def test_a_batch_keeps_it_only_where_it_calibrates(tmp_path: Path) -> None:
    runs, folder = runs_in(tmp_path / "runs"), tmp_path / "library"
    (runs / "athlete.toml").write_text('id = "sam"\n', encoding="utf-8")
    batch(request(runs, tmp_path / "runs.csv", library=str(folder)))
    with Library.open(folder) as library:
        assert library.calibration("sam") is None
    batch(request(runs, tmp_path / "runs.csv", library=str(folder), line=CadenceLine.PERSONAL))
    with Library.open(folder) as library:
        assert library.calibration("sam") is not None
