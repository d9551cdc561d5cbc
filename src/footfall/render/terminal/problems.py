"""What could not be used, by kind: how many, what to do, and each by name."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from footfall.model.problem import Problem
from footfall.render.content import Content
from footfall.render.printable import printable
from footfall.wording import CATALOGUE, say
from footfall.wording.numbers import number

MOST_NAMED = 20
_FEW = 3


def problems(content: Content) -> Iterator[RenderableType]:
    """Failures by kind, each named."""
    kinds = _by_reason([problem for problem in content.findings.problems if problem.failed])
    if kinds:
        blocks = [_kind(reason, found, MOST_NAMED) for reason, found in kinds.items()]
        yield Group(Text(say("terminal.problems"), style="bold"), *blocks)


def passed_over(content: Content) -> Iterator[RenderableType]:
    """What is no failure: counted, with the first few by name."""
    kinds = _by_reason([problem for problem in content.findings.problems if not problem.failed])
    unknown = content.counts.get("unknown-format", 0)
    blocks = [_kind(reason, found, _FEW) for reason, found in kinds.items()]
    if unknown:
        blocks.append(Text(say(_in_number("terminal.passed-over.unknown", unknown), count=number(unknown))))
    if blocks:
        yield Group(Text(say("terminal.passed-over"), style="bold"), *blocks)


def lines(problem: Problem) -> str:
    """`runs/a.fit, byte 1234: This file …`."""
    place = problem.path if problem.where is None else f"{problem.path}, {problem.where}"
    return printable(f"{place}: {problem.message}")


def _by_reason(found: Sequence[Problem]) -> dict[str, list[Problem]]:
    kinds: dict[str, list[Problem]] = {}
    for problem in found:
        kinds.setdefault(problem.reason, []).append(problem)
    return kinds


def _kind(reason: str, found: Sequence[Problem], most: int) -> RenderableType:
    head = Text(f"{number(len(found))} {say(_in_number(f'terminal.reason.{reason}', len(found)))}")
    alike = len({problem.message for problem in found}) == 1
    shown = found[: most if alike or found[0].failed else 1]
    body = Text("\n".join(_lines(shown)))
    if len(found) > len(shown):
        body.append("\n" + say("terminal.problems.more", count=number(len(found) - len(shown))), style="dim")
    return Group(head, Padding(body, (0, 0, 0, 2)))


def _in_number(key: str, count: int) -> str:
    """The sentence for one where there is one and it differs."""
    return f"{key}.one" if count == 1 and f"{key}.one" in CATALOGUE else key


def _lines(shown: Sequence[Problem]) -> Iterator[str]:
    """Where several share one sentence, it stands once, below their names."""
    messages = {problem.message for problem in shown}
    if len(messages) > 1 or len(shown) == 1:
        yield from (lines(problem) for problem in shown)
        return
    for problem in shown:
        yield printable(problem.path if problem.where is None else f"{problem.path}, {problem.where}")
    yield printable(shown[0].message)
