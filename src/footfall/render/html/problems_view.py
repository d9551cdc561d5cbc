"""What could not be used, for the page: each failure by name, and of what was passed over a line for each kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from footfall.model.problem import Problem
from footfall.render.html.words import clipped
from footfall.render.problem_kinds import ProblemKind, problem_kinds
from footfall.wording import say
from footfall.wording.numbers import number
from footfall.wording.places import place

MOST_PROBLEMS = 30
_MOST_OF_A_KIND = 3


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A file and what is said of it; without a path, of many files."""

    path: str
    where: str
    message: str


def problem_views(problems: Sequence[Problem]) -> tuple[tuple[ProblemView, ...], str]:
    """Failures first. Returns the lines, and how many failures more there are, "" for none."""
    failures = [_one(problem) for problem in problems if problem.failed]
    passed_over = [view for kind in problem_kinds(one for one in problems if not one.failed) for view in _kind(kind)]
    left = len(failures) - MOST_PROBLEMS
    more = say("page.problems.more", n=number(left)) if left > 0 else ""
    return (*failures[:MOST_PROBLEMS], *passed_over), more


def _kind(kind: ProblemKind) -> list[ProblemView]:
    if len(kind.problems) <= _MOST_OF_A_KIND:
        return [_one(problem) for problem in kind.problems]
    names = ", ".join(_name(problem) for problem in kind.problems[:_MOST_OF_A_KIND])
    left = number(len(kind.problems) - _MOST_OF_A_KIND)
    return [ProblemView("", "", clipped(say("page.problems.kind", head=kind.head, names=names, n=left), 600))]


def _one(problem: Problem) -> ProblemView:
    return ProblemView(_name(problem), clipped(place(problem.where or ""), 160), clipped(problem.message, 600))


def _name(problem: Problem) -> str:
    return clipped(PurePath(problem.path).name or problem.path, 160)
