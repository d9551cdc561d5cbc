"""`footfall pain 4 --onset 17 --site low_back`."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footfall.cli import options
from footfall.cli.pain_cells import options as cell_options
from footfall.wording import say

if TYPE_CHECKING:
    from footfall.diary.one_entry import Entered

NEW = "diary.csv"


@click.command("pain", help=say("cli.pain.help"), short_help=say("cli.pain.short"))
@click.argument("score", required=False, metavar="[SCORE]")
@cell_options
@click.option("--date", "day", metavar="DATE", help=say("cli.option.pain.date"))
@click.option("--update", is_flag=True, help=say("cli.option.pain.update"))
@click.option("--add", is_flag=True, help=say("cli.option.pain.add"))
@options.diary_of
def command(score: str | None, day: str | None, update: bool, add: bool, diary: str | None, **given: object) -> int:
    """One entry: checked as the diary is read, written whole or not at all."""
    from footfall.cli import pain_cells, pain_told
    from footfall.cli.exit_codes import Exit
    from footfall.config import settle
    from footfall.diary.one_entry import IfThere
    from footfall.errors import SettingError
    from footfall.output.alone import alone
    from footfall.wording.locale import speak

    if update and add:
        raise SettingError("pain-both")
    cells = pain_cells.cells(score, given)
    asked = {key: given.get(key) for key in ("quiet", "as_of", "lang")}
    settings = settle({"diary": diary, **asked}, ())
    speak(settings.for_people())
    found = pain_cells.day(day, settings.as_of, morning="pain_next_morning" in cells)
    path = settings.diary or NEW
    pain_told.check({**cells, "date": found.isoformat()}, path)
    if_there = IfThere.UPDATE if update else IfThere.ADD if add else IfThere.FILL
    with alone(path):
        existing, entered = _enter(path, cells, found, if_there)
        if entered.data is None:
            raise pain_told.refusal(entered, path)
        _write(path, entered.data)
    pain_told.tell(entered, path, existing=existing, settings=settings)
    return Exit.SOME_FAILED if entered.problems else Exit.DONE


def _enter(path: str, cells: dict[str, str], day: dt.date, if_there: "object") -> "tuple[bool, Entered]":
    from footfall.diary.one_entry import IfThere, enter
    from footfall.errors import OutputError, SettingError
    from footfall.workflow.diary_rows import is_other

    assert isinstance(if_there, IfThere)
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        data = None
    except OSError as error:
        raise SettingError("unreadable", path=path, detail=error.strerror or str(error)) from error
    if data is not None and is_other(data):
        raise OutputError("is-run-file", path=path)
    delimiter = "\t" if path.lower().endswith(".tsv") else ","
    return data is not None, enter(data, {"date": day.isoformat(), **cells}, path, if_there, delimiter)


def _write(path: str, data: bytes) -> None:
    from footfall.output import Overwrite, write_bytes

    write_bytes(path, data, overwrite=Overwrite.ANY)
