"""From one runner's readings to her rows: each run once, with the numbers that stand, or expressed anew."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from footfall.config.athletes_above import Whose
from footfall.errors import LibraryError
from footfall.library.codec import pack, unpack
from footfall.library.rows import FileRow, RunRow
from footfall.library.store import Library
from footfall.metrics.calibrate import calibrate
from footfall.model.problem import Problem
from footfall.workflow.batch_request import BatchRequest, CadenceLine
from footfall.workflow.batch_rows import Row, Terms, written
from footfall.workflow.express_runs import ExpressChunk, express_runs
from footfall.workflow.file_status import ItemTold
from footfall.workflow.joining import asked_of
from footfall.workflow.kept_calibration import keep_calibration
from footfall.workflow.library_files import rows_kept
from footfall.workflow.measure_paths import measurement
from footfall.workflow.one_run import OneRun
from footfall.workflow.read_chunk import FileTask
from footfall.workflow.read_once import Noting
from footfall.workflow.request import Request
from footfall.workflow.shelf import LibraryShelf
from footfall.workflow.shelved import OnShelf, Shelved
from footfall.workflow.versions import JOINING, NUMBERS, READERS

_KIND = "batch"
_BY_LOG = "sport-by-log"
"""The note of a run whose file was read otherwise because of what a log says: its numbers are not those of the file alone."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """What is said of an athlete's files once they are joined; kept beside her rows.

    digest    of what it rests on.
    counts    of files, and of problems by reason.
    """

    digest: str
    problems: tuple[Problem, ...]
    counts: tuple[tuple[str, int], ...]
    runs: int


@dataclass(frozen=True, eq=False)
class Assembled:
    """An athlete's runs by start, and what is said of her files.

    read_here   path -> what became of a file that could be read once only, and was read when she was put together.
    """

    rows: tuple[RunRow, ...]
    outcome: Outcome
    read_here: Mapping[str, Sequence[ItemTold]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Assembly:
    """One athlete of a batch, whose files have been read."""

    library: Library
    whose: Whose
    tasks: tuple[FileTask, ...]
    batch: BatchRequest

    @property
    def _terms(self) -> Terms:
        return self.tasks[0].terms

    @property
    def _request(self) -> Request:
        """As joining takes it: neither day nor diary plays a part."""
        batch = self.batch
        return Request(
            paths=batch.paths,
            as_of=dt.date.max,
            athlete=self.whose.athlete,
            timezone=batch.timezone,
            load_model=batch.load_model,
            cadence_unit=batch.cadence_unit,
            include=batch.include,
        )

    def files(self) -> tuple[OnShelf, ...]:
        """Her files with what the library has of each; without, where it is read once only, or has been lost since."""
        found = [task.found for task in self.tasks]
        rows = rows_kept(self.library, self.whose.key, found, asked_of(self._request))
        return tuple(OnShelf(one, rows.get(one.path)) for one in found)

    def digest(self, files: Sequence[OnShelf]) -> str | None:
        """Of all that her rows and what is said of her files rest on; None where a file can be read once only."""
        told = hashlib.sha256(repr((READERS, NUMBERS, JOINING, self._terms.weighed_key, self.batch.line.value)).encode())
        for one in files:
            if one.row is None:
                return None
            told.update(repr((one.found.path, one.found.base, _content(one.row))).encode("utf-8", "surrogateescape"))
        return told.hexdigest()

    def standing(self, digest: str | None) -> Outcome | None:
        """What was said when exactly this was assembled last, where that still stands."""
        if digest is None or not self.library.assembly(self.whose.key, _KIND, digest):
            return None
        data = self.library.merged(self._outcome_key)
        try:
            outcome = None if data is None else unpack(Outcome, data)
        except LibraryError:  # an older footfall noted it: she is put together once more
            return None
        return outcome if outcome is not None and outcome.digest == digest else None

    def assembled(self) -> Assembled:
        """Her rows: those that stand, or made now and kept."""
        files = self.files()
        digest = self.digest(files)
        outcome = self.standing(digest)
        if outcome is not None and digest is not None:
            rows = tuple(self.library.runs(self.whose.key, _KIND))
            if len(rows) == outcome.runs and self.library.assembly(self.whose.key, _KIND, digest):
                return Assembled(_by_start(rows), outcome)  # nobody has put others there in between
        return self._anew(files, digest)

    def _anew(self, files: Sequence[OnShelf], digest: str | None) -> Assembled:
        shelf = LibraryShelf(self.library, self.whose.key, loads=self.library.readings)
        with Shelved(files, (), asked_of(self._request), shelf) as shelved:
            gathering = Noting(shelved, [one.found.path for one in files if one.row is None])
            found = measurement(self._request, gathering)
            made, faults = self._rows(found.runs, _readings(files))
        rows = _by_start([_run_row(run.run_id, row) for run, row in zip(found.runs, made, strict=True) if row is not None])
        problems = tuple(sorted((*found.problems, *faults), key=lambda problem: problem.path))
        counts: Counter[str] = +found.counts + Counter(one.reason for one in faults)
        outcome = Outcome(digest or "", problems, tuple(sorted(counts.items())), len(rows))
        if digest is not None and not faults:
            self.library.keep_assembly(self.whose.key, _KIND, digest, rows)
            self.library.keep_merged(self.whose.key, self._outcome_key, pack(outcome))
        return Assembled(rows, outcome, gathering.told)

    def _rows(self, runs: Sequence[OneRun], readings: Mapping[str, str]) -> tuple[list[Row | None], list[Problem]]:
        """A row for each run, None where a fault of our own came between, and what is said of those.

        readings   path -> key of the reading.
        """
        terms, personal = self._terms, self.batch.line is CadenceLine.PERSONAL
        key = terms.key
        rows: list[Row | None] = [None if personal else standing_row(run, terms) for run in runs]
        open_ = [at for at, row in enumerate(rows) if row is None]
        calibration = calibrate([run.measured for run in runs], self.whose.athlete) if personal else terms.population
        if personal:
            keep_calibration(self.library, self.whose.key, calibration)
        made = express_runs([runs[at] for at in open_], self._packed(readings), ExpressChunk(terms, calibration), self.batch)
        updates = []
        for at, one in zip(open_, made, strict=True):
            run = runs[at]
            if one.row is None:
                continue
            rows[at] = terms.weighed(one.row, run.path if run.joined is None else None)
            reading = readings.get(run.path)
            if _of_one_file(run) and reading is not None and not personal:
                updates.append((reading, run.run_id, one.row, key))
        if updates:
            self.library.express(updates)
        return rows, [one.problem for one in made if one.problem is not None]

    def _packed(self, readings: Mapping[str, str]) -> Callable[[OneRun], bytes | None]:
        def packed(run: OneRun) -> bytes | None:
            reading = readings.get(run.path) if _of_one_file(run) else None
            return None if reading is None else self.library.measured(reading, run.run_id)

        return packed

    @property
    def _outcome_key(self) -> str:
        return hashlib.sha256(repr(("batch outcome", self.whose.key)).encode("utf-8", "surrogateescape")).hexdigest()


def _readings(files: Sequence[OnShelf]) -> dict[str, str]:
    """Path of an item -> key of its reading."""
    rows = ((one.found.path, one.row) for one in files if one.row is not None)
    return {path + item.within: item.reading for path, row in rows for item in row.items if item.reading is not None}


def _of_one_file(run: OneRun) -> bool:
    """Whether the run is what its file alone says: neither joined from several, nor read otherwise because a log said so."""
    return run.joined is None and _BY_LOG not in run.met.note_codes


def standing_row(run: OneRun, terms: Terms) -> Row | None:
    """The row that was made when the file was read, where it rests on the same."""
    met = run.met
    return terms.weighed(met.row, met.path) if run.joined is None and met.row is not None and met.row_key == terms.key else None


def _content(row: FileRow) -> list[tuple[str, str]]:
    """What each item of a file is, by its key, or by what is said of it."""
    return [(item.within, item.reading or hashlib.sha256(item.problem or b"").hexdigest()) for item in row.items]


def _run_row(run_id: str, row: Row) -> RunRow:
    day = dt.date.fromisoformat(str(row["local_date"]))
    year, week, _ = day.isocalendar()
    return RunRow(run_id, str(row["start"]), day.isoformat(), f"{year}-W{week:02d}", written(row))


def _by_start(rows: Sequence[RunRow]) -> tuple[RunRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.start, row.run_id)))
