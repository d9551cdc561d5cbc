"""Files over a library: what it knows is not read again, the rest is read by an engine and kept."""

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from footfall.config.places import STDIN, is_url
from footfall.engines import ENGINES
from footfall.engines.engine import Lost, Options
from footfall.library.rows import FileRow, Stamp
from footfall.library.store import Library
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.workflow.find import FoundFile, whole_path
from footfall.workflow.keeping import request_key, stamp_of
from footfall.workflow.read_files import ReadFiles
from footfall.workflow.reading import Asked
from footfall.workflow.request import Progress
from footfall.workflow.shelved import OnShelf

_CHUNK = 50
"""Files that a worker reads in one go: a quarter of a second, so that the bar moves and little is lost when it is stopped."""
_WORTH_WORKERS = 100
"""Fewer files than this are read here: workers take longer to start than they to read."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Files in the order of the job, and those over which workers died."""

    files: tuple[OnShelf, ...]
    problems: tuple[Problem, ...]


def on_shelf(
    library: Library, athlete: str, found: Sequence[FoundFile], asked: Asked, jobs: int, progress: Progress | None
) -> Ready:
    """Every file with its readings in the library, those that it did not know as they were read now.

    athlete   key of the runner whose files they are.     jobs   how many workers at most.
    """
    rows = known(library, athlete, found, asked)
    new = [one for one in found if one.path not in rows and stands_still(one.path)]
    done = len(found) - len(new)
    lost: list[Problem] = []
    for read, rows_read in _read(library, athlete, new, asked, jobs, lost):
        rows |= {one.path: row for one, row in zip(read, rows_read, strict=True)}
        done += len(read)
        if progress is not None:
            progress(done, len(found))
    gone = {problem.path for problem in lost}
    return Ready(tuple(OnShelf(one, rows.get(one.path)) for one in found if one.path not in gone), tuple(lost))


def rows_kept(library: Library, athlete: str, found: Sequence[FoundFile], asked: Asked) -> dict[str, FileRow]:
    """Path as found -> what the library has of it, be the file still what it was or not."""
    kept: dict[str, FileRow] = {}
    for named in (False, True):
        some = [one for one in found if one.named is named and one.path != STDIN]
        if some:
            rows = library.known(athlete, request_key(asked, some[0]), [whole_path(one.path) for one in some])
            kept |= {one.path: row for one in some if (row := rows.get(whole_path(one.path))) is not None}
    return kept


def known(library: Library, athlete: str, found: Sequence[FoundFile], asked: Asked) -> dict[str, FileRow]:
    """Path as found -> what the library has of the file as it is now."""
    rows = rows_kept(library, athlete, found, asked)
    return {one.path: row for one in found if (row := rows.get(one.path)) is not None and row.stamp == _stamp(one.source)}


def _stamp(path: str) -> Stamp | None:
    try:
        return stamp_of(path)
    except OSError:  # it has gone since it was found: that is said when it is read
        return None


def _read(
    library: Library, athlete: str, files: Sequence[FoundFile], asked: Asked, jobs: int, lost: list[Problem]
) -> Iterator[tuple[tuple[FoundFile, ...], tuple[FileRow, ...]]]:
    workers = min(jobs, -(-len(files) // _CHUNK))
    name = "processes" if workers > 1 and len(files) >= _WORTH_WORKERS else "serial"
    chunks = (tuple(files[at : at + _CHUNK]) for at in range(0, len(files), _CHUNK))
    with ENGINES[name](Options(workers=workers)) as engine:
        for one in engine.map(ReadFiles(asked), chunks):
            if isinstance(one, Lost):
                lost.append(Problem(one.item.path, None, "worker-died", say("problem.worker-died")))
                continue
            library.keep(athlete, one.result.files, one.result.readings)
            yield one.chunk, one.result.files


def stands_still(path: str) -> bool:
    """False for what can be read once: standard input and pipes. They are read by whoever joins them."""
    if path == STDIN:
        return False
    if is_url(path):
        return True
    try:
        mode = Path(path).stat().st_mode
    except OSError:  # said when it is read
        return True
    return not (stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode))
