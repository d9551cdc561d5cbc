"""`footfall report [PATH...]`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from footfall.cli import options
from footfall.wording import say

if TYPE_CHECKING:
    from footfall.cli.deliver import Target
    from footfall.cli.job import Job
    from footfall.render.content import Content

PAGE = "footfall-report.html"
ROWS = 12


@click.command("report", help=say("cli.report.help"), short_help=say("cli.report.short"))
@options.paths
@options.settings
@options.keeping
@options.results("output.report")
@click.option("--deep", is_flag=True, help=say("cli.option.deep"))
@click.option("--clinician", "clinician", metavar="FILE", help=say("cli.option.clinician"))
@click.option("--format", "named", metavar="FORM", help=say("cli.option.format"))
@click.option("--assets", "assets", metavar="WHERE", help=say("cli.option.assets"))
def command(
    paths: tuple[str, ...],
    files_from: str | None,
    as_json: bool,
    as_csv: bool,
    output: str | None,
    force: bool,
    named: str | None,
    clinician: str | None,
    assets: str | None,
    **given: object,
) -> int:
    """The whole history as a page, and its summary in the terminal."""
    from footfall.cli import beside, deliver
    from footfall.cli.assets import settled
    from footfall.cli.exit_codes import Exit
    from footfall.cli.job import prepare
    from footfall.cli.kept import run_keeping, run_kept
    from footfall.cli.paths import gather
    from footfall.wording.locale import speaking
    from footfall.workflow.rarely_collected import rarely_collected

    of_library = not paths and files_from is None
    every = () if of_library else gather(paths, files_from)
    form = deliver.Form.HTML
    target = deliver.target(
        as_json=as_json,
        as_csv=as_csv,
        output=output,
        force=force,
        default=form,
        named=named,
        page=PAGE,
        inputs=(*every, files_from),
    )
    target = settled(assets, target)
    page = beside.target(clinician, target, inputs=(*every, files_from))
    if of_library:
        job, content = run_kept(given, lambda job: _keep_settings(target, page, job))
    else:
        job = prepare(every, given)
        _keep_settings(target, page, job)
        content = run_keeping(job)
    # A diary alone makes a page: its red flags are not lost with the runs.
    usable = deliver.has_runs(content) or bool(content.history.entries) or bool(content.history.unread_flags)
    code = deliver.code_of(content, job, usable=usable)
    if code is Exit.NOTHING_USABLE and target.form in deliver.FOR_READERS:
        deliver.name_everything(content)
        return deliver.conclude(code, content)
    with rarely_collected():
        deliver.write(content, target)
    if target.form is form and not target.to_stdout:
        deliver.summarise(content, rows=ROWS, earlier=say("cli.earlier.page"), next_step=_next_step(content, every))
    else:
        deliver.name_what_matters(content)
        deliver.name_left_out(content, target, quiet=job.settings.quiet)
    deliver.say_written(target, quiet=job.settings.quiet)
    if page is not None:
        with speaking(job.settings.for_people()):
            beside.write(content, page)
        deliver.say_written(page, quiet=job.settings.quiet)
    return deliver.conclude(code, content)


def _keep_settings(target: "Target", page: "Target | None", job: "Job") -> None:
    from footfall.cli import deliver

    deliver.speak_for(target, job)
    for each in (target, page):
        if each is not None:
            deliver.keep_settings(each, job)


def _next_step(content: "Content", paths: Sequence[str]) -> str | None:
    from footfall.cli import deliver

    return deliver.diary_step(paths, "report") if content.diary_path is None else None
