"""The report over a library: of the paths that were named, with what is known of them, or of all that is kept of one runner."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from footfall.library.store import Library
from footfall.model.problem import Problem
from footfall.render.content import Content
from footfall.wording import say
from footfall.workflow.analyze import content_of
from footfall.workflow.find import FoundFile, find
from footfall.workflow.joining import asked_of
from footfall.workflow.keeping import request_key
from footfall.workflow.kept_calibration import keep_calibration
from footfall.workflow.kept_diaries import every_diary, read_and_keep
from footfall.workflow.kept_findings import from_library
from footfall.workflow.library_files import on_shelf
from footfall.workflow.measure_paths import Measurement, measurement
from footfall.workflow.rarely_collected import rarely_collected
from footfall.workflow.read import SETTINGS
from footfall.workflow.reading import Asked
from footfall.workflow.request import Progress, Request
from footfall.workflow.shelf import LibraryShelf
from footfall.workflow.shelved import OnShelf, Shelved

_KEPT = ""
"""The base of all that is kept: a log and the recordings that it names find one another wherever they lie."""


def report_paths(request: Request, library: Library, athlete: str, jobs: int, progress: Progress | None = None) -> Content:
    """The report of the request's paths; what was read of them is kept for an athlete, and not read again.

    athlete   key of the runner.     jobs   how many processes at most.
    Raises    LibraryError when nothing more can be kept.
    """
    measured = measured_paths(request, library, athlete, jobs, progress)
    with rarely_collected():
        diary = read_and_keep(library, athlete, request.diary)
        content = content_of(request, measured, *diary, check=from_library(library, athlete))
    if measured.runs:  # of a path that leads nowhere nobody is kept
        keep_calibration(library, athlete, content.calibration)
    return content


def measured_paths(
    request: Request, library: Library, athlete: str, jobs: int = 1, progress: Progress | None = None
) -> Measurement:
    """The runs behind the request's paths, from the library where it has them. Raises LibraryError as above."""
    found, missing = find(request.paths)
    return _measured(request, library, athlete, sorted(found, key=lambda one: one.path), missing, jobs, progress)


def report_all(request: Request, library: Library, athlete: str, jobs: int, progress: Progress | None = None) -> Content:
    """The report of everything that is kept of an athlete: files as they stand now, and as they were where they have gone.

    Raises    LibraryError, as above.
    """
    diaries = {one.path for one in library.diaries(athlete)}
    kept = {row.path: row for row in library.files(athlete) if Path(row.path).name not in SETTINGS and row.path not in diaries}
    here = [FoundFile(path, named=False, base=_KEPT) for path in sorted(kept) if Path(path).exists()]
    away = [FoundFile(path, named=False, base=_KEPT) for path in sorted(kept) if not Path(path).exists()]
    asked = asked_of(request)
    gone = [OnShelf(one, kept[one.path]) for one in away if kept[one.path].request in _keys(asked, one)]
    otherwise = {one.path for one in away} - {one.found.path for one in gone}
    told = [Problem(path, None, "unreadable", say("problem.kept-otherwise")) for path in sorted(otherwise)]
    measured = _measured(request, library, athlete, here, told, jobs, progress, gone)
    diary, problems = every_diary(library, athlete, request.diary)
    if diary is not None:
        request = replace(request, diary=diary.path)
    with rarely_collected():
        return content_of(request, measured, diary, problems, check=from_library(library, athlete))


def _keys(asked: Asked, found: FoundFile) -> frozenset[str]:
    """How a file may have been asked for, so that it is read as it is now: by name or with its folder."""
    return frozenset(request_key(asked, replace(found, named=named)) for named in (False, True))


def _measured(
    request: Request,
    library: Library,
    athlete: str,
    found: Sequence[FoundFile],
    missing: Sequence[Problem],
    jobs: int,
    progress: Progress | None,
    gone: Sequence[OnShelf] = (),
) -> Measurement:
    asked = asked_of(request)
    ready = on_shelf(library, athlete, found, asked, jobs, progress)
    files = sorted((*ready.files, *gone), key=lambda one: one.found.path)
    shelf = LibraryShelf(library, athlete, loads=library.whole_readings)
    with Shelved(files, (*missing, *ready.problems), asked, shelf) as gathering:
        return measurement(request, gathering)
