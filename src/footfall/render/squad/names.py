"""Names of files for athletes: safe on every system, and no two the same whatever the case."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

_LONGEST = 40
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})


def file_names(keys: Sequence[str]) -> tuple[str, ...]:
    """One for each key, in their order: letters, digits and hyphens.

    A key of which too little is left, and one whose name another has, carry the beginning of its digest.
    """
    plain = [_plain(key) for key in keys]
    often = {name: plain.count(name) for name in plain}
    return tuple(
        name if name == key.casefold() and often[name] == 1 and name not in _RESERVED else _marked(name, key)
        for name, key in zip(plain, keys, strict=True)
    )


def _plain(key: str) -> str:
    letters = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode("ascii").casefold()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].strip("-")


def _marked(name: str, key: str) -> str:
    mark = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{name}-{mark}" if name else mark
