"""Runs counted with their cadence withheld and the runner's height unknown, beside the count from their recorded cadence."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from footfall.model.measure import Measure
from footfall.model.run import Run
from validate.corpus_runs import OnceRun, counted_again

HELD_SHARE = 0.75
"""Least share of runs whose recorded count lies inside the population interval. Its nominal share is 90 %, which simulated
runners must show; persons of a corpus are few, and partly the same."""

CAUSES: Mapping[str, str] = {
    "aaron-schroeder__heartandsole/testdata.fit": (
        "not four minutes of walking on and off, standing about between: its cadence is 0 for long stretches in which its "
        "distance goes on slowly, which without cadence is walking"
    ),
}
"""Path of a miss -> why."""


@dataclass(frozen=True, eq=False)
class Withheld:
    """One run.

    recorded   footfalls from its recorded cadence.     estimated   without it, with the 90 % interval.
    also       paths of other recordings of the same run, which are not counted again.
    """

    path: str
    also: tuple[str, ...]
    speed_m_s: float
    recorded: float
    estimated: Measure

    @property
    def difference(self) -> float:
        """Estimated over recorded, minus 1."""
        return self.estimated.value / self.recorded - 1

    @property
    def held(self) -> bool:
        """Whether the interval holds the recorded count."""
        return self.estimated.low <= self.recorded <= self.estimated.high


def withheld(found: Iterable[OnceRun]) -> Sequence[Withheld]:
    """Every run whose distance is known, by path."""
    rows = []
    for one in found:
        first = one.first
        if math.isnan(first.speed_m_s):
            continue
        estimated = counted_again(without_cadence(first.run)).footfalls.total
        rows.append(Withheld(first.path, one.also, first.speed_m_s, first.summary.footfalls.total.value, estimated))
    return rows


def without_cadence(run: Run) -> Run:
    """The run as a device without a step sensor would have it: no cadence, no second sensor, no stride total."""
    samples = {name: values for name, values in run.samples.items() if name != "cadence_per_min" and not name.startswith("pod_")}
    session = None if run.session is None else replace(run.session, total_strides=None)
    return replace(run, samples=samples, session=session)


def held_share(rows: Sequence[Withheld]) -> float:
    """Share whose interval holds the recorded count; NaN without rows."""
    return sum(row.held for row in rows) / len(rows) if rows else math.nan
