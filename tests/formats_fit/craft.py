"""Small FIT files for one thing each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sampledata.fit_writer import (
    ENUM,
    SINT32,
    STRING,
    UINT8,
    UINT16,
    UINT32,
    ByteOrder,
    Definition,
    Field,
    FitWriter,
    Value,
)

START = 1_000_000_000
"""2021-09-08T01:46:40Z on FIT's clock, and a multiple of 32."""

FILE_ID = (Field(0, ENUM), Field(1, UINT16), Field(2, UINT16), Field(8, STRING, 20))
RECORD = (Field(253, UINT32), Field(0, SINT32), Field(1, SINT32), Field(3, UINT8), Field(4, UINT8), Field(5, UINT32))
SESSION = (
    *(Field(253, UINT32), Field(2, UINT32), Field(5, ENUM), Field(6, ENUM), Field(7, UINT32), Field(8, UINT32)),
    *(Field(9, UINT32), Field(10, UINT32), Field(22, UINT16), Field(23, UINT16), Field(192, UINT8), Field(193, UINT8)),
)
LAP = (Field(253, UINT32), Field(2, UINT32), Field(7, UINT32), Field(9, UINT32), Field(23, ENUM), Field(24, ENUM))
EVENT = (Field(253, UINT32), Field(0, ENUM), Field(1, ENUM))
ACTIVITY = (Field(253, UINT32), Field(5, UINT32))
CORRELATION = (Field(253, UINT32), Field(1, UINT32), Field(3, UINT32))
"""UTC, the clock that records count by, local time."""

Row = Mapping[int, Value]


def records(count: int, start: int = START) -> list[dict[int, Value]]:
    """One a second, of everything that RECORD has."""
    return [
        {253: start + i, 0: 500_000_000 + 100 * i, 1: -300_000_000, 3: 120 + i % 40, 4: 80 + i % 5, 5: 300 * i}
        for i in range(count)
    ]


@dataclass
class Made:
    """An activity file. Each list holds rows of field number -> stored value, which are written in this order."""

    file_id: Row = field(default_factory=lambda: {0: 4, 1: 1, 2: 3113, 8: None})
    events: Sequence[Row] = ()
    records: Sequence[Row] = field(default_factory=lambda: records(60))
    record_fields: Sequence[Field] = RECORD
    laps: Sequence[Row] = ()
    sessions: Sequence[Row] = ()
    activity: Sequence[Row] = ()
    correlation: Sequence[Row] = ()
    order: ByteOrder = ByteOrder.LITTLE

    def writer(self) -> FitWriter:
        """Everything written, for whoever wants to add to it."""
        writer = FitWriter()
        self._table(writer, 0, FILE_ID, [self.file_id])
        self._table(writer, 21, EVENT, self.events)
        self._table(writer, 20, self.record_fields, self.records)
        self._table(writer, 19, LAP, self.laps)
        self._table(writer, 18, SESSION, self.sessions)
        self._table(writer, 34, ACTIVITY, self.activity)
        self._table(writer, 162, CORRELATION, self.correlation)
        return writer

    def to_bytes(self) -> bytes:
        """The whole file."""
        return self.writer().to_bytes()

    def _table(self, writer: FitWriter, message: int, fields: Iterable[Field], rows: Sequence[Row]) -> None:
        if rows:
            local = message % 16
            writer.define(Definition(local, message, tuple(fields), self.order))
            for row in rows:
                writer.write(local, row)


def session(**cells: Value) -> dict[int, Value]:
    """A session by field name; its start is START, its sport running, unless told."""
    numbers = {
        "timestamp": 253,
        "start": 2,
        "sport": 5,
        "sub_sport": 6,
        "elapsed_ms": 7,
        "timer_ms": 8,
        "distance_cm": 9,
        "cycles": 10,
        "ascent": 22,
        "descent": 23,
        "feel": 192,
        "rpe": 193,
    }
    return {numbers[name]: value for name, value in {"start": START, "sport": 1, **cells}.items()}


def event(second: int, kind: int) -> dict[int, Value]:
    """A timer event: kind 0 start, 1 stop, 4 stop_all, 8 stop_disable."""
    return {253: START + second, 0: 0, 1: kind}
