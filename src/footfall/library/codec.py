"""Values to bytes and back: what a library keeps of a run. Plain data only: a record can hold no code, whoever wrote it.

A record is a head of 20 bytes (mark, version of this format, print of the type, two lengths) and a zlib stream: all arrays, each
filled up to 8 bytes, then the rest as JSON. The same value gives the same bytes; mappings keep their order, sets are sorted.
"""

import hashlib
import json
import marshal
import struct
import zlib
from collections.abc import Iterable
from typing import TypeVar

import numpy as np

from footfall.errors import LibraryError
from footfall.library.coding import Damage, Held, coding_of

T = TypeVar("T")

LARGEST_BYTES = 768 * 1024 * 1024
"""Of a record, unpacked: what claims more is not unpacked, and not packed either. SQLite takes no more than 1 GB. [bytes]"""

_MARK, _VERSION = b"ffr", 1
_HEAD = struct.Struct("<3sBIQI")
_SIMPLE = 2
"""Of marshal's versions: the last one in which equal values are equal bytes, whatever objects they share."""
_LEVEL = 1
"""Of zlib: on the runs of the sample season 1.6 times as fast as the usual level, for records 2 % larger."""


def pack(value: object) -> bytes:
    """A dataclass or NamedTuple as a record.

    Raises  TypeError for a type that has no place in a record: a bug. LibraryError("record-too-large").
    """
    kind = coding_of(type(value))
    arrays: list[bytes] = []
    text = json.dumps(kind.encode(value, arrays), separators=(",", ":"), check_circular=False, default=_plain).encode("ascii")
    held = b"".join(arrays)
    if len(held) + len(text) > LARGEST_BYTES:
        raise LibraryError("record-too-large", size=len(held) + len(text), limit=LARGEST_BYTES)
    return _HEAD.pack(_MARK, _VERSION, kind.print, len(held), len(text)) + zlib.compress(held + text, _LEVEL)


def unpack(kind: type[T], data: bytes) -> T:
    """The value of a record that was packed from one of `kind`. Its arrays can be written to; they share nothing with `data`.

    Raises  LibraryError("damaged-record") for anything else, whatever the bytes.
    """
    coding = coding_of(kind)
    shape, held, text = _opened(data)
    if shape != coding.print:
        raise LibraryError("damaged-record", detail=f"it is no {kind.__name__}")
    try:
        value: T = coding.decode(json.loads(text), Held(held))
    except (Damage, ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError) as error:
        # The constructors of the types check what they are given, each in its own words.
        raise LibraryError("damaged-record", detail=str(error)) from error
    return value


def digest(values: Iterable[object]) -> str:
    """sha256 over all that records of these values would hold, one after the other: every field, and arrays byte for byte.

    Two and a half times as fast as packing them. Values that differ never agree; some that are equal do not either: 1 and 1.0,
    NaN of other bits, mappings in another order. It is of one version of Python and of the types: no name for what outlasts them.
    Raises  TypeError for a type that has no place in a record: a bug.
    """
    whole = hashlib.sha256()
    for value in values:
        kind = coding_of(type(value))
        arrays: list[bytes] = []
        encoded = kind.encode(value, arrays)
        try:
            held = marshal.dumps((kind.print, encoded, arrays), _SIMPLE)
        except ValueError:  # an enum where the type asks for plain text: what stands in JSON as that text
            text = json.dumps(encoded, separators=(",", ":"), check_circular=False, default=_plain)
            held = marshal.dumps((kind.print, text, arrays), _SIMPLE)
        whole.update(held)
    return whole.hexdigest()


def check(data: bytes, kinds: tuple[type, ...] | None = None) -> None:
    """Raises LibraryError("damaged-record") where a record is cut or changed, or is of none of these types; None = of any."""
    shape, _, _ = _opened(data)
    if kinds is None:
        return
    kind = next((one for one in kinds if coding_of(one).print == shape), None)
    if kind is None:
        raise LibraryError("damaged-record", detail=f"it is no {' or '.join(one.__name__ for one in kinds)} of this version")
    unpack(kind, data)


def json_of(data: bytes) -> object:
    """What a record holds beside its arrays, whatever its type was or has become. Raises LibraryError("damaged-record")."""
    _, _, text = _opened(data)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LibraryError("damaged-record", detail=str(error)) from error


def _opened(data: bytes) -> tuple[int, bytearray, str]:
    """Print of the type, arrays, JSON."""
    if len(data) < _HEAD.size:
        raise LibraryError("damaged-record", detail="it is cut short")
    mark, version, shape, held, text = _HEAD.unpack_from(data)
    if mark != _MARK or version != _VERSION:
        raise LibraryError("damaged-record", detail="it has another mark")
    if held + text > LARGEST_BYTES:
        raise LibraryError("damaged-record", detail="it claims to be larger than any")
    stream = zlib.decompressobj()
    try:
        # One byte more than it claims shows a stream that goes on; the claim itself bounds what is made of it.
        raw = bytearray(stream.decompress(memoryview(data)[_HEAD.size :], held + text + 1))
        if len(raw) != held + text or not stream.eof or stream.unused_data:
            raise LibraryError("damaged-record", detail="its length is another")
        return shape, raw[:held], raw[held:].decode("ascii")
    except (zlib.error, UnicodeDecodeError) as error:
        raise LibraryError("damaged-record", detail=str(error)) from error


def _plain(value: object) -> object:
    """Numbers of NumPy where a type asks for Python's."""
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"a {type(value).__name__} has no place in a record")
