"""Text from files made fit for a terminal: a device name or a diary cell must not move the cursor or turn the line around."""

import re

# C0 and C1 controls, line and paragraph separators, and the marks that change the direction of writing.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_ESCAPE = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\\\)|[@-_])")
"""An operating system command counts with its end alone: without one, all that follows would be gone, our own words too."""


def printable(text: str) -> str:
    """Escape sequences gone, white space of any kind one space, every other control `\N{REPLACEMENT CHARACTER}`."""
    if text.isprintable():  # most are; none of the characters above is
        return text
    spaced = re.sub(r"[\t\r\n\v\f]+", " ", _ESCAPE.sub("", text))
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", spaced)
