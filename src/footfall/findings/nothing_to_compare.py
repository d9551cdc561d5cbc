"""Why no run can be set against the 30 days before it."""

from footfall.errors import NotEnoughData
from footfall.findings.need import not_enough
from footfall.findings.spikes import BANDS, Steps
from footfall.wording.numbers import counted, date, digits_beside, half_up, signed_percent


def nothing_to_compare(steps: Steps, no_value: str) -> NotEnoughData:
    """The reason, ready to raise, where `steps.compared` is empty.

    no_value   key of what to say where no outing has the value that is asked for.
    """
    if not (steps.young or steps.no_baseline or steps.no_value):
        return not_enough("shown")
    if not (steps.young or steps.no_baseline):
        return not_enough(no_value, runs=counted(steps.no_value, "run"))
    if steps.no_baseline:
        return not_enough("baseline", runs=counted(len(steps.no_baseline), "run"), date=date(steps.no_baseline[-1].day))
    runs, first, last = counted(len(steps.young), "run"), date(steps.young[0].day), date(steps.young[-1].day)
    if not steps.young_steps:
        return not_enough("history", runs=runs, first=first, last=last)
    largest = max(steps.young_steps, key=lambda spike: spike.change)
    change = signed_percent(shown(largest.change), digits(largest.change))
    return not_enough("history-value", runs=runs, first=first, last=last, change=change, date=date(largest.outing.day))


def digits(change: float) -> int:
    """Decimals that keep a percentage on its own side of each band."""
    return digits_beside(change, BANDS)


def shown(change: float) -> float:
    """The one number that heading, table and summary give."""
    return half_up(round(change * 100, 7), digits(change)) / 100
