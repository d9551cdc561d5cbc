"""Other people's readers of FIT, asked for the same values: fitparse, fitdecode and Garmin's own."""

import datetime as dt
import gzip
import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import fitdecode
import fitparse
import garmin_fit_sdk
import numpy as np
from fitparse.records import DEV_TYPES, DevFieldDefinition

from footfall.model.columns import COLUMNS
from footfall.model.intervals import FloatArray

Row = Mapping[str, Any]
_EPOCH = dt.datetime(1989, 12, 31, tzinfo=dt.UTC)

NATIVE: Mapping[str, tuple[tuple[str, ...], float]] = {
    "lat_deg": (("position_lat",), 2**31 / 180),
    "lon_deg": (("position_long",), 2**31 / 180),
    "altitude_m": (("enhanced_altitude", "altitude"), 1),
    "distance_m": (("distance",), 1),
    "speed_m_s": (("enhanced_speed", "speed"), 1),
    "heart_rate_bpm": (("heart_rate",), 1),
    "power_w": (("power",), 1),
    "stance_time_s": (("stance_time",), 1000),
    "stance_time_balance_pct": (("stance_time_balance",), 1),
    "vertical_oscillation_m": (("vertical_oscillation",), 1000),
    "vertical_ratio_pct": (("vertical_ratio",), 1),
    "step_length_m": (("step_length",), 1000),
    "temperature_c": (("temperature",), 1),
}
"""Column -> the profile's names, the best first, and how many of its units are one of ours."""
DEVELOPER: Mapping[str, tuple[str, float]] = {
    "pod_power_w": ("Power", 1),
    "pod_cadence_per_min": ("Cadence", 1),
    "pod_speed_m_s": ("Speed", 1),
    "pod_distance_m": ("Distance", 1),
    "pod_stance_time_s": ("Ground Time", 1000),
    "pod_vertical_oscillation_m": ("Vertical Oscillation", 100),
}
"""Column -> what Stryd, whose files the corpus holds, calls it, and how many of its units are one of ours."""
NEWER = {"unknown_192": "workout_feel", "unknown_193": "workout_rpe"}
"""What fitparse reads without knowing its name."""
ZERO_IS_NOTHING = ("pod_stance_time_s", "pod_vertical_oscillation_m")


@dataclass
class Reading:
    """What another reader has of a file, up to where it gives up.

    messages    name -> rows of field name -> value; times as seconds since 1989-12-31, or since the device was switched on.
    developer   of each record: name of a developer field -> value.
    """

    messages: dict[str, list[Row]] = field(default_factory=dict)
    developer: list[Row] = field(default_factory=list)

    def rows(self, name: str) -> list[Row]:
        return self.messages.get(name, [])

    def add(self, name: str, native: Row, developer: Row) -> None:
        self.messages.setdefault(name, []).append({key: _seconds(value) for key, value in native.items()})
        if name == "record":
            self.developer.append(developer)


def by_fitparse(data: bytes) -> Reading:
    found = Reading()
    DEV_TYPES.clear()  # one table for the whole process
    with fitparse.FitFile(io.BytesIO(data), check_crc=False) as file, suppress(fitparse.FitParseError):
        for message in file.get_messages():
            extra = [cell for cell in message.fields if isinstance(cell.field_def, DevFieldDefinition)]
            own = [cell for cell in message.fields if not isinstance(cell.field_def, DevFieldDefinition)]
            native = {NEWER.get(cell.name, cell.name): cell.value for cell in own}
            found.add(message.name, native, {cell.name: cell.raw_value for cell in extra})
    return found


def by_fitdecode(data: bytes) -> Reading:
    found = Reading()
    with fitdecode.FitReader(io.BytesIO(data), check_crc=fitdecode.CrcCheck.DISABLED) as reader, suppress(fitdecode.FitError):
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                extra = [cell for cell in frame.fields if isinstance(cell.field, fitdecode.types.DevField)]
                own = [cell for cell in frame.fields if not isinstance(cell.field, fitdecode.types.DevField)]
                found.add(frame.name, {cell.name: cell.value for cell in own}, {cell.name: cell.raw_value for cell in extra})
    return found


def by_garmin(data: bytes) -> Reading:
    """Garmin's SDK, by its listener: the order of the file, and what it has read before it gives up."""
    found = Reading()
    names: list[str | None] = []

    def listen(number: int, message: Mapping[Any, Any]) -> None:
        if number == 206:
            told = message.get("field_name")
            names.append(told[0] if isinstance(told, list) else told)
        extra = {names[key]: value for key, value in message.get("developer_fields", {}).items() if names[key] is not None}
        own = {str(key): value for key, value in message.items() if key != "developer_fields"}
        name = garmin_fit_sdk.Profile["messages"].get(number, {}).get("name", str(number))
        found.add(name, own, {str(key): value for key, value in extra.items()})

    stream = garmin_fit_sdk.Stream.from_byte_array(bytearray(data))
    _, _errors = garmin_fit_sdk.Decoder(stream).read(
        convert_datetimes_to_dates=False, merge_heart_rates=False, mesg_listener=listen
    )  # where it gives up, it lists an error and hands back what it has: so do we
    return found


ORACLES: Mapping[str, Callable[[bytes], Reading]] = {"fitparse": by_fitparse, "fitdecode": by_fitdecode, "garmin": by_garmin}


def stored(path: Path) -> bytes:
    """The file, decompressed."""
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def column(reading: Reading, name: str) -> FloatArray:
    """A column made from another reader's records; NaN where it has none or where it lies outside what is possible."""
    records = reading.rows("record")
    if name == "cadence_per_min":
        return _possible(name, [_sum(row.get("cadence"), row.get("fractional_cadence")) for row in records], 1)
    if name in DEVELOPER:
        theirs, per_unit = DEVELOPER[name]
        values = [_number(row.get(theirs)) for row in reading.developer]
        if name in ZERO_IS_NOTHING:
            values = [np.nan if value == 0 else value for value in values]
        return _possible(name, values, per_unit)
    names, per_unit = NATIVE[name]
    return _possible(
        name, [next((_number(row[key]) for key in names if row.get(key) is not None), np.nan) for row in records], per_unit
    )


def pauses(reading: Reading) -> list[tuple[float, float]]:
    """From a stop of the timer to the next start, as a walk through the events; the file's own seconds."""
    found, stopped = [], None
    for row in reading.rows("event"):
        if row.get("event") != "timer":
            continue
        if str(row.get("event_type")).startswith("stop") and stopped is None:
            stopped = row["timestamp"]
        elif row.get("event_type") == "start" and stopped is not None:
            if row["timestamp"] > stopped:
                found.append((stopped, row["timestamp"]))
            stopped = None
    return found


def _seconds(value: Any) -> Any:
    if not isinstance(value, dt.datetime):
        return value
    return (value.replace(tzinfo=dt.UTC) - _EPOCH).total_seconds()


def _number(value: Any) -> float:
    return np.nan if value is None else float(value)


def _sum(whole: float | None, fraction: float | None) -> float:
    if whole is None:
        return np.nan
    return whole + (0 if fraction is None else fraction)


def _possible(name: str, values: Sequence[float], per_unit: float) -> FloatArray:
    low, high = COLUMNS[name].low, COLUMNS[name].high
    assert low is not None
    assert high is not None
    ours = np.array(values, dtype=np.float64) / per_unit
    return np.where((ours >= low) & (ours <= high), ours, np.nan)
