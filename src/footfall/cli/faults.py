"""From what was raised to a sentence and an exit code."""

import traceback
from pathlib import Path

from footfall.cli.exit_codes import Exit
from footfall.errors import FootfallError, OutputError, RunFileError, SettingError, TableError
from footfall.wording import say

_PACKAGE = str(Path(__file__).resolve().parents[1])
_OUT_OF_OUR_HANDS = frozenset({"full", "failed"})


def sentence(error: FootfallError) -> tuple[str, Exit]:
    """What happened, where and what to do; and how the command ends."""
    if isinstance(error, SettingError):
        return say(f"setting.{error.code}", **error.values), Exit.USAGE
    if isinstance(error, OutputError):
        code = Exit.NOTHING_USABLE if error.code in _OUT_OF_OUR_HANDS else Exit.USAGE
        return say(f"output.{error.code}", **error.values), code
    if isinstance(error, RunFileError):
        place = error.path if error.where is None else f"{error.path}, {error.where}"
        return f"{place}: {say(f'problem.{error.code}', **error.values)}", Exit.NOTHING_USABLE
    if isinstance(error, TableError):
        return say(f"table.{error.code}", **error.values), Exit.NOTHING_USABLE
    return internal(error), Exit.NOTHING_USABLE


def internal(fault: BaseException) -> str:
    """A sentence for a bug of ours: its kind and the place in our code, enough to find it by."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename.startswith(_PACKAGE)]
    place = f"{Path(frames[-1].filename).name} line {frames[-1].lineno}" if frames else "footfall"
    return say("setting.internal", fault=type(fault).__name__, place=place)
