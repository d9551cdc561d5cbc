"""The steps in Python, one import away: `footfall.analyze("my-runs").to_frame()`.

Nothing here looks at variables, at footfall.toml or beside the files: a call is its arguments.
"""

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from footfall.errors import FootfallError, RunFileError, UnknownFormatError, UnsupportedFileError
from footfall.findings import RULES
from footfall.findings import rule as rules
from footfall.findings.finding import Findings
from footfall.formats import HEAD_BYTES, bounds, read_bytes
from footfall.formats.archive.kinds import kind_of
from footfall.history.history import History
from footfall.metrics.changes import Change, FasterCadence, Shorter, Slower, WalkBreaks
from footfall.metrics.runs import runs_of_all
from footfall.metrics.what_if import WhatIf
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, DiaryEntry
from footfall.model.run import Run
from footfall.model.summary import RunSummary
from footfall.render.content import Content
from footfall.wording import matching
from footfall.wording.errors import sentence
from footfall.workflow.request import CadenceUnit, Request

AnyPath = str | os.PathLike[str]

__all__ = [
    "Athlete",
    "Content",
    "FasterCadence",
    "FootfallError",
    "Run",
    "Shorter",
    "Slower",
    "WalkBreaks",
    "WhatIf",
    "analyze",
    "check",
    "history",
    "in_words",
    "read_run",
    "read_runs",
    "what_if",
]


def read_runs(path: AnyPath) -> tuple[Run, ...]:
    """Every run in a file, by start; empty when the file is whole and holds no run (a ride, a swim).

    Archives (but `.gz`) hold many files and are for `analyze`.
    Raises  RunFileError when nothing of it can be read, or it is larger than any run; OSError when it cannot be opened.
    """
    name = os.fspath(path)
    with open(name, "rb") as file:  # noqa: PTH123 - a pipe and a device are opened as well
        oversize = os.fstat(file.fileno()).st_size > bounds.LARGEST_BYTES
        data = b"" if oversize else file.read(bounds.LARGEST_BYTES + 1)  # a pipe has no size
    with _said_in_words():
        if oversize or len(data) > bounds.LARGEST_BYTES:
            raise UnsupportedFileError(path=name, limit=bounds.LARGEST_TEXT)
        try:
            recordings = read_bytes(data, name)
        except UnknownFormatError as error:
            if kind_of(data[:HEAD_BYTES]) is None:
                raise
            raise UnknownFormatError("unknown-format.archive", path=name) from error
        return tuple(run for runs, _ in runs_of_all(recordings) for run in runs)


def read_run(path: AnyPath) -> Run:
    """The first run in a file.

    Raises  RunFileError when nothing of it can be read, or it holds no run; OSError when it cannot be opened.
    """
    runs = read_runs(path)
    with _said_in_words():
        if not runs:
            raise RunFileError("no-run", reason="not-a-run", path=os.fspath(path))
    return runs[0]


def analyze(
    paths: AnyPath | Iterable[AnyPath],
    *,
    athlete: Athlete | AnyPath | None = None,
    diary: AnyPath | None = None,
    timezone: str | None = None,
    load_model: str = "ground-force",
    cadence_unit: str = "auto",
    outing_gap_min: float = 15.0,
    as_of: dt.date | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    include: Iterable[str] = (),
) -> Content:
    """The main job: runs, history and findings, as `footfall analyze` has them.

    paths     files and folders.      athlete  what is known of the runner, or her athlete.toml.
    as_of     the day that counts as today; today where not given.
    include   "walk", "hike": sports on foot that count beside running.
    Returns   `runs`, `findings`, `weeks`, …; `.to_frame()` is one row per run. Bad files and cells are in `findings.problems`.
    Raises    SettingError for an athlete file that says something impossible; ValueError for an unknown name.
    """
    from footfall.config.settings import ON_FOOT
    from footfall.metrics.load import LOAD_MODELS
    from footfall.workflow.analyze import analyze as run_job

    if load_model not in LOAD_MODELS:
        raise ValueError(f"load_model is one of {', '.join(LOAD_MODELS)}, not {load_model!r}")
    asked = (include,) if isinstance(include, str) else tuple(include)
    if not ON_FOOT.keys() >= set(asked):
        raise ValueError(f"include names some of {', '.join(ON_FOOT)}, not {asked!r}")
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    request = Request(
        paths=tuple(os.fspath(path) for path in named),
        as_of=as_of or dt.date.today(),
        athlete=_athlete(athlete),
        diary=None if diary is None else os.fspath(diary),
        timezone=timezone,
        load_model=load_model,
        cadence_unit=CadenceUnit(cadence_unit),
        outing_gap_min=outing_gap_min,
        since=since,
        until=until,
        with_curve=True,
        include=frozenset(ON_FOOT[sport] for sport in asked),
    )
    return run_job(request)


def history(
    runs: Iterable[RunSummary],
    entries: Iterable[DiaryEntry] | None = None,
    *,
    athlete: Athlete | AnyPath | None = None,
    as_of: dt.date | None = None,
) -> History:
    """Runs and diary entries of one runner on their calendar days.

    entries   None = there is no diary, which is not an empty one.    as_of  today where not given.
    """
    from footfall.history.days import build_history

    diary = None if entries is None else Diary("", tuple(entries))
    built, _ = build_history(tuple(runs), diary, _athlete(athlete), as_of or dt.date.today())
    return built


def check(history: History) -> Findings:
    """Ask every rule once; what the history could not place is in `problems`."""
    problems = tuple(matching.problem(mismatch) for mismatch in history.mismatches)
    found = rules.check(history, RULES)
    return replace(found, problems=(*found.problems, *problems))


def what_if(run: Run, change: Change, *, beside: Iterable[Run] = (), athlete: Athlete | AnyPath | None = None) -> WhatIf:
    """The same run, changed: footfalls, force and loads before and after, and their ratio. Estimates, and no promise.

    run       of `read_run` or `read_runs`.
    change    FasterCadence(0.05), Slower(0.10), Shorter(0.20), WalkBreaks(run_s=240, walk_s=60): shares, and seconds.
    beside    other runs of the same runner, for her own cadence line and easy level; the run itself counts with them.
    Returns   quantities with 90 % intervals, NaN where the run lacks what the change needs; `.to_frame()` has a row for each.
    Raises    ValueError for a change beyond what was ever studied.
    """
    from footfall.metrics.calibrate import calibrate
    from footfall.metrics.measure import measure
    from footfall.metrics.what_if import what_if as compare

    runs = {one.id: one for one in (*beside, run)}
    measured = {name: measure(one) for name, one in runs.items()}
    return compare(measured[run.id], calibrate(list(measured.values()), _athlete(athlete)), change)


def in_words(result: WhatIf) -> str:
    """A what-if as people read it, a line per quantity."""
    from footfall.wording.what_if import sentences

    return "\n".join(sentences(result))


def _athlete(athlete: Athlete | AnyPath | None) -> Athlete:
    if athlete is None:
        return Athlete()
    if isinstance(athlete, Athlete):
        return athlete
    from footfall.config import read_athlete

    with _said_in_words():
        return read_athlete(os.fspath(athlete))


@contextmanager
def _said_in_words() -> Iterator[None]:
    """An error of ours carries its sentence as a note, which Python prints below it."""
    try:
        yield
    except FootfallError as error:
        error.add_note(sentence(error))
        raise
