"""From one runner's readings to her rows: each run once, with the numbers that stand, or expressed anew."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from footfall.config.athletes_above import Whose
from footfall.library.codec import pack, unpack
from footfall.library.rows import FileRow, RunRow
from footfall.library.store import Library
from footfall.metrics.calibrate import calibrate
from footfall.model.problem import Problem
from footfall.workflow.batch_request import BatchRequest, CadenceLine
from footfall.workflow.batch_rows import Row, Terms, taken, written
from footfall.workflow.joining import asked_of
from footfall.workflow.library_files import rows_kept
from footfall.workflow.measure_paths import measurement
from footfall.workflow.one_run import OneRun
from footfall.workflow.read_chunk import FileTask
from footfall.workflow.request import Request
from footfall.workflow.shelf import LibraryShelf
from footfall.workflow.shelved import OnShelf, Shelved
from footfall.workflow.versions import NUMBERS, READERS

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
    """An athlete's runs by start, and what is said of her files."""

    rows: tuple[RunRow, ...]
    outcome: Outcome


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
        told = hashlib.sha256(repr((READERS, NUMBERS, self._terms.key, self.batch.line.value)).encode())
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
        outcome = None if data is None else unpack(Outcome, data)
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
        with Shelved(files, (), asked_of(self._request), shelf) as gathering:
            found = measurement(self._request, gathering)
            made = self._rows(found.runs, files)
        rows = _by_start([_run_row(run.run_id, row) for run, row in zip(found.runs, made, strict=True)])
        counts: Counter[str] = +found.counts
        outcome = Outcome(digest or "", found.problems, tuple(sorted(counts.items())), len(rows))
        if digest is not None:
            self.library.keep_assembly(self.whose.key, _KIND, digest, rows)
            self.library.keep_merged(self.whose.key, self._outcome_key, pack(outcome))
        return Assembled(rows, outcome)

    def _rows(self, runs: Sequence[OneRun], files: Sequence[OnShelf]) -> list[Row]:
        terms = self._terms
        if self.batch.line is CadenceLine.PERSONAL:
            measured = [run.measured for run in runs]
            calibration = calibrate(measured, self.whose.athlete)
            return [terms.row(one, calibration) for one in measured]
        readings = {one.found.path + item.within: item.reading for one in files if one.row is not None for item in one.row.items}
        key, published = terms.key, terms.population
        rows: list[Row] = []
        updates: list[tuple[str, str, str, str]] = []
        for run in runs:
            met = run.met
            if run.joined is None and met.row is not None and met.row_key == key:
                rows.append(taken(met.row, met.path))
                continue
            row = terms.row(run.measured, published)
            rows.append(row)
            reading = readings.get(met.path)
            if run.joined is None and reading is not None and _BY_LOG not in met.note_codes:
                updates.append((reading, met.run_id, written(row), key))
        if updates:
            self.library.express(updates)
        return rows

    @property
    def _outcome_key(self) -> str:
        return hashlib.sha256(repr(("batch outcome", self.whose.key)).encode("utf-8", "surrogateescape")).hexdigest()


def _content(row: FileRow) -> list[tuple[str, str]]:
    """What each item of a file is, by its key, or by what is said of it."""
    return [(item.within, item.reading or hashlib.sha256(item.problem or b"").hexdigest()) for item in row.items]


def _run_row(run_id: str, row: Row) -> RunRow:
    day = dt.date.fromisoformat(str(row["local_date"]))
    year, week, _ = day.isocalendar()
    return RunRow(run_id, str(row["start"]), day.isoformat(), f"{year}-W{week:02d}", written(row))


def _by_start(rows: Sequence[RunRow]) -> tuple[RunRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.start, row.run_id)))
