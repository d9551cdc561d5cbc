"""`footfall weekly SQUAD`."""

from typing import TYPE_CHECKING

import click

from footfall.cli import options
from footfall.wording import say

if TYPE_CHECKING:
    from footfall.config.settings import Settings
    from footfall.config.squad import SquadPlan
    from footfall.workflow.weekly import WeeklyRequest


@click.command("weekly", help=say("cli.weekly.help"), short_help=say("cli.weekly.short"))
@click.argument("squad", metavar="SQUAD")
@click.option("--week", metavar="WEEK", help=say("cli.option.week"))
@click.option("-o", "--output", metavar="DIR", help=say("cli.option.output.weekly"))
@click.option("--force", is_flag=True, help=say("cli.option.force.weekly"))
@options.weekly_settings
def command(squad: str, week: str | None, output: str | None, force: bool, **given: object) -> int:
    """The coach's week: a squad page, a page for each athlete, a table, and a mail."""
    from footfall.cli import streams
    from footfall.cli.exit_codes import Exit
    from footfall.cli.squad_pages import check_pages, write_pages
    from footfall.config.resolve import FilesBeside, settle
    from footfall.config.settings import SETTINGS
    from footfall.config.squad import read_squad
    from footfall.output import Overwrite
    from footfall.render.squad.pages import squad_pages
    from footfall.render.terminal.squad import squad_blocks
    from footfall.wording.locale import speak
    from footfall.workflow.weekly import weekly

    settings = settle({key: given.get(key) for key in SETTINGS}, (squad,), FilesBeside.PASSED_BY)
    speak(settings.for_people())
    plan = read_squad(squad, output)
    request = _request(plan, settings, week)
    folder = output or say("cli.weekly.folder", week=_label(request))
    overwrite = Overwrite.ANY if force else Overwrite.OURS
    check_pages(folder, squad, plan, overwrite)
    with streams.progress(quiet=settings.quiet) as bar:
        found = weekly(request, bar)
    for hint in () if settings.quiet else settings.hints:
        streams.message(say(f"hint.{hint.code}", **hint.values))
    if found.usable:
        write_pages(folder, squad_pages(found.squad), overwrite)
    streams.print_page(lambda _width: squad_blocks(found.squad))
    if not found.usable:
        streams.error(say("cli.weekly.nothing"))
        return Exit.NOTHING_USABLE
    if not settings.quiet:
        streams.message(say("cli.weekly.written", folder=folder))
    fail_on = settings.fail_on_flag
    flags = [flag for member in found.squad.members for flag in member.flags]
    if fail_on is not None and any(flag.severity.rank <= fail_on.rank for flag in flags):
        return Exit.FLAGGED
    return Exit.SOME_FAILED if found.failed else Exit.DONE


def _request(plan: "SquadPlan", settings: "Settings", week: str | None) -> "WeeklyRequest":
    import datetime as dt
    from dataclasses import replace

    from footfall.config.origin import Kind
    from footfall.config.week import last_week_over, named_week
    from footfall.engines.engine import processors
    from footfall.workflow.request import CadenceUnit, Request
    from footfall.workflow.weekly import WeeklyRequest, today

    told = settings.origins["as_of"].kind is not Kind.DEFAULT
    as_of = settings.as_of if told else today(plan, dt.datetime.now().astimezone())
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


def _label(request: "WeeklyRequest") -> str:
    from footfall.config.week import week_label

    return week_label(request.start)
