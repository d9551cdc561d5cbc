"""`footfall diary check FILE`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footfall.cli import options
from footfall.wording import say

if TYPE_CHECKING:
    from footfall.diary.summary import DiarySummary
    from footfall.model.problem import Problem


@click.command("check", help=say("cli.diary.check.help"), short_help=say("cli.diary.check.short"))
@click.argument("file")
@options.language
def command(file: str, lang: str | None) -> int:
    """Name each row and cell that cannot be used; then say what was read."""
    from footfall.cli.exit_codes import exit_code
    from footfall.cli.streams import echo
    from footfall.config import FilesBeside, settle
    from footfall.diary.read import read
    from footfall.diary.summary import summarise
    from footfall.render.terminal.problems import lines
    from footfall.wording.locale import speak

    speak(settle({"lang": lang}, (), FilesBeside.PASSED_BY).for_people())
    diary, problems = read(_content(file), file)
    # Red-flag text that nobody could read wants to be seen before anything else.
    for problem in sorted(problems, key=lambda problem: problem.reason != "unchecked-red-flag"):
        echo(lines(problem))
    for line in _summary(file, summarise(diary), problems):
        echo(line)
    return exit_code(usable=bool(diary.entries) or not problems, problems=problems)


def _content(file: str) -> bytes:
    from footfall.errors import SettingError

    if file == "-":
        raise SettingError("diary-is-stdin")
    try:
        return Path(file).read_bytes()
    except FileNotFoundError:
        raise SettingError("missing", path=file) from None
    except OSError as error:
        raise SettingError("unreadable", path=file, detail=error.strerror or str(error)) from error


def _summary(file: str, summary: "DiarySummary", problems: "Sequence[Problem]") -> list[str]:
    from footfall.wording.numbers import counted, listed

    if summary.first is None or summary.last is None:
        return [say("cli.diary.check.empty" if problems else "cli.diary.check.no-row", path=file)]
    rows = counted(summary.rows, "row")
    span = {"first": summary.first.isoformat(), "last": summary.last.isoformat()}
    failed = sum(problem.failed for problem in problems)
    key = "cli.diary.check.done" if failed else "cli.diary.check.fine"
    said = [say(key, path=file, rows=rows, problems=failed, **span)]
    said.append(
        say(
            "cli.diary.check.onsets",
            onsets=summary.onsets,
            free=summary.free,
            start=summary.from_start,
            blank=summary.onset_blank,
            unfilled=summary.unfilled,
        )
    )
    if summary.red_flags:
        ticked = listed([f"{code} ({count})" for code, count in summary.red_flags.items()])
        said.append(say("cli.diary.check.red-flags", codes=ticked, resolved=summary.resolved))
    return said
