"""What is kept of a run to tell whether another recording is of the same run: when, how long, how far, roughly where."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, Self

import numpy as np

from footfall.metrics.apart import Extent, extent_of
from footfall.metrics.cadence import bridged
from footfall.metrics.local_time import Clock, Clocked, start_of
from footfall.model.athlete import Athlete
from footfall.model.intervals import FloatArray
from footfall.model.measured import Measured
from footfall.model.run import Run, Source, StartKind

TRACK_STEP_S, TRACK_FIXES = 30.0, 20
"""A fix each half minute tells where somebody was; of a short run so many fixes, a second apart at least.  [s]"""

RISING = frozenset({"distance_m", "pod_distance_m"})
"""Columns that say nothing where they do not rise."""
_WAY = ("distance_m", "speed_m_s")
_EVEN_M_S = 1e-6
"""Speeds that differ by less differ by rounding alone.  [m/s]"""


@dataclass(frozen=True, eq=False)
class Sighting:
    """One run as one file has it. A few kilobytes, so that those of thousands of files can be compared.

    bare          the run without its samples.
    offset_s      the runner's clock minus UTC; None where it is only assumed.  [s]
    from_s, to_s  first and last moment with a record, since `start`; of a log row, its start and its end.  [s]
    lasting_s     every length that the recording gives of itself: from first to last, without pauses, in motion.  [s]
    moving_s      running and walking; 0 where neither can be told.  [s]
    distance_m    None = not known.
    track         shape (k, 3): seconds since `start`, latitude, longitude; about TRACK_STEP_S apart; empty without positions.
    coverage      column -> share of the time without pauses for which it is recorded, 0-1; columns without any are absent.
    samples       how many.
    is_row        a row of a log: totals, and nothing that was recorded along the way.
    position      as in Header.
    """

    bare: Run
    offset_s: int | None
    from_s: float
    to_s: float
    lasting_s: tuple[float, ...]
    moving_s: float
    distance_m: float | None
    track: FloatArray
    coverage: Mapping[str, float]
    samples: int
    is_row: bool
    position: tuple[float, float] | None = None

    @property
    def run_id(self) -> str:
        """Id of the run."""
        return self.bare.id

    @property
    def source(self) -> Source:
        """Where the recording came from."""
        return self.bare.source

    @property
    def start(self) -> dt.datetime:
        """As in Run: an instant, or what the runner's clock showed, or a day."""
        return self.bare.start

    @cached_property
    def extent(self) -> Extent | None:
        """Where and when the track lies; None where it has too few fixes to be compared."""
        return extent_of(self.track)

    @cached_property
    def start_s(self) -> float:
        """`start`, seconds since 1970 on its own clock."""
        return self.start.timestamp()

    @cached_property
    def begins_s(self) -> float:
        """First moment, seconds since 1970 on the clock of `start`."""
        return self.start_s + self.from_s

    @cached_property
    def ends_s(self) -> float:
        """Last moment, seconds since 1970 on the clock of `start`."""
        return self.start_s + self.to_s

    @property
    def span_s(self) -> float:
        """From first to last."""
        return self.to_s - self.from_s

    @property
    def face(self) -> dt.datetime | None:
        """What the runner's clock showed at the start, written as if it were UTC; None where her offset is not known."""
        if self.bare.start_kind is not StartKind.UTC:
            return self.start
        return None if self.offset_s is None else self.start + dt.timedelta(seconds=self.offset_s)

    def covers(self, column: str) -> float:
        """Share of the time for which a quantity is recorded, by the watch or by a second sensor, 0-1."""
        return max(self.coverage.get(column, 0.0), self.coverage.get(f"pod_{column}", 0.0))

    @property
    def covers_way(self) -> float:
        """Share of the time for which it is known how far she had come, by whatever means, 0-1."""
        return max(self.covers("lat_deg"), *(self.covers(name) for name in _WAY))


def sighting(run: Run, measured: Measured, athlete: Athlete | None = None, flag_zone: str | None = None) -> Sighting:
    """What is kept of a run, once measured.

    athlete, flag_zone   where the file does not tell the runner's time zone, as in `start_of`.
    """
    time_s, totals = run.samples["time_s"], measured.totals
    moving_s = totals.running_s + totals.walking_s
    row = run.source.format == "log" and _made_of_totals(run)
    return Sighting(
        bare=replace(run, samples={"time_s": np.empty(0)}),
        offset_s=_offset_s(measured.header, athlete or Athlete(), flag_zone),
        from_s=0.0 if row else float(time_s[0]),
        to_s=max(totals.elapsed_s, totals.timer_s, float(time_s[-1])) if row else float(time_s[-1]),
        lasting_s=(float(time_s[-1] - time_s[0]), totals.elapsed_s, totals.timer_s, moving_s),
        moving_s=moving_s,
        distance_m=totals.distance_m,
        track=coarse_track(run),
        coverage=_coverage(run),
        samples=len(run),
        is_row=row,
        position=measured.header.position,
    )


def on_clock(sight: Sighting, athlete: Athlete, flag_zone: str | None) -> Sighting:
    """The same for another runner, or for another zone that she names."""
    bare = sight.bare
    clock = Clock(bare.start, bare.start_kind, bare.utc_offset_s, sight.position)
    return replace(sight, offset_s=_offset_s(clock, athlete, flag_zone))


def _offset_s(clock: Clocked, athlete: Athlete, flag_zone: str | None) -> int | None:
    offset = start_of(clock, athlete, flag_zone).offset
    return None if offset.source == "assumed-utc" else offset.seconds


def _made_of_totals(run: Run) -> bool:
    """Whether nothing changes along the way but the distance, and that evenly: an export of an account can hold true samples."""
    time_s = run.samples["time_s"]
    rates = [np.diff(values) / np.diff(time_s) for name, values in run.samples.items() if name in RISING]
    levels = [values for name, values in run.samples.items() if name not in RISING and name != "time_s"]
    return all(np.ptp(rate) < _EVEN_M_S for rate in rates if rate.size) and all(np.ptp(level) == 0 for level in levels)


def coarse_track(run: Run, step_s: float = TRACK_STEP_S) -> FloatArray:
    """Fixes about `step_s` apart, closer in a short run: shape (k, 3), seconds since the start, latitude, longitude."""
    time_s, lat, lon = run.samples["time_s"], run.column("lat_deg"), run.column("lon_deg")
    known = np.flatnonzero(np.isfinite(lat) & np.isfinite(lon))
    if not known.size:
        return np.empty((0, 3))
    at = time_s[known]
    step = max(min(step_s, float(at[-1] - at[0]) / TRACK_FIXES), 1.0)
    _, first = np.unique(np.floor((at - at[0]) / step), return_index=True)
    chosen = known[first]
    return np.column_stack([time_s[chosen], lat[chosen], lon[chosen]])


def _coverage(run: Run) -> Mapping[str, float]:
    timed = _Timed.of(run)
    found = {name: _share(run, name, timed) for name in run.samples if name != "time_s"}
    return {name: share for name, share in found.items() if share > 0}


def column_coverage(run: Run, name: str) -> float:
    """Share of the time without pauses for which a column is recorded, gaps bridged as `mean_between` does, 0-1.

    A distance that never rises and a cadence that is always 0 are a sensor that was not there: 0.
    """
    return _share(run, name, _Timed.of(run))


class _Timed(NamedTuple):
    """The time of a run without its pauses.

    seconds   between the samples, shape (n - 1,).  [s]
    total_s   their sum.    whole_s   of it, what a column covers that is recorded at every sample.
    """

    seconds: FloatArray
    total_s: float
    whole_s: float

    @classmethod
    def of(cls, run: Run) -> Self:
        """Of a run."""
        time_s = run.samples["time_s"]
        seconds = np.diff(time_s - run.pauses.before(time_s))
        everywhere = bridged(time_s, np.ones(len(time_s), dtype=bool))
        return cls(seconds, float(np.sum(seconds)), float(np.sum(seconds[everywhere])))


def _share(run: Run, name: str, timed: _Timed) -> float:
    time_s, values = run.samples["time_s"], run.column(name)
    if name in RISING and not np.nanmax(values, initial=-np.inf) > np.nanmin(values, initial=np.inf):
        return 0.0
    if name in ("cadence_per_min", "pod_cadence_per_min", "speed_m_s", "pod_speed_m_s") and not np.any(values > 0):
        return 0.0
    if timed.total_s <= 0:
        return 0.0
    known = np.isfinite(values)
    if known.all():
        return timed.whole_s / timed.total_s
    return float(np.sum(timed.seconds[bridged(time_s, known)])) / timed.total_s
