"""Steep downhill footfalls and fast minutes of a run against the most of the 30 days before: for rules R5, R1 and R2."""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
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
    starts_s = np.array([outing.start.timestamp() for outing in running])
    first = np.searchsorted(starts_s, starts_s - WINDOW.total_seconds()).tolist()
    end = np.searchsorted(starts_s, starts_s).tolist()
    downhill = [_downhill(outing) for outing in running]
    minutes = [_minute_speeds_m_s(history, outing) for outing in running]
    usual_m_s = [_usual_m_s(speeds) for speeds in minutes]
    with_usual = [usual for usual in usual_m_s if not math.isnan(usual)]
    before_usual = list(accumulate((not math.isnan(usual) for usual in usual_m_s), initial=0))
    before_steep = list(accumulate((not math.isnan(steep) for steep in downhill), initial=0))
    before_fast = list(accumulate((speeds.size > 0 for speeds in minutes), initial=0))
    ramps: dict[Outing, Exposure] = {}
    asked_downhill = asked_fast = 0
    for at, outing in enumerate(running):
        if starts_s[at] - starts_s[0] < WINDOW.total_seconds() or not history.shows(outing.day):
            continue
        low, high = first[at], end[at]
        before = range(low, high)
        steep = fast = None
        fast_m_s = math.nan
        if not math.isnan(downhill[at]) and _enough(before_steep[high] - before_steep[low], len(before)):
            asked_downhill += 1
            steep = _ramp(running, downhill, at, before, MIN_DOWNHILL)
        usual = with_usual[before_usual[low] : before_usual[high]]
        if usual and minutes[at].size and _enough(before_fast[high] - before_fast[low], len(before)):
            asked_fast += 1
            fast_m_s = FAST * statistics.median(usual)
            if _fast_minutes(minutes[at], fast_m_s) >= MIN_FAST_MIN:
                counts = {each: _fast_minutes(minutes[each], fast_m_s) for each in (*before, at)}
                fast = _ramp(running, counts, at, before, MIN_FAST_MIN)
        if steep is not None or fast is not None:
            ramps[outing] = Exposure(steep, fast, fast_m_s)
    return Exposures(ramps, asked_downhill, asked_fast)


def _enough(known: int, of: int) -> bool:
    return known >= MIN_RUNS and 2 * known >= of


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
    """Median of the running minutes; NaN without one."""
    ordered = np.sort(speeds[speeds > RUNNING_M_S])
    middle = ordered.size // 2
    if not ordered.size:
        return math.nan
    return float(ordered[middle] if ordered.size % 2 else (ordered[middle - 1] + ordered[middle]) / 2)


def _fast_minutes(speeds: FloatArray, fast_m_s: float) -> float:
    """How many; NaN where the speeds are not known."""
    return float(np.count_nonzero(speeds >= fast_m_s)) if speeds.size else math.nan


def _ramp(
    running: Sequence[Outing], values: Sequence[float] | Mapping[int, float], at: int, before: range, least: float
) -> Ramp | None:
    """None below `least`, or where it is not more than twice the most of those before.

    values   by place in `running`; NaN = not known.
    """
    if values[at] < least:
        return None
    known = [(values[each], -each) for each in before if not math.isnan(values[each])]
    most, place = max(known)
    if not values[at] > TIMES * most:
        return None
    return Ramp(values[at], most, running[-place] if most > 0 else None, len(known))


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
