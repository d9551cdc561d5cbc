"""`footfall library rebuild`."""

import click

from footfall.cli import options
from footfall.wording import say


@click.command("rebuild", help=say("cli.library.rebuild.help"), short_help=say("cli.library.rebuild.short"))
@options.library
@options.language
@click.option("--jobs", metavar="N", help=say("cli.option.jobs"))
@options.quiet
def command(library: str | None, jobs: str | None, quiet: bool | None, lang: str | None) -> int:
    """Read everything anew, and keep of the rest what can be read."""
    from footfall.cli import streams
    from footfall.cli.exit_codes import Exit, exit_code
    from footfall.cli.library.settled import settled
    from footfall.render.terminal.problems import lines
    from footfall.wording.numbers import counted
    from footfall.workflow.library_rebuild import rebuild

    settings, folder = settled(lang=lang, library=library, jobs=jobs, quiet=quiet)
    with streams.progress(quiet=settings.quiet) as bar:
        made = rebuild(folder, settings.jobs, bar)
    if made is None:
        streams.echo(say("cli.library.none-yet", path=folder))
        return exit_code(usable=False, problems=())
    for problem in made.problems:
        streams.error(lines(problem))
    streams.echo(
        say(
            "cli.library.rebuild.done",
            path=folder,
            files=counted(made.read, "file"),
            kept=counted(made.kept, "file"),
            diaries=counted(made.diaries, "diary"),
        )
    )
    if made.lost:
        streams.error(say("cli.library.rebuild.lost", files=counted(made.lost, "file")))
    if made.cut:
        streams.error(say("cli.library.rebuild.cut"))
    if made.beside is not None:
        streams.echo(say("cli.library.rebuild.beside", path=made.beside))
    if made.cut or made.lost:
        return Exit.SOME_FAILED
    return exit_code(usable=True, problems=made.problems)
