"""`footfall library`: what is kept, and its removal."""

import click

from footfall.cli import HELP_NAMES, LazyGroup
from footfall.wording import say

COMMANDS = {
    "info": "footfall.cli.library.info",
    "verify": "footfall.cli.library.verify",
    "rebuild": "footfall.cli.library.rebuild",
    "forget": "footfall.cli.library.forget",
    "export": "footfall.cli.library.export",
}


@click.group(
    "library",
    cls=LazyGroup,
    lazy=COMMANDS,
    area="cli.library",
    context_settings=HELP_NAMES,
    help=say("cli.library.help"),
    short_help=say("cli.library.short"),
)
def command() -> None:
    """The group itself does nothing."""
