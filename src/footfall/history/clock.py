"""One clock over all runs of an outing: timer minutes since its first start, and what had been done by then."""

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np

from footfall.history.outings import Group
from footfall.history.sums import can_be_added
from footfall.model.intervals import FloatArray
from footfall.model.run import StartKind
from footfall.model.summary import RunSummary

SLACK_S = 60.0
"""A clock time is written to the minute, a start recorded to the second: so much outside a run still counts as its end."""

STOP_S = 2.0
"""A lap closed so shortly before the end is the stop button's.  [s]"""


@dataclass(frozen=True, eq=False)
class OutingClock:
    """Pauses are excluded, standing and walking included; the clock of a second file goes on where the first one stopped.

    offset_min   timer minute at which each run begins, shape (number of runs,).
    minute       shape (n,), ascending.    footfalls, load, distance_m, easy_km   until then, shape (n,); NaN = not known, as is
                 the load of all runs but the first by a model whose loads cannot be added up.
    """

    runs: Group
    offset_min: FloatArray
    minute: FloatArray
    footfalls: FloatArray
    load: FloatArray
    distance_m: FloatArray
    easy_km: FloatArray

    @classmethod
    def of(cls, runs: Group) -> "OutingClock":
        """The clock of one outing."""
        timer_min = np.array([run.timer_s for run in runs]) / 60
        offset_min = np.concatenate([[0.0], np.cumsum(timer_min)[:-1]])
        minute = np.concatenate([run.curve.minute + offset for run, offset in zip(runs, offset_min, strict=True)])
        return cls(
            runs,
            offset_min,
            np.maximum.accumulate(minute),  # a curve may end a moment past its timer
            _joined([run.curve.footfalls for run in runs]),
            _joined(_loads(runs)),
            _joined([run.curve.distance_m for run in runs]),
            _joined([run.curve.easy_km for run in runs]),
        )

    @property
    def end_min(self) -> float:
        """Timer minutes of the whole outing."""
        return sum(run.timer_s for run in self.runs) / 60

    def at(self, minute: float) -> tuple[float, float, float]:
        """Footfalls, load and distance [m] until a timer minute; NaN where not known."""
        footfalls, load, distance_m = (
            float(np.interp(minute, self.minute, done)) for done in (self.footfalls, self.load, self.distance_m)
        )
        return footfalls, load, distance_m

    def minute_at_distance(self, distance_m: float) -> float:
        """Timer minute at which a distance was first reached; NaN where it was not, or is not known."""
        ahead = np.flatnonzero(self.distance_m >= distance_m)
        if not ahead.size:
            return math.nan
        last = int(ahead[0])
        if last == 0:
            return float(self.minute[0])
        span = slice(last - 1, last + 1)
        return float(np.interp(distance_m, self.distance_m[span], self.minute[span]))

    def minute_at(self, moment: dt.datetime) -> float:
        """Timer minute at a moment, UTC: in a pause or between two files, where the clock stood.

        Returns  NaN outside the outing, and where nothing but its day is known.
        """
        found = math.nan
        for run, offset in zip(self.runs, self.offset_min, strict=True):
            if run.start_kind is StartKind.DAY:
                continue
            since_s = (moment - run.start).total_seconds()
            if since_s < -SLACK_S or (since_s < 0 and not math.isnan(found)):
                break
            found = offset + _timer_min(run, min(max(since_s, 0.0), run.elapsed_s))
        last = max(run.end for run in self.runs)
        return math.nan if (moment - last).total_seconds() > SLACK_S else float(found)

    def first_hand_lap(self) -> float:
        """Timer minute at which a lap was first closed by hand; NaN where none was.

        The lap that ends with the recording is none: many watches call their stop button manual too.
        """
        for run, offset in zip(self.runs, self.offset_min, strict=True):
            for lap in run.laps:
                if lap.trigger == "manual" and lap.end_s < run.elapsed_s - STOP_S:
                    return float(offset + _timer_min(run, lap.end_s))
        return math.nan

    def lap_end(self, number: int) -> float:
        """Timer minute at which lap `number`, from 1, ended; NaN where there is none such.

        Each file counts its laps anew, so the number is taken to mean the longest run's.
        """
        index, run = max(enumerate(self.runs), key=lambda pair: (pair[1].timer_s, pair[1].id))
        if not 1 <= number <= len(run.laps):
            return math.nan
        return float(self.offset_min[index] + _timer_min(run, run.laps[number - 1].end_s))

    @property
    def laps(self) -> int:
        """How many laps the longest run has."""
        return len(max(self.runs, key=lambda run: (run.timer_s, run.id)).laps)


def _timer_min(run: RunSummary, since_start_s: float) -> float:
    """Timer minutes of one run at a time since its start, never beyond its timer."""
    paused_s = float(run.pauses.before(np.array([since_start_s]))[0])
    return min(since_start_s - paused_s, run.timer_s) / 60


def _loads(runs: Group) -> list[FloatArray]:
    """Load of each run so far; unknown from the second on where loads cannot be added up."""
    curves = [run.curve.load for run in runs]
    return curves if can_be_added(runs) else [curves[0], *(np.full(len(curve), np.nan) for curve in curves[1:])]


def _joined(parts: list[FloatArray]) -> FloatArray:
    """Cumulative sums of several runs, each going on where the one before ended."""
    done = 0.0
    joined = []
    for part in parts:
        joined.append(part + done)
        done += float(part[-1])
    return np.concatenate(joined)
