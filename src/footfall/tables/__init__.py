"""Tables as people type them: CSV in the delimiter and encoding it came in, TSV, and the first sheet of a workbook.

What the columns mean is decided elsewhere: here a table is rows of trimmed text under a header, and `cell` and `dates` read
what every such table has: numbers, days and times of day.
"""

from footfall.tables.header import match_name, name_key
from footfall.tables.read import read_table
from footfall.tables.table import Fault, Row, Table, TextForm

__all__ = ["Fault", "Row", "Table", "TextForm", "match_name", "name_key", "read_table"]
