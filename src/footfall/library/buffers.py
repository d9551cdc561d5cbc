"""Arrays and bytes of a record: held aside in order, each filled up to 8 bytes so that they lie as a processor likes them."""

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Holding = list[bytes]
T = TypeVar("T")


class Damage(Exception):
    """A record does not hold what its type asks for."""


class Held:
    """What was held aside, taken out in the same order."""

    def __init__(self, data: bytearray) -> None:
        self.data = data
        self.at = 0

    def place(self, size: int) -> int:
        """Where the next so many bytes begin. Raises Damage when there are none."""
        begin = self.at
        if not 0 <= size <= len(self.data) - begin:
            raise Damage("an array is cut short")
        self.at = begin + size + -size % 8
        return begin

    def take(self, size: int) -> bytearray:
        """The next so many bytes."""
        begin = self.place(size)
        return self.data[begin : begin + size]


def expect(value: Any, kinds: tuple[type, ...]) -> Any:
    """The value, if it is of one of these types, which bool is not unless it says so. Raises Damage."""
    if type(value) not in kinds:
        raise Damage(f"a {type(value).__name__} in place of {' or '.join(kind.__name__ for kind in kinds)}")
    return value


def fitting(value: Any, kinds: tuple[type, ...]) -> Any:
    """A value as it can be written: of one of these types, or of a finer one (enums, NumPy's). Raises TypeError: a bug."""
    plain = value.item() if isinstance(value, np.generic) else value
    if type(plain) in kinds or (isinstance(plain, kinds) and type(plain) is not bool):
        return value
    raise TypeError(f"a {type(value).__name__} in place of {' or '.join(kind.__name__ for kind in kinds)}")


def held_array(value: "npt.NDArray[Any]", usual: "np.dtype[Any]", holding: Holding) -> Any:
    """Hold an array aside; its length where it is flat and of the usual type, else its type and shape."""
    kind = value.dtype
    if kind.kind not in "fiub":
        raise TypeError(f"an array of {kind} has no place in a record")
    if kind.byteorder == ">":
        value = value.astype(kind.newbyteorder("<"))
    data = value.tobytes()
    holding.append(data)
    if over := len(data) % 8:
        holding.append(bytes(8 - over))
    return value.shape[0] if kind == usual and value.ndim == 1 else [value.dtype.str, *value.shape]


def array_of(given: Any, usual: "np.dtype[Any]", held: Held) -> "npt.NDArray[Any]":
    """The way back. Raises Damage."""
    if type(given) is int:
        return _flat(usual, given, held)
    name, *shape = expect(given, (list,))
    kind = np.dtype(expect(name, (str,)))
    if kind.kind not in "fiub" or any(expect(length, (int,)) < 0 for length in shape):
        raise Damage("no such array")
    count = 1
    for length in shape:
        count *= length
    return _flat(kind, count, held).reshape(shape)


def _flat(kind: "np.dtype[Any]", count: int, held: Held) -> "npt.NDArray[Any]":
    begin = held.place(count * kind.itemsize)
    if not count:  # numpy takes no empty buffer
        return np.empty(0, kind)
    return np.frombuffer(held.data, kind, count, begin)
