"""From the points of one track to samples in our columns: what has no time is dropped, what cannot be is NaN, both are said."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from footfall.errors import RunFileError
from footfall.formats.limits import keep_possible
from footfall.formats.xml.points import Points
from footfall.formats.xml.speed_unit import without_km_h
from footfall.model.intervals import BoolArray, FloatArray, IntArray
from footfall.model.problem import Problem
from footfall.wording import say

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)
# no GPX or TCX is older than GPX itself (2002): a clock that says so was never set
_FIRST_US = (dt.datetime(2000, 1, 1, tzinfo=dt.UTC) - _EPOCH) // _MICROSECOND
_LAST_US = (dt.datetime(2100, 1, 1, tzinfo=dt.UTC) - _EPOCH) // _MICROSECOND
_LONGEST_US = 31 * 86_400 * 1_000_000
"""No recording lasts longer: a time further from the others is a slip of one clock reading."""
_LEAST_TIMED_SHARE = 0.5
"""A route that somebody put a few times into is no recording."""


_DRAWN = frozenset({"lat_deg", "lon_deg", "altitude_m"})
DRAWN = "no-time.drawn"
"""Code of a way without a single time or a sensor's value: drawn on a map, or stripped of all that makes it a run."""


@dataclass(frozen=True, eq=False)
class Samples:
    """One track in our columns.

    start_us   microseconds since 1970-01-01T00:00Z of `time_s == 0`: the earliest point, usually the first.
    rows       which points of the track became samples.
    columns    as in Decoded.
    offset_s   local time minus UTC as the times state it; None where they do not.
    """

    start_us: int
    rows: IntArray
    columns: Mapping[str, FloatArray]
    offset_s: int | None
    problems: tuple[Problem, ...]

    @property
    def start(self) -> dt.datetime:
        """The same instant, tz-aware UTC."""
        return _EPOCH + dt.timedelta(microseconds=self.start_us)

    @property
    def end_s(self) -> float:
        """The latest point.  [s since start]"""
        return float(np.max(self.columns["time_s"]))

    def since_start_s(self, us: int) -> float:
        """Another instant of the file on this clock; never before 0.  [s]"""
        return max((us - self.start_us) / 1e6, 0.0)


def to_samples(points: Points, path: str) -> Samples:
    """Samples of one track.

    Raises  RunFileError `no-samples` without any point, `bad-clock` when all times are from before GPX existed, `no-time`
            when fewer than two points, or fewer than half of them, have a time.
    """
    timed = _timed(points)
    rows = np.flatnonzero(timed)
    kept = points.take(rows)
    us = kept.instants.us
    start_us = int(us.min())
    columns, problems = keep_possible({"time_s": (us - start_us) / 1e6, **kept.columns}, path)
    if len(us) < len(timed):
        message = say("problem.untimed-points", count=len(timed) - len(us), total=len(timed))
        problems = (Problem(path, None, "dropped-values", message), *problems)
    _pair(columns)
    problems += without_km_h(columns, path)
    if points.instants.zoneless:
        problems += (Problem(path, None, "inferred-values", say("problem.inferred-values.zone")),)
    return Samples(start_us, rows, columns, points.instants.offset_s, problems)


def _timed(points: Points) -> BoolArray:
    known = points.instants.known
    timed = known & (points.instants.us >= _FIRST_US) & (points.instants.us < _LAST_US)
    if not len(known):
        raise RunFileError(reason="no-samples")
    if not np.any(known) and not points.columns.keys() - _DRAWN:
        raise RunFileError(DRAWN, reason="no-time")
    if np.any(known) and not np.any(timed):
        found = points.instants.us[known][0].astype("datetime64[us]").astype("datetime64[D]")
        raise RunFileError(reason="bad-clock", found=str(found))
    timed &= _near_the_others(points, timed)
    if np.sum(timed) < 2 or np.mean(timed) < _LEAST_TIMED_SHARE:
        raise RunFileError(reason="no-time")
    return timed


def _near_the_others(points: Points, timed: BoolArray) -> BoolArray:
    if not np.any(timed):
        return timed
    middle_us = np.median(points.instants.us[timed])
    return np.abs(points.instants.us - middle_us) < _LONGEST_US


def _pair(columns: dict[str, FloatArray]) -> None:
    """Half a position is none."""
    if "lat_deg" not in columns and "lon_deg" not in columns:
        return
    nowhere = np.full(len(columns["time_s"]), np.nan)
    lat, lon = columns.get("lat_deg", nowhere), columns.get("lon_deg", nowhere)
    half = np.isnan(lat) | np.isnan(lon)
    columns["lat_deg"], columns["lon_deg"] = np.where(half, np.nan, lat), np.where(half, np.nan, lon)
