"""What `measure` found in one file: a function of its bytes alone, so it can be kept by content."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from footfall.model.intervals import FloatArray, IntArray, Intervals
from footfall.model.problem import Note
from footfall.model.run import Lap, Session, Source, StartKind


class Gait(IntEnum):
    """What the legs did in a stretch of time."""

    UNKNOWN = -1  # neither way nor cadence is recorded
    STAND = 0
    WALK = 1
    RUN = 2


class GradeBand(IntEnum):
    """Slope of a stretch: beyond 3 % contact time is not used, beyond 5 % footfalls are counted apart."""

    STEEP_DOWN = -2  # < -5 %
    DOWN = -1  # -5 to -3 %
    LEVEL = 0
    UP = 1  # 3 to 5 %
    STEEP_UP = 2  # > 5 %


SPEED_BIN_M_S = 0.1


@dataclass(frozen=True, eq=False)
class Header:
    """Who, what and when.

    sport         as recorded; where the file has none, what speed and cadence tell.
    utc_offset_s  as the file states it, None where it does not.
    position      latitude and longitude of the first fix, rounded to 0.01 degree: enough for a time zone, too coarse
                  for an address. None without a fix.
    session       the device's own totals.
    start_kind    what `start` is: an instant, or what the runner's clock showed.
    also          other recordings of the same run that went into it.
    taken         column -> which of `also` it was taken from.
    """

    source: Source
    start: datetime
    sport: str
    sub_sport: str | None
    utc_offset_s: int | None
    position: tuple[float, float] | None
    session: Session | None
    start_kind: StartKind = StartKind.UTC
    also: tuple[Source, ...] = ()
    taken: Mapping[str, Source] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Bins:
    """Time, distance and recorded motion of moving time, by speed x gait x grade band. All shape (k,).

    speed_m_s         mean speed in the bin; the bins are SPEED_BIN_M_S wide.  [m/s]
    gait, grade       values of Gait and GradeBand; standing time is in no bin.
    time_s            [s]
    distance_m        [m]
    cadence_time_s    seconds of `time_s` for which the cadence is recorded (short gaps bridged).  [s]
    footfalls         footfalls in that recorded time; 0 where `cadence_time_s` is 0.
    contact_time_s    seconds of `time_s` with a usable recorded contact time.  [s]
    duty_factor       time-weighted mean duty factor as the device has it; NaN where `contact_time_s` is 0.
    """

    speed_m_s: FloatArray
    gait: IntArray
    grade: IntArray
    time_s: FloatArray
    distance_m: FloatArray
    cadence_time_s: FloatArray
    footfalls: FloatArray
    contact_time_s: FloatArray
    duty_factor: FloatArray

    def __len__(self) -> int:
        return len(self.time_s)


@dataclass(frozen=True, eq=False)
class Minutes:
    """The same per timer minute x gait: what the curve of a run is drawn from. All shape (m,), minute ascending.

    minute      0 = the first minute of the timer; minutes without motion are absent.
    speed_m_s   mean speed; NaN where the way is not known.
    The others as in Bins.
    """

    minute: IntArray
    speed_m_s: FloatArray
    gait: IntArray
    time_s: FloatArray
    distance_m: FloatArray
    cadence_time_s: FloatArray
    footfalls: FloatArray

    def __len__(self) -> int:
        return len(self.time_s)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over the run. None = cannot be known from this file.

    elapsed_s        from first to last moment, pauses included.
    timer_s          without pauses.
    running_s, walking_s, standing_s, unknown_s   by what the legs did; unknown where neither way nor cadence is recorded.
    distance_m       the device's or the log's; else along the positions.   distance_source  device, gps, log or none.
    cadence_factor   1 = the file counts steps, 2 = strides; None when no cadence is used.
    cadence_from     recorded = by the watch itself; footpod = by a second sensor, where the watch has none for most of its time.
    grade_coverage   share of moving time with a known slope, 0-1; where it is 0, counts by slope are not known.
    as_recorded      footfalls of the file's cadence as it stands, zeros as zeros, over the timer; NaN without a usable one.
    balance_s        running time with a recorded contact balance.     left_contact_pct   its mean there, of the left foot; NaN
                     where there is none.
    """

    elapsed_s: float
    timer_s: float
    running_s: float
    walking_s: float
    standing_s: float
    unknown_s: float
    distance_m: float | None
    distance_source: str
    ascent_m: float | None
    descent_m: float | None
    cadence_factor: int | None
    grade_coverage: float
    cadence_from: str = "recorded"
    as_recorded: float = math.nan
    balance_s: float = 0.0
    left_contact_pct: float = math.nan


@dataclass(frozen=True, eq=False)
class Measured:
    """One run, measured.

    laps, pauses   since `header.start`.  [s]
    notes          what was mended, dropped or refused, for the reader of the numbers.
    """

    run_id: str
    header: Header
    bins: Bins
    minutes: Minutes
    totals: Totals
    laps: tuple[Lap, ...]
    pauses: Intervals
    notes: tuple[Note, ...] = ()
