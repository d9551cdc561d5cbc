"""The integral of recorded cadence beside the device's own stride total, where its header can be true."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from validate.corpus_runs import CorpusRun

CADENCE_SPM = (120.0, 210.0)
STEP_M = (0.5, 1.6)
MOST_PAUSED = 0.05
"""What makes a header sane: fixed before any count was looked at, from the header alone. Paused as a share of elapsed time."""

NEAR, NEAR_SHARE, NEAR_MEDIAN, FAR = 0.01, 0.80, 0.006, 0.03
"""Within 1 % in 80 % of sane runs, median at most 0.6 %; beyond 3 % a run is named with its cause."""

CAUSES: Mapping[str, str] = {
    "dtcooper__python-fitparse/compressed-speed-distance.fit": (
        "its own cadence samples add up to 1.5 % more than its own stride total, whether each is held until the next, from "
        "the one before, or joined by lines: the device left steps out of its total"
    ),
}
"""Path of a sane run beyond 1 % -> why; every one beyond 3 % must be here."""


@dataclass(frozen=True, eq=False)
class Integral:
    """One recording whose device counted strides.

    device     twice its stride total.   ours  footfalls by the integral of cadence.
    not_sane   what the header fails, in words; empty for a sane one.
    """

    path: str
    device: int
    ours: float
    not_sane: tuple[str, ...]

    @property
    def difference(self) -> float:
        """Ours over the device's, minus 1."""
        return self.ours / self.device - 1

    @property
    def near(self) -> bool:
        """Whether it lies within 1 %."""
        return abs(self.difference) <= NEAR


@dataclass(frozen=True, eq=False)
class Integrals:
    """All of them, the sane ones and the others, by path."""

    sane: Sequence[Integral]
    others: Sequence[Integral]

    @property
    def near_share(self) -> float:
        """Share of sane runs within 1 %; NaN without any."""
        return sum(one.near for one in self.sane) / len(self.sane) if self.sane else math.nan

    @property
    def median(self) -> float:
        """Of the absolute differences of sane runs; NaN without any."""
        return median(abs(one.difference) for one in self.sane) if self.sane else math.nan

    @property
    def far(self) -> Sequence[Integral]:
        """Sane runs beyond 3 %."""
        return [one for one in self.sane if abs(one.difference) > FAR]

    @property
    def inside(self) -> bool:
        """Whether share and median are within their bounds, and every run beyond 3 % has its cause."""
        named = all(one.path in CAUSES for one in self.far)
        return self.near_share >= NEAR_SHARE and self.median <= NEAR_MEDIAN and named


def integrals(found: Iterable[CorpusRun]) -> Integrals:
    """Every recording with a stride total of its device."""
    all_of_them = [one for one in map(_integral, found) if one is not None]
    return Integrals([one for one in all_of_them if not one.not_sane], [one for one in all_of_them if one.not_sane])


def _integral(one: CorpusRun) -> Integral | None:
    session = one.run.session
    if session is None or session.total_strides is None or not session.total_strides > 0:
        return None
    device = 2 * session.total_strides
    told = not_sane(device, session.timer_s, session.elapsed_s, session.distance_m)
    return Integral(one.path, device, one.summary.footfalls.total.value, told)


def not_sane(device: int, timer_s: float | None, elapsed_s: float | None, distance_m: float | None) -> tuple[str, ...]:
    """What a header fails, in words; empty when it is sane.

    device   twice the stride total, above 0.   The others as the header has them, None = not there.
    """
    if timer_s is None or elapsed_s is None or distance_m is None or not timer_s > 0 or not elapsed_s > 0:
        return ("timer, elapsed time or distance is missing",)
    cadence, step, paused = 60 * device / timer_s, distance_m / device, 1 - timer_s / elapsed_s
    told = []
    if not CADENCE_SPM[0] <= cadence <= CADENCE_SPM[1]:
        told.append(f"{cadence:.0f} steps/min")
    if not STEP_M[0] <= step <= STEP_M[1]:
        told.append(f"steps of {step:.2f} m")
    if not paused < MOST_PAUSED:
        told.append(f"paused for {100 * paused:.0f} %")
    return tuple(told)
