"""`footfall library forget PATH|--athlete KEY|--all`."""

import click

from footfall.cli import options
from footfall.wording import say


@click.command("forget", help=say("cli.library.forget.help"), short_help=say("cli.library.forget.short"))
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--athlete", metavar="KEY", help=say("cli.option.athlete.kept"))
@click.option("--all", "everything", is_flag=True, help=say("cli.option.forget.all"))
@options.library
@options.language
def command(paths: tuple[str, ...], athlete: str | None, everything: bool, library: str | None, lang: str | None) -> int:
    """Remove it at once, and say what went."""
    from footfall.cli import streams
    from footfall.cli.exit_codes import Exit
    from footfall.cli.library.settled import settled
    from footfall.errors import SettingError
    from footfall.wording.numbers import counted
    from footfall.workflow.library_commands import forget_all, forget_athlete, forget_paths

    if [bool(paths), athlete is not None, everything].count(True) != 1:
        raise SettingError("forget-what")
    _, folder = settled(lang=lang, library=library)
    if everything:
        gone, what = forget_all(folder), say("cli.library.forget.everything")
    elif athlete is not None:
        gone, what = forget_athlete(folder, athlete), athlete
    else:
        gone, what = forget_paths(folder, paths), ", ".join(paths)
    if gone is None:
        streams.echo(say("cli.library.none-yet", path=folder))
        return Exit.NOTHING_USABLE
    if not (gone.files or gone.diaries or gone.athletes):
        streams.error(say("cli.library.forget.nothing", what=what))
        return Exit.NOTHING_USABLE
    counts = {"files": gone.files, "runs": gone.runs, "diaries": gone.diaries}
    nouns = {"files": "file", "runs": "recording", "diaries": "diary"}
    streams.echo(say("cli.library.forget.done", **{key: counted(count, nouns[key]) for key, count in counts.items()}))
    if not gone.compacted:
        streams.message(say("cli.library.forget.not-compacted"))
    return Exit.DONE
