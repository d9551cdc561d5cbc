"""`footfall diary new FILE [PATH...]`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from footfall.cli import options
from footfall.wording import say
from footfall.wording.numbers import counted

if TYPE_CHECKING:
    from footfall.diary.write import NewDiary, NewRow
    from footfall.model.problem import Problem
    from footfall.workflow.diary_rows import RunRow


@click.command("new", help=say("cli.diary.new.help"), short_help=say("cli.diary.new.short"))
@click.argument("file")
@options.paths
@click.option("--timezone", metavar="ZONE", help=say("cli.option.timezone"))
@click.option("--athlete", metavar="FILE", help=say("cli.option.athlete"))
@options.language
@options.quiet
def command(file: str, paths: tuple[str, ...], files_from: str | None, **given: object) -> int:
    """A diary with one row per run found, or the rows that it still lacks."""
    from footfall.cli import streams
    from footfall.cli.exit_codes import exit_code
    from footfall.cli.job import prepare
    from footfall.cli.paths import gather
    from footfall.diary.write import new_diary
    from footfall.errors import OutputError
    from footfall.output import Overwrite, check_target, write_bytes
    from footfall.render.terminal.problems import lines
    from footfall.workflow.diary_rows import is_other, run_rows

    check_target(file, overwrite=Overwrite.ANY)
    existing = _existing(file)
    if existing is not None and is_other(existing):
        raise OutputError("is-run-file", path=file)
    every = gather(paths, files_from)
    rows: tuple[RunRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    if every:
        job = prepare(every, given)
        with streams.progress(quiet=job.settings.quiet) as bar:
            rows, problems = run_rows(job.request, bar)
        if not rows and existing is None:
            return _not_written(file, problems)
    made = new_diary(existing, [_row(run) for run in rows], "\t" if file.lower().endswith(".tsv") else ",")
    if made.data != existing:
        write_bytes(file, made.data, overwrite=Overwrite.ANY)
    for problem in problems:
        if problem.failed:
            streams.error(lines(problem))
    for line in _outcome(file, made, first=existing is None) if every else [say("cli.diary.new.template", path=file)]:
        streams.echo(line)
    return exit_code(usable=bool(rows) or not every, problems=problems)


def _not_written(file: str, problems: "tuple[Problem, ...]") -> int:
    """Runs were named and none could be read: a diary of headings alone would look like a start."""
    from footfall.cli import streams
    from footfall.cli.exit_codes import Exit
    from footfall.render.terminal.problems import lines

    for problem in problems:
        if problem.failed:
            streams.error(lines(problem))
    streams.error(say("cli.diary.new.unread", path=file))
    return Exit.NOTHING_USABLE


def _existing(file: str) -> bytes | None:
    from footfall.errors import SettingError

    try:
        return Path(file).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SettingError("unreadable", path=file, detail=error.strerror or str(error)) from error


def _row(run: "RunRow") -> "NewRow":
    from footfall.diary.write import NewRow

    minutes = round(run.timer_s / 60)
    if run.distance_m is None:
        return NewRow(run.day, run.start, say("diary.new.note.no-distance", minutes=minutes))
    return NewRow(run.day, run.start, say("diary.new.note", km=f"{run.distance_m / 1000:.1f}", minutes=minutes))


def _outcome(file: str, made: "NewDiary", *, first: bool) -> list[str]:
    if not made.added:
        return [say("cli.diary.new.nothing", path=file)]
    key = "cli.diary.new.written.first" if first else "cli.diary.new.written"
    said = [say(key, path=file, added=made.added, kept=made.known)]
    if made.shared:
        said.append(say("cli.diary.new.shared", runs=counted(made.shared, "run")))
    return said
