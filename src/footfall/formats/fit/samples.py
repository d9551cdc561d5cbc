"""Record messages -> our columns: which field is which quantity, in which unit."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from footfall.formats.fit.columns import Table
from footfall.formats.fit.profile import Field, Kind, profile
from footfall.model.intervals import FloatArray

SEMICIRCLES_PER_DEG = 2**31 / 180
_THOUSAND = 1000.0
_NO_COMPRESSED = 0xFFFFFF


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a column comes from: the first field that has a value, `per_unit` of which are one of our unit."""

    column: str
    fields: tuple[str, ...]
    per_unit: float = 1.0


_ORIGINS = (
    _Origin("lat_deg", ("position_lat",), SEMICIRCLES_PER_DEG),
    _Origin("lon_deg", ("position_long",), SEMICIRCLES_PER_DEG),
    _Origin("altitude_m", ("enhanced_altitude", "altitude")),
    _Origin("distance_m", ("distance",)),
    _Origin("speed_m_s", ("enhanced_speed", "speed")),
    _Origin("heart_rate_bpm", ("heart_rate",)),
    _Origin("power_w", ("power",)),
    _Origin("stance_time_s", ("stance_time",), _THOUSAND),
    _Origin("stance_time_balance_pct", ("stance_time_balance",)),
    _Origin("vertical_oscillation_m", ("vertical_oscillation",), _THOUSAND),
    _Origin("vertical_ratio_pct", ("vertical_ratio",)),
    _Origin("step_length_m", ("step_length",), _THOUSAND),
    _Origin("temperature_c", ("temperature",)),
)


def samples(records: Table) -> dict[str, FloatArray]:
    """Columns by their names in COLUMNS, each shape (n,), without `time_s`; one that no record has is left out.

    Nothing is checked against what is possible, and cadence stays in the file's own unit: strides or steps per minute.
    """
    fields = profile().fields[Kind.RECORD]
    found: dict[str, FloatArray | None] = {
        origin.column: _first(records, [fields[name] for name in origin.fields]) for origin in _ORIGINS
    }
    found["cadence_per_min"] = _cadence(records, fields)
    packed = _compressed_speed_distance(records, fields["compressed_speed_distance"])
    for column, unpacked in packed.items():
        found[column] = _filled(found[column], unpacked)
    per_unit = {origin.column: origin.per_unit for origin in _ORIGINS}
    columns: dict[str, FloatArray] = {}
    for column, values in found.items():
        if values is not None and not np.isnan(np.fmin.reduce(values)):
            divisor = per_unit.get(column, 1.0)
            if divisor != 1.0:
                values /= divisor  # its own copy: a table makes one for each call
            columns[column] = values
    return columns


def declined(records: Table) -> tuple[str, ...]:
    """Names of fields we read that stand in the file with a length that does not fit their type."""
    misfits = records.misfits()
    if not misfits:
        return ()
    fields = profile().fields[Kind.RECORD]
    wanted = [name for origin in _ORIGINS for name in origin.fields] + ["cadence", "fractional_cadence", "timestamp"]
    return tuple(name for name in wanted if fields[name].number in misfits)


def _first(records: Table, fields: list[Field]) -> FloatArray | None:
    values: FloatArray | None = None
    for field in fields:
        stored = records.numbers(field.number)
        if stored is not None:
            values = _filled(values, field.value(stored))
    return values


def _filled(values: FloatArray | None, second: FloatArray) -> FloatArray:
    """`values`, with `second` where they are NaN."""
    if values is None:
        return second
    missing = np.isnan(values)
    return np.where(missing, second, values) if missing.any() else values


def _cadence(records: Table, fields: Mapping[str, Field]) -> FloatArray | None:
    """Cadence with its fraction; `cadence256`, which holds both in one number, where it is the only one."""
    whole = _first(records, [fields["cadence"]])
    if whole is not None:
        fraction = _first(records, [fields["fractional_cadence"]])
        if fraction is not None:
            fraction[np.isnan(fraction)] = 0.0  # no fraction: the whole number stands
            whole += fraction
    both = _first(records, [fields["cadence256"]])
    return whole if both is None else _filled(whole, both)


def _compressed_speed_distance(records: Table, field: Field) -> dict[str, FloatArray]:
    """Speed and distance that old watches pack into three bytes: 12 bits of 1/100 m/s, 12 bits of 1/16 m that roll over."""
    octets = records.octets(field.number, 3)
    if octets is None:
        return {}
    packed = octets.astype(np.int64) @ np.array([1, 1 << 8, 1 << 16], dtype=np.int64)
    valid = packed != _NO_COMPRESSED
    speed, distance = np.full(len(packed), np.nan), np.full(len(packed), np.nan)
    speed[valid] = (packed[valid] & 0xFFF) / 100
    sixteenths = packed[valid] >> 12
    distance[valid] = np.cumsum(np.diff(sixteenths, prepend=0) & 0xFFF) / 16
    return {"speed_m_s": speed, "distance_m": distance}
