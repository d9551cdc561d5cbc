"""Steps of a history from run to run, in distance, footfalls and lumbar load: worked out once for all the rules that ask."""

import math
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from footfall.findings.spikes import BANDS, Spike, Steps, spikes
from footfall.history.history import History, Outing
from footfall.metrics import spread
from footfall.metrics.spread import Quantity
from footfall.model.measure import Measure

MIN_BASE_M = 1000.0
MIN_BASE_FOOTFALLS, MIN_BASE_LUMBAR_BW = 1000.0, 2000.0
"""Where the longest of 30 days is less, it is no run to compare with: a step out of it would be hundreds of per cent. Ours. The
others are what a kilometre comes to."""


@dataclass(frozen=True, eq=False)
class RampSteps:
    """Each outing against the largest of the 30 days before it.

    distance   of outings whose distance can be believed; `doubtful` of the shown ones have another.
    footfalls, lumbar   of all whose count and load are known.
    """

    distance: Steps
    footfalls: Steps
    lumbar: Steps
    doubtful: int

    @cached_property
    def by_distance(self) -> frozenset[Outing]:
        """Outings that R1 names."""
        return frozenset(spike.outing for spike in self.distance.compared if spike.change > BANDS[0])

    @cached_property
    def footfalls_of(self) -> dict[Outing, Spike]:
        """Outing -> its step in footfalls."""
        return {spike.outing: spike for spike in self.footfalls.compared}

    @cached_property
    def lumbar_of(self) -> dict[Outing, Spike]:
        """Outing -> its step in lumbar load."""
        return {spike.outing: spike for spike in self.lumbar.compared}


_KEPT: WeakKeyDictionary[History, RampSteps] = WeakKeyDictionary()


def ramp_steps(history: History) -> RampSteps:
    """All three, and how many shown outings have a distance that cannot be."""
    found = _KEPT.get(history)
    if found is None:
        found = _KEPT[history] = _ramp_steps(history)
    return found


def _ramp_steps(history: History) -> RampSteps:
    running, shows = history.running, history.shows
    doubtful = [each for each in running if each.distance_m is not None and history.believed_m(each) is None]
    return RampSteps(
        spikes(running, history.believed_m, shows, MIN_BASE_M),
        spikes(running, lambda outing: _known(outing.footfalls), shows, MIN_BASE_FOOTFALLS),
        spikes(running, lambda outing: _known(lumbar_bw(outing)), shows, MIN_BASE_LUMBAR_BW),
        sum(shows(outing.day) for outing in doubtful),
    )


def lumbar_bw(outing: Outing) -> float:
    """Lumbar compression summed over the footfalls of all its runs; NaN where one of them is not known.  [BW·footfalls]"""
    return sum(run.lumbar_cumulative.value for run in outing.runs)


def step_ratio(spike: Spike, quantity: Quantity) -> Measure:
    """How many times the largest before it the outing is, with its interval: what both share has gone from it."""
    own, before = (spread.drawn_sum(outing.runs, quantity) for outing in (spike.outing, spike.longest))
    if own is None or before is None:
        return Measure.unknown("ratio")
    return spread.measure(spike.value / spike.before, own / before, "ratio")


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
