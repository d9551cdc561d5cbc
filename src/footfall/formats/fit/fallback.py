"""fitparse behind our own reader: slower by hundreds, and another pair of eyes.

It is given small inputs only: 20 MB take it 40-110 s.
"""

import io
from collections.abc import Mapping
from typing import Any

import numpy as np

from footfall.formats.fit.columns import ByteArray, FieldKey, Table
from footfall.formats.fit.profile import TIMESTAMP, Kind
from footfall.formats.fit.tables import Tables
from footfall.model.intervals import FloatArray

LARGEST = 800_000
"""Bytes."""
MOST_MESSAGES = 40_000
"""Messages it is let read of one recording: about as many as 800 kB of a watch's own hold."""
MOST_CELLS = 500_000
"""Fields, those included that it unpacks from others. 800 kB of a watch's own hold fewer."""


class RowTable:
    """A Table over messages that came one by one: field -> stored value."""

    def __init__(self, rows: list[Mapping[FieldKey, Any]]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def numbers(self, field: int) -> FloatArray | None:
        """As in Table."""
        return self._numbers(field)

    def developer_numbers(self, key: tuple[int, int], kind: int) -> FloatArray | None:
        """As in Table; fitparse has read the type by itself."""
        return self._numbers(key)

    def _numbers(self, field: FieldKey) -> FloatArray | None:
        if not any(field in row for row in self._rows):
            return None
        values = np.array([_number(row.get(field)) for row in self._rows], dtype=np.float64)
        values[~np.isfinite(values)] = np.nan
        return values

    def octets(self, field: int, width: int) -> ByteArray | None:
        """As in Table."""
        if not any(field in row for row in self._rows):
            return None
        found = np.full((len(self._rows), width), 0xFF, dtype=np.uint8)
        for index, row in enumerate(self._rows):
            stored = row.get(field)
            if isinstance(stored, tuple) and len(stored) >= width:
                found[index] = stored[:width]
        return found

    def texts(self, field: int) -> list[str | None]:
        """As in Table."""
        stored = [row.get(field) for row in self._rows]
        return [(cell.strip() or None) if isinstance(cell, str) else None for cell in stored]

    def misfits(self) -> frozenset[FieldKey]:
        """As in Table: none, for fitparse refuses a file that has any."""
        return frozenset()


def fitparse_tables(data: bytes, start: int, end: int) -> tuple[Tables, int | None]:
    """What fitparse reads of the bytes from `start` up to `end`, and the byte where it stopped; None where it came through."""
    rows: dict[int, list[Mapping[FieldKey, Any]]] = {}
    stopped_at = _collect(data[start:end], rows)
    tables: dict[int, Table] = {kind: RowTable(rows[kind]) for kind in Kind if kind in rows}
    times = tables[Kind.RECORD].numbers(TIMESTAMP) if Kind.RECORD in tables else None
    count = len(rows.get(Kind.RECORD, ()))
    found = Tables(tables, np.full(count, np.nan) if times is None else times)
    return found, None if stopped_at is None else start + stopped_at


def _collect(data: bytes, rows: dict[int, list[Mapping[FieldKey, Any]]]) -> int | None:
    """Adds the stored values of every message to `rows`, by kind; returns the byte where fitparse stopped, None at the end."""
    import fitparse
    from fitparse.records import DEV_TYPES

    DEV_TYPES.clear()  # one table for the whole process: what another file defined would be believed here
    stream = io.BytesIO(data)
    count = cells = 0
    looked_at = None
    try:
        with fitparse.FitFile(stream, check_crc=False, data_processor=_as_stored()) as file:
            for message in file.get_messages():
                rows.setdefault(message.mesg_num, []).append(_row(message))
                count, cells = count + 1, cells + len(message.fields)
                if message.def_mesg is not looked_at:
                    looked_at = message.def_mesg
                    if _repeats(looked_at):
                        return stream.tell()
                if count == MOST_MESSAGES or cells >= MOST_CELLS:
                    return stream.tell()
    except Exception:  # whatever it stumbles over, from KeyError to RecursionError, what came before stands
        return len(data) if stream.closed else stream.tell()
    return None


def _repeats(definition: Any) -> bool:
    """Whether a field comes twice, as in no file of a device: for each, fitparse looks through all (77 s for 800 kB of them)."""
    numbers = [field.def_num for field in definition.field_defs]
    return len(set(numbers)) < len(numbers)


def _row(message: Any) -> Mapping[FieldKey, Any]:
    """Field -> stored value. Developer fields have numbers of their own, which may be those of native ones."""
    from fitparse.records import DevFieldDefinition

    row: dict[FieldKey, Any] = {}
    for cell in message.fields:
        definition = cell.field_def
        if isinstance(definition, DevFieldDefinition):
            row[definition.dev_data_index, definition.def_num] = cell.raw_value
        elif definition is not None:
            row[definition.def_num] = cell.raw_value
    # The time of a compressed header comes without a definition, and overrules.
    for cell in message.fields:
        if cell.field_def is None and cell.def_num == TIMESTAMP:
            row[TIMESTAMP] = cell.raw_value
    return row


def _as_stored() -> Any:
    """A processor that leaves every value as it is stored: dates and names are ours to make."""
    import fitparse

    class AsStored(fitparse.FitFileDataProcessor):  # type: ignore[misc] # fitparse ships no types
        def run_type_processor(self, field_data: object) -> None:
            """Nothing."""

        run_field_processor = run_unit_processor = run_message_processor = run_type_processor

    return AsStored()


def _number(stored: object) -> float:
    if isinstance(stored, tuple):
        stored = stored[0] if stored else None
    return float(stored) if isinstance(stored, int | float) else np.nan
