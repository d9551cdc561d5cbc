"""What a person can read of a page, as text: what stands in it, what its attributes say, and what its script will show."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from tests.render_html.unpacking import back

_SPOKEN_ATTRIBUTES = r"(?:aria-label|title|alt|placeholder|content|data-(?:none|found|all|see))"
_SHOWN = frozenset(
    {"text", "hovertext", "hovertemplate", "ticktext", "label", "heading", "rows", "value", "small", "before", "title"}
)
"""Keys of a figure, a choice, or a row of the table, whose texts are shown."""


def read(page: str) -> str:
    """Without style, script and the names that only they know."""
    data = re.search(r'<script type="application/json" id="figures">(.*?)</script>', page, re.S)
    drawn = "" if data is None else "\n".join(_texts(json.loads(data[1]), shown=False))
    bare = re.sub(r"<!--.*?-->|<(style|script)\b.*?</\1>", "", page, flags=re.S)
    said = re.findall(rf'\b{_SPOKEN_ATTRIBUTES}="([^"]*)"', re.sub(r"<meta http-equiv[^>]*>", "", bare))
    shown = re.sub(r"<[^>]*>", "\n", bare)
    return html.unescape("\n".join((shown, *said, drawn)))


def _texts(value: Any, *, shown: bool) -> Iterator[str]:
    if isinstance(value, str):
        if shown:
            yield re.sub(r"%\{[^}]*\}|</?\w+>", " ", value)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, shown=shown)
    elif isinstance(value, dict) and {"shapes", "of"} <= value.keys():
        yield from _texts(back(value), shown=shown)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, shown=key in _SHOWN)
