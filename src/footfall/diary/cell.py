"""One cell of a diary that holds a number or yes or no."""

import re

from footfall.model.columns import Column
from footfall.tables.cell import CellError, is_date_like, to_number

_YES = frozenset({"yes", "y", "true", "1"})
_NO = frozenset({"no", "n", "false", "0"})
_UNITS = {
    "min": re.compile(r"\s*(?:min(?:ute)?s?\.?|[′'])$"),
    "h": re.compile(r"\s*(?:h|hrs?|hours?)\.?$"),
    "0-10": re.compile(r"\s*(?:/|out of|of)\s*10$"),
}
_HOURS_AND_MINUTES = re.compile(r"(\d{1,2}):([0-5]\d)(?::00)?", re.ASCII)


def read_number(text: str, column: Column) -> float:
    """A number within the column's range, in its unit. The unit may be written: `30 min`, `7.5 h`, `3/10`.

    Raises CellError `number` or, where a spreadsheet has made a date of what was typed, `number.date`.
    """
    plain = text.casefold().replace("\N{MINUS SIGN}", "-")
    unit = _UNITS.get(column.unit)
    if unit is not None:
        plain = unit.sub("", plain)
    of_day = _HOURS_AND_MINUTES.fullmatch(plain) if column.unit == "h" else None
    bounds = {"low": _bare(column.low), "high": _bare(column.high)}
    try:
        value = int(of_day[1]) + int(of_day[2]) / 60 if of_day else to_number(plain)
    except ValueError:
        raise CellError("number.date" if is_date_like(plain) else "number", **bounds) from None
    if (column.low is not None and value < column.low) or (column.high is not None and value > column.high):
        raise CellError("number", **bounds)
    return value


def _bare(bound: float | None) -> str:
    return "" if bound is None else format(bound, "g")


def read_yes_no(text: str) -> bool:
    """Raises CellError `yes-no`."""
    word = text.casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError("yes-no")
