"""`footfall batch PATH... -o OUT`."""

import click

from footfall.cli import options
from footfall.wording import say


@click.command("batch", help=say("cli.batch.help"), short_help=say("cli.batch.short"))
@options.paths
@click.option("-o", "--output", metavar="OUT", help=say("cli.option.output.batch"))
@click.option("--shard", metavar="I/N", help=say("cli.option.shard"))
@click.option("--resume", is_flag=True, help=say("cli.option.resume"))
@click.option("--rehash", is_flag=True, help=say("cli.option.rehash"))
@click.option("--calibrate", is_flag=True, help=say("cli.option.calibrate"))
@click.option("--log", metavar="FILE", help=say("cli.option.log"))
@click.option("--force", is_flag=True, help=say("cli.option.force.batch"))
@options.batch_settings
def command(
    paths: tuple[str, ...],
    files_from: str | None,
    output: str | None,
    shard: str | None,
    resume: bool,
    rehash: bool,
    calibrate: bool,
    log: str | None,
    force: bool,
    **given: object,
) -> int:
    """A table of run summaries: parallel, incremental, to be taken up again where it stopped."""
    from footfall.cli import streams
    from footfall.cli.batch_bar import batch_bar
    from footfall.cli.batch_end import say_end
    from footfall.cli.batch_request import form_of, request_of, settled
    from footfall.cli.exit_codes import Exit
    from footfall.cli.paths import gather
    from footfall.errors import SettingError
    from footfall.workflow.batch import batch

    if not paths and files_from is None:
        raise SettingError("no-paths", example="footfall batch my-runs -o runs.csv")
    form_of(output)  # before standard input is read to its end
    every = gather(paths, files_from)
    settings = settled(every, given)
    request = request_of(
        every,
        settings,
        output=output,
        force=force,
        shard=shard,
        resume=resume,
        rehash=rehash,
        calibrate=calibrate,
        log=log,
        listed=files_from,
    )
    try:
        with batch_bar(quiet=settings.quiet) as watch:
            done = batch(request, watch)
    except KeyboardInterrupt:
        streams.message(say("cli.batch.interrupted", output=request.output))
        return Exit.INTERRUPTED
    return say_end(done, log=log, quiet=settings.quiet)
