"""One run as a row of a table."""

from collections.abc import Mapping

Cell = bool | int | float | str | None
Row = Mapping[str, Cell]
"""Name of SUMMARY_COLUMNS -> value; None = not known."""
