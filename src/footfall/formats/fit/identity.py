"""What a file is and who wrote it, from its `file_id` message."""

import math
from dataclasses import dataclass

from footfall.formats.fit.columns import Table
from footfall.formats.fit.profile import Kind, profile
from footfall.formats.fit.totals import cells

ACTIVITY = 4
_GARMIN = ("garmin", "dynastream", "dynastream_oem")
"""Makers whose product numbers the profile names."""


@dataclass(frozen=True, slots=True)
class Identity:
    """None where the file does not tell.

    kind       number of the file's type; 4 is an activity.
    producer   maker, by its name in the profile, else its number.
    device     the product's own name, else its name in the profile, else its number.
    """

    kind: int | None = None
    producer: str | None = None
    device: str | None = None


def identity(table: Table | None) -> Identity:
    """The first `file_id` of a part."""
    if table is None or not len(table):
        return Identity()
    read = cells(table, Kind.FILE_ID, ("type", "manufacturer", "product"))
    kind, maker, product = (float(column[0]) for column in read.values())
    producer = None if math.isnan(maker) else profile().name("manufacturer", maker)
    device = table.texts(profile().fields[Kind.FILE_ID]["product_name"].number)[0]
    if device is None and not math.isnan(product):
        device = profile().name("garmin_product", product) if producer in _GARMIN else str(int(product))
    return Identity(None if math.isnan(kind) else int(kind), producer, device)


def kind_name(kind: int) -> str:
    """A file type in words."""
    return profile().name("file", kind).replace("_", " ")
