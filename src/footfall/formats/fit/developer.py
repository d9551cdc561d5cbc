"""Developer fields: what a second sensor's own app wrote beside the fields of the watch, kept apart from those as `pod_*`.

An app describes its fields in the file itself, by the index of the app and a number of its own. A field is taken where the app is
one we know by what only it describes, and the name is one of its names; or where the description says for which native field of a
record it stands. A name alone is not enough: any app may call anything "Distance".

Sources: Garmin FIT protocol, "Developer Data Fields". Names and units of Stryd: files of its apps for Garmin watches and phones,
2017-2020. Of RunScribe: its own open source (MIT), github.com/ScribeLabs/garmin-connect-iq-runscribe-light, RunScribeDataField.mc
and RunScribeFitContributions.mc, three sets of names in turn.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from footfall.formats.fit.columns import Table
from footfall.formats.fit.profile import Kind
from footfall.formats.fit.totals import cells
from footfall.model.intervals import FloatArray


@dataclass(frozen=True, slots=True)
class Described:
    """One developer field as its app describes it; None where it does not.

    key      index of the app and number of the field.
    base     base type of the FIT protocol.
    native   the field of a record that it stands for.
    Value = stored number / scale - offset, in `unit`.
    """

    key: tuple[int, int]
    base: int
    name: str | None
    unit: str | None
    native: int | None
    scale: float
    offset: float


@dataclass(frozen=True, slots=True)
class UnknownUnit:
    """A field that would be one of ours, but is in a unit that we do not know."""

    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class SecondSensor:
    """Columns of a second sensor by their names in COLUMNS, each shape (n,); NaN = not recorded.

    unknown    fields left out for their unit.
    misfits    names of fields whose length does not fit their type.
    """

    columns: Mapping[str, FloatArray]
    unknown: tuple[UnknownUnit, ...] = ()
    misfits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _App:
    """An app that we know.

    maker   its number in the FIT profile's list of manufacturers.
    signs   names that only it gives to a field.
    fields  name -> our column, and the unit it has where the description tells none.
    """

    maker: int
    signs: frozenset[str]
    fields: Mapping[str, tuple[str, str]]


_POWER, _CADENCE = ("pod_power_w", "w"), ("pod_cadence_per_min", "rpm")
_CONTACT, _BOUNCE = "pod_stance_time_s", "pod_vertical_oscillation_m"
_FEET = ("_l", "_r")
"""How RunScribe ends the names of fields that it writes for each foot; their mean is the runner's."""
_STRYD = _App(
    maker=95,
    signs=frozenset({"form power", "leg spring stiffness", "air power", "impact loading rate"}),
    fields=MappingProxyType(
        {
            "power": _POWER,
            "cadence": _CADENCE,
            "ground time": (_CONTACT, "ms"),
            "vertical oscillation": (_BOUNCE, "cm"),
            "speed": ("pod_speed_m_s", "m/s"),
            "distance": ("pod_distance_m", "m"),
        }
    ),
)
_RUNSCRIBE = _App(
    maker=259,
    signs=frozenset(
        f"{name}{foot}" for name in ("fs", "bg", "ig", "brakinggs", "impactgs") for foot in ("", *_FEET)
    )  # footstrike type, braking and impact in g
    | {"currbrakinggs", "currimpactgs", "currfstype"},
    fields=MappingProxyType(
        {f"{name}{foot}": (_CONTACT, "ms") for name in ("gct", "contacttime") for foot in ("", *_FEET)}
        | {"currcontacttime": (_CONTACT, "ms"), "power": _POWER, "currpower": _POWER}
    ),
)
_APPS = (_STRYD, _RUNSCRIBE)

_NATIVE = MappingProxyType(
    {
        4: _CADENCE,
        5: ("pod_distance_m", "m"),
        6: ("pod_speed_m_s", "m/s"),
        73: ("pod_speed_m_s", "m/s"),
        7: _POWER,
        39: (_BOUNCE, "mm"),
        41: (_CONTACT, "ms"),
    }
)
"""Field of a record -> our column, and its unit in the profile."""

_LENGTHS = {
    "mm": 1e-3,
    "millimeters": 1e-3,
    "millimetres": 1e-3,
    "cm": 1e-2,
    "centimeters": 1e-2,
    "centimetres": 1e-2,
} | dict.fromkeys(("m", "meters", "metres"), 1.0)
_UNITS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "pod_power_w": dict.fromkeys(("w", "watt", "watts"), 1.0),
        # Strides or steps: which of them is decided once per file, by evidence, as for the watch's own.
        "pod_cadence_per_min": dict.fromkeys(("rpm", "spm", "1/min", "strides/min", "steps/min"), 1.0),
        _CONTACT: {"ms": 1e-3, "milliseconds": 1e-3, "s": 1.0, "seconds": 1.0},
        _BOUNCE: _LENGTHS,
        "pod_speed_m_s": {"m/s": 1.0, "km/h": 1 / 3.6, "kph": 1 / 3.6, "mph": 0.44704},
        "pod_distance_m": _LENGTHS | {"km": 1000.0, "kilometers": 1000.0, "mi": 1609.344, "miles": 1609.344},
    }
)
"""Column -> unit, in small letters -> how many of ours one of it is."""
_ZERO_IS_NOTHING = frozenset({_CONTACT, _BOUNCE})
"""Pods write 0 for these before the first step and when they lose the foot: no step takes no time."""
_NO_SCALE = (0.0, 1.0)


def described(table: Table | None) -> tuple[Described, ...]:
    """Every developer field that a part describes, in file order; of a field described twice the last."""
    names = (
        *("developer_data_index", "field_definition_number", "fit_base_type_id"),
        *("scale", "offset", "native_mesg_num", "native_field_num"),
    )
    if table is None:
        return ()
    read = cells(table, Kind.FIELD_DESCRIPTION, names)
    texts = zip(table.texts(3), table.texts(8), strict=True)
    found: dict[tuple[int, int], Described] = {}
    for (name, unit), index, number, base, scale, offset, message, native in zip(
        texts, *(column.tolist() for column in read.values()), strict=True
    ):
        if math.isnan(index) or math.isnan(number) or math.isnan(base):
            continue
        key = (int(index), int(number))
        of_records = math.isnan(message) or message == Kind.RECORD
        found[key] = Described(
            key=key,
            base=int(base),
            name=name,
            unit=unit,
            native=int(native) if of_records and not math.isnan(native) else None,
            scale=1.0 if math.isnan(scale) or scale in _NO_SCALE else scale,
            offset=0.0 if math.isnan(offset) else offset,
        )
    return tuple(found.values())


def second_sensor(records: Table, descriptions: Table | None, developers: Table | None) -> SecondSensor:
    """What the records hold in developer fields.

    descriptions, developers   the part's messages about fields and about apps.
    Where two fields are the same quantity, the one described first that has any value stands; the two feet of a pod are averaged.
    """
    fields = described(descriptions)
    if not fields:
        return SecondSensor({})
    apps = _apps(fields, developers)
    found: dict[str, list[tuple[Described, FloatArray]]] = {}
    unknown: list[UnknownUnit] = []
    for field in fields:
        meant = _meant(field, apps.get(field.key[0]))
        stored = None if meant is None else records.developer_numbers(field.key, field.base)
        if meant is None or stored is None:
            continue
        column, unit = meant
        told = unit if field.unit is None else field.unit.casefold()
        one = _UNITS[column].get(told)
        if one is None:
            unknown.append(UnknownUnit(field.name or column, told))
            continue
        values = (stored / field.scale - field.offset) * one
        if column in _ZERO_IS_NOTHING:
            values[values == 0.0] = np.nan
        if not np.isnan(values).all():
            found.setdefault(column, []).append((field, values))
    misfits = records.misfits()
    return SecondSensor(
        {column: _one(of_it) for column, of_it in found.items()},
        tuple(unknown),
        tuple(field.name or f"{field.key[1]} of app {field.key[0]}" for field in fields if field.key in misfits),
    )


def _apps(fields: tuple[Described, ...], developers: Table | None) -> dict[int, _App]:
    """Index -> app, of those we know: by the maker that it names, else by the names of its fields."""
    found = {
        field.key[0]: app for field in fields if field.name is not None for app in _APPS if field.name.casefold() in app.signs
    }
    read = cells(developers, Kind.DEVELOPER_DATA_ID, ("developer_data_index", "manufacturer_id"))
    for index, maker in zip(*(column.tolist() for column in read.values()), strict=True):
        found |= {int(index): app for app in _APPS if maker == app.maker and not math.isnan(index)}
    return found


def _meant(field: Described, app: _App | None) -> tuple[str, str] | None:
    """The column that a field is, and its unit unless told; None where it is none of ours."""
    if app is not None and field.name is not None:
        known = app.fields.get(field.name.casefold())
        if known is not None:
            return known
    return None if field.native is None else _NATIVE.get(field.native)


def _one(of_it: list[tuple[Described, FloatArray]]) -> FloatArray:
    """The first field of a quantity, or the mean of the two feet where it is one foot's; of one foot where the other has none."""
    first, values = of_it[0]
    feet = [held for field, held in of_it[1:] if field.key[0] == first.key[0] and _foot(field) not in (None, _foot(first))]
    if _foot(first) is None or not feet:
        return values
    other = feet[0]
    return np.where(np.isnan(values), other, np.where(np.isnan(other), values, (values + other) / 2))


def _foot(field: Described) -> str | None:
    name = (field.name or "").casefold()
    return next((foot for foot in _FEET if name.endswith(foot)), None)
