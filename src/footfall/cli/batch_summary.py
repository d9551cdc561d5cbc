"""What a batch came to, on standard output: counts, then outcomes by reason, and how to see more of one."""

import shlex
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from footfall.render.printable import printable
from footfall.render.terminal.problems import failed_by_kind, passed_over_by_kind
from footfall.wording import say
from footfall.wording.numbers import counted
from footfall.workflow.batch_done import BatchDone

_MORE = "cli.batch.problems-more"


def blocks(done: BatchDone, *, log: str | None) -> Iterator[RenderableType]:
    """Blocks of text. log   path of the status lines; None = none were written."""
    yield Group(*(Text(printable(line)) for line in _counts(done)))
    yield from failed_by_kind(done.problems, _MORE)
    yield from passed_over_by_kind(done.problems, done.counts.get("unknown-format", 0), _MORE)
    more = list(_more(done, log))
    if more:
        yield Group(*(Text(printable(line)) for line in more))


def _counts(done: BatchDone) -> Iterator[str]:
    if done.runs is not None:
        runs, runners = counted(done.runs, "run"), counted(done.athletes, "runner")
        yield say("cli.batch.done", output=done.output, runs=runs, runners=runners)
    files, read = counted(done.files, "file"), counted(done.read, "file")
    yield say("cli.batch.files", files=files, read=read, unchanged=done.unchanged, resumed=done.resumed)


def _more(done: BatchDone, log: str | None) -> Iterator[str]:
    failed = next((problem for problem in done.problems if problem.failed), None)
    if failed is not None:
        yield say("cli.batch.more", path=shlex.quote(failed.path))
    if log is not None:
        yield say("cli.batch.logged", path=log)
