"""`footfall library info`."""

from typing import TYPE_CHECKING

import click

from footfall.cli import options
from footfall.wording import say

if TYPE_CHECKING:
    from footfall.library.rows import Holding, Info


@click.command("info", help=say("cli.library.info.help"), short_help=say("cli.library.info.short"))
@options.library
@click.option("--json", "as_json", is_flag=True, help=say("cli.option.json"))
def command(library: str | None, as_json: bool) -> int:
    """Where the library is, how large, and whose runs are in it."""
    import json

    from footfall.cli import streams
    from footfall.cli.exit_codes import Exit
    from footfall.cli.library.settled import settled
    from footfall.workflow.library_commands import library_info

    _, folder = settled(library=library)
    info = library_info(folder)
    if as_json:
        streams.write_result(json.dumps(_document(folder, info), ensure_ascii=False, allow_nan=False, indent=1) + "\n")
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
    from footfall.wording.numbers import counted

    name = one.key if one.name in (None, one.key) else say("cli.library.info.named", name=one.name, of=one.key)
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
