"""`footfall doctor FILE`."""

from typing import TYPE_CHECKING

import click

from footfall.cli import options
from footfall.wording import say

if TYPE_CHECKING:
    from footfall.formats.decoder import Reader
    from footfall.workflow.named import NamedFile
    from footfall.workflow.store import Store


@click.command("doctor", help=say("cli.doctor.help"), short_help=say("cli.doctor.short"))
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--reader", metavar="NAME", default="auto", help=say("cli.option.reader"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.option.json"))
@click.option("--anonymise", "anonymous", metavar="OUT", help=say("cli.option.anonymise"))
@click.option("--force", is_flag=True, help=say("cli.option.force"))
@options.spoken
def command(
    files: tuple[str, ...], reader: str, as_json: bool, anonymous: str | None, force: bool, units: str | None, lang: str | None
) -> int:
    """What is in one file, and what became of it; of several, which are one run and what came from where."""
    import os

    from footfall.cli.inputs import keep_inputs
    from footfall.config import FilesBeside, settle
    from footfall.config.places import STDIN
    from footfall.config.values import choice
    from footfall.errors import SettingError
    from footfall.formats.decoder import Reader
    from footfall.wording.locale import speak
    from footfall.workflow.named import named

    settings = settle({"units": units, "lang": lang}, (), FilesBeside.PASSED_BY)
    speak(settings.for_programs() if as_json else settings.for_people())
    with_reader = Reader(choice(lambda: [one.value for one in Reader])(reader, "--reader"))
    if files.count(STDIN) > 1:
        raise SettingError("stdin-twice")
    if anonymous == STDIN:
        raise SettingError("copy-to-stdout")
    if len(files) > 1 or os.path.isdir(files[0]):  # noqa: PTH112 - Path.is_dir raises for a name that is too long
        if anonymous is not None or with_reader is not Reader.AUTO:
            raise SettingError("one-file", flag="--reader" if anonymous is None else "--anonymise")
        return _of_several(files, as_json=as_json)
    if anonymous is not None:
        keep_inputs(anonymous, files)
    with named(files[0]) as file:
        if anonymous is not None:
            _write_copy(file, anonymous, force=force)
        return _of_one(file, with_reader, as_json=as_json)


def _of_one(file: "NamedFile", with_reader: "Reader", *, as_json: bool) -> int:
    from footfall.cli import streams
    from footfall.cli.exit_codes import exit_code
    from footfall.errors import SettingError
    from footfall.formats.archive.kinds import PACKERS
    from footfall.render.doctor import document
    from footfall.render.json_text import json_text
    from footfall.render.terminal.doctor import blocks
    from footfall.workflow.inspect import inspect

    seen = inspect(file, with_reader)
    if seen.files_behind > 1:
        return _of_several((file.path,), as_json=as_json, store=file.store)
    unknown = [problem.message for problem in seen.file.problems if problem.reason == "unknown-format"]
    of_content = {say("problem.unknown-format"), *(say("problem.unknown-format.packed", packer=name) for name in PACKERS)}
    if with_reader.is_fallback and not of_content.issuperset(unknown):
        # the format is known, and the reader that was asked for is of another: the call is to be changed, not the file
        raise SettingError("other-reader", path=file.path, reader=with_reader.value)
    if as_json:
        streams.write_result(json_text(document(seen.file, seen.measured), indent=1) + "\n")
    else:
        streams.print_page(lambda _: blocks(seen.file, seen.measured))
    return exit_code(usable=bool(seen.file.recordings), problems=seen.file.problems)


def _of_several(files: tuple[str, ...], *, as_json: bool, store: "Store | None" = None) -> int:
    from footfall.cli import streams
    from footfall.cli.exit_codes import exit_code
    from footfall.render.joined import document
    from footfall.render.json_text import json_text
    from footfall.render.terminal.joined import blocks
    from footfall.workflow.inspect import inspect_together

    with streams.progress(quiet=False) as bar:
        seen = inspect_together(files, progress=bar, store=store)
    if as_json:
        found = document(seen.runs, seen.problems)
        streams.write_result(json_text(found, indent=1) + "\n")
    else:
        streams.print_page(lambda _: blocks(seen.runs, seen.problems, seen.counts["unknown-format"]))
    return exit_code(usable=bool(seen.runs), problems=seen.problems)


def _write_copy(file: "NamedFile", target: str, *, force: bool) -> None:
    from footfall.cli import streams
    from footfall.errors import RunFileError, SettingError
    from footfall.output import Overwrite, check_target, write_bytes
    from footfall.wording.numbers import counted
    from footfall.workflow.anonymise import anonymise

    overwrite = Overwrite.ANY if force else Overwrite.OURS
    check_target(target, overwrite=overwrite)
    try:
        copy = anonymise(file)
    except OSError:
        return  # the page below says of the file what the system says
    except RunFileError as error:
        raise SettingError("not-anonymised", path=file.path, why=say(f"problem.{error.code}", **error.values)) from error
    write_bytes(target, copy.data, overwrite=overwrite)
    moved = say("cli.anonymised.moved" if copy.moved else "cli.anonymised.no-position")
    dated = say("cli.anonymised.no-date") if copy.days is None else say("cli.anonymised.dated")
    done = counted(copy.emptied, "field")
    streams.message(say("cli.anonymised", path=target, moved=moved, dated=dated, emptied=done))
