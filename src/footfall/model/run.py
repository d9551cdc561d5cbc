"""A recording as a reader gives it (`Decoded`) and one run of it in our terms (`Run`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from footfall.model.columns import COLUMNS
from footfall.model.intervals import FloatArray, Intervals
from footfall.model.problem import Note, Problem

if TYPE_CHECKING:
    import pandas as pd


class StartKind(StrEnum):
    """How much is known of the moment at which a recording starts."""

    UTC = "utc"
    """The instant itself."""
    LOCAL = "local"
    """What the runner's clock showed, written as if it were UTC: what people type into a log."""
    DAY = "day"
    """The runner's calendar day alone; the time of day is made up, and matches nothing."""


@dataclass(frozen=True, slots=True)
class Lap:
    """One lap as the device closed it.

    start_s, end_s  since the start of the recording, pauses included.  [s]
    trigger         manual, time, distance, position, session_end … as recorded; None where the format has none.
    """

    start_s: float
    end_s: float
    trigger: str | None = None
    distance_m: float | None = None
    intensity: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """Totals of one session (a leg of a triathlon, or the whole run) as the device recorded them. None = not recorded.

    start_s, end_s       since the start of the recording.  [s]
    timer_s              without pauses.  [s]
    total_strides        strides (two footfalls each), of a sport on foot only.
    workout_feel         0-100, as FIT has it.   workout_rpe  0-10.
    """

    start_s: float
    end_s: float
    sport: str | None = None
    sub_sport: str | None = None
    elapsed_s: float | None = None
    timer_s: float | None = None
    distance_m: float | None = None
    ascent_m: float | None = None
    descent_m: float | None = None
    total_strides: int | None = None
    workout_feel: float | None = None
    workout_rpe: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a recording came from.

    path        as the user named it.
    sha256      of the decompressed bytes.
    format      fit, gpx, tcx or log.
    reader      the decoder that read it: ours, or the fallback behind it.
    producer    manufacturer or creating program, as the file names it; None where it does not.
    device      product, as the file names it; None where it does not.
    name        the activity's own name; None where it has none.
    shoes, description   what an account or a log says of it; None where it does not.
    link        the run file that a log or an export names as this recording's own, as it is written there:
                `activities/123.fit.gz`. None where it names none.
    """

    path: str
    sha256: str
    format: str
    reader: str
    producer: str | None = None
    device: str | None = None
    name: str | None = None
    shoes: str | None = None
    description: str | None = None
    link: str | None = None


@dataclass(frozen=True, eq=False)
class Decoded:
    """One recording in SI units, as it stands in the file: nothing smoothed, resampled or guessed.

    start         tz-aware UTC instant of `time_s == 0`; by `start_kind` it may be a clock face or a day instead.
    columns       names of COLUMNS -> shape (n,), float64; NaN = not recorded. `time_s` is always there, finite and
                  never before 0, in file order (it may step backward: `metrics.runs` mends that).
    laps, pauses  pauses from timer events; empty where the format has none.
    breaks        between two segments of a track, as its writer cut it: the watch was stopped, or reception was lost.
    sessions      as recorded; empty where the format has none.
    utc_offset_s  local time minus UTC as the file itself states it; None where it does not.
    cadence_factor   what the format states that its cadence must be multiplied by to give steps of both feet: 1 in a log.
                  None where files of the format differ, and it is decided by evidence.
    """

    start: datetime
    columns: Mapping[str, FloatArray]
    source: Source
    laps: tuple[Lap, ...] = ()
    pauses: Intervals = field(default_factory=Intervals.none)
    sessions: tuple[Session, ...] = ()
    problems: tuple[Problem, ...] = ()
    utc_offset_s: int | None = None
    cadence_factor: int | None = None
    start_kind: StartKind = StartKind.UTC
    breaks: Intervals = field(default_factory=Intervals.none)

    def __post_init__(self) -> None:
        _check_start(self.start)
        _check_columns(self.columns)


@dataclass(frozen=True, eq=False)
class Run:
    """One run.

    id            sha256 of the decompressed bytes, followed by `#k` for the k-th session of a file with several.
    start         tz-aware UTC instant of `time_s == 0`.
    samples       names of COLUMNS -> shape (n,); `time_s` strictly increasing, gaps allowed; NaN = not recorded.
    laps, pauses, breaks   as in Decoded, times since `start`.  [s]
    session       the device's own totals of this run; None where the file has none.
    notes         what was mended or inferred on the way.
    cadence_factor, start_kind   as in Decoded.
    also          other recordings of the same run that were merged into this one, the richest first.
    taken         column -> which of `also` it was taken from; columns of `source` itself are not listed.
    """

    id: str
    start: datetime
    samples: Mapping[str, FloatArray]
    source: Source
    sport: str
    sub_sport: str | None = None
    laps: tuple[Lap, ...] = ()
    pauses: Intervals = field(default_factory=Intervals.none)
    session: Session | None = None
    utc_offset_s: int | None = None
    notes: tuple[Note, ...] = ()
    cadence_factor: int | None = None
    start_kind: StartKind = StartKind.UTC
    also: tuple[Source, ...] = ()
    taken: Mapping[str, Source] = field(default_factory=dict)
    breaks: Intervals = field(default_factory=Intervals.none)

    def __post_init__(self) -> None:
        _check_start(self.start)
        _check_columns(self.samples)
        time_s = self.samples["time_s"]
        if time_s.size and np.any(np.diff(time_s) <= 0):
            raise ValueError("time_s of a run must be strictly increasing")

    def __len__(self) -> int:
        return len(self.samples["time_s"])

    def source_of(self, name: str) -> Source:
        """The recording that a column comes from."""
        return self.taken.get(name, self.source)

    def column(self, name: str) -> FloatArray:
        """Shape (n,); all NaN where the file has none of it."""
        found = self.samples.get(name)
        return np.full(len(self), np.nan) if found is None else found

    def to_frame(self) -> "pd.DataFrame":
        """Samples as a table, indexed by `time_s`."""
        import pandas as pd  # 0.6 s to import: only who asks for a table pays

        return pd.DataFrame(dict(self.samples)).set_index("time_s")


def _check_start(start: datetime) -> None:
    if start.tzinfo is None or start.utcoffset() != UTC.utcoffset(None):
        raise ValueError("start must be a UTC instant")


def _check_columns(columns: Mapping[str, FloatArray]) -> None:
    unknown = set(columns) - set(COLUMNS)
    if unknown:
        raise ValueError(f"not in the vocabulary: {sorted(unknown)}")
    time_s = columns.get("time_s")
    if time_s is None or not np.all(np.isfinite(time_s)):
        raise ValueError("time_s must be there and finite")
    for name, values in columns.items():
        if values.shape != time_s.shape or values.dtype != np.float64:
            raise ValueError(f"{name} must be float64 and as long as time_s")
