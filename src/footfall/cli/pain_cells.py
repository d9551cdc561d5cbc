"""From the options of `footfall pain` to the cells of a diary row."""

import datetime as dt
from collections.abc import Mapping

import click

from footfall.errors import SettingError
from footfall.tables.cell import CellError, is_blank
from footfall.wording import say

NAMES: Mapping[str, str] = {
    "--before": "pain_before",
    "--max": "pain_max",
    "--after": "pain_after",
    "--morning": "pain_next_morning",
    "--onset": "onset",
    "--eased": "eased_after_min",
    "--site": "sites",
    "--quality": "qualities",
    "--builds": "builds",
    "--stopped": "stopped_for_pain",
    "--fear": "shortened_for_fear",
    "--stiff": "morning_stiffness_min",
    "--red-flag": "red_flags",
    "--rpe": "rpe",
    "--surface": "surface",
    "--shoes": "shoes",
    "--sleep": "sleep_h",
    "--note": "note",
    "--start": "start",
}
"""Option -> column. One option for each column but the day; SCORE is that of --max."""

SEVERAL = frozenset({"sites", "qualities", "red_flags"})
YES_OR_NO = frozenset({"builds", "stopped_for_pain", "shortened_for_fear"})


def options(command: click.decorators.FC) -> click.decorators.FC:
    """All of them, in the order of the columns."""
    for flag, column in reversed(list(NAMES.items())):
        help_text = say(f"cli.option.pain.{column}")
        if column in YES_OR_NO:
            option = click.option(f"{flag}/--no-{flag[2:]}", column, default=None, help=help_text)
        else:
            metavar = say(f"cli.option.pain.{column}.metavar")
            option = click.option(flag, column, metavar=metavar, multiple=column in SEVERAL, help=help_text)
        command = option(command)
    return command


def cells(score: str | None, given: Mapping[str, object]) -> dict[str, str]:
    """Column -> text, of what was given. Raises SettingError where nothing was, or the same cell twice."""
    found: dict[str, str] = {}
    for column in NAMES.values():
        value = given.get(column)
        if isinstance(value, bool):
            found[column] = "yes" if value else "no"
        elif isinstance(value, tuple):
            text = ";".join(one for part in value if (one := _plain(str(part))))
            found |= {column: text} if text else {}
        elif isinstance(value, str) and not is_blank(_plain(value)):
            found[column] = _plain(value)
    if score is not None:
        if "pain_max" in found:
            raise SettingError("pain-score-twice")
        found["pain_max"] = _plain(score)
    if not set(found) - {"start"}:
        raise SettingError("pain-nothing")
    return found


def _plain(text: str) -> str:
    """On one line, as a cell is."""
    return " ".join(text.split())


def day(text: str | None, today: dt.date, *, morning: bool) -> dt.date:
    """The day meant. morning   whether the morning after it is spoken of. Raises SettingError."""
    from footfall.tables.dates import read_day

    word = "today" if text is None else text.strip().lower()
    if word in ("today", "yesterday"):
        found = today - dt.timedelta(days=word == "yesterday")
    else:
        try:
            found = read_day(word)
        except CellError:
            raise SettingError("pain-day", value=word[:40]) from None
    if found > today:
        raise SettingError("pain-future", value=word, today=today.isoformat())
    if morning and found >= today:
        raise SettingError("pain-morning", date=found.isoformat())
    return found
