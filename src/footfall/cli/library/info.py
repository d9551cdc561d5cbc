"""`footfall library info`."""

from typing import TYPE_CHECKING

import click

from footfall.cli import options
from footfall.wording import say

if TYPE_CHECKING:
    from footfall.library.rows import Holding, Info

_LONGEST = 120
"""Letters of a name or a key; --json has them whole."""


@click.command("info", help=say("cli.library.info.help"), short_help=say("cli.library.info.short"))
@options.library
@options.language
@click.option("--json", "as_json", is_flag=True, help=say("cli.option.json"))
def command(library: str | None, as_json: bool, lang: str | None) -> int:
    """Where the library is, how large, and whose runs are in it."""
    from footfall.cli import streams
    from footfall.cli.exit_codes import Exit
    from footfall.cli.library.settled import settled
    from footfall.render.json_text import json_text
    from footfall.workflow.library_commands import library_info

    _, folder = settled(lang=lang, library=library)
    info = library_info(folder)
    if as_json:
        streams.write_result(json_text(_document(folder, info), indent=1) + "\n")
        return Exit.DONE
    for line in [say("cli.library.none-yet", path=folder)] if info is None else _lines(info):
        streams.echo(line)
    return Exit.DONE


def _document(folder: str, info: "Info | None") -> dict[str, object]:
    from footfall.workflow.versions import FINDINGS, NUMBERS, READERS

    return {
        "format_version": 1,
        "path": folder if info is None else info.path,
        "bytes": None if info is None else info.size_bytes,
        "schema": None if info is None else info.version,
        "readers": READERS,
        "numbers": NUMBERS,
        "findings": FINDINGS,
        "written_by": [] if info is None else list(info.tools),
        "problems": {} if info is None else dict(info.reasons),
        "athletes": [] if info is None else [_holding(one) for one in info.holdings],
    }


def _holding(one: "Holding") -> dict[str, object]:
    return {
        "key": one.key,
        "name": one.name,
        "files": one.files,
        "recordings": one.runs,
        "diaries": one.diaries,
        "first_day": one.first_day,
        "last_day": one.last_day,
        "cadence_line_runs": one.line_runs,
        "findings": one.findings,
    }


def _lines(info: "Info") -> list[str]:
    from footfall.wording.numbers import number
    from footfall.workflow.versions import READERS

    said = [say("cli.library.info.where", path=info.path, mb=number(info.size_bytes / 1e6, 1))]
    said.extend(_of(one) for one in info.holdings)
    if not info.holdings:
        said.append(say("cli.library.info.empty"))
    said.append(say("cli.library.info.versions", schema=info.version, readers=READERS))
    return said


def _of(one: "Holding") -> str:
    from footfall.tables.cell import cut
    from footfall.wording.numbers import counted

    key, called = cut(one.key, _LONGEST), None if one.name is None else cut(one.name, _LONGEST)
    name = key if called in (None, key) else say("cli.library.info.named", name=called, of=key)
    values = {
        "name": name,
        "files": counted(one.files, "file"),
        "runs": counted(one.runs, "recording"),
        "diaries": counted(one.diaries, "diary"),
    }
    if one.first_day is None:
        said = say("cli.library.info.athlete", **values)
    else:
        said = say("cli.library.info.athlete.days", first=one.first_day, last=one.last_day, **values)
    if one.line_runs:
        said += f" {say('cli.library.info.line', runs=counted(one.line_runs, 'run'))}"
    if one.findings:
        said += f" {say('cli.library.info.findings', reports=counted(one.findings, 'report'))}"
    return said
