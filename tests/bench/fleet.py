"""Years of one-hour runs as FIT files, for the price of one: the same motion with another start, pace and step rate in each."""

import datetime as dt
from pathlib import Path

import numpy as np

from sampledata.fit_writer import ENUM, SINT32, UINT8, UINT16, UINT32, Definition, Field, FitWriter

HOUR_S = 3_600
_EPOCH = dt.datetime(1989, 12, 31, tzinfo=dt.UTC)
_FIRST = dt.datetime(2016, 1, 3, 6, 30, tzinfo=dt.UTC)
_RECORD = np.dtype(
    [
        *(("head", "u1"), ("time", "<u4"), ("lat", "<i4"), ("lon", "<i4"), ("distance", "<u4"), ("speed", "<u2")),
        *(("altitude", "<u2"), ("pulse", "u1"), ("cadence", "u1")),
    ]
)
_RECORD_FIELDS = (
    *(Field(253, UINT32), Field(0, SINT32), Field(1, SINT32), Field(5, UINT32), Field(6, UINT16)),
    *(Field(2, UINT16), Field(3, UINT8), Field(4, UINT8)),
)
_SEMICIRCLES_PER_M = 2**31 / 180 / 111_320


def hour_run(number: int, seconds: int = HOUR_S) -> bytes:
    """The `number`-th run: a record a second with position, distance, speed, altitude, pulse and cadence, and one lap."""
    second = np.arange(seconds)
    begin = int((_FIRST + dt.timedelta(hours=29 * number) - _EPOCH).total_seconds())
    pace = 2.6 + 0.01 * (number % 70)
    speed = pace + 0.3 * np.sin(second / 97.0 + number)
    way = np.cumsum(speed)
    rows = np.zeros(seconds, dtype=_RECORD)
    rows["time"] = begin + second
    rows["lat"] = 640_000_000 + np.round(way * _SEMICIRCLES_PER_M).astype(np.int64)
    rows["lon"] = 80_000_000 + number % 1_000
    rows["distance"], rows["speed"] = np.round(100 * way), np.round(1_000 * speed)
    rows["altitude"] = np.round(5 * (500 + 100 + 20 * np.sin(second / 400.0)))
    rows["pulse"] = 130 + second % 40
    rows["cadence"] = np.round(78 + 4 * (speed - 3) + number % 5)
    writer = FitWriter()
    writer.define(Definition(4, 0, (Field(0, ENUM), Field(1, UINT16), Field(2, UINT16))))
    writer.write(4, {0: 4, 1: 1, 2: 3290})
    writer.define(Definition(0, 20, _RECORD_FIELDS))
    writer.raw(rows.tobytes())
    writer.define(Definition(2, 19, (Field(253, UINT32), Field(2, UINT32), Field(7, UINT32), Field(9, UINT32))))
    length_cm = round(100 * float(way[-1]))
    writer.write(2, {253: begin + seconds, 2: begin, 7: 1_000 * seconds, 9: length_cm})
    writer.define(Definition(3, 18, (Field(253, UINT32), Field(2, UINT32), Field(5, ENUM), Field(7, UINT32), Field(9, UINT32))))
    writer.write(3, {253: begin + seconds, 2: begin, 5: 1, 7: 1_000 * seconds, 9: length_cm})
    return writer.to_bytes()


def write_runs(folder: Path, count: int, first: int = 0, seconds: int = HOUR_S) -> list[Path]:
    """Files `run-00000.fit` … in a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"run-{number:05d}.fit" for number in range(first, first + count)]
    for number, path in enumerate(paths, start=first):
        path.write_bytes(hour_run(number, seconds))
    return paths
