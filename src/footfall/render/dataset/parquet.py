"""Rows as a Parquet dataset: a folder per athlete and year, one file in each, named by its content."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from footfall.errors import SettingError
from footfall.model.columns import SUMMARY_COLUMNS
from footfall.output.folder import MARK, writing_folder
from footfall.render.dataset.row import Cell, Row
from footfall.version import __version__

if TYPE_CHECKING:
    import pyarrow as pa

NOBODY = "__HIVE_DEFAULT_PARTITION__"
"""What readers of such folders take for "not known"."""
_LONGEST = 200
"""Of an athlete's name as it stands in a folder's, where a letter may take nine bytes; disks end names at 255.  [bytes]"""
_DIGITS = 16
_ROWS_AT_ONCE = 10_000
"""Rows of one file that are held before they are written: some 20 MB."""
_WHOLE = frozenset({"utc_offset_s", "cadence_factor", "footfalls_device_total"})
_TRUTHS = frozenset({"load_exploratory"})
_START, _DAY, _ATHLETE = "start", "local_date", "athlete"
_PIECE = 1024 * 1024


def write_dataset(path: str, rows: Iterable[Row]) -> None:
    """Write the folder, or leave what stood there as it was. `athlete` is in the names of the folders, and not in the files.

    rows     sorted by athlete. One file of each year is open at a time.
    Raises   SettingError without the extra [parquet]; OutputError.
    """
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise SettingError("no-extra", extra="parquet", asked="a .parquet table") from error
    schema = _schema()
    count = 0
    with writing_folder(path) as folder:
        for athlete, some in groupby(rows, key=lambda row: row[_ATHLETE]):
            years: dict[str, _YearFile] = {}
            for row in some:
                count += 1
                year = str(row[_DAY])[:4]
                if year not in years:
                    years[year] = _YearFile(folder / f"athlete={_name(athlete)}" / f"year={year}", schema, pq)
                years[year].add(row)
            for file in years.values():
                file.close()
        told = {"footfall": __version__, "holds": "runs", "rows": count, "partitions": ["athlete", "year"]}
        (folder / MARK).write_text(json.dumps(told) + "\n", encoding="utf-8")


class _YearFile:
    """One athlete's runs of one year, written some thousand rows at a time."""

    def __init__(self, folder: Path, schema: "pa.Schema", pq: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "part.tmp"
        self._schema = schema
        self._writer = pq.ParquetWriter(self._path, schema, compression="zstd")
        self._rows: list[dict[str, object]] = []

    def add(self, row: Row) -> None:
        self._rows.append({name: _value(name, row[name]) for name in self._schema.names})
        if len(self._rows) >= _ROWS_AT_ONCE:
            self._flush()

    def close(self) -> None:
        """To the disk, under a name made from what it holds."""
        self._flush()
        self._writer.close()
        digest = hashlib.sha256()
        with self._path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
        self._path.rename(self._path.with_name(f"part-{digest.hexdigest()[:32]}.parquet"))

    def _flush(self) -> None:
        import pyarrow as pa

        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []


def _name(athlete: Cell) -> str:
    """As part of a folder's name: no sign of it can lead elsewhere, none is taken for the name of nobody, and disks take it.

    A name of more than _LONGEST bytes is cut and told from others by its hash.
    """
    if athlete is None:
        return NOBODY
    told = str(athlete)
    text = _quoted(told)
    if len(text) > _LONGEST:
        digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        while len(text) > _LONGEST - _DIGITS - 1:
            told = told[:-1] if len(told) <= _LONGEST else told[:_LONGEST]
            text = _quoted(told)
        text = f"{text}-{digest}"
    return text


def _quoted(told: str) -> str:
    text = quote(told, safe="", errors="surrogatepass")
    return f"%5F{text[1:]}" if text.startswith("_") else text


def _schema() -> "pa.Schema":
    import pyarrow as pa

    fields = [
        pa.field(name, _kind(name), metadata={"unit": column.unit, "meaning": column.meaning})
        for name, column in SUMMARY_COLUMNS.items()
        if name != _ATHLETE
    ]
    return pa.schema(fields)


def _kind(name: str) -> "pa.DataType":
    import pyarrow as pa

    kinds: Mapping[str, pa.DataType] = {
        _START: pa.timestamp("ms", tz="UTC"),
        _DAY: pa.date32(),
        **dict.fromkeys(_WHOLE, pa.int64()),
        **dict.fromkeys(_TRUTHS, pa.bool_()),
    }
    if name in kinds:
        return kinds[name]
    column = SUMMARY_COLUMNS[name]
    is_text = not column.unit and column.low is None
    return pa.string() if is_text else pa.float64()


def _value(name: str, value: Cell) -> object:
    if value is None:
        return None
    if name == _START:
        return dt.datetime.fromisoformat(str(value))
    if name == _DAY:
        return dt.date.fromisoformat(str(value))
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")  # a file's name need not be valid text
    return value
