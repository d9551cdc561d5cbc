"""What to say to a word that is no command."""

import difflib
import os
from collections.abc import Sequence

from footfall.wording import say


def no_command(name: str, commands: Sequence[str]) -> str:
    """A sentence that says what was probably meant: a near name, or `analyze` when it is a file."""
    if os.path.exists(name):  # noqa: PTH110 - a Path asks the system for names that it does not take, and fails
        return say("cli.no-command.path", name=name)
    close = difflib.get_close_matches(name, commands, n=1)
    if close:
        return say("cli.no-command.close", name=name, close=close[0])
    return say("cli.no-command", name=name, commands=", ".join(commands))
