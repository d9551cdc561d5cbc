"""What a batch came to: where its table is, what became of the files by reason, and how to see more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from footfall.model.problem import Problem
from footfall.render.printable import printable
from footfall.render.problem_kinds import ProblemKind, in_number, problem_kinds
from footfall.wording import say
from footfall.wording.numbers import counted, number

_INDENT = 2
_GAP = 2
_LEAST = 10
"""Columns for names, be they ever so short: the heading stands there too."""
_FAILED = "terminal.problems"
_PASSED_OVER = "terminal.passed-over"


class BatchEnd(Protocol):
    """What is said of a batch; the fields are those of `workflow.batch_done.BatchDone`."""

    @property
    def output(self) -> str:
        """Path of the table."""

    @property
    def files(self) -> int:
        """How many were found on the disk."""

    @property
    def unchanged(self) -> int:
        """Of them, not read because they were known."""

    @property
    def resumed(self) -> int:
        """Of them, taken over from an earlier batch or a shard."""

    @property
    def read(self) -> int:
        """Of them, read now."""

    @property
    def runs(self) -> int | None:
        """In the table; None for a shard, which writes none."""

    @property
    def athletes(self) -> int:
        """How many runners the files belong to."""

    @property
    def counts(self) -> Mapping[str, int]:
        """Of problems by reason, and `unknown-format` of files that nobody named."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """In the order in which the first of a kind is the one to show."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One outcome. first   path of one of the files; None where none is known by name."""

    files: int
    what: str
    first: str | None


def blocks(end: BatchEnd, steps: Sequence[str], *, log: str | None, width: int) -> Iterator[RenderableType]:
    """The parts, none of them wider than `width` columns.

    steps   commands that show more of one file, the best first: the first that has room stands there.
    log     path of the status lines; None = none were written.
    """
    yield Group(*(Text(printable(line)) for line in _written(end)))
    kinds = problem_kinds(end.problems)
    failed = _lines(kind for kind in kinds if kind.failed)
    passed_over = _lines(kind for kind in kinds if not kind.failed)
    unnamed = _unnamed(end)
    if unnamed:
        passed_over.append(_Line(unnamed, say(in_number("batch.end.others", unnamed)), None))
    widths = _widths([*failed, *passed_over], width)
    if failed:
        yield Group(Text(say(_FAILED), style="bold"), _table(failed, widths))
    if passed_over:
        yield Group(Text(say(_PASSED_OVER), style="bold"), _table(passed_over, widths))
    more = list(_more([*failed, *passed_over], steps, log, width))
    if more:
        yield Group(*more)


def shortened(text: str, columns: int) -> str:
    """The text in so many columns: what lies in the middle gives way, and most is left of the end, where a file has its name."""
    if cell_len(text) <= columns:
        return text
    head = _fitting(text, (columns - 1) // 3)
    return f"{head}…{_fitting(text[::-1], columns - 1 - cell_len(head))[::-1]}"


def _fitting(text: str, columns: int) -> str:
    room, at = columns, 0
    while at < len(text) and cell_len(text[at]) <= room:
        room -= cell_len(text[at])
        at += 1
    return text[:at]


def _written(end: BatchEnd) -> Iterator[str]:
    if end.runs is not None:
        key = "batch.end.table" if end.runs else "batch.end.no-run"
        yield say(key, output=end.output, runs=counted(end.runs, "run"), runners=counted(end.athletes, "runner"))
    of_each = {"read": end.read, "unchanged": end.unchanged, "resumed": end.resumed}
    told = [say(f"batch.end.{name}", count=number(count)) for name, count in of_each.items() if count]
    files = counted(end.files, "file")
    yield say("batch.end.files", files=files, told=", ".join(told)) if told else say("batch.end.no-file", files=files)


def _lines(kinds: Iterable[ProblemKind]) -> list[_Line]:
    """The most frequent first."""
    return sorted((_line(kind) for kind in kinds), key=lambda line: -line.files)


def _line(kind: ProblemKind) -> _Line:
    files = len({problem.path for problem in kind.problems})
    # 37 rows of one file are more than the number of files tells
    return _Line(files, printable(kind.words if kind.size == files else kind.head), printable(kind.problems[0].path))


def _unnamed(end: BatchEnd) -> int:
    """Files of no known format that were met in folders and archives: they are counted alone."""
    named = sum(problem.reason == "unknown-format" for problem in end.problems)
    return max(0, end.counts.get("unknown-format", 0) - named)


def _widths(lines: Sequence[_Line], width: int) -> tuple[int, int, int]:
    """Columns for the number, the words and the name: what one does not need the other has, and each has half if it needs it."""
    count = max([cell_len(say("batch.end.column.files")), *(cell_len(number(line.files)) for line in lines)])
    room = width - _INDENT - count - 2 * _GAP
    longest = max((cell_len(line.first) for line in lines if line.first is not None), default=0)
    what = min(max((cell_len(line.what) for line in lines), default=0), max(room // 2, room - max(longest, _LEAST)))
    return count, what, room - what


def _table(lines: Sequence[_Line], widths: tuple[int, int, int]) -> RenderableType:
    count, what, first = widths
    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column(justify="right", width=count)
    table.add_column(width=what)
    table.add_column(width=first, no_wrap=True)
    table.add_row(*(Text(say(f"batch.end.column.{name}"), style="dim") for name in ("files", "what", "first")))
    for line in lines:
        name = say("batch.end.not-named") if line.first is None else shortened(line.first, first)
        table.add_row(Text(number(line.files)), Text(line.what), Text(name))
    return Padding(table, (0, 0, 0, _INDENT))


def _more(lines: Sequence[_Line], steps: Sequence[str], log: str | None, width: int) -> Iterator[Text]:
    if steps:
        # a command that is cut or broken cannot be copied
        step = next((one for one in steps if cell_len(one) <= width - _INDENT), say("batch.end.doctor", path="FILE"))
        yield Text(say("batch.end.more"))
        yield Text(" " * _INDENT + step)
    if log is not None:
        yield Text(printable(say("batch.end.logged", log=log)))
    elif any(line.files > 1 for line in lines):
        yield Text(say("batch.end.log"))
