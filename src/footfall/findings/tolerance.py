"""Which outings tell how long the runner stays free of pain, and the curve they make: for rule P3 and its picture."""

from dataclasses import dataclass

from footfall.findings.stats.survival import SurvivalCurve
from footfall.history.history import Outing


@dataclass(frozen=True, eq=False)
class Tolerance:
    """How long runs stay free of pain.

    curve        None below 8 onsets.
    began        outings with an onset in them, each an event at `outing.onset.minute`.
    free         outings known to be free of pain, censored at their end.
    prevalent    how many began in pain: left out, counted.
    unknown      how many have no diary row, or a row that says nothing of the back: left out, never "pain-free".
    coverage     share of outings with a row, 0-1; NaN without outings.
    """

    curve: SurvivalCurve | None
    began: tuple[Outing, ...]
    free: tuple[Outing, ...]
    prevalent: int
    unknown: int
    coverage: float
