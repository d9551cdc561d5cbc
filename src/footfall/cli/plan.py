"""`footfall plan 10km|6mi|50min`."""

import datetime as dt
from typing import TYPE_CHECKING

import click

from footfall.cli import options
from footfall.wording import say

if TYPE_CHECKING:
    from footfall.cli.job import Job
    from footfall.render.content import Content


@click.command("plan", help=say("cli.plan.help"), short_help=say("cli.plan.short"))
@click.argument("length", metavar="LENGTH")
@click.option("--from", "sources", metavar="PATH", multiple=True, help=say("cli.option.plan.from"))
@click.option("--pace", metavar="PACE", help=say("cli.option.plan.pace"))
@click.option("--date", "day", metavar="DATE", help=say("cli.option.plan.date"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.option.plan.json"))
@options.plan_settings
def command(length: str, sources: tuple[str, ...], pace: str | None, day: str | None, as_json: bool, **given: object) -> int:
    """Hold a planned run against the runner's own."""
    from footfall.cli import deliver, streams
    from footfall.cli.exit_codes import Exit, exit_code
    from footfall.cli.planned import wish
    from footfall.findings.plan import findings_of
    from footfall.render.plan_json import render as as_object
    from footfall.render.terminal.plan import blocks, nothing
    from footfall.workflow.plan import plan_of

    wish(length, pace, None, dt.date.min)  # what cannot be meant is said before any file is read
    job, content = _content(sources, given, as_json=as_json)
    asked = wish(length, pace, day, job.request.as_of)
    found = plan_of(content, asked)
    if as_json:
        streams.write_result(as_object(found, asked, content.version))
    elif found.plan is None:
        streams.error(nothing(found))
    else:
        streams.print_page(lambda _: blocks(found, asked))
    deliver.name_failed(content.findings.problems, "terminal.problems.more")
    if found.needs_pace:
        return Exit.USAGE
    raised = () if found.plan is None else findings_of(found.plan)
    return exit_code(
        usable=found.plan is not None, problems=content.findings.problems, found=raised, fail_on=job.settings.fail_on_flag
    )


def _content(sources: tuple[str, ...], given: dict[str, object], *, as_json: bool) -> "tuple[Job, Content]":
    from footfall.cli.job import prepare
    from footfall.cli.kept import run_keeping, run_kept
    from footfall.wording.locale import speak

    def for_programs(job: "Job") -> None:
        if as_json:
            speak(job.settings.for_programs())

    if not sources:
        return run_kept(given, for_programs)
    from footfall.cli.paths import gather

    job = prepare(gather(sources, None), given)
    for_programs(job)
    return job, run_keeping(job)
