"""Values whose type no hint tells (`object`): each that is not plain JSON says what it is."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from footfall.library.buffers import Damage, Held, Holding, array_of, expect, held_array

_FLOAT = np.dtype("<f8")


def instant_text(value: dt.datetime) -> str:
    """With microseconds and offset; behind it, where there is such, which of two equal hours it is and the name of its zone."""
    zone = value.tzinfo
    if isinstance(zone, ZoneInfo) and zone.key is not None:
        return f"{value.replace(tzinfo=None).isoformat()} {value.fold} {zone.key}"
    if zone is not None and not isinstance(zone, dt.timezone):
        raise TypeError(f"a time of {zone!r} has no place in a record")
    return f"{value.isoformat()} {value.fold} " if value.fold else value.isoformat()


def instant_of(text: str) -> dt.datetime:
    """The way back. Raises ValueError and KeyError."""
    clock, told, rest = text.partition(" ")
    value = dt.datetime.fromisoformat(clock)
    if not told:
        return value
    fold, _, key = rest.partition(" ")
    return value.replace(tzinfo=ZoneInfo(key) if key else value.tzinfo, fold=int(fold))


def encode(value: Any, holding: Holding) -> Any:
    """A value that says what it is. Text and numbers of a finer type (enums, NumPy's) become plain ones."""
    if type(value) in (str, int, float, bool, type(None)):
        return value
    if isinstance(value, np.generic):
        return value.item()
    for kind, plain in ((str, str.__str__), (int, int), (float, float)):
        if isinstance(value, kind):
            return plain(value)
    return _told(value, holding)


def _told(value: Any, holding: Holding) -> dict[str, Any]:
    if isinstance(value, dt.datetime):
        return {"datetime": instant_text(value)}
    if isinstance(value, dt.date | dt.time):
        return {type(value).__name__: value.isoformat()}
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, np.ndarray):
        return {"array": held_array(value, _FLOAT, holding)}
    if isinstance(value, tuple | list):
        return {"list" if isinstance(value, list) else "tuple": [encode(one, holding) for one in value]}
    if isinstance(value, Mapping):
        return {"map": [[encode(key, holding), encode(one, holding)] for key, one in value.items()]}
    raise TypeError(f"a {type(value).__name__} has no place in a record")


def decode(value: Any, held: Held) -> Any:
    """The way back. Raises Damage, and ValueError for texts that are no times."""
    if type(value) is not dict:
        return expect(value, (str, int, float, bool, type(None)))
    if len(value) != 1:
        raise Damage("a value that says two things")
    ((told, inner),) = value.items()
    match told:
        case "tuple" | "list":
            found = [decode(one, held) for one in expect(inner, (list,))]
            return tuple(found) if told == "tuple" else found
        case "map":
            return {decode(key, held): decode(one, held) for key, one in expect(inner, (list,))}
        case "array":
            return array_of(inner, _FLOAT, held)
        case "datetime" | "date" | "time" | "bytes":
            return _TEXTS[told](expect(inner, (str,)))
    raise Damage(f"no value is told as {told}")


_TEXTS: Mapping[str, Any] = {
    "datetime": instant_of,
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "bytes": bytes.fromhex,
}
