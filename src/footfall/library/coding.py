"""How each type stands in a record: as JSON, its arrays aside. Worked out once for a type, from its hints."""

import dataclasses
import datetime as dt
import types
import typing
import zlib
from collections.abc import Callable, Mapping, Sequence, Set
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, Literal, NamedTuple

import numpy as np

from footfall.library import loose
from footfall.library.buffers import Damage, Held, Holding, array_of, expect, fitting, held_array

__all__ = ["Coding", "Damage", "Held", "coding_of"]


class Coding(NamedTuple):
    """Of one type.

    shape    the type and all that it is made of, as text.
    types    Python's types of its values.
    plain    True where JSON holds the value as it is.
    encode   value, arrays -> what json can write.      decode   the way back. Raises Damage and what constructors raise.
    """

    shape: str
    types: tuple[type, ...]
    plain: bool
    encode: Callable[[Any, Holding], Any]
    decode: Callable[[Any, Held], Any]

    @property
    def print(self) -> int:
        """Of the shape: a record of a type that has since changed is none of that type."""
        return zlib.crc32(self.shape.encode())


def coding_of(hint: Any) -> Coding:
    """Raises TypeError for what has no place in a record."""
    return _coding_of(hint)


@cache
def _coding_of(hint: Any) -> Coding:
    hint = _bare(hint)
    if hint in _PLAIN:
        return _plain(hint)
    if hint in _AS_TEXT:
        return _text(hint)
    if hint in (object, Any):
        return Coding("object", (object,), False, loose.encode, loose.decode)
    if hint is bytes:
        return Coding("bytes", (bytes,), False, _hold_bytes, _held_bytes)
    origin = typing.get_origin(hint)
    if origin is not None:
        return _generic(hint, origin, typing.get_args(hint))
    if isinstance(hint, type):
        if issubclass(hint, Enum):
            return _enum(hint)
        if dataclasses.is_dataclass(hint):
            return _record(hint, tuple(field.name for field in dataclasses.fields(hint)))
        if issubclass(hint, tuple) and hasattr(hint, "_fields"):
            return _record(hint, hint._fields)
    raise TypeError(f"{hint!r} has no place in a record")


_PLAIN: Mapping[Any, tuple[type, ...]] = {
    str: (str,),
    int: (int,),
    float: (float, int),
    bool: (bool,),
    type(None): (type(None),),
}
"""Type -> what its values may be: a whole number may stand where any may."""
_AS_TEXT: Mapping[Any, tuple[Callable[[Any], str], Callable[[str], Any]]] = {
    dt.datetime: (loose.instant_text, loose.instant_of),
    dt.date: (dt.date.isoformat, dt.date.fromisoformat),
    dt.time: (dt.time.isoformat, dt.time.fromisoformat),
}


def _bare(hint: Any) -> Any:
    if hint is None:
        return type(None)
    while isinstance(hint, typing.NewType):
        hint = hint.__supertype__
    return typing.get_args(hint)[0] if typing.get_origin(hint) is typing.Annotated else hint


def _plain(hint: Any) -> Coding:
    return _of_kinds(hint.__name__, _PLAIN[hint])


def _of_kinds(shape: str, kinds: tuple[type, ...]) -> Coding:
    return Coding(shape, kinds, True, lambda value, _: fitting(value, kinds), lambda value, _: expect(value, kinds))


def _text(hint: Any) -> Coding:
    write, read = _AS_TEXT[hint]
    return Coding(hint.__name__, (hint,), False, lambda value, _: write(value), lambda value, _: read(expect(value, (str,))))


def _hold_bytes(value: bytes, holding: Holding) -> int:
    holding.append(value)
    holding.append(bytes(-len(value) % 8))
    return len(value)


def _held_bytes(value: Any, held: Held) -> bytes:
    return bytes(held.take(expect(value, (int,))))


def _enum(kind: type[Enum]) -> Coding:
    """By name: a value may be anything."""
    members = dict(kind.__members__)
    shape = f"{kind.__name__}<{','.join(f'{name}={one.value!r}' for name, one in members.items())}>"

    def decode(value: Any, _: Held) -> Enum:
        return members[value]

    return Coding(shape, (kind,), False, lambda value, _: value._name_, decode)


def _record(kind: type, names: tuple[str, ...]) -> Coding:
    """By place, in the order of the fields. The constructor checks what it always checks."""
    hints = typing.get_type_hints(kind)
    codings = tuple(coding_of(hints[name]) for name in names)
    shape = f"{kind.__name__}({','.join(f'{name}:{one.shape}' for name, one in zip(names, codings, strict=True))})"
    special = tuple((at, one.encode, one.decode) for at, one in enumerate(codings) if not one.plain)
    plain = tuple((at, one.types) for at, one in enumerate(codings) if one.plain)
    values_of: Callable[[Any], Sequence[Any]]
    values_of = attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]
    # A row whose types were all seen to be right before need not be looked at field by field.
    given: set[tuple[type, ...]] = set()
    right: set[tuple[type, ...]] = set()

    def encode(value: Any, holding: Holding) -> list[Any]:
        values = list(values_of(value))
        found = tuple(map(type, values))
        if found not in given:
            for at, kinds in plain:
                fitting(values[at], kinds)
            given.add(found)
        for at, write, _ in special:
            values[at] = write(values[at], holding)
        return values

    def decode(value: Any, held: Held) -> Any:
        expect(value, (list,))
        found = tuple(map(type, value))
        if found not in right:
            if len(value) != len(names):
                raise Damage(f"{kind.__name__} with {len(value)} fields")
            for at, kinds in plain:
                expect(value[at], kinds)
            right.add(found)
        for at, _, read in special:
            value[at] = read(value[at], held)
        return kind(*value)

    return Coding(shape, (kind,), False, encode, decode)


def _generic(hint: Any, origin: Any, args: tuple[Any, ...]) -> Coding:
    if origin in (typing.Union, types.UnionType):
        return _union(args)
    if origin is Literal:
        return _literal(args)
    if origin is np.ndarray:
        return _array(np.dtype(typing.get_args(args[1])[0]))
    if origin is tuple and args[-1:] != (...,):
        return _row(args)
    if origin in (tuple, list, Sequence):
        return _many(args[0], list if origin is list else tuple)
    if origin in (frozenset, set, Set):
        return _set(args[0], set if origin is set else frozenset)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(*args)
    raise TypeError(f"{hint!r} has no place in a record")


def _union(args: tuple[Any, ...]) -> Coding:
    members = tuple(coding_of(arg) for arg in args)
    shape, kinds = "|".join(one.shape for one in members), tuple(kind for one in members for kind in one.types)
    if all(one.plain for one in members):
        return _of_kinds(shape, kinds)
    others = tuple(one for one in members if one.types != (type(None),))
    if len(others) == 1 and len(members) == 2:
        _, _, _, write, read = others[0]
        return Coding(
            shape,
            kinds,
            False,
            lambda value, holding: None if value is None else write(value, holding),
            lambda value, held: None if value is None else read(value, held),
        )

    def encode(value: Any, holding: Holding) -> list[Any]:
        exact = (at for at, one in enumerate(members) if type(value) in one.types)
        near = (at for at, one in enumerate(members) if isinstance(value, one.types))
        at = next(exact, None)
        at = next(near, None) if at is None else at
        if at is None:
            raise TypeError(f"a {type(value).__name__} is none of {shape}")
        return [at, members[at].encode(value, holding)]

    def decode(value: Any, held: Held) -> Any:
        at, inner = expect(value, (list,))
        if type(at) is not int or not 0 <= at < len(members):
            raise Damage("no such member of a union")
        return members[at].decode(inner, held)

    return Coding(shape, kinds, False, encode, decode)


def _literal(values: tuple[Any, ...]) -> Coding:
    kinds = tuple({type(value) for value in values})

    def encode(value: Any, _: Holding) -> Any:
        if value not in values:
            raise TypeError(f"{value!r} is none of {values}")
        return value

    def decode(value: Any, _: Held) -> Any:
        if expect(value, kinds) not in values:
            raise Damage(f"none of {values}")
        return value

    return Coding(f"Literal{values!r}", kinds, False, encode, decode)


def _array(usual: "np.dtype[Any]") -> Coding:
    return Coding(
        f"array<{usual.str}>",
        (np.ndarray,),
        False,
        lambda value, holding: held_array(value, usual, holding),
        lambda value, held: array_of(value, usual, held),
    )


def _row(args: tuple[Any, ...]) -> Coding:
    codings = tuple(coding_of(arg) for arg in args)

    def encode(value: Any, holding: Holding) -> list[Any]:
        return [one.encode(item, holding) for one, item in zip(codings, value, strict=True)]

    def decode(value: Any, held: Held) -> tuple[Any, ...]:
        return tuple(one.decode(item, held) for one, item in zip(codings, expect(value, (list,)), strict=True))

    return Coding(f"({','.join(one.shape for one in codings)})", (tuple,), False, encode, decode)


def _many(arg: Any, kind: type) -> Coding:
    one = coding_of(arg)
    encode, decode = one.encode, one.decode
    return Coding(
        f"{kind.__name__}<{one.shape}>",
        (kind,),
        False,
        lambda value, holding: [encode(item, holding) for item in value],
        lambda value, held: kind(decode(item, held) for item in expect(value, (list,))),
    )


def _set(arg: Any, kind: type) -> Coding:
    """Sorted, so that equal sets are equal bytes: their members are encoded to what can be compared."""
    one = coding_of(arg)
    return Coding(
        f"set<{one.shape}>",
        (frozenset, set),
        False,
        lambda value, holding: sorted(one.encode(item, holding) for item in value),
        lambda value, held: kind(one.decode(item, held) for item in expect(value, (list,))),
    )


def _mapping(key: Any, value: Any) -> Coding:
    keys, values = coding_of(key), coding_of(value)

    def encode(given: Any, holding: Holding) -> list[Any]:
        return [item for name, one in given.items() for item in (keys.encode(name, holding), values.encode(one, holding))]

    def decode(given: Any, held: Held) -> dict[Any, Any]:
        flat = iter(expect(given, (list,)))
        return {keys.decode(name, held): values.decode(one, held) for name, one in zip(flat, flat, strict=True)}

    return Coding(f"map<{keys.shape},{values.shape}>", (Mapping,), False, encode, decode)
