"""`footfall weekly SQUAD`."""

import click

from footfall.cli import options
from footfall.wording import say


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
    from footfall.cli.week_asked import say_who_is_waited_for, week_asked_for
    from footfall.config.resolve import FilesBeside, settle
    from footfall.config.settings import SETTINGS
    from footfall.config.squad import read_squad
    from footfall.config.week import week_label
    from footfall.output import Overwrite
    from footfall.render.squad.pages import squad_pages
    from footfall.render.terminal.squad import squad_blocks
    from footfall.wording.locale import speak
    from footfall.workflow.weekly import weekly

    settings = settle({key: given.get(key) for key in SETTINGS}, (squad,), FilesBeside.PASSED_BY)
    speak(settings.for_people())
    plan = read_squad(squad, output)
    request = week_asked_for(plan, settings, week)
    folder = output or say("cli.weekly.folder", week=week_label(request.start))
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
        say_who_is_waited_for(plan, settings, week)
        streams.message(say("cli.weekly.written", folder=folder))
    fail_on = settings.fail_on_flag
    flags = [flag for member in found.squad.members for flag in member.flags]
    if fail_on is not None and any(flag.severity.rank <= fail_on.rank for flag in flags):
        return Exit.FLAGGED
    return Exit.SOME_FAILED if found.failed else Exit.DONE
