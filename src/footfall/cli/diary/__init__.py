"""`footfall diary new` and `footfall diary check`."""

import click

from footfall.cli import HELP_NAMES, LazyGroup
from footfall.wording import say

COMMANDS = {"new": "footfall.cli.diary.new", "check": "footfall.cli.diary.check"}


@click.group(
    "diary",
    cls=LazyGroup,
    lazy=COMMANDS,
    area="cli.diary",
    context_settings=HELP_NAMES,
    help=say("cli.diary.help"),
    short_help=say("cli.diary.short"),
)
def command() -> None:
    """The group itself does nothing."""
