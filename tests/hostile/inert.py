"""What it means for a text to do nothing, by the form of an output."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from xml.etree import ElementTree

from markdown_it import MarkdownIt

from footfall.render.printable import UNPRINTABLE
from tests.render_html.dom import Element, parse

LONGEST_LINE = 2_000
"""Letters of a line that people read: a name of ten thousand does not bury what stands around it."""
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?")
_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_FETCHES = {"src", "srcset", "background", "poster", "data", "action", "formaction", "xlink:href", "ping"}
_NEVER = ("img", "iframe", "object", "embed", "link", "base", "form", "audio", "video", "math", "foreignobject")
_LEADS = re.compile(r"#|https://doi\.org/10\.|((athletes|sparklines)/)?[\w-]+\.(html|svg|csv|md)$|\.\./[\w.-]+\.html")
"""Where a link of ours may lead: into the page, to a source, to a page beside it."""


def controls(text: str) -> list[str]:
    """Signs that move a cursor, change a colour or turn a line around; a line feed is none."""
    return sorted({hex(ord(sign)) for sign in UNPRINTABLE.findall(text)} - {"0xa"})


def for_people(text: str) -> None:
    """A terminal."""
    assert controls(text) == []
    assert max(map(len, text.splitlines()), default=0) <= LONGEST_LINE
    _not_buried(text)


def _not_buried(text: str) -> None:
    """However it is broken into lines, no long name stands there whole."""
    together = "".join(text.casefold().split())
    assert "w" * LONGEST_LINE not in together
    assert "manywords" * (LONGEST_LINE // 9) not in together


def as_json(text: str) -> None:
    """One object."""
    assert controls(text) == []
    json.loads(text)


def as_lines_of_json(text: str) -> None:
    """An object on each line, by whatever a reader takes for the end of one."""
    assert controls(text) == []
    for line in text.splitlines():
        json.loads(line)


def as_csv(text: str) -> None:
    """A table that any spreadsheet opens: cells end at a comma, or at a semicolon whatever stands in quotation marks."""
    assert controls(text) == []
    rows = list(csv.reader(text.splitlines()))
    assert len({len(row) for row in rows}) == 1
    assert _formulas(cell for row in rows for cell in row) == []
    assert _formulas(cell for line in text.splitlines() for cell in line.split(";")) == []


def _formulas(cells: Iterable[str]) -> list[str]:
    bare = (cell.strip(' "') for cell in cells)
    return [cell for cell in bare if cell.startswith(("=", "+", "-", "@", "\t")) and not _NUMBER.match(cell)]


def as_html(text: str) -> None:
    """A page: no element, attribute, address or script of somebody else's."""
    page = parse(text)
    assert len(page.all("script")) <= 3
    assert [tag for tag in _NEVER if page.all(tag)] == []
    for element in page.all():
        _attributes(element.tag, element.attributes)
    shown = "".join(_strings(page.one("body")))
    assert controls(shown) == []
    assert not re.search(r"(?<![\d.])49(?!\d).*%s\{0\}", shown)  # what a template would make of 7*7


def _attributes(tag: str, attributes: Mapping[str, str]) -> None:
    assert [name for name in attributes if name.startswith("on") or name in _FETCHES] == [], tag
    assert _LEADS.match(attributes.get("href", "#")), attributes
    assert [name for name, value in attributes.items() if controls(value)] == [], tag


def _strings(element: Element) -> Iterable[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in {"script", "style"}:
            yield from _strings(child)


def as_markdown(text: str) -> None:
    """A document that whoever turns it into a page gets no element, link or picture from but ours."""
    assert controls(text) == []
    begun = _MARKDOWN.parse(text)
    tokens = [*begun, *(child for token in begun for child in token.children or ())]
    html = [token.content.strip() for token in tokens if token.type in {"html_block", "html_inline"}]
    assert [one for one in html if not re.fullmatch(r"<!-- footfall [\w.+]+ \w+ -->", one)] == []
    for token in tokens:
        address = str(token.attrs.get("href") or token.attrs.get("src") or "#")
        assert _LEADS.match(address), address
    _not_buried(text)


def as_svg(text: str) -> None:
    """A picture, which may be opened by itself."""
    assert controls(text) == []
    for element in ElementTree.fromstring(text).iter():
        tag = element.tag.rpartition("}")[2].lower()
        assert tag not in {"script", "foreignobject", "a", "image", "iframe", "use", "set", "animate", "handler"}, tag
        assert [name for name in element.attrib if name.rpartition("}")[2].startswith(("on", "href"))] == []


INERT: Mapping[str, Callable[[str], None]] = MappingProxyType(
    {
        "text": for_people,
        "json": as_json,
        "jsonl": as_lines_of_json,
        "csv": as_csv,
        "html": as_html,
        "md": as_markdown,
        "svg": as_svg,
    }
)
"""Form, or ending of a file -> its check. A renderer of a new form needs one: tests/hostile/test_renderers.py asks for it."""
