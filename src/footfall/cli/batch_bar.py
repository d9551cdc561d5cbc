"""How far a batch is, on a terminal: files, how fast, how much longer, and what became of them."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from footfall.wording import say
from footfall.wording.numbers import number

if TYPE_CHECKING:
    from footfall.workflow.batch_request import Standing, Watch


@contextmanager
def batch_bar(*, quiet: bool) -> "Iterator[Watch | None]":
    """A line on standard error; nothing when that is no terminal."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(say("cli.reading")),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[counts]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, expand=True) as bar:
        task = bar.add_task("", total=None, rate="", counts="")

        def watch(standing: "Standing") -> None:
            bar.update(task, completed=standing.done, total=standing.files, counts=counts(standing))
            speed = bar.tasks[task].speed
            bar.update(task, rate="" if speed is None else say("cli.batch.rate", files=number(speed, 0 if speed >= _FAST else 1)))

        yield watch


_FAST = 10.0
"""Files a second from which on decimals say nothing."""


def counts(standing: "Standing") -> str:
    """`1,200 unchanged, 3 no run, 1 failed`: what there is of each."""
    told = {
        "cli.batch.unchanged": standing.unchanged,
        "cli.batch.passed-over": standing.passed_over,
        "cli.batch.failed": standing.failed,
    }
    return ", ".join(say(key, count=number(count)) for key, count in told.items() if count)
