"""The result in a terminal: what stands out first, then the runs, then what was quiet, missing or could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from footfall.render.content import Content
from footfall.render.fields import counted_runs
from footfall.render.printable import printable
from footfall.render.summary import three_sentences
from footfall.render.terminal.found import Named, findings, limits, quiet, red_flags
from footfall.render.terminal.one_run import one_run
from footfall.render.terminal.page import PLAIN_WIDTH, as_text
from footfall.render.terminal.problems import passed_over, problems
from footfall.render.terminal.runs import runs
from footfall.render.terminal.weeks import weeks
from footfall.wording import say
from footfall.wording.numbers import counted


@dataclass(frozen=True, slots=True)
class Layout:
    """What a command wants of the summary.

    rows        how many runs the table holds, the newest; None = all.   earlier  where the others are to be seen.
    next_step   a command worth running next; None = none.
    named       how many findings of one rule.
    """

    rows: int | None = None
    earlier: str = ""
    next_step: str | None = None
    named: Named = Named.FIRST


def render(content: Content, layout: Layout | None = None) -> str:
    """Plain text for a file, under a first line that says who wrote it. Without a layout it names every finding."""
    page = as_text(blocks(content, layout or Layout(named=Named.EVERY), PLAIN_WIDTH))
    return f"footfall {content.version} summary\n\n{page}"


def blocks(content: Content, layout: Layout, width: int) -> Iterator[RenderableType]:
    """The parts of the summary, in the order of what matters; `width` decides what a table has room for."""
    yield from red_flags(content)
    yield Text(_head(content), style="bold")
    yield from findings(content, layout.named)
    if len(content.runs) == 1:
        yield one_run(content)  # three sentences on a season have nothing to say of one run
    else:
        yield Text(printable("\n".join(three_sentences(content))))
    if len(content.runs) > 1:
        yield from runs(content, layout.rows, layout.earlier, width)
    yield from weeks(content, width)
    yield from quiet(content)
    yield from problems(content)
    yield from passed_over(content)
    yield from limits(content)
    if layout.next_step is not None:
        yield Text(say("terminal.next", step=printable(layout.next_step)))


def _head(content: Content) -> str:
    if not content.runs:
        head = say("terminal.head.none")
    else:
        first, last = content.runs[0].local_date, content.runs[-1].local_date
        key = "terminal.head.day" if first == last else "terminal.head"
        head = say(
            key,
            runs=counted(len(counted_runs(content.runs, content.history)), "run"),
            first=first.isoformat(),
            last=last.isoformat(),
        )
    if content.diary_path is None:
        return head
    days = len({entry.day for entry in content.history.entries})
    return f"{head} · {say('terminal.diary', path=printable(content.diary_path), days=counted(days, 'diary day'))}"
