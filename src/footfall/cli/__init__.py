"""The command line: a group that knows its commands by name and imports one only when it runs.

`footfall --help` is asked for more often than anything, so nothing but click and the catalogue is imported here.
"""

from collections.abc import Mapping
from importlib import import_module

import click

from footfall.version import __version__
from footfall.wording import say

HELP_NAMES = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

COMMANDS: Mapping[str, str] = {
    "analyze": "footfall.cli.analyze",
    "report": "footfall.cli.report",
    "weekly": "footfall.cli.weekly",
    "batch": "footfall.cli.batch",
    "diary": "footfall.cli.diary",
    "pain": "footfall.cli.pain",
    "plan": "footfall.cli.plan",
    "doctor": "footfall.cli.doctor",
    "library": "footfall.cli.library",
    "demo": "footfall.cli.demo",
}
"""Name -> module with `command`; `cli.<name>.short` of the catalogue is its line in the list."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called.

    lazy    name -> module.    area  the catalogue's prefix of its commands.
    """

    def __init__(self, *args: object, lazy: Mapping[str, str], area: str = "cli", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # click's own signature, passed through
        self.lazy = lazy
        self.area = area

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of use, not of the alphabet."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import it."""
        if cmd_name not in self.lazy:
            return None
        command = import_module(self.lazy[cmd_name]).command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list, from the catalogue alone."""
        with formatter.section(say("cli.commands")):
            formatter.write_dl([(name, say(f"{self.area}.{name}.short")) for name in self.lazy])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a better sentence for a name that is no command."""
        name = args[0]
        if name not in self.lazy and not name.startswith("-"):
            from footfall.cli.unknown import no_command

            raise click.UsageError(no_command(name, list(self.lazy)), ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, lazy=COMMANDS, context_settings=HELP_NAMES, help=say("cli.help"))
@click.version_option(
    __version__, "--version", prog_name="footfall", message="%(prog)s %(version)s", help=say("cli.option.version")
)
def cli() -> None:
    """The group itself does nothing."""
