"""All runs that a library keeps of one runner, as they were read: files are opened only where recordings are joined anew."""

from footfall.library.store import Library
from footfall.workflow.find import FoundFile
from footfall.workflow.joining import asked_of
from footfall.workflow.measure_paths import Measurement, measurement
from footfall.workflow.request import Request
from footfall.workflow.shelf import LibraryShelf
from footfall.workflow.shelved import OnShelf, Shelved

_KEPT = ""
"""The base of all that is kept: a log and the recordings that it names find one another wherever they lie."""


def kept_runs(request: Request, library: Library, athlete: str) -> Measurement:
    """Every run once, of all files that are kept of an athlete, be they still there or not.

    request   its paths play no part.     athlete  key of the runner.
    Raises    LibraryError.
    """
    files = sorted(library.files(athlete), key=lambda row: row.path)
    shelf = LibraryShelf(library, athlete, loads=library.readings)
    kept = [OnShelf(FoundFile(row.path, named=False, base=_KEPT), row) for row in files]
    with Shelved(kept, (), asked_of(request), shelf) as gathering:
        return measurement(request, gathering)
