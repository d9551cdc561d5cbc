"""Names of files for athletes: safe on every system, and no two the same whatever the case."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

_LONGEST = 40
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})


def file_names(keys: Sequence[str]) -> tuple[str, ...]:
    """One for each key, in their order: letters, digits and hyphens.

    A key of which too little is left, and one whose name another has, carry the beginning of its digest.
    """
    plain = [_plain(key) for key in keys]
    often = Counter(plain)
    names: list[str] = []
    for name, key in zip(plain, keys, strict=True):
        own = name == key.casefold() and often[name] == 1 and name not in _RESERVED
        named = name if own else _marked(name, key)
        while named in names:  # another's key looks like this one with its mark
            named = _marked(named, key)
        names.append(named)
    return tuple(names)


def _plain(key: str) -> str:
    letters = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode("ascii").casefold()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].strip("-")


def _marked(name: str, key: str) -> str:
    mark = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{name}-{mark}" if name else mark
