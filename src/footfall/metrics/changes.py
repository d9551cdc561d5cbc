"""Changes that a run can be thought of with: faster steps, slower, shorter, with walk breaks. Each turns bins into other bins.

A change is about the way: all but `Shorter` cover the same distance. What is walked stays as it was.
"""

import math
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from footfall.metrics.contact import duty_factor_at
from footfall.metrics.footfalls import USUAL_RUN_M_S, USUAL_WALK_M_S, line_cadence_spm
from footfall.model.calibration import CadenceLine
from footfall.model.intervals import BoolArray, FloatArray
from footfall.model.measured import Bins, Gait

FORCE_BY_CADENCE, FORCE_BY_CADENCE_SD = math.log(0.97) / math.log(1.10), 0.02 / 0.97 / math.log(1.10)
"""Peak force goes as cadence to this power at one speed: -3 +/- 2 % (1 SD) at +10 %. From memory of the literature, which is not
of one mind (-2 to -4 %); more footfalls and less force break even at an exponent of 3.1, anywhere from 1.9 to 10 within 1 SD."""

MOST_FASTER = 0.10
"""Cadence was studied to +10 % (Heiderscheit 2011, doi 10.1249/MSS.0b013e3181ebedf4)."""

LINE_SLOPE_SD = 4.0
"""How much a runner's own slope of cadence in speed may differ from the line's: published ones run from 4.5 to 12 (Hoeger 2008,
van Oeveren 2017, Fukuchi 2017, Burns 2019). A line of one's own is taken to be no surer.  [steps/min per m/s]"""

FORCE_BY_SPEED_SD = 0.30
"""What slower running takes off the force may itself be off by this fraction: between 3 and 5 m/s published forces go as speed to
the power of 0.23 to 0.39 (Munro 1987, Nilsson & Thorstensson 1989, Weyand & Davis 2005, Fukuchi 2017)."""

MOST_SLOWER = 0.30
"""Slower than that, most runs would be below the speeds that anybody measured, and most people would walk."""

SLOWEST_WALK_M_S, FASTEST_WALK_M_S = 0.5, 2.2
"""Speeds between which the walking line holds.  [m/s]"""


@dataclass(frozen=True, eq=False)
class Changed:
    """A run's bins after a change, and how unsure the change itself is. Running alone; 0 = nothing unsure.

    line       the cadence line that counts what is not recorded.
    force      factor on the peak force of running footfalls, beside what their new speed does.
    count_sd   spread of the new count of running footfalls, as a fraction.
    force_sd   spread of the logarithm of their new peak force.
    """

    bins: Bins
    line: CadenceLine
    force: float = 1.0
    count_sd: float = 0.0
    force_sd: float = 0.0


class Change(Protocol):
    """Something that could have been different about a run."""

    @property
    def needs_speed(self) -> bool:
        """True where the run's speed must be known."""

    def of(self, bins: Bins, line: CadenceLine) -> Changed:
        """The run as it would have been."""


@dataclass(frozen=True, slots=True)
class FasterCadence:
    """Steps that come faster at the same speed: 0.05 = 5 % more of them, each shorter.

    share    0 to 0.10, as far as it was studied.
    Source   Schubert 2014 for the direction. Recorded contact times say nothing of a cadence that was not run.
    """

    share: float
    needs_speed = False

    def __post_init__(self) -> None:
        _within("FasterCadence", self.share, MOST_FASTER)

    def of(self, bins: Bins, line: CadenceLine) -> Changed:
        """Every running count times 1 + share, by record and by line; force down by a power of it."""
        times = 1 + self.share
        return Changed(
            bins=replace(bins, footfalls=np.where(_running(bins), bins.footfalls * times, bins.footfalls)),
            line=replace(line, at_3=line.at_3 * times, slope=line.slope * times),
            force=times**FORCE_BY_CADENCE,
            force_sd=FORCE_BY_CADENCE_SD * math.log(times),
        )


@dataclass(frozen=True, slots=True)
class Slower:
    """The same distance at a lower running speed: 0.10 = 10 % slower. It takes longer and more footfalls, each less hard.

    share    0 to 0.30.
    Source   cadence along the slope of the runner's line; contact along the published duty factor (Fukuchi 2017), both from
             where the run itself was.
    """

    share: float
    needs_speed = True

    def __post_init__(self) -> None:
        _within("Slower", self.share, MOST_SLOWER)

    def of(self, bins: Bins, line: CadenceLine) -> Changed:
        """Running bins at (1 - share) of their speed."""
        running, speed = _running(bins), _running_speed_m_s(bins)
        slow = speed * (1 - self.share)
        longer = np.where(running, 1 / (1 - self.share), 1.0)
        fewer_spm = np.where(running, line_cadence_spm(line, slow) - line_cadence_spm(line, speed), 0.0)
        minutes = bins.cadence_time_s * longer / 60.0
        footfalls = bins.footfalls * longer + fewer_spm * minutes
        after = replace(
            bins,
            speed_m_s=np.where(running, slow, bins.speed_m_s),
            time_s=bins.time_s * longer,
            cadence_time_s=bins.cadence_time_s * longer,
            footfalls=np.maximum(footfalls, 0.0),
            contact_time_s=bins.contact_time_s * longer,
            duty_factor=np.where(running, bins.duty_factor * duty_factor_at(slow) / duty_factor_at(speed), bins.duty_factor),
        )
        return Changed(
            bins=after,
            line=line,
            count_sd=LINE_SLOPE_SD * _mean((speed - slow) / line_cadence_spm(line, slow), after),
            force_sd=FORCE_BY_SPEED_SD * _mean(np.log(duty_factor_at(slow) / duty_factor_at(speed)), after),
        )


@dataclass(frozen=True, slots=True)
class Shorter:
    """Less of the same run: 0.20 = a fifth of the way left out, evenly.

    share   0 to less than 1.
    """

    share: float
    needs_speed = False

    def __post_init__(self) -> None:
        if not 0 <= self.share < 1:
            raise ValueError(f"Shorter is a share of the run from 0 to less than 1, not {self.share!r}")

    def of(self, bins: Bins, line: CadenceLine) -> Changed:
        """Every bin times 1 - share."""
        return Changed(_times(bins, np.full(len(bins), 1 - self.share)), line)


@dataclass(frozen=True, slots=True)
class WalkBreaks:
    """The same distance, `run_s` of running at the run's own speeds and `walk_s` of walking in turn.

    run_s       more than 0.  [s]      walk_s   0 or more.  [s]      walk_m_s   0.5 to 2.2.  [m/s]
    Source      walking cadence from Winiarski 2019, walking force from Keller 1996, as for all walking.
    """

    run_s: float
    walk_s: float
    walk_m_s: float = USUAL_WALK_M_S
    needs_speed = True

    def __post_init__(self) -> None:
        if not 0 < self.run_s < math.inf or not 0 <= self.walk_s < math.inf:
            raise ValueError(f"WalkBreaks are seconds of running and of walking in turn, not {self.run_s!r} and {self.walk_s!r}")
        if not SLOWEST_WALK_M_S <= self.walk_m_s <= FASTEST_WALK_M_S:
            raise ValueError(f"walk_m_s is from {SLOWEST_WALK_M_S} to {FASTEST_WALK_M_S} m/s, not {self.walk_m_s!r}")

    def of(self, bins: Bins, line: CadenceLine) -> Changed:
        """Of each running bin the part of its way that is still run, and beside it the part that is walked."""
        if self.walk_s == 0:
            return Changed(bins, line)
        running, speed = _running(bins), _running_speed_m_s(bins)
        walk_per_run = self.walk_s / self.run_s
        kept = np.where(running, speed / (speed + self.walk_m_s * walk_per_run), 1.0)  # so that both ways make the old one
        walked_s = (bins.time_s * kept * walk_per_run)[running]
        nothing = np.zeros(len(walked_s))
        walked = Bins(
            speed_m_s=np.full(len(walked_s), self.walk_m_s),
            gait=np.full(len(walked_s), int(Gait.WALK)),
            grade=bins.grade[running],
            time_s=walked_s,
            distance_m=(bins.distance_m * (1 - kept))[running],
            cadence_time_s=nothing,
            footfalls=nothing,
            contact_time_s=nothing,
            duty_factor=np.full(len(walked_s), np.nan),
        )
        return Changed(_joined(_times(bins, kept), walked), line)


def _within(name: str, share: float, most: float) -> None:
    if not 0 <= share <= most:
        raise ValueError(f"{name} is a share from 0 to {most:g}, not {share!r}")


def _running(bins: Bins) -> BoolArray:
    running: BoolArray = bins.gait == Gait.RUN
    return running


def _running_speed_m_s(bins: Bins) -> FloatArray:
    """Speed of each bin; the usual running speed for the stretches without one."""
    return np.where(np.isfinite(bins.speed_m_s), bins.speed_m_s, USUAL_RUN_M_S)


def _mean(values: FloatArray, bins: Bins) -> float:
    """Mean over running time; 0 without running."""
    time_s = np.where(_running(bins), bins.time_s, 0.0)
    return float(np.average(values, weights=time_s)) if np.any(time_s > 0) else 0.0


def _times(bins: Bins, share: FloatArray) -> Bins:
    """So much of each bin."""
    return replace(
        bins,
        time_s=bins.time_s * share,
        distance_m=bins.distance_m * share,
        cadence_time_s=bins.cadence_time_s * share,
        footfalls=bins.footfalls * share,
        contact_time_s=bins.contact_time_s * share,
    )


def _joined(one: Bins, other: Bins) -> Bins:
    return Bins(
        speed_m_s=np.concatenate([one.speed_m_s, other.speed_m_s]),
        gait=np.concatenate([one.gait, other.gait]),
        grade=np.concatenate([one.grade, other.grade]),
        time_s=np.concatenate([one.time_s, other.time_s]),
        distance_m=np.concatenate([one.distance_m, other.distance_m]),
        cadence_time_s=np.concatenate([one.cadence_time_s, other.cadence_time_s]),
        footfalls=np.concatenate([one.footfalls, other.footfalls]),
        contact_time_s=np.concatenate([one.contact_time_s, other.contact_time_s]),
        duty_factor=np.concatenate([one.duty_factor, other.duty_factor]),
    )
