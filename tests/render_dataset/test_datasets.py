"""The same rows in every form: a table, lines of JSON, a Parquet dataset."""

import csv
import datetime as dt
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from footfall.errors import SettingError
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.columns import SUMMARY_COLUMNS
from footfall.output import Overwrite
from footfall.render.csv import render
from footfall.render.dataset import DATASETS
from footfall.render.dataset.row import Row
from footfall.render.table import rows as rows_of
from footfall.wording.errors import sentence
from footfall.workflow.analyze import analyze
from footfall.workflow.request import Request

AS_OF = dt.date(2026, 11, 16)


@pytest.fixture(scope="module")
def season(sample_data: Path) -> list[Row]:
    """Some real rows of three athletes, the first of them nobody."""
    content = analyze(Request(tuple(str(path) for path in sorted(sample_data.glob("2026-0[78]-*"))), AS_OF))
    found: list[Row] = []
    for athlete in (None, "007", "_a/../b c=ü"):
        history, _ = build_history(content.runs, None, Athlete(id=athlete), AS_OF)
        found += rows_of(content.runs, history)
    return found


def written(ending: str, folder: Path, rows: list[Row]) -> Path:
    path = folder / f"runs{ending}"
    DATASETS[ending](str(path), iter(rows), Overwrite.OURS)
    return path


def test_a_table_has_the_lines_of_analyze(sample_data: Path, tmp_path: Path) -> None:
    content = analyze(Request((str(sample_data),), AS_OF))
    path = written(".csv", tmp_path, list(rows_of(content.runs, content.history)))
    assert path.read_text(encoding="utf-8") == render(content)


def test_lines_of_json_say_what_the_table_says(season: list[Row], tmp_path: Path) -> None:
    lines = [json.loads(line) for line in written(".jsonl", tmp_path, season).read_text(encoding="utf-8").splitlines()]
    assert lines == season
    table = list(csv.DictReader(io.StringIO(written(".csv", tmp_path, season).read_text(encoding="utf-8"))))
    assert [row["id"] for row in table] == [row["id"] for row in lines]
    assert [float(row["load_value"]) for row in table] == [row["load_value"] for row in lines]


@pytest.mark.parametrize("ending", DATASETS)
def test_twice_the_same_rows_are_twice_the_same_bytes(ending: str, season: list[Row], tmp_path: Path) -> None:
    _skip_without_parquet(ending)
    first = _bytes(written(ending, tmp_path, season))
    assert first
    assert _bytes(written(ending, tmp_path, season)) == first


@pytest.mark.parametrize("ending", DATASETS)
def test_rows_that_break_off_leave_what_stood_there(ending: str, season: list[Row], tmp_path: Path) -> None:
    _skip_without_parquet(ending)
    first = _bytes(written(ending, tmp_path, season))

    def breaking() -> Iterator[Row]:
        yield season[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        DATASETS[ending](str(tmp_path / f"runs{ending}"), breaking(), Overwrite.OURS)
    assert _bytes(tmp_path / f"runs{ending}") == first
    assert len(list(tmp_path.iterdir())) == 1


def test_a_dataset_reads_back_as_the_rows_were(season: list[Row], tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="the extra [parquet] is not installed")
    ds = pytest.importorskip("pyarrow.dataset")
    path = written(".parquet", tmp_path, season)
    parts = ds.partitioning(pa.schema([("athlete", pa.string()), ("year", pa.int16())]), flavor="hive")
    found = ds.dataset(path, partitioning=parts).to_table().to_pylist()
    assert len(found) == len(season)
    by_run = {(row["athlete"], row["id"]): row for row in found}
    for row in season:
        read = by_run[row["athlete"], row["id"]]
        assert read.pop("year") == int(str(row["local_date"])[:4])
        assert {name: _plain(name, read[name]) for name in SUMMARY_COLUMNS} == dict(row)


def test_no_more_files_than_athletes_and_years(season: list[Row], tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra [parquet] is not installed")
    path = written(".parquet", tmp_path, season)
    files = sorted(path.rglob("*.parquet"))
    assert len(files) == 3
    assert {file.parent.parent.parent for file in files} == {path}
    assert not list(path.rglob("*.tmp"))


def test_many_rows_of_one_year_are_one_file(season: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra [parquet] is not installed")
    monkeypatch.setattr("footfall.render.dataset.parquet._ROWS_AT_ONCE", 4)
    (file,) = written(".parquet", tmp_path, season[:10]).rglob("*.parquet")
    assert pq.ParquetFile(file).metadata.num_row_groups == 3
    assert pq.ParquetFile(file).metadata.num_rows == 10


def test_every_column_has_its_unit(season: list[Row], tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra [parquet] is not installed")
    file = next(written(".parquet", tmp_path, season).rglob("*.parquet"))
    schema = pq.read_schema(file)
    assert set(schema.names) == set(SUMMARY_COLUMNS) - {"athlete"}
    assert schema.field("distance_m").metadata[b"unit"] == b"m"


def test_without_the_extra_its_name_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SettingError) as raised:
        DATASETS[".parquet"](str(tmp_path / "runs.parquet"), iter([]), Overwrite.OURS)
    assert "footfall[parquet]" in sentence(raised.value)
    assert not list(tmp_path.iterdir())


def test_pyarrow_is_imported_by_nobody_else(sample_data: Path, tmp_path: Path) -> None:
    import subprocess

    script = (
        "import sys\nimport footfall.workflow.batch, footfall.render.dataset.lines, footfall.cli.batch\n"
        "assert not {'pyarrow', 'dask', 'distributed', 'fsspec'} & set(sys.modules), sorted(sys.modules)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr


def _plain(name: str, value: object) -> object:
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if isinstance(value, dt.date) else value


def _bytes(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    return {str(file.relative_to(path.parent)): file.read_bytes() for file in files}


def _skip_without_parquet(ending: str) -> None:
    if ending == ".parquet":
        pytest.importorskip("pyarrow", reason="the extra [parquet] is not installed")
