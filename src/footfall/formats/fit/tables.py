"""The tables that a recording is made from, with the times of its records."""

from collections.abc import Mapping, Sequence
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
    Kind.FILE_ID: 1_000,
    Kind.SESSION: 100,
    Kind.LAP: 20_000,
    Kind.RECORD: 1_000_000,
    Kind.EVENT: 200_000,
    Kind.ACTIVITY: 1_000,
    Kind.HR: 200_000,
    Kind.TIMESTAMP_CORRELATION: 1_000,
    Kind.FIELD_DESCRIPTION: 10_000,
    Kind.DEVELOPER_DATA_ID: 10_000,
}
"""Messages of each kind that are read of one file. A million points are 11 days at one a second."""


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


def refuse_crowd(found: Sequence[Part], path: str) -> None:
    """Raises UnsupportedFileError where the parts of a file together hold more messages of a kind than are read."""
    for kind, most in MOST.items():
        if sum(len(block) for part in found for block in part.blocks.get(kind, ())) > most:
            limit = f"{most:,} {kind.name.lower()} messages"
            raise UnsupportedFileError("too-large.points", reason="too-large", path=path, limit=limit)


def block_tables(data: bytes, part: Part) -> Tables:
    """Our own reading of a part. Raises UnsupportedFileError, see `stamps.times`."""
    wanted = {kind: part.blocks[kind] for kind in Kind if kind in part.blocks}
    tables = {int(kind): BlockTable(data, blocks) for kind, blocks in wanted.items()}
    records = tables.get(Kind.RECORD)
    if records is None:
        return Tables(tables, np.empty(0))
    return Tables(tables, times(data, records, list(chain.from_iterable(part.blocks.values()))))
