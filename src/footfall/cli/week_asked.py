"""Which week `footfall weekly` is about: the one that was named, or the last that is over for everybody."""

from typing import TYPE_CHECKING

from footfall.wording import say

if TYPE_CHECKING:
    import datetime as dt

    from footfall.config.settings import Settings
    from footfall.config.squad import SquadPlan
    from footfall.workflow.weekly import WeeklyRequest


def week_asked_for(plan: "SquadPlan", settings: "Settings", week: str | None) -> "WeeklyRequest":
    """Which week of which day, with everything that was settled."""
    import datetime as dt
    from dataclasses import replace

    from footfall.config.origin import Kind
    from footfall.config.week import last_week_over, named_week
    from footfall.engines.engine import processors
    from footfall.workflow.request import CadenceUnit, Request
    from footfall.workflow.weekly import WeeklyRequest, today

    told = settings.origins["as_of"].kind is not Kind.DEFAULT
    as_of = settings.as_of if told else today(plan, now())
    asked = Request(
        paths=(),
        as_of=as_of,
        timezone=settings.timezone,
        load_model=settings.load_model,
        cadence_unit=CadenceUnit(settings.cadence_unit),
        outing_gap_min=settings.outing_gap_min,
        include=settings.include,
    )
    last = last_week_over(as_of, plan.week_start)
    start = last if week is None else named_week(week, plan.week_start, as_of)
    if start < last and not told:  # a week of the past as it was seen then, with the red flags of then
        asked = replace(asked, as_of=start + dt.timedelta(days=7))
    return WeeklyRequest(plan, asked, start, settings.library, settings.jobs or processors())


def now() -> "dt.datetime":
    """The coach's clock."""
    import datetime as dt

    return dt.datetime.now().astimezone()


def say_who_is_waited_for(plan: "SquadPlan", settings: "Settings", week: str | None) -> None:
    """Where the week is an earlier one than the coach's calendar has, because it is still Sunday for somebody."""
    from footfall.cli import streams
    from footfall.config.origin import Kind
    from footfall.config.week import last_week_over, week_label
    from footfall.render.printable import printable
    from footfall.wording.numbers import listed_few
    from footfall.workflow.weekly import today, waited_for

    at = now()
    names = waited_for(plan, at)
    if week is not None or settings.origins["as_of"].kind is not Kind.DEFAULT or not names:
        return
    over, shown = (week_label(last_week_over(day, plan.week_start)) for day in (at.date(), today(plan, at)))
    message = say(
        "cli.weekly.waiting",
        week=over,
        names=listed_few([printable(name) for name in names]),
        shown=shown,
        today=at.date().isoformat(),
    )
    streams.message(message)
