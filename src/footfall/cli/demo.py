"""`footfall demo`."""

from pathlib import Path

import click

from footfall.cli import options
from footfall.wording import say

PAGE = "footfall-demo.html"
AS_OF = "2026-11-16"
"""The day after the made season ends: the demo says the same on every day."""
ROWS = 12


@click.command("demo", help=say("cli.demo.help"), short_help=say("cli.demo.short"))
@options.results("output.demo")
@options.spoken
@options.quiet
def command(
    as_json: bool, as_csv: bool, output: str | None, force: bool, units: str | None, lang: str | None, quiet: bool | None
) -> int:
    """The report on the season that comes with footfall."""
    import datetime as dt

    from footfall.cli import deliver
    from footfall.cli.job import Job, run
    from footfall.config import FilesBeside, Settings, read_athlete, settle
    from footfall.workflow.request import Request

    form = deliver.Form.HTML
    season = sample_season()
    target = deliver.target(
        as_json=as_json, as_csv=as_csv, output=output, force=force, default=form, page=PAGE, inputs=(str(season),)
    )
    day = dt.date.fromisoformat(AS_OF)
    athlete = read_athlete(str(season / "athlete.toml"))
    request = Request((str(season),), day, athlete=athlete, diary=str(season / "diary.csv"))
    asked = settle({"units": units, "lang": lang}, (), FilesBeside.PASSED_BY)
    settings = Settings(day, athlete=athlete, quiet=bool(quiet), units=asked.units, lang=asked.lang, origins=asked.origins)
    job = Job(settings, request)
    deliver.speak_for(target, job)
    content = run(job)
    deliver.write(content, target)
    if target.form is form and not target.to_stdout:
        deliver.summarise(content, rows=ROWS, earlier=say("cli.earlier.page"), next_step=say("cli.next.own"))
    deliver.say_written(target, quiet=job.settings.quiet)
    return deliver.conclude(deliver.code_of(content, job, usable=deliver.has_runs(content)), content)


def sample_season() -> Path:
    """The folder of the made season: inside the installed package, or beside it in a checkout.

    Raises SettingError when this copy has none.
    """
    import footfall
    from footfall.errors import SettingError

    package = Path(footfall.__file__).parent
    for folder in (package / "sample_data", package.parents[1] / "sample_data"):
        if (folder / "diary.csv").is_file():
            return folder
    raise SettingError("no-sample-data")
