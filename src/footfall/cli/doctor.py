"""`footfall doctor FILE`."""

import click

from footfall.wording import say


@click.command("doctor", help=say("cli.doctor.help"), short_help=say("cli.doctor.short"))
@click.argument("file")
@click.option("--reader", metavar="NAME", default="auto", help=say("cli.option.reader"))
@click.option("--json", "as_json", is_flag=True, help=say("cli.option.json"))
def command(file: str, reader: str, as_json: bool) -> int:
    """What is in one file, and what became of it."""
    import json

    from footfall.cli import streams
    from footfall.cli.exit_codes import exit_code
    from footfall.config.values import choice
    from footfall.errors import SettingError
    from footfall.formats.decoder import Reader
    from footfall.render.doctor import document
    from footfall.render.terminal.doctor import blocks
    from footfall.workflow.inspect import inspect

    with_reader = Reader(choice(lambda: [one.value for one in Reader])(reader, "--reader"))
    seen = inspect(file, with_reader)
    unknown = [problem.message for problem in seen.file.problems if problem.reason == "unknown-format"]
    if any(message != say("problem.unknown-format") for message in unknown):
        # the format is known, and the reader that was asked for is of another: the call is to be changed, not the file
        raise SettingError("other-reader", path=file, reader=with_reader.value)
    if as_json:
        streams.write_result(json.dumps(document(seen.file, seen.measured), ensure_ascii=False, allow_nan=False, indent=1) + "\n")
    else:
        streams.print_page(lambda _: blocks(seen.file, seen.measured))
    return exit_code(usable=bool(seen.file.recordings), problems=seen.file.problems)
