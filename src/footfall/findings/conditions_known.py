"""Of how many runs each condition is known: for the box below the pictures, whether rule A2 could compare or not."""

from footfall.findings.conditions import Condition, factors
from footfall.findings.tolerance import tolerance
from footfall.history.history import History


def conditions_known(history: History) -> tuple[int, dict[Condition, int]]:
    """Runs since the first diary row, and in how many of them each condition is known; 0 runs without a row."""
    since = tolerance(history).since
    outings = [] if since is None else [each for each in history.running if each.day >= since and history.shows(each.day)]
    return len(outings), {factor.condition: int((factor.level >= 0).sum()) for factor in factors(outings)}
