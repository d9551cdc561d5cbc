"""What could not be used, by kind: how many, what to do, and each by name."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from footfall.model.problem import Problem
from footfall.render.content import Content
from footfall.render.printable import printable
from footfall.render.problem_kinds import ProblemKind, in_number, problem_kinds
from footfall.wording import say
from footfall.wording.numbers import number
from footfall.wording.places import place

MOST_NAMED = 20
_FEW = 3


def problems(content: Content) -> Iterator[RenderableType]:
    """Failures by kind, each named."""
    yield from failed_by_kind(content.findings.problems)


def passed_over(content: Content) -> Iterator[RenderableType]:
    """What is no failure: counted, with the first few by name."""
    yield from passed_over_by_kind(content.findings.problems, content.counts.get("unknown-format", 0))


def failed_by_kind(found: Iterable[Problem]) -> Iterator[RenderableType]:
    """Those that are failures, each named."""
    kinds = problem_kinds(problem for problem in found if problem.failed)
    if kinds:
        yield Group(Text(say("terminal.problems"), style="bold"), *(_kind(kind, MOST_NAMED) for kind in kinds))


def passed_over_by_kind(found: Iterable[Problem], unknown: int) -> Iterator[RenderableType]:
    """Those that are none; `unknown` = how many files are of no format that footfall knows."""
    kinds = problem_kinds(problem for problem in found if not problem.failed)
    blocks = [_kind(kind, _FEW) for kind in kinds]
    if unknown:
        blocks.append(Text(say(in_number("terminal.passed-over.unknown", unknown), count=number(unknown))))
    if blocks:
        yield Group(Text(say("terminal.passed-over"), style="bold"), *blocks)


def told(kind: ProblemKind) -> tuple[str, ...]:
    """A few of a kind by name, many in one line with the first, whose sentence says what to do."""
    if len(kind.problems) <= _FEW:
        return tuple(lines(problem) for problem in kind.problems)
    return (say("terminal.reason.first", head=printable(kind.head), first=lines(kind.problems[0])),)


def lines(problem: Problem) -> str:
    """`runs/a.fit, byte 1234: This file …`."""
    at = problem.path if problem.where is None else f"{problem.path}, {place(problem.where)}"
    return printable(f"{at}: {problem.message}")


def _kind(kind: ProblemKind, most: int) -> RenderableType:
    found = kind.problems
    alike = len({problem.message for problem in found}) == 1
    shown = found[: most if alike or kind.failed else 1]
    body = Text("\n".join(_lines(shown)))
    if len(found) > len(shown):
        body.append("\n" + say("terminal.problems.more", count=number(len(found) - len(shown))), style="dim")
    return Group(Text(printable(kind.head)), Padding(body, (0, 0, 0, 2)))


def _lines(shown: Sequence[Problem]) -> Iterator[str]:
    """Where several share one sentence, it stands once, below their names."""
    messages = {problem.message for problem in shown}
    if len(messages) > 1 or len(shown) == 1:
        yield from (lines(problem) for problem in shown)
        return
    for problem in shown:
        yield printable(problem.path if problem.where is None else f"{problem.path}, {place(problem.where)}")
    yield printable(shown[0].message)
