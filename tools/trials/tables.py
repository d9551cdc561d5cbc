"""Every table of docs/statistics.md, in the order of the page."""

from trials.association import TABLES as ASSOCIATION
from trials.clustering import TABLES as CLUSTERING
from trials.conditions import TABLES as CONDITIONS
from trials.flares import TABLES as FLARES
from trials.table import Table
from trials.tolerance import TABLES as TOLERANCE
from trials.whole import TABLES as WHOLE

TABLES: tuple[Table, ...] = (*CLUSTERING, *ASSOCIATION, *CONDITIONS, *FLARES, *TOLERANCE, *WHOLE)
"""One line for each topic."""
