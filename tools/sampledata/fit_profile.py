"""The FIT messages that the samples are made of, by name: numbers, base types and scales of the public profile."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sampledata.fit_writer import (
    ENUM,
    SINT32,
    STRING,
    UINT8,
    UINT16,
    UINT32,
    UINT32Z,
    BaseType,
    ByteOrder,
    Definition,
    Field,
    FitWriter,
    Value,
)

EPOCH = dt.datetime(1989, 12, 31, tzinfo=dt.UTC)


def fit_time(moment: dt.datetime) -> int:
    """Seconds since FIT's epoch of a tz-aware instant.  [s]"""
    return round((moment - EPOCH).total_seconds())


def semicircles(degrees: float) -> int:
    """Degrees in FIT's unit of position: 2^31 to the half circle."""
    return round(degrees * 2**31 / 180)


@dataclass(frozen=True, slots=True)
class Channel:
    """One named field: stored = (value + offset) * scale."""

    name: str
    number: int
    base: BaseType
    scale: float = 1
    offset: float = 0
    size: int | None = None

    def raw(self, value: Value) -> Value:
        """What stands in the file; None, text, bytes and arrays pass as they are."""
        if isinstance(value, int | float):
            scaled = (value + self.offset) * self.scale
            return scaled if self.base.letter in "fd" else round(scaled)
        return value


@dataclass(frozen=True, slots=True)
class MessageType:
    """One message of the profile."""

    name: str
    number: int
    channels: tuple[Channel, ...]

    def channel(self, name: str) -> Channel:
        """Raises KeyError for a name that this table does not have."""
        for channel in self.channels:
            if channel.name == name:
                return channel
        raise KeyError(f"{self.name} has no field {name!r} here")


_TIMESTAMP = Channel("timestamp", 253, UINT32)
_INDEX = Channel("message_index", 254, UINT16)

FILE_ID = MessageType(
    "file_id",
    0,
    (
        Channel("type", 0, ENUM),
        Channel("manufacturer", 1, UINT16),
        Channel("product", 2, UINT16),
        Channel("serial_number", 3, UINT32Z),
        Channel("time_created", 4, UINT32),
    ),
)
FILE_CREATOR = MessageType("file_creator", 49, (Channel("software_version", 0, UINT16),))
DEVICE_INFO = MessageType(
    "device_info",
    23,
    (
        _TIMESTAMP,
        Channel("device_index", 0, UINT8),
        Channel("device_type", 1, UINT8),
        Channel("manufacturer", 2, UINT16),
        Channel("serial_number", 3, UINT32Z),
        Channel("product", 4, UINT16),
        Channel("software_version", 5, UINT16, 100),
    ),
)
SPORT = MessageType("sport", 12, (Channel("sport", 0, ENUM), Channel("sub_sport", 1, ENUM), Channel("name", 3, STRING, size=16)))
EVENT = MessageType(
    "event",
    21,
    (
        _TIMESTAMP,
        Channel("event", 0, ENUM),
        Channel("event_type", 1, ENUM),
        Channel("data", 3, UINT32),
        Channel("event_group", 4, UINT8),
    ),
)
RECORD = MessageType(
    "record",
    20,
    (
        _TIMESTAMP,
        Channel("position_lat", 0, SINT32),
        Channel("position_long", 1, SINT32),
        Channel("altitude", 2, UINT16, 5, 500),
        Channel("heart_rate", 3, UINT8),
        Channel("cadence", 4, UINT8),
        Channel("distance", 5, UINT32, 100),
        Channel("speed", 6, UINT16, 1000),
        Channel("vertical_oscillation", 39, UINT16, 10),
        Channel("stance_time", 41, UINT16, 10),
        Channel("fractional_cadence", 53, UINT8, 128),
        Channel("enhanced_speed", 73, UINT32, 1000),
        Channel("enhanced_altitude", 78, UINT32, 5, 500),
        Channel("vertical_ratio", 83, UINT16, 100),
        Channel("stance_time_balance", 84, UINT16, 100),
        Channel("step_length", 85, UINT16, 10),
    ),
)
LAP = MessageType(
    "lap",
    19,
    (
        _INDEX,
        _TIMESTAMP,
        Channel("event", 0, ENUM),
        Channel("event_type", 1, ENUM),
        Channel("start_time", 2, UINT32),
        Channel("total_elapsed_time", 7, UINT32, 1000),
        Channel("total_timer_time", 8, UINT32, 1000),
        Channel("total_distance", 9, UINT32, 100),
        Channel("total_strides", 10, UINT32),
        Channel("avg_heart_rate", 15, UINT8),
        Channel("max_heart_rate", 16, UINT8),
        Channel("avg_running_cadence", 17, UINT8),
        Channel("intensity", 23, ENUM),
        Channel("lap_trigger", 24, ENUM),
        Channel("sport", 25, ENUM),
        Channel("avg_fractional_cadence", 80, UINT8, 128),
        Channel("enhanced_avg_speed", 110, UINT32, 1000),
    ),
)
SESSION = MessageType(
    "session",
    18,
    (
        _INDEX,
        _TIMESTAMP,
        Channel("event", 0, ENUM),
        Channel("event_type", 1, ENUM),
        Channel("start_time", 2, UINT32),
        Channel("sport", 5, ENUM),
        Channel("sub_sport", 6, ENUM),
        Channel("total_elapsed_time", 7, UINT32, 1000),
        Channel("total_timer_time", 8, UINT32, 1000),
        Channel("total_distance", 9, UINT32, 100),
        Channel("total_strides", 10, UINT32),
        Channel("avg_heart_rate", 16, UINT8),
        Channel("max_heart_rate", 17, UINT8),
        Channel("avg_running_cadence", 18, UINT8),
        Channel("total_ascent", 22, UINT16),
        Channel("total_descent", 23, UINT16),
        Channel("first_lap_index", 25, UINT16),
        Channel("num_laps", 26, UINT16),
        Channel("trigger", 28, ENUM),
        Channel("avg_fractional_cadence", 92, UINT8, 128),
        Channel("enhanced_avg_speed", 124, UINT32, 1000),
        Channel("workout_feel", 192, UINT8),
        Channel("workout_rpe", 193, UINT8, 10),
    ),
)
ACTIVITY = MessageType(
    "activity",
    34,
    (
        _TIMESTAMP,
        Channel("total_timer_time", 0, UINT32, 1000),
        Channel("num_sessions", 1, UINT16),
        Channel("type", 2, ENUM),
        Channel("event", 3, ENUM),
        Channel("event_type", 4, ENUM),
        Channel("local_timestamp", 5, UINT32),
    ),
)
MESSAGES = (FILE_ID, FILE_CREATOR, DEVICE_INFO, SPORT, EVENT, RECORD, LAP, SESSION, ACTIVITY)


class FitBuilder(FitWriter):
    """Writes messages by name and defines them where it must: each kind of message keeps a local number of its own."""

    def __init__(self, order: ByteOrder = ByteOrder.LITTLE) -> None:
        super().__init__()
        self._order = order
        self._kinds: dict[int, tuple[int, tuple[str, ...], tuple[Channel, ...]]] = {}

    def message(self, kind: MessageType, values: Mapping[str, Value]) -> None:
        """Write one message; a change in the names or their order is preceded by a new definition.

        values  field name -> value in the profile's unit; None = invalid.
        """
        names = tuple(values)
        local, defined, channels = self._kinds.get(kind.number, (len(self._kinds), (), ()))
        if defined != names:
            channels = tuple(kind.channel(name) for name in names)
            fields = tuple(Field(channel.number, channel.base, channel.size) for channel in channels)
            self.define(Definition(local, kind.number, fields, self._order))
            self._kinds[kind.number] = (local, names, channels)
        self.write(local, {channel.number: channel.raw(values[channel.name]) for channel in channels})
