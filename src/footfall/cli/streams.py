"""Standard output for results, standard error for everything else; both survive any console."""

import codecs
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from footfall.wording import say

if TYPE_CHECKING:
    from rich.console import RenderableType

    from footfall.workflow.request import Progress

_LIKE = str.maketrans(
    {
        "■": "#",
        "▲": "!",
        "●": "*",
        "○": "o",
        "◆": "x",
        "◇": "o",
        "·": ".",
        "–": "-",
        "−": "-",
        "─": "-",
        "━": "-",
        "…": "...",
        "“": '"',
        "”": '"',
        "’": "'",
        "×": "x",
        "±": "+/-",
        "\N{THIN SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{NO-BREAK SPACE}": " ",
        **dict(zip("▁▂▃▄▅▆▇█", "12345678", strict=True)),
    }
)
"""What a console that lacks a sign shows instead."""


def _nearest(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    liked = missing.translate(_LIKE)
    return "".join(char if char.isascii() else "?" for char in liked), error.end


def settle_streams() -> None:
    """A console of any encoding prints what it can and something like it for the rest, and never fails."""
    codecs.register_error("footfall", _nearest)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="footfall")


def echo(sentence: str) -> None:
    """A line of a result, on standard output."""
    from footfall.render.printable import printable

    _write(f"{printable(sentence)}\n")


def message(sentence: str) -> None:
    """A remark, on standard error."""
    from footfall.render.printable import printable

    sys.stderr.write(f"{printable(sentence)}\n")
    sys.stderr.flush()


def error(sentence: str) -> None:
    """What ended the command or failed in it, on standard error; `--quiet` does not silence it."""
    message(say("cli.error", sentence=sentence))


def write_result(text: str) -> None:
    """JSON, a table or a page to standard output: UTF-8 into a pipe or file, whatever the console speaks."""
    if sys.stdout.isatty():
        _write(text)
        return
    from footfall.output import encoded

    with _reader_may_leave():
        sys.stdout.buffer.write(encoded(text))
        sys.stdout.buffer.flush()


def _write(text: str) -> None:
    with _reader_may_leave():
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    """`| head` has seen enough: that is no error, and what follows goes nowhere."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_page(blocks: "Callable[[int], Iterable[RenderableType]]") -> None:
    """Blocks of text: with colour and as wide as can be read on a terminal, plain and 80 columns wide elsewhere.

    blocks   makes them for a width.
    """
    from rich.console import Console

    from footfall.render.terminal.page import PLAIN_WIDTH, WIDEST, as_text, print_blocks

    console = Console(markup=False, emoji=False, highlight=False)  # what is printed comes from files
    if console.is_terminal:
        width = min(console.width, WIDEST)
        print_blocks(blocks(width), console, width)
    else:
        _write(as_text(blocks(PLAIN_WIDTH)))


@contextmanager
def progress(*, quiet: bool) -> "Iterator[Progress | None]":
    """A bar on standard error while files are read; nothing when that is no terminal."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn(say("cli.reading")), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
