"""The table of runs, one line each, within 80 columns."""

import statistics
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from footfall.findings.finding import Severity
from footfall.history.history import OnsetAt, OnsetState, Outing
from footfall.model.measure import Measure
from footfall.model.summary import RunSummary
from footfall.render.content import Content
from footfall.render.fields import outings_by_run
from footfall.render.loads import chosen_model, how_sure, load_number, most_load, published_easy
from footfall.render.terminal.found import GLYPHS, glyph
from footfall.wording import say
from footfall.wording.numbers import counted, easy, number, onset_minute, rough, run_distance

PAIN = "dark_orange3"
_ESTIMATED = ("personal", "population")
_BLANK_LINE = 2


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: what a run shows in it, and how wide a terminal it asks for.

    cell   pain belongs to the outing: with several runs it stands on the longest, which findings point at as well.
    """

    name: str
    cell: Callable[[RunSummary, Outing | None], str | Text]
    from_width: int = 0


def thousands(measure: Measure) -> str:
    """`13–41`: the range in thousands."""
    if not measure.known:
        return say("terminal.unknown")
    return f"{rough(measure.low / 1000)}–{rough(measure.high / 1000)}"


def onset_word(onset: OnsetAt) -> str:
    """Minutes, or the word for what is known instead."""
    if onset.state is OnsetState.AT:
        return onset_minute(onset.minute)
    if onset.state is OnsetState.UNKNOWN:
        return say("terminal.unknown")
    return say(f"terminal.onset.{onset.state.value}")


def runs(content: Content, rows: int | None, earlier: str, width: int) -> Iterator[RenderableType]:
    """The newest `rows` runs (None = all), what lies before them, and what the columns mean."""
    shown = content.runs if rows is None else content.runs[-rows:]
    yield _table(shown, content, width)
    left_out = len(content.runs) - len(shown)
    lines = []
    if left_out:
        lines.append(say("terminal.runs.earlier", count=counted(left_out, "run"), where=earlier))
    lines.append(" ".join(_key(shown, content)))
    yield Text("\n".join(lines), style="dim")
    held = [line for line in (most_load(content), how_sure(content)) if line]
    if held:
        yield Text("\n".join(held))


def _table(shown: tuple[RunSummary, ...], content: Content, width: int) -> Table:
    outings = outings_by_run(content.history)
    marks = _marks(content)
    columns = [column for column in _columns(content) if width >= column.from_width]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="none")
    for column in columns:
        word = column.name == "date"
        heading = say(f"terminal.column.{column.name}")
        table.add_column(heading, justify="left" if word else "right", no_wrap=True, vertical="bottom")
    for run in shown:
        cells = [column.cell(run, outings.get(run.id)) for column in columns]
        if run.id in marks:
            cells[0] = Text.assemble(cells[0], " ", glyph(marks[run.id]))
        table.add_row(*cells)
    return table


def _marks(content: Content) -> Mapping[str, Severity]:
    """Run id -> the most pressing finding that points at it."""
    marks: dict[str, Severity] = {}
    for finding in content.findings.found:
        if finding.run_id is not None:
            marks.setdefault(finding.run_id, finding.severity)
    return marks


def _columns(content: Content) -> tuple[_Column, ...]:
    asked_for = bool(chosen_model(content))
    load = (_Column("load", lambda run, _: load_number(run.load.measure.value, run.load.measure.unit)),) if asked_for else ()
    always = (
        _Column("date", lambda run, _: run.local_date.isoformat()),
        _Column("km", lambda run, _: run_distance(run.distance_m)),
        _Column("min", lambda run, _: number(run.timer_s / 60), 50),
        _Column("cadence", lambda run, _: cadence(run), 90 if asked_for else 70),
        _Column("footfalls", lambda run, _: number(run.footfalls.total.value), 60),
        _Column("lumbar", lambda run, _: thousands(run.lumbar_cumulative)),
        *load,
        _Column("easy", lambda run, _: easy(run.easy_km["b1"]), 74),
    )
    pain = (_Column("onset", _onset), _Column("pain", _pain, 40))
    return always + pain if content.history.has_diary else always


def cadence(run: RunSummary) -> str:
    """Steps a minute, with `~` where they were not recorded."""
    return ("~" if run.cadence.source in _ESTIMATED else "") + number(run.cadence.value)


def _onset(run: RunSummary, outing: Outing | None) -> Text:
    if outing is None:
        return Text(say("terminal.unknown"))
    if run.id != outing.run_id:
        return Text(say("terminal.not-applicable"))
    hurt = outing.onset.state in {OnsetState.AT, OnsetState.AT_START}
    return Text(onset_word(outing.onset), style=PAIN if hurt else "none")


def _pain(run: RunSummary, outing: Outing | None) -> Text:
    if outing is not None and run.id != outing.run_id:
        return Text(say("terminal.not-applicable"))
    if outing is None or outing.entry is None or outing.entry.pain_max is None:
        return Text(say("terminal.unknown"))
    return Text(number(outing.entry.pain_max), style=PAIN if outing.entry.pain_max > 0 else "none")


def _key(shown: tuple[RunSummary, ...], content: Content) -> Iterator[str]:
    """Of the signs in the table only those that stand in it."""
    yield say("terminal.key.lumbar")
    if chosen_model(content):
        yield chosen_model(content)
    if published_easy(content):
        yield published_easy(content)
    if any(run.cadence.source in _ESTIMATED for run in shown):
        yield say("terminal.key.estimated")
    cells = _cells(shown, content)
    if any(cell.startswith(say("terminal.unknown")) or cell.endswith(say("terminal.unknown")) for cell in cells):
        yield say("terminal.key.unknown")
    if say("terminal.onset.none") in cells:
        yield say("terminal.key.none")
    if say("terminal.not-applicable") in cells:
        yield say("terminal.key.not-applicable")
    marks = _marks(content)
    for severity in dict.fromkeys(sorted((marks[run.id] for run in shown if run.id in marks), key=lambda each: each.rank)):
        yield say("terminal.key.mark", sign=GLYPHS[severity], severity=say(f"terminal.severity.{severity.value}"))
    known = [run.lumbar_per_footfall for run in shown if run.lumbar_per_footfall.known]
    if known:  # the middle run's, as on the page
        low, high = (statistics.median(ends) for ends in ([one.low for one in known], [one.high for one in known]))
        yield say("terminal.footfall", low=number(low, 1), high=number(high, 1))


def _cells(shown: tuple[RunSummary, ...], content: Content) -> set[str]:
    outings = outings_by_run(content.history)
    columns = _columns(content)
    return {str(column.cell(run, outings.get(run.id))) for run in shown for column in columns}
