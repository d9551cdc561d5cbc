"""What most rules need before they can look."""

from footfall.errors import NotEnoughData
from footfall.history.history import History
from footfall.wording import say
from footfall.wording.numbers import date


def not_enough(key: str, **values: object) -> NotEnoughData:
    """The three sentences `lack.KEY.reason`, `.has` and `.needs`, ready to raise."""
    return NotEnoughData(*(say(f"lack.{key}.{part}", **values) for part in ("reason", "has", "needs")))


def need_diary(history: History) -> None:
    """Raises NotEnoughData when there is no diary, or no row in it up to `as_of`."""
    if not history.has_diary:
        raise not_enough("no-diary")
    if not history.entries:
        raise not_enough("empty-diary", date=date(history.as_of))


def need_runs(history: History) -> None:
    """Raises NotEnoughData when there is no run up to `as_of`."""
    if not history.running:
        raise not_enough("no-runs", date=date(history.as_of))
