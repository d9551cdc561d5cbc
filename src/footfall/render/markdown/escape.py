"""Text for a Markdown document: what came from a file, a diary or a device stays text, whoever turns it into a page.

Escapes are CommonMark's; `<` is written as HTML's own, because older converters know no backslash before it. Tables are those of
GitHub, which most wikis read. A line feed never stands in a text: it would begin a block of its own.
"""

import re
from collections.abc import Iterable, Sequence

from footfall.render.html.words import on_page

EMPHASIS = "**"
_MEANS_SOMETHING = re.compile(r"[\\`*\[\]|~$]|(?<!\w)_|_(?!\w)")
_ENTITY = re.compile(r"&(?=#|\w)")
_LINKS_ITSELF = re.compile(r"(?i)(?<=[a-z]):(?=//)|(?<=\bwww)\.")
_BEGINS_A_BLOCK = re.compile(r"^(?=[-+#=>:])|^(?P<number>\d{1,9})(?=[.)](?:\s|$))")
_CODE = re.compile(r"`([\w ./:;,=*'\"@+-]+)`")


def escaped(text: str) -> str:
    """One line that is nothing but text: no emphasis, link, code, HTML, table cell or block begins in it."""
    return _begun(inline(text).strip())


def coded(text: str) -> str:
    """A sentence of ours, in which a command stands between backticks; whatever else stands in it is escaped.

    A backtick without its partner is text, and so is code with a sign in it that a table or HTML would read.
    """
    pieces = _CODE.split(text)
    return _begun("".join(f"`{piece}`" if at % 2 else inline(piece) for at, piece in enumerate(pieces)).strip())


def emphasised(sentence: str) -> str:
    """A sentence of ours with `**` around what carries weight."""
    pieces = sentence.split(EMPHASIS)
    return _begun("".join(f"**{inline(piece)}**" if at % 2 and piece else inline(piece) for at, piece in enumerate(pieces)))


def link(text: str, href: str) -> str:
    """A link to an address of ours, such as a DOI, which may hold brackets."""
    return f"[{inline(text)}](<{href.replace('<', '%3C').replace('>', '%3E')}>)"


def table(heads: Sequence[tuple[str, bool]], rows: Iterable[Sequence[str]]) -> str:
    """Heads with True for a column of numbers, which stands to the right; a line for each row."""
    return "\n".join(
        (
            _row([text for text, _ in heads]),
            "| " + " | ".join("---:" if numeric else "---" for _, numeric in heads) + " |",
            *map(_row, rows),
        )
    )


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(inline(text).strip() for text in cells) + " |"


def inline(text: str) -> str:
    """The same in the middle of a line, where nothing begins a block; blanks at both ends are kept."""
    line = _MEANS_SOMETHING.sub(r"\\\g<0>", on_page(text))
    return _LINKS_ITSELF.sub(r"\\\g<0>", _ENTITY.sub("&amp;", line)).replace("<", "&lt;")


def _begun(line: str) -> str:
    """At the beginning of a line a sign or a number with a stop would begin a list, a heading or a quotation."""
    return _BEGINS_A_BLOCK.sub(lambda found: f"{found['number'] or ''}\\", line)
