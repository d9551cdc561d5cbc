"""Steep downhill footfalls and fast minutes of a run against the most of the 30 days before: for rules R5, R1 and R2."""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from footfall.findings.finding import Evidence
from footfall.findings.spikes import WINDOW
from footfall.history.history import History, Outing
from footfall.model.intervals import FloatArray
from footfall.wording import say
from footfall.wording.numbers import date

TIMES = 2.0
"""So many times the most of the 30 days before."""

MIN_DOWNHILL, MIN_FAST_MIN = 1000.0, 10.0
"""Less is no ramp, whatever came before: about 6 minutes of steep downhill, and 10 fast minutes."""

FAST = 1.2
"""A minute at so many times the runner's own usual speed is a fast one."""

RUNNING_M_S = 1.8
"""Slower minutes are walked or stood: they tell nothing of the usual speed."""

MIN_RUNS = 3
"""So many runs of the 30 days must be known, and half of all."""


@dataclass(frozen=True, eq=False)
class Ramp:
    """One exposure of one outing.

    value, most   of it, and the most of any outing of the 30 days before; 0 where they had none.
    where         the outing that had most; None where none had any.
    known         outings of those 30 days in which it is known.
    """

    value: float
    most: float
    where: Outing | None
    known: int


@dataclass(frozen=True, eq=False)
class Exposure:
    """What stands out in one outing: at least one of the two; None where it does not, or is not known.

    fast_m_s   speed from which a minute counts as fast: 1.2 times the usual of those 30 days.
    """

    downhill: Ramp | None
    fast: Ramp | None
    fast_m_s: float


@dataclass(frozen=True, eq=False)
class Exposures:
    """ramps   outing -> what stands out in it, of the outings shown, by start.

    downhill, fast   how many shown outings could be asked for each.
    """

    ramps: Mapping[Outing, Exposure]
    downhill: int
    fast: int


_KEPT: WeakKeyDictionary[History, Exposures] = WeakKeyDictionary()


def exposures(history: History) -> Exposures:
    """Every shown outing with 30 days of history before it, asked for both."""
    found = _KEPT.get(history)
    if found is None:
        found = _KEPT[history] = _exposures(history)
    return found


def _exposures(history: History) -> Exposures:
    running = history.running
    downhill = [_downhill(outing) for outing in running]
    minutes = [_minute_speeds_m_s(history, outing) for outing in running]
    usual_m_s = [_usual_m_s(speeds) for speeds in minutes]
    ramps: dict[Outing, Exposure] = {}
    asked = [0, 0]
    first = 0
    for at, outing in enumerate(running):
        while outing.start - running[first].start > WINDOW:
            first += 1
        if outing.start - running[0].start < WINDOW or not history.shows(outing.day):
            continue
        before = [each for each in range(first, at) if running[each].start < outing.start]
        steep = _asked(downhill, at, before)
        usual = [usual_m_s[each] for each in before if not math.isnan(usual_m_s[each])]
        fast_m_s = FAST * statistics.median(usual) if usual else math.nan
        fast = _fast(minutes, at, before, fast_m_s)
        asked[0] += steep is not None
        asked[1] += fast is not None
        downhill_ramp = None if steep is None else _ramp(running, steep, before, MIN_DOWNHILL)
        fast_ramp = None if fast is None else _ramp(running, fast, before, MIN_FAST_MIN)
        if downhill_ramp is not None or fast_ramp is not None:
            ramps[outing] = Exposure(downhill_ramp, fast_ramp, fast_m_s)
    return Exposures(ramps, *asked)


def _downhill(outing: Outing) -> float:
    """Footfalls steeper than 5 % down, of all its runs; NaN where the slope of one is not known."""
    return sum(run.footfalls.downhill for run in outing.runs)


def _minute_speeds_m_s(history: History, outing: Outing) -> FloatArray:
    """Speed of each whole minute; empty where it is not known, or cannot be what was run."""
    if history.believed_m(outing) is None:
        return np.empty(0)
    whole = [np.diff(run.curve.distance_m[: int(run.timer_s // 60) + 1]) for run in outing.runs]
    speeds: FloatArray = np.concatenate(whole) / 60
    return np.empty(0) if np.isnan(speeds).any() else speeds


def _usual_m_s(speeds: FloatArray) -> float:
    run = speeds[speeds > RUNNING_M_S]
    return float(np.median(run)) if run.size else math.nan


_Asked = tuple[float, list[float]]
"""The outing's own value, and those of the outings before, NaN where not known."""


def _asked(values: Sequence[float], at: int, before: Sequence[int]) -> _Asked | None:
    """None where the own one is not known, or too few of those before."""
    earlier = [values[each] for each in before]
    known = sum(not math.isnan(value) for value in earlier)
    if math.isnan(values[at]) or known < MIN_RUNS or 2 * known < len(before):
        return None
    return values[at], earlier


def _fast(minutes: Sequence[FloatArray], at: int, before: Sequence[int], fast_m_s: float) -> _Asked | None:
    """Minutes at `fast_m_s` or more; those of the outings before only where they can matter."""
    known = sum(minutes[each].size > 0 for each in before)
    if math.isnan(fast_m_s) or not minutes[at].size or known < MIN_RUNS or 2 * known < len(before):
        return None
    own = float(np.count_nonzero(minutes[at] >= fast_m_s))
    if own < MIN_FAST_MIN:
        return own, []
    return own, [float(np.count_nonzero(minutes[each] >= fast_m_s)) if minutes[each].size else math.nan for each in before]


def _ramp(running: Sequence[Outing], asked: _Asked, before: Sequence[int], least: float) -> Ramp | None:
    value, earlier = asked
    if value < least:
        return None
    known = [(one, -each) for one, each in zip(earlier, before, strict=True) if not math.isnan(one)]
    most, place = max(known)
    if not value > TIMES * most:
        return None
    return Ramp(value, most, running[-place] if most > 0 else None, len(known))


def exposure_evidence(outing: Outing, exposure: Exposure) -> tuple[Evidence, ...]:
    """The facts behind it."""
    evidence = []
    for name, ramp, unit in (("downhill", exposure.downhill, ""), ("fast", exposure.fast, "min")):
        if ramp is None:
            continue
        evidence.append(Evidence(say(f"rule.R5.evidence.{name}"), round(ramp.value), unit, outing.run_id))
        if ramp.where is None:
            evidence.append(Evidence(say(f"rule.R5.evidence.{name}.most.none"), 0, unit))
        else:
            label = say(f"rule.R5.evidence.{name}.most", date=date(ramp.where.day))
            evidence.append(Evidence(label, round(ramp.most), unit, ramp.where.run_id))
        evidence.append(Evidence(say(f"rule.R5.evidence.{name}.known"), ramp.known))
        if name == "fast":
            evidence.append(Evidence(say("rule.R5.evidence.fast.from"), round(1000 / 60 / exposure.fast_m_s, 2), "min/km"))
    return tuple(evidence)
