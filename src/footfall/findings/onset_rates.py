"""How often pain begins in each part of the run: the bins behind the picture beside the pain-free minutes."""

import numpy as np

from footfall.findings.stats.hazards import Hazards, hazards
from footfall.findings.tolerance import Tolerance


def onset_rates(found: Tolerance) -> Hazards | None:
    """Onsets per hour at risk in bins of 5 minutes; None where there is no curve either: under 8 onsets a bin says nothing.

    Outings that pain stopped without a written minute are left out: their onset may lie in any of the bins.
    """
    if found.curve is None:
        return None
    began = np.array([outing.onset.minute for outing in found.began])
    free = np.array([outing.timer_min for outing in found.free if outing.timer_min > 0])
    return hazards(began, free)
