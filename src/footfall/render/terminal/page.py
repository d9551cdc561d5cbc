"""Blocks of text on a terminal, a blank line between them."""

import io
from collections.abc import Iterable

from rich.console import Console, RenderableType

PLAIN_WIDTH = 80
WIDEST = 100


def print_blocks(blocks: Iterable[RenderableType], console: Console, width: int) -> None:
    """One after the other."""
    for number, block in enumerate(blocks):
        if number:
            console.print()
        console.print(block, width=width)


def as_text(blocks: Iterable[RenderableType]) -> str:
    """The same without colour, 80 columns wide, no blanks at the ends of lines."""
    page = io.StringIO()
    console = Console(file=page, width=PLAIN_WIDTH, color_system=None, markup=False, emoji=False, highlight=False)
    print_blocks(blocks, console, PLAIN_WIDTH)
    body = "\n".join(line.rstrip() for line in page.getvalue().split("\n"))
    return f"{body.rstrip()}\n"
