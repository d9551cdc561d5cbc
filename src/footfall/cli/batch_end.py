"""How a batch ends: its outcomes on standard output, failures and what to do next on standard error, and its exit code."""

import os
import shlex
from collections.abc import Iterable, Iterator, Sequence

from footfall.cli import streams
from footfall.cli.deliver import STDOUT, can_be_typed, name_failed, say_nothing
from footfall.cli.exit_codes import Exit, exit_code
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.workflow.batch_done import BatchDone

_NOT_FOR_DOCTOR = frozenset({"missing", "bad-athlete"})
"""Reasons of what is not there, or is no run file: `doctor` has nothing to add."""
_MOST_STEPS = 100
"""A name that fits on a line is looked for among so many; without one the command stands there with FILE."""


def say_end(done: BatchDone, *, log: str | None, quiet: bool) -> Exit:
    """Say it, and return the exit code.

    log     path of the status lines; None = none were written.
    quiet   failures alone.
    """
    code = exit_code(usable=done.usable, problems=done.problems)
    if log is None:
        name_failed(done.problems, "cli.batch.failed-more")
    else:
        name_failed(done.problems, "cli.batch.failed-logged", log=log)
    if not quiet:
        _print(done, log)
        for remark in done.remarks:
            streams.message(remark)
    if code is Exit.NOTHING_USABLE:
        say_nothing(done.counts, done.problems)
    return code


def _print(done: BatchDone, log: str | None) -> None:
    from footfall.render.terminal.batch import blocks

    steps = list(_steps(done.problems))
    streams.print_page(lambda width: blocks(done, steps, log=log, width=width))


def _steps(problems: Sequence[Problem]) -> Iterator[str]:
    """Commands that show more of a file, failures first."""
    failed = [problem for problem in problems if problem.failed]
    others = [problem for problem in problems if not problem.failed]
    for path in _paths((*failed, *others)):
        yield say("batch.end.doctor", path=shlex.quote(path))


def _paths(problems: Iterable[Problem]) -> list[str]:
    asked = (problem.path for problem in problems if problem.reason not in _NOT_FOR_DOCTOR)
    typed = (_no_option(path) for path in dict.fromkeys(asked) if path != STDOUT and can_be_typed((path,)))
    return [path for _, path in zip(range(_MOST_STEPS), typed, strict=False)]


def _no_option(path: str) -> str:
    return os.path.join(os.curdir, path) if path.startswith("-") else path  # noqa: PTH118 - a Path would drop the `./`
