"""JSON as text for a file, a pipe or a screen."""

import json

from footfall.render.printable import UNPRINTABLE


def json_text(value: object, indent: int | None = None) -> str:
    """One value, on one line where `indent` is None. NaN is a bug and raises.

    Controls and marks of direction are written as escapes: the same text to a parser, and harmless on a screen.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    if text.isprintable():
        return text
    return UNPRINTABLE.sub(lambda found: "\n" if found.group() == "\n" else f"\\u{ord(found.group()):04x}", text)
