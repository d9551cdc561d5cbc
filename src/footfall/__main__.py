"""`footfall` and `python -m footfall`: exit codes, Ctrl-C, and no traceback to a user."""

import os
import sys
import warnings
from contextvars import copy_context

INTERRUPTED = 130
NOTHING_USABLE = 3
USAGE = 2


def main() -> int:
    """Run the command line. Returns the exit code."""
    # Our products of matrices are small: threads that wait for each other make them ten times as slow on a machine that is busy.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if not sys.warnoptions and not _debugging():
        warnings.simplefilter("ignore")  # a library's remark on a division is nothing a runner can act on
    try:
        return copy_context().run(_run)  # what a command settles for those who read it ends with it
    except KeyboardInterrupt:
        from footfall.wording import say

        sys.stderr.write(f"\n{say('cli.interrupted')}\n")
        return INTERRUPTED


def _run() -> int:
    import click

    from footfall.wording.asked_language import speak_as_asked

    speak_as_asked(sys.argv[1:], os.environ)  # before the texts of the command line are put together
    from footfall.cli import cli
    from footfall.cli.streams import error, message, settle_streams
    from footfall.errors import FootfallError
    from footfall.wording import say

    settle_streams()
    try:
        result = cli.main(prog_name="footfall", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.NoArgsIsHelpError as request:
        click.echo(request.format_message(), err=True)
        return USAGE
    except click.ClickException as wrong:
        said = wrong.format_message().rstrip()
        error(said if said.endswith((".", "?")) else said + ".")
        context = getattr(wrong, "ctx", None)
        if context is not None:
            message(say("cli.try", command=context.command_path))
        return USAGE
    except click.Abort:
        raise KeyboardInterrupt from None
    except FootfallError as wrong:
        from footfall.cli.faults import code_of
        from footfall.wording.errors import sentence

        error(sentence(wrong))
        return code_of(wrong)
    except Exception as fault:
        if _debugging():
            raise
        from footfall.cli.faults import internal

        error(internal(fault))
        return NOTHING_USABLE


def _debugging() -> bool:
    return bool(os.environ.get("FOOTFALL_DEBUG"))


if __name__ == "__main__":
    sys.exit(main())
