"""One run as people see it: numbers with intervals."""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from footfall.model.intervals import FloatArray, Intervals
from footfall.model.measure import Measure
from footfall.model.measured import GradeBand
from footfall.model.parts import Parts
from footfall.model.problem import Note
from footfall.model.run import Lap, StartKind


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that the run was read from.

    format, device   as in Source; None = not known.
    taken            names of COLUMNS that came from it into a run that another file speaks for.
    """

    path: str
    sha256: str
    format: str | None = None
    device: str | None = None
    taken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Load:
    """The run's load by one model."""

    model: str
    measure: Measure
    exploratory: bool


@dataclass(frozen=True, eq=False)
class Curve:
    """The run minute by minute, cumulative from the first start. All shape (n,), the first row being minute 0 and all 0.

    minute        timer minutes: pauses excluded, standing and walking included; the last may be a part of one.
    footfalls, load (by the run's chosen model), easy_km (b = 1), distance_m   until then.
    cadence_spm   mean of the minute that ends there; NaN where nothing moved, and in the first row.
    running_spm   mean cadence of the running in that minute, as recorded; NaN where less than half a minute of it was run
                  with a recorded cadence, and in the first row.
    """

    minute: FloatArray
    footfalls: FloatArray
    load: FloatArray
    distance_m: FloatArray
    cadence_spm: FloatArray
    easy_km: FloatArray
    running_spm: FloatArray

    @classmethod
    def none(cls) -> "Curve":
        """No minutes, n = 0: the curve of a run that was asked for its totals alone."""
        return cls(*(np.empty(0) for _ in range(7)))


@dataclass(frozen=True, slots=True)
class Footfalls:
    """Counts of both feet. `total` has the interval; the parts add up to it or, by slope, are parts of it.

    by_grade      band of slope -> footfalls in it; the five add up to `total`, those of unknown slope being in LEVEL. NaN, like
                  `downhill` and `uphill` (the steep two), where the slope of most of the moving time is not known.

    left, right   half of the running footfalls each, because feet alternate: counts of the two cannot differ, only their contact
                  (RunSummary.contact_balance). NaN where the file does not tell left from right.
    """

    total: Measure
    running: float
    walking: float
    downhill: float
    uphill: float
    device_total: int | None
    by_grade: Mapping[GradeBand, float] = field(default_factory=lambda: dict.fromkeys(GradeBand, math.nan))
    left: float = math.nan
    right: float = math.nan


@dataclass(frozen=True, eq=False)
class RunSummary:
    """One run, expressed for one athlete. None or NaN = not known.

    local_date, utc_offset_s   where the runner was; offset_source says how that is known.
    start_kind      how well `start` is known: with DAY its time of day is made up, and nothing goes by it.
    cadence         steps/min while running; `cadence_factor` is what the file's numbers were multiplied by.
    force           mean peak vertical ground reaction force of a running footfall.  [BW]
    contact_time_source   recorded or speed.
    load            by the model asked for; `loads` by every listed model and by that one.
    easy_km         exponent name (b1, b4, b10) -> easy kilometres; NaN where not known.    easy   the first of them, b1, with its
                    interval.
    lumbar_per_footfall   compression at the low back per running footfall, range from the ratio r alone.  [BW]
    lumbar_cumulative     over the run, all uncertainty in it.  [BW·footfalls]
    lumbar_cumulative_kn  the same in kilonewtons; None without a body mass.
    laps, pauses    since `start`, pauses included.  [s]
    contact_balance the left foot's mean share of contact time while running, as the device has it, with the share of running
                    time that has one; no error of it is published, so low and high are the value.  [%]
    grade_coverage  share of moving time with a known slope, 0-1; counts by slope rest on it.
    parts           sums by shared error: intervals of sums of runs and of ratios rest on them; None = not known.
    """

    id: str
    files: tuple[FileRef, ...]
    format: str
    device: str | None
    name: str | None
    shoes: str | None
    description: str | None
    sport: str
    sub_sport: str | None
    start: dt.datetime
    utc_offset_s: int
    offset_source: str
    local_date: dt.date
    elapsed_s: float
    timer_s: float
    moving_s: float
    running_s: float
    walking_s: float
    distance_m: float | None
    distance_source: str
    ascent_m: float | None
    descent_m: float | None
    cadence: Measure
    cadence_factor: int | None
    footfalls: Footfalls
    force: Measure
    contact_time_source: str
    load: Load
    loads: tuple[Load, ...]
    easy_km: Mapping[str, float]
    lumbar_per_footfall: Measure
    lumbar_cumulative: Measure
    lumbar_cumulative_kn: Measure | None
    curve: Curve
    laps: tuple[Lap, ...] = ()
    pauses: Intervals = field(default_factory=Intervals.none)
    workout_rpe: float | None = None
    workout_feel: float | None = None
    notes: tuple[Note, ...] = ()
    start_kind: StartKind = StartKind.UTC
    parts: Parts | None = None
    grade_coverage: float = math.nan
    contact_balance: Measure = field(default_factory=lambda: Measure.unknown("%"))
    easy: Measure = field(default_factory=lambda: Measure.unknown("easy km"))

    @property
    def end(self) -> dt.datetime:
        """Last moment of the recording, UTC."""
        return self.start + dt.timedelta(seconds=self.elapsed_s)

    @property
    def local_start(self) -> dt.datetime:
        """Start on the runner's clock, tz-aware."""
        return self.start.astimezone(dt.timezone(dt.timedelta(seconds=self.utc_offset_s)))
