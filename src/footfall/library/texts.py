"""Names of files that are no valid text, which Python holds as lone surrogates, as SQLite can keep them.

Each is written as a NUL, which no name has, and four hexadecimal digits.
"""

import re

_SURROGATE, _STORED = re.compile("[\ud800-\udfff]"), re.compile("\0([0-9a-f]{4})")


def stored(text: str) -> str:
    """As it is kept. Text that is valid, which is nearly all, is kept as it is."""
    if text.isascii():
        return text
    return _SURROGATE.sub(lambda found: f"\0{ord(found[0]):04x}", text)


def given(text: str) -> str:
    """As it was."""
    return _STORED.sub(lambda found: chr(int(found[1], 16)), text) if "\0" in text else text
