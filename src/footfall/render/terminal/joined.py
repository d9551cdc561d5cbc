"""Which recordings are one run, as text."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from footfall.model.problem import Problem
from footfall.model.run import StartKind
from footfall.render.joined import JoinedCopy, JoinedRun
from footfall.render.printable import printable
from footfall.render.terminal.one_run import span
from footfall.render.terminal.problems import failed_by_kind, passed_over_by_kind
from footfall.wording import say
from footfall.wording.merged import column_names
from footfall.wording.numbers import counted, distance_number, number

MOST_SHOWN = 40


def blocks(runs: Sequence[JoinedRun], problems: Sequence[Problem], unknown: int) -> Iterator[RenderableType]:
    """Runs that were read from several recordings, each with what came from where; then what was wrong.

    unknown   how many files are of no format that footfall knows.
    """
    several = [run for run in runs if run.copies]
    inside = _folder([path for run in several for path in (run.path, *(copy.path for copy in run.copies))])
    copies = counted(sum(len(run.copies) for run in several), "copy")
    key = "doctor.joined" if several else "doctor.joined.none" if runs else "doctor.joined.no-run"
    head = say(key, runs=counted(len(runs), "run"), several=number(len(several)), copies=copies)
    yield Text(printable(head if not inside else f"{head}; {say('doctor.joined.inside', folder=inside)}"), style="bold")
    for run in several[:MOST_SHOWN]:
        yield _run(run, inside)
    if len(several) > MOST_SHOWN:
        yield Text(say("terminal.problems.more", count=number(len(several) - MOST_SHOWN)), style="dim")
    # what joined is told above, run by run
    others = [problem for problem in problems if problem.reason not in ("duplicate", "joined")]
    yield from failed_by_kind(others)
    yield from passed_over_by_kind(others, unknown)
    example = next(iter([run.path for run in runs] or [problem.path for problem in others]), None)
    if example is not None:
        yield Text(printable(say("doctor.joined.one", path=example)))


def _folder(paths: Sequence[str]) -> str:
    """The folder or archive that all of them lie in, `/` at its end; blank when there is none."""
    parts = [path.split("/")[:-1] for path in paths]
    shared = [names[0] for names in zip(*parts, strict=False) if len(set(names)) == 1] if parts else []
    length = next((at for at, names in enumerate(zip(*parts, strict=False)) if len(set(names)) > 1), len(shared))
    return "".join(f"{name}/" for name in shared[:length])


def _run(run: JoinedRun, inside: str) -> RenderableType:
    header, totals = run.measured.header, run.measured.totals
    clock = {StartKind.UTC: "%Y-%m-%d %H:%M UTC", StartKind.LOCAL: "%Y-%m-%d %H:%M", StartKind.DAY: "%Y-%m-%d"}[header.start_kind]
    distance = say("terminal.unknown") if totals.distance_m is None else distance_number(totals.distance_m, 2)
    path = run.path.removeprefix(inside)
    line = say("doctor.joined.run", start=header.start.strftime(clock), km=distance, timer=span(totals.timer_s), path=path)
    copies = [Padding(Text(printable(_copy(copy, inside))), (0, 0, 0, 2)) for copy in run.copies]
    return Group(Text(printable(line)), *copies)


def _copy(copy: JoinedCopy, inside: str) -> str:
    if copy.columns:
        taken = say("doctor.joined.taken", columns=column_names(copy.columns))
    else:
        taken = say("doctor.joined.log" if copy.of_a_log else "doctor.joined.nothing")
    why = say(f"doctor.joined.why.{copy.why.value}", hours=number(abs(copy.hours_off), 2 if copy.hours_off % 1 else 0))
    return say("doctor.joined.copy", path=copy.path.removeprefix(inside), why=why, taken=taken)
