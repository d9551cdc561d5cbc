"""Years of one-hour runs as FIT files, for the price of one: the same motion with another start, pace and step rate in each."""

import datetime as dt
from pathlib import Path

import numpy as np

from sampledata.fit_writer import ENUM, SINT8, SINT32, UINT8, UINT16, UINT32, Definition, Field, FitWriter

HOUR_S = 3_600
_EPOCH = dt.datetime(1989, 12, 31, tzinfo=dt.UTC)
_FIRST = dt.datetime(2016, 1, 3, 6, 30, tzinfo=dt.UTC)
_RECORD = np.dtype(
    [
        *(("head", "u1"), ("time", "<u4"), ("lat", "<i4"), ("lon", "<i4"), ("distance", "<u4"), ("speed", "<u4")),
        *(("altitude", "<u4"), ("pulse", "u1"), ("cadence", "u1"), ("fraction", "u1"), ("temperature", "i1"), ("power", "<u2")),
        *(
            ("oscillation", "<u2"),
            ("stance_pct", "<u2"),
            ("stance", "<u2"),
            ("ratio", "<u2"),
            ("balance", "<u2"),
            ("step", "<u2"),
        ),
    ]
)
_RECORD_FIELDS = (
    *(Field(253, UINT32), Field(0, SINT32), Field(1, SINT32), Field(5, UINT32), Field(73, UINT32), Field(78, UINT32)),
    *(Field(3, UINT8), Field(4, UINT8), Field(53, UINT8), Field(13, SINT8), Field(7, UINT16)),
    *(Field(39, UINT16), Field(40, UINT16), Field(41, UINT16), Field(83, UINT16), Field(84, UINT16), Field(85, UINT16)),
)
"""17 fields, as the records of the two real runs of an hour have that speeds are measured on (17.0 and 18.2 on average)."""
_SEMICIRCLES_PER_M = 2**31 / 180 / 111_320


def hour_run(number: int, seconds: int = HOUR_S) -> bytes:
    """The `number`-th run: a record a second with all that a watch of today records, and one lap."""
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
    per_min = 78 + 4 * (speed - 3) + number % 5
    rows["cadence"], rows["fraction"] = np.floor(per_min), np.floor(128 * (per_min % 1))
    rows["temperature"], rows["power"] = 15, np.round(80 * speed)
    stance_s = 0.25 - 0.03 * (speed - 3)
    rows["oscillation"], rows["stance"], rows["stance_pct"] = (
        850,
        np.round(1e4 * stance_s),
        np.round(1e4 * stance_s * per_min / 60),
    )
    rows["ratio"], rows["balance"], rows["step"] = 750, 5_010, np.round(1e4 * 30 * speed / per_min)
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
