"""`footfall analyze PATH...`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from footfall.cli import options
from footfall.wording import say

if TYPE_CHECKING:
    from footfall.render.content import Content


@click.command("analyze", help=say("cli.analyze.help"), short_help=say("cli.analyze.short"))
@options.paths
@options.settings
@options.results()
def command(
    paths: tuple[str, ...], files_from: str | None, as_json: bool, as_csv: bool, output: str | None, force: bool, **given: object
) -> int:
    """Per run: cadence, footfalls and load, to the terminal, as JSON or as a table."""
    from footfall.cli import deliver
    from footfall.cli.exit_codes import Exit
    from footfall.cli.job import prepare, run
    from footfall.cli.paths import gather
    from footfall.errors import SettingError

    if not paths and files_from is None:
        raise SettingError("no-paths", example="footfall analyze my-runs")
    every = gather(paths, files_from)
    form = deliver.Form.TEXT
    target = deliver.target(as_json=as_json, as_csv=as_csv, output=output, force=force, default=form, inputs=(*every, files_from))
    job = prepare(every, given)
    deliver.keep_settings(target, job)
    deliver.speak_for(target, job)
    content = run(job)
    code = deliver.code_of(content, job, usable=deliver.has_runs(content))
    in_text = target.form is deliver.Form.TEXT
    if in_text and code is Exit.NOTHING_USABLE:
        deliver.name_everything(content)
        return deliver.conclude(code, content)
    deliver.write(content, target)
    if in_text and target.to_stdout:
        deliver.summarise(content, rows=None, earlier="", next_step=_next_step(content, every))
    else:
        deliver.name_what_matters(content)
        deliver.name_left_out(content, target, quiet=job.settings.quiet)
    deliver.say_written(target, quiet=job.settings.quiet)
    return deliver.conclude(code, content)


def _next_step(content: "Content", paths: Sequence[str]) -> str | None:
    from footfall.cli import deliver

    if not content.runs:
        return None
    if content.diary_path is None:
        return deliver.diary_step(paths, "analyze")
    return say("cli.next.report", paths=deliver.typed(paths)) if deliver.can_be_typed(paths) else None
