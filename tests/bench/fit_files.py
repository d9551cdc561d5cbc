"""The FIT files that speeds are measured on: every real and sample file that is long enough, and made ones of any length."""

from functools import cache
from pathlib import Path

import numpy as np

from footfall.errors import RunFileError
from footfall.formats.fit import FitDecoder
from sampledata.fit_writer import ENUM, SINT32, UINT8, UINT16, UINT32, Definition, Field, FitWriter
from tests.conftest import CORPUS, ROOT

FEWEST_RECORDS = 1_800
"""Half an hour at a record a second."""

_START = 1_100_000_000
_RECORD = np.dtype(
    [
        *(("head", "u1"), ("time", "<u4"), ("lat", "<i4"), ("lon", "<i4"), ("distance", "<u4"), ("speed", "<u2")),
        *(("altitude", "<u2"), ("pulse", "u1"), ("cadence", "u1"), ("fraction", "u1"), ("temperature", "i1")),
    ]
)
_RECORD_FIELDS = (
    *(Field(253, UINT32), Field(0, SINT32), Field(1, SINT32), Field(5, UINT32), Field(6, UINT16)),
    *(Field(2, UINT16), Field(3, UINT8), Field(4, UINT8), Field(53, UINT8), Field(13, UINT8)),
)
_RECORDS, _EVENTS, _LAPS, _SESSIONS, _FILE = 0, 1, 2, 3, 4
_LAP_S = 330
"""Seconds of a made lap. The timer stops at the end of each."""
_CM_S = 90
"""Slow, for a million seconds must not lead further than anybody goes: what is impossible takes a way of its own."""


def long_files() -> dict[Path, int]:
    """Every FIT file of the corpus and of `sample_data` with FEWEST_RECORDS or more, and how many it has."""
    folders = (CORPUS, ROOT / "sample_data")
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix.lower() == ".fit")
    return {path: count for path in paths if (count := _records(path)) >= FEWEST_RECORDS}


@cache
def made_file(records: int) -> bytes:
    """A run of one record a second, with a lap and a stop of the timer now and then, as bytes."""
    second = np.arange(records)
    rows = np.zeros(records, dtype=_RECORD)
    rows["time"] = _START + second
    rows["lat"], rows["lon"] = 640_000_000 + 30 * (second % 100_000), 80_000_000
    rows["distance"], rows["speed"] = _CM_S * second, 10 * _CM_S
    rows["altitude"] = 2_500 + second % 200
    rows["pulse"], rows["cadence"], rows["fraction"] = 130 + second % 40, 80 + second % 6, 64 * (second % 2)
    rows["temperature"] = 15
    writer = FitWriter()
    writer.define(Definition(_FILE, 0, (Field(0, ENUM), Field(1, UINT16), Field(2, UINT16))))
    writer.write(_FILE, {0: 4, 1: 1, 2: 3290})
    writer.define(Definition(_RECORDS, 20, _RECORD_FIELDS))
    writer.define(Definition(_EVENTS, 21, (Field(253, UINT32), Field(0, ENUM), Field(1, ENUM))))
    writer.define(Definition(_LAPS, 19, (Field(253, UINT32), Field(2, UINT32), Field(7, UINT32), Field(9, UINT32))))
    for first in range(0, records, _LAP_S):
        last = min(first + _LAP_S, records)
        writer.write(_EVENTS, {253: _START + first, 0: 0, 1: 0})
        writer.raw(rows[first:last].tobytes())
        writer.write(_EVENTS, {253: _START + last - 1, 0: 0, 1: 4})
        length = last - first
        writer.write(_LAPS, {253: _START + last, 2: _START + first, 7: 1_000 * length, 9: _CM_S * length})
    writer.define(Definition(_SESSIONS, 18, (Field(253, UINT32), Field(2, UINT32), Field(5, ENUM), Field(7, UINT32))))
    writer.write(_SESSIONS, {253: _START + records, 2: _START, 5: 1, 7: 1_000 * records})
    return writer.to_bytes()


def _records(path: Path) -> int:
    try:
        return sum(len(one.columns["time_s"]) for one in FitDecoder().decode(path.read_bytes(), path.name))
    except RunFileError:  # settings, courses, and files that only the other decoders' tests are about
        return 0
