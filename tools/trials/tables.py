"""Every table of docs/statistics.md, in the order of the page."""

from trials.table import Table

TABLES: tuple[Table, ...] = ()
"""One line for each topic."""
