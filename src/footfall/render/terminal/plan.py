"""A planned run as a page of text: what is pressing first, then the flags, what it adds, the week, and what cannot be said."""

import math
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from footfall.findings.plan import Free, Plan, Raised, WeekSoFar
from footfall.findings.planned import OwnPace, Planned, Wish
from footfall.findings.spikes import BANDS
from footfall.model.measure import Measure
from footfall.model.summary import RunSummary
from footfall.render.printable import printable
from footfall.render.terminal.found import glyph, one_finding, red_flag
from footfall.wording import say
from footfall.wording.codes import called
from footfall.wording.numbers import (
    counted,
    date,
    digits_beside,
    distance,
    half_up,
    listed,
    number,
    pace,
    per_unit,
    percent,
    weekday,
)

_NO_RUNS_DAYS = 60


def nothing(found: Planned) -> str:
    """Why there is no plan at all."""
    return say("plan.no-pace", days=number(_NO_RUNS_DAYS)) if found.needs_pace else say("plan.no-runs")


def blocks(found: Planned, wish: Wish) -> Iterator[RenderableType]:
    """The parts, in the order of what matters. found   with a plan."""
    plan = found.plan
    assert plan is not None
    for finding in plan.held:
        yield red_flag(finding)
    if plan.run is None:
        yield Text(say("plan.held"))
        return
    for finding in plan.asked:
        yield one_finding(finding, advise=True)
    yield _head(plan.run, wish, found.pace)
    yield _flags(plan)
    yield _adds(plan)
    if plan.week is not None:
        yield _week(plan.week, plan.run.load.measure.unit)
    if plan.free is not None:
        yield _section("plan.free", *_free(plan.free, plan.run))
    if plan.lacking:
        rows = (
            say("plan.lacking.row", what=say(f"plan.lacking.{one.about}"), reason=one.reason, has=one.has, needs=one.needs)
            for one in plan.lacking
        )
        yield _section("plan.lacking", *rows)
    yield Text(say("plan.standing"), style="dim")


def _head(run: RunSummary, wish: Wish, own: OwnPace | None) -> RenderableType:
    assert run.distance_m is not None
    title = say(
        "plan.title",
        distance=distance(run.distance_m),
        weekday=weekday(wish.day),
        date=date(wish.day),
        minutes=_span(run.timer_s),
        pace=pace(run.timer_s / run.distance_m * 1000 / 60),
    )
    came = say("plan.pace.asked") if own is None else say("plan.pace.own", runs=counted(own.runs, "run"), date=date(own.since))
    return Group(Text(title, style="bold"), Text(came, style="dim"))


def _flags(plan: Plan) -> RenderableType:
    if not plan.raised:
        quiet = listed(sorted(plan.quiet), "or")
        return Text(say("plan.flags.none", rules=quiet) if quiet else say("plan.flags.unsaid"))
    return Group(Text(say("plan.flags"), style="bold"), *(_flag(one) for one in plan.raised))


def _flag(one: Raised) -> RenderableType:
    finding = one.finding
    words = say("plan.flag.line", severity=say(f"terminal.severity.{finding.severity}"), code=finding.rule, title=finding.title)
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(glyph(finding.severity), Text(printable(_sentence(one))))
    grid.add_row("", Text(words, style="dim"))
    grid.add_row("", Text(finding.how_sure, style="dim"))
    return grid


def _sentence(one: Raised) -> str:
    step = one.step
    if step is None:
        return say("plan.flag.if-run", headline=one.finding.headline)
    digits = digits_beside(step.change, BANDS)
    change = percent(half_up(round(step.change * 100, 7), digits) / 100, digits)
    before = distance(step.before) if one.quantity == "distance" else number(round(step.before, -2))
    return say(f"plan.flag.{one.quantity}", change=change, before=before, date=date(step.longest.day))


def _adds(plan: Plan) -> RenderableType:
    assert plan.adds is not None
    assert plan.run is not None
    rows = [
        ("footfalls", _measured("plan.adds.footfalls.value", plan.adds.footfalls, -2)),
        ("easy", _measured("plan.adds.easy.value", plan.adds.easy, 1, per_unit(1.0))),
    ]
    lumbar = plan.run.lumbar_cumulative
    if lumbar.known:
        rows.append(("lumbar", say("plan.adds.lumbar.value", low=number(lumbar.low / 1000), high=number(lumbar.high / 1000))))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for name, value in rows:
        grid.add_row(Text(say(f"plan.adds.{name}")), Text(value))
    return Group(Text(say("plan.adds"), style="bold"), Padding(grid, (0, 0, 0, 2)), Text(say("plan.adds.level"), style="dim"))


def _measured(key: str, measure: Measure, digits: int, per: float = 1.0) -> str:
    """per   how many of the reader's unit one of the measure's is."""
    if not measure.known:
        return say("terminal.unknown")
    low, value, high = (round(each * per, digits) for each in (measure.low, measure.value, measure.high))
    shown = max(digits, 0)
    return say(key, value=number(value, shown), low=number(low, shown), high=number(high, shown))


def _week(week: WeekSoFar, unit: str) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=True, header_style="dim")
    table.add_column("", no_wrap=True)
    for name in ("so-far", "with", "normal"):
        table.add_column(say(f"plan.week.head.{name}"), justify="right")
    digits = 1 if week.after.load < 100 else 0
    for name, before, after, normal, places in (
        ("easy", _in_unit(week.before.easy_km), _in_unit(week.after.easy_km), _in_unit(week.normal_easy_km), 1),
        ("footfalls", week.before.footfalls, week.after.footfalls, week.normal_footfalls, 0),
        ("load", week.before.load, week.after.load, week.normal_load, digits),
    ):
        row = say(f"plan.week.row.{name}", unit=called("unit", unit))
        table.add_row(row, *(_amount(value, places) for value in (before, after, normal)))
    known = week.normal_easy_km is not None
    note = say("plan.week.normal" if known else "plan.week.no-normal")
    return Group(
        Text(say("plan.week", start=date(week.start)), style="bold"), Padding(table, (0, 0, 0, 2)), Text(note, style="dim")
    )


def _in_unit(easy_km: float | None) -> float | None:
    return None if easy_km is None else per_unit(easy_km)


def _amount(value: float | None, digits: int) -> str:
    return say("terminal.unknown") if value is None or math.isnan(value) else number(value, digits)


def _free(free: Free, run: RunSummary) -> Iterator[str]:
    rests = {"runs": counted(free.runs, "run"), "onsets": number(free.onsets)}
    if math.isnan(free.until):
        yield say("plan.free.never", followed=number(free.followed), **rests)
    else:
        key = "plan.free.until"
        if math.isnan(free.low):
            key = "plan.free.until.bare"
        elif math.isnan(free.high):
            key = "plan.free.until.open"
        yield say(key, until=number(free.until), low=number(free.low), high=number(free.high), **rests)
    minute = number(run.timer_s / 60)
    if math.isnan(free.share):
        yield say("plan.free.beyond", followed=number(free.followed))
    elif math.isnan(free.share_low):
        yield say("plan.free.share.bare", minute=minute)
    else:
        share, low, high = (percent(each) for each in (free.share, free.share_low, free.share_high))
        yield say("plan.free.share", minute=minute, share=share, low=low, high=high)
    yield say("plan.free.level")


def _section(key: str, *rows: str) -> RenderableType:
    return Group(Text(say(key), style="bold"), *(Padding(Text(printable(row)), (0, 0, 0, 2)) for row in rows))


def _span(seconds: float) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    return say("plan.hours", hours=hours, minutes=f"{minutes:02d}") if hours else say("plan.minutes", minutes=minutes)
