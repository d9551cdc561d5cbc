"""`footfall library export -o DIR`."""

import click

from footfall.cli import options
from footfall.wording import say


@click.command("export", help=say("cli.library.export.help"), short_help=say("cli.library.export.short"))
@click.option("-o", "--output", metavar="DIR", help=say("cli.option.output.export"))
@click.option("--athlete", metavar="KEY", help=say("cli.option.athlete.kept"))
@click.option("--force", is_flag=True, help=say("cli.option.force.export"))
@options.library
@options.language
@options.quiet
def command(
    output: str | None, athlete: str | None, force: bool, library: str | None, quiet: bool | None, lang: str | None
) -> int:
    """Everything kept as tables, for their owner alone."""
    from footfall.cli import streams
    from footfall.cli.exit_codes import exit_code
    from footfall.cli.library.settled import settled
    from footfall.errors import SettingError
    from footfall.output import Overwrite
    from footfall.render.terminal.problems import lines
    from footfall.wording.numbers import counted
    from footfall.workflow.library_export import export

    if output is None or output == "-":
        raise SettingError("export-where")
    settings, folder = settled(lang=lang, library=library, quiet=quiet)
    with streams.progress(quiet=settings.quiet) as bar:
        done = export(folder, output, athlete, Overwrite.ANY if force else Overwrite.OURS, bar)
    if done is None:
        streams.error(say("cli.library.none-yet", path=folder))
        return exit_code(usable=False, problems=())
    for problem in done.problems:
        streams.error(lines(problem))
    runs, rows = counted(done.runs, "run"), counted(done.diary_rows, "row")
    streams.echo(say("cli.library.export.done", path=output, runs=runs, rows=rows))
    return exit_code(usable=True, problems=done.problems)
