"""The squad's week on a terminal: who is flagged and why, everybody's numbers, what changed, who sent nothing."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from footfall.model.athlete import Share
from footfall.render.printable import printable
from footfall.render.squad import view
from footfall.render.squad.content import Member, SparkWeek, Squad
from footfall.render.terminal.found import glyph
from footfall.render.terminal.page import as_text
from footfall.render.terminal.weeks import BARS
from footfall.tables.cell import cut
from footfall.wording import say
from footfall.wording.numbers import date, distance_number, number, plain, signed

_NOT_SHARED = "·"
_UNKNOWN = "?"
_DAYS = 7


def render_squad_text(squad: Squad) -> str:
    """Plain, 80 columns wide."""
    return as_text(squad_blocks(squad))


def squad_blocks(squad: Squad) -> Iterator[RenderableType]:
    """In the order in which they are read."""
    flagged = [member for member in squad.members if member.flags]
    label = say("weekly.label", week=squad.label, start=date(squad.start), end=date(squad.end))
    head = Text(f"{_called(squad.name)} · {label}", style="bold")
    yield Group(head, Text(" ".join(view.in_all(squad))))
    if flagged:
        yield Group(*(line for member in flagged for line in _flagged(member)))
    yield Group(_table(squad), Text(say("weekly.terminal.key"), style="dim"))
    if squad.since:
        yield Group(Text(say("weekly.terminal.since"), style="bold"), *(_line(change, who) for change, who in view.since(squad)))
    if squad.silent:
        lines = (_line(_called(one.name), one.reason) for one in squad.silent)
        yield Group(Text(say("weekly.terminal.silent"), style="bold"), *lines)
    notes = [(member.name, note) for member in squad.members for note in member.notes]
    if notes or squad.problems:
        loose = (Text(printable(note)) for note in squad.problems)
        told = (_line(_called(name), note) for name, note in notes)
        yield Group(Text(say("weekly.terminal.notes"), style="bold"), *loose, *told)


def _flagged(member: Member) -> Iterator[RenderableType]:
    for at, flag in enumerate(member.flags):
        name = _called(member.name) if at == 0 else ""
        word = say(f"terminal.severity.{flag.severity.value}")
        head = Text.assemble(glyph(flag.severity), " ", (name, "bold"), "  " if name else "", f"{word} ", (flag.rule, "dim"))
        yield head if name else Padding(head, (0, 0, 0, 2))  # a further flag stands below the first, under the name
        yield Padding(Text(printable(flag.reason)), (0, 0, 0, 2 if name else 4))
        yield Padding(Text(say("weekly.terminal.ask", question=printable(flag.question))), (0, 0, 0, 2 if name else 4))


def _table(squad: Squad) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(say("weekly.terminal.column.athlete"), no_wrap=True, overflow="ellipsis", max_width=18)
    table.add_column(say("weekly.terminal.column.weeks"), no_wrap=True)
    for name in ("km", "runs", "longest", "change", "spike", "pain", "onset", "diary", "since"):
        table.add_column(say(f"weekly.terminal.column.{name}"), justify="right", no_wrap=True)
    for member in squad.members:
        table.add_row(*_cells(member))
    return table


def _cells(member: Member) -> Iterator[str]:
    told = member.numbers
    yield _called(member.name)
    yield _bars(member.weeks)
    yield _distance(told.distance_km)
    yield _UNKNOWN if told.runs is None else number(told.runs)
    yield _distance(told.longest_run_km)
    yield _UNKNOWN if told.change_vs_4wk_median_pct is None else signed(told.change_vs_4wk_median_pct)
    yield _UNKNOWN if told.session_spike_pct is None else signed(told.session_spike_pct)
    hidden = not member.shares_pain
    yield _NOT_SHARED if hidden else _UNKNOWN if told.max_pain is None else plain(told.max_pain)
    yield _NOT_SHARED if hidden else view.onset_cell(member).text
    no_diary = _NOT_SHARED if member.share is Share.NONE else _UNKNOWN
    yield no_diary if told.diary_days is None else f"{told.diary_days}/{_DAYS}"
    yield _UNKNOWN if told.days_since_last_run is None else number(told.days_since_last_run)


def _distance(kilometres: float | None) -> str:
    return distance_number(None if kilometres is None else kilometres * 1000)


def _bars(weeks: tuple[SparkWeek, ...]) -> str:
    most = max((week.easy_km for week in weeks if week.easy_km is not None), default=0.0)
    return "".join(_bar(week.easy_km, most) for week in weeks)


def _bar(easy_km: float | None, most: float) -> str:
    if easy_km is None:
        return "·"
    return BARS[min(len(BARS) - 1, int(easy_km / most * len(BARS)))] if most > 0 else BARS[0]


def _called(name: str) -> str:
    return cut(printable(name))


def _line(name: str, said: str) -> Padding:
    return Padding(Text.assemble((name, "bold"), "  ", printable(said)), (0, 0, 0, 2))
