"""`footfall doctor FILE`."""

import click

from footfall.wording import say


@click.command("doctor", help=say("cli.doctor.help"), short_help=say("cli.doctor.short"))
@click.argument("file")
@click.option("--reader", metavar="NAME", default="auto", help=say("cli.option.reader"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.option.json"))
@click.option("--anonymise", "anonymous", metavar="OUT", help=say("cli.option.anonymise"))
@click.option("--force", is_flag=True, help=say("cli.option.force"))
def command(file: str, reader: str, as_json: bool, anonymous: str | None, force: bool) -> int:
    """What is in one file, and what became of it."""
    import json

    from footfall.cli import streams
    from footfall.cli.exit_codes import exit_code
    from footfall.config.values import choice
    from footfall.errors import SettingError
    from footfall.formats.archive.kinds import PACKERS
    from footfall.formats.decoder import Reader
    from footfall.render.doctor import document
    from footfall.render.terminal.doctor import blocks
    from footfall.workflow.inspect import inspect

    if anonymous is not None:
        _write_copy(file, anonymous, force=force)
    with_reader = Reader(choice(lambda: [one.value for one in Reader])(reader, "--reader"))
    seen = inspect(file, with_reader)
    unknown = [problem.message for problem in seen.file.problems if problem.reason == "unknown-format"]
    of_content = {say("problem.unknown-format"), *(say("problem.unknown-format.packed", packer=name) for name in PACKERS)}
    if not of_content.issuperset(unknown):
        # the format is known, and the reader that was asked for is of another: the call is to be changed, not the file
        raise SettingError("other-reader", path=file, reader=with_reader.value)
    if as_json:
        streams.write_result(json.dumps(document(seen.file, seen.measured), ensure_ascii=False, allow_nan=False, indent=1) + "\n")
    else:
        streams.print_page(lambda _: blocks(seen.file, seen.measured))
    return exit_code(usable=bool(seen.file.recordings), problems=seen.file.problems)


def _write_copy(file: str, target: str, *, force: bool) -> None:
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
        raise SettingError("not-anonymised", path=file, why=say(f"problem.{error.code}", **error.values)) from error
    write_bytes(target, copy.data, overwrite=overwrite)
    moved = say("cli.anonymised.moved" if copy.moved else "cli.anonymised.no-position")
    dated = say("cli.anonymised.no-date") if copy.days is None else say("cli.anonymised.dated")
    done = counted(copy.emptied, "field")
    streams.message(say("cli.anonymised", path=target, moved=moved, dated=dated, emptied=done))
