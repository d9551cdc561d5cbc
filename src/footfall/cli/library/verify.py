"""`footfall library verify`."""

import click

from footfall.cli import options
from footfall.wording import say


@click.command("verify", help=say("cli.library.verify.help"), short_help=say("cli.library.verify.short"))
@options.library
@options.language
def command(library: str | None, lang: str | None) -> int:
    """Name whatever is kept and not whole."""
    from footfall.cli import streams
    from footfall.cli.exit_codes import Exit
    from footfall.cli.library.settled import settled
    from footfall.wording.numbers import counted
    from footfall.workflow.library_commands import library_faults

    _, folder = settled(lang=lang, library=library)
    faults = library_faults(folder)
    if faults is None:
        streams.echo(say("cli.library.none-yet", path=folder))
        return Exit.DONE
    if not faults:
        streams.echo(say("cli.library.verify.whole", path=folder))
        return Exit.DONE
    for fault in faults:
        streams.echo(say(f"library.fault.{fault.code}", **fault.values))
    streams.echo(say("cli.library.verify.faults", path=folder, faults=counted(len(faults), "fault")))
    return Exit.SOME_FAILED
