"""What really happened in a run, second by second: what a watch then records, coarser."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from sampledata.plan import PlannedRun


@dataclass(frozen=True, slots=True)
class Moment:
    """One second of the timer. None = cannot be sensed there: no position indoors, no ground contact without running.

    elapsed_s     since the start, pauses included.  [s]      distance_m   so far.  [m]
    speed_m_s     [m/s]                                        cadence_spm  both feet.  [steps/min]
    footfalls     so far, both feet.
    """

    elapsed_s: int
    distance_m: float
    speed_m_s: float
    cadence_spm: float
    footfalls: float
    heart_rate_bpm: float
    altitude_m: float | None
    position: tuple[float, float] | None
    stance_time_ms: float | None
    oscillation_mm: float | None


@dataclass(frozen=True, slots=True)
class Motion:
    """One run. `moments[k]` is the run after k seconds of timer.

    start         UTC.
    pauses        (timer second before it, how long), by time.  [s]
    presses       timer seconds at which the lap button was pressed.  [s]
    ascent_m, descent_m   None indoors.  [m]
    """

    planned: PlannedRun
    start: dt.datetime
    moments: tuple[Moment, ...]
    pauses: tuple[tuple[int, int], ...]
    presses: tuple[int, ...]
    ascent_m: float | None
    descent_m: float | None

    @property
    def timer_s(self) -> int:
        """Without pauses.  [s]"""
        return len(self.moments) - 1

    @property
    def elapsed_s(self) -> int:
        """From start to end, pauses included.  [s]"""
        return self.moments[-1].elapsed_s

    @property
    def distance_m(self) -> float:
        """[m]."""
        return self.moments[-1].distance_m

    @property
    def footfalls(self) -> float:
        """Both feet."""
        return self.moments[-1].footfalls

    def at(self, timer_s: int) -> dt.datetime:
        """UTC instant of that second of the timer."""
        return self.start + dt.timedelta(seconds=self.moments[timer_s].elapsed_s)

    def cut(self, timer_s: int) -> "Motion":
        """The same run, given up at that second of the timer."""
        if timer_s >= self.timer_s:
            return self
        before = [moment.altitude_m for moment in self.moments[: timer_s + 1] if moment.altitude_m is not None]
        return replace(
            self,
            moments=self.moments[: timer_s + 1],
            pauses=tuple(pause for pause in self.pauses if pause[0] < timer_s),
            presses=tuple(press for press in self.presses if press < timer_s),
            ascent_m=climbed(before, lambda step: max(step, 0.0)) if before else None,
            descent_m=climbed(before, lambda step: max(-step, 0.0)) if before else None,
        )

    def with_press(self, timer_s: int) -> "Motion":
        """The same run, the lap button pressed at that second."""
        return replace(self, presses=tuple(sorted({*self.presses, timer_s})))


def climbed(altitudes_m: list[float], part: Callable[[float], float], threshold_m: float = 1.0) -> float:
    """Sum of one direction of the steps of at least `threshold_m`, as barometric watches count.  [m]"""
    total, level = 0.0, altitudes_m[0]
    for altitude in altitudes_m:
        if abs(altitude - level) >= threshold_m:
            total += part(altitude - level)
            level = altitude
    return total
