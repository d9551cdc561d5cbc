"""The tables that a recording is made from, with the times of its records."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np

from footfall.errors import UnsupportedFileError
from footfall.formats.fit.columns import BlockTable, Table
from footfall.formats.fit.parts import Part
from footfall.formats.fit.profile import Kind
from footfall.formats.fit.stamps import times
from footfall.model.intervals import FloatArray

MOST = {
    Kind.RECORD: 2_000_000,
    Kind.EVENT: 200_000,
    Kind.LAP: 20_000,
    Kind.SESSION: 1_000,
    Kind.FIELD_DESCRIPTION: 10_000,
    Kind.DEVELOPER_DATA_ID: 10_000,
}
"""Messages of a kind that are read. 2 million points are 23 days at one a second."""


@dataclass(frozen=True, eq=False, slots=True)
class Tables:
    """Messages by kind; a kind that the file has none of is not there.

    times   of the records; NaN where one has none.  [s, as in the file]
    """

    by_kind: Mapping[int, Table]
    times: FloatArray

    def get(self, kind: Kind) -> Table | None:
        """The messages of a kind; None where there are none."""
        return self.by_kind.get(kind)


def block_tables(data: bytes, part: Part) -> Tables:
    """Our own reading of a part. Raises UnsupportedFileError where it holds more messages than are read."""
    wanted = {kind: part.blocks[kind] for kind in Kind if kind in part.blocks}
    for kind, most in MOST.items():
        if sum(len(block) for block in wanted.get(kind, ())) > most:
            raise UnsupportedFileError("too-large.points", reason="too-large", limit=f"{most:,} {kind.name.lower()} messages")
    tables = {int(kind): BlockTable(data, blocks) for kind, blocks in wanted.items()}
    records = tables.get(Kind.RECORD)
    if records is None:
        return Tables(tables, np.empty(0))
    return Tables(tables, times(data, records, chain.from_iterable(part.blocks.values())))
