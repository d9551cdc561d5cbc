"""From what was raised to an exit code, and what to say of a fault of our own."""

from footfall.cli.exit_codes import Exit
from footfall.errors import FootfallError, OutputError, SettingError, place_of
from footfall.wording import say

_OUT_OF_OUR_HANDS = frozenset({"full", "failed"})


def code_of(error: FootfallError) -> Exit:
    """How the command ends: what the user can change in the call is usage, the rest left nothing usable."""
    usage = isinstance(error, SettingError) or (isinstance(error, OutputError) and error.code not in _OUT_OF_OUR_HANDS)
    return Exit.USAGE if usage else Exit.NOTHING_USABLE


def internal(fault: BaseException) -> str:
    """A sentence for a bug of ours: its kind and the place in our code, enough to find it by."""
    return say("setting.internal", fault=type(fault).__name__, place=place_of(fault))
