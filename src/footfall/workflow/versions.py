"""Versions of what is kept: raised by hand when what is read or expressed may differ, and held to the sources by a test."""

READERS = 1
"""Of bytes to Measured and Sighting: formats, tables, and metrics up to measure. What older readers kept is read anew."""
NUMBERS = 1
"""Of Measured to a row of numbers: calibrate, express, the load models and the table's fields."""
JOINING = 1
"""Of which recordings are one run, and what they are together."""
FINDINGS = 1
"""Of a history to what the rules say of it: the rules, what they reckon with, and their sentences."""
