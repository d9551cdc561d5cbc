"""Everything behind the paths of a job: read once, measured, each run once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.workflow.find import find
from footfall.workflow.items import Item, Items
from footfall.workflow.log_entries import LogEntry, Paths, entries_of, other_sports
from footfall.workflow.one_run import OneRun, one_run_each, told_of
from footfall.workflow.read import SETTINGS, ReadFile, read_item
from footfall.workflow.request import Progress, Request
from footfall.workflow.rereading import Met, Rereading, ToldSport, met_run
from footfall.workflow.shoes import with_shoes
from footfall.workflow.store import Store


@dataclass(frozen=True, eq=False)
class Measurement:
    """What the paths of a job came to.

    runs      each run once, by start.
    problems  what went wrong, was passed over or was joined, by path.
    counts    of files, and of problems by reason.
    copies    path of a file -> that of the one with the same bytes which was read for it.
    """

    runs: tuple[OneRun, ...]
    problems: tuple[Problem, ...]
    counts: Counter[str]
    copies: Mapping[str, str] = field(default_factory=dict)

    @property
    def measured(self) -> list[Measured]:
        """Each run, measured."""
        return [run.measured for run in self.runs]


def measure_paths(request: Request, progress: Progress | None = None, store: Store | None = None) -> Measurement:
    """Every run behind the request's paths; the same bytes met twice, and other recordings of one run, count once.

    The result does not depend on the order of the paths. Samples are let go as soon as a file is measured; files of a run that is
    merged from several are read a second time.

    store   what was opened already, of standard input above all; None = nothing.
    """
    files, missing = find(request.paths)
    found = _Found(request)
    found.tell(missing)
    with Items(sorted(files, key=lambda file: file.path), store) as items:
        for done, one in enumerate(items, start=1):
            if isinstance(one, Problem):
                found.tell((one,))
            else:
                found.read(one)
            if progress is not None:
                progress(done, max(items.total, done))
        runs = found.join(Rereading(items, request))
    problems = tuple(sorted(found.problems, key=lambda problem: problem.path))
    return Measurement(runs, problems, found.counts, found.copies)


@dataclass(eq=False)
class _File:
    """What is kept of a file.

    sport     of a file with one recording of at most one session, so that an entry of a log can speak of all of it; None of
              others, and once that has been settled.
    passed    that it is no run, where its sport is the reason.
    """

    path: str
    met: list[Met]
    sport: str | None
    passed: Problem | None


@dataclass(eq=False)
class _Found:
    """What has been found behind the paths so far.

    places   path and base of every file; `copies` path -> the file with the same bytes that was read first.
    entries  of logs: content of the log and number of the entry -> the entry as each copy of the log has it. A log that lies
             beside an export and in it names recordings that only the copy in the export leads to.
    shoes    link of an entry -> shoes, from an account's list of gear.
    """

    request: Request
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    files: dict[str, _File] = field(default_factory=dict)
    places: list[tuple[str, str | None]] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)
    by_content: dict[str, str] = field(default_factory=dict)
    entries: dict[tuple[str | None, int], list[LogEntry]] = field(default_factory=dict)
    shoes: dict[str, str] = field(default_factory=dict)

    def tell(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.problems.append(problem)
            self.counts[problem.reason] += 1

    def read(self, item: Item) -> None:
        """Read one file and keep what is needed of it."""
        read = read_item(item, include=self.request.include)
        self.counts["files"] += 1
        self.counts["unknown-format"] += read.unknown
        self.places.append((item.path, item.base))
        content = read.content
        for number, entry in enumerate(entries_of(read, item.base)):
            self.entries.setdefault((content, number), []).append(entry)
        first = item.path if content is None else self.by_content.setdefault(content, item.path)
        if first != item.path:
            self.copies[item.path] = first
            self.tell((Problem(item.path, None, "duplicate", say("problem.duplicate", other=first)),))
            return
        if _in_use(item, self.request):
            self.counts.update(problem.reason for problem in read.problems)
        else:
            self.tell(read.problems)
        self.files[item.path] = _kept(read, self.request)
        self.shoes |= read.shoes

    def join(self, again: Rereading) -> tuple[OneRun, ...]:
        """All runs, once each, when every file has been read."""
        paths, apart = Paths(self.places), []
        links: dict[str, str] = {}
        for copies in self.entries.values():
            named = [(entry, file) for entry in copies if (file := self._named_by(entry, paths)) is not None]
            if not named:
                apart.append(copies[0])
            for entry, file in named:
                self._settle_sport(file, entry, again)
                if entry.run_id is not None and len(file.met) == 1:
                    links.setdefault(entry.run_id, file.met[0].run_id)
        self.tell(other_sports(apart))
        runs = one_run_each([met for file in self.files.values() for met in file.met], links, again)
        told, joined = told_of(runs)
        self.tell(told)
        self.counts["log-rows-joined"] += joined
        return tuple(replace(run, measured=with_shoes(run.measured, self.shoes)) for run in runs)

    def _named_by(self, entry: LogEntry, paths: Paths) -> _File | None:
        found = paths.find(entry)
        return None if found is None else self.files.get(self.copies.get(found, found))

    def _settle_sport(self, file: _File, entry: LogEntry, again: Rereading) -> None:
        """What a log says of a recording's sport goes before what the watch was set to: people correct it there."""
        if file.sport is None or entry.sport is None:
            return
        own, file.sport = file.sport, None  # of several entries the first speaks
        if entry.sport == own:
            return
        again.sports[file.path] = ToldSport(entry.sport, entry.log)
        wanted = entry.sport in {"running", *self.request.include}
        file.met = [met_run(file.path, run, self.request) for run in again.runs(file.path)] if wanted else []
        if file.passed is not None:
            self.problems.remove(file.passed)
            self.counts["not-a-run"] -= 1
        message = say("problem.not-a-run.by-log", sport=entry.sport, log=entry.log)
        file.passed = None if file.met else Problem(file.path, None, "not-a-run", message, entry.sport)
        self.tell(() if file.passed is None else (file.passed,))


def _kept(read: ReadFile, request: Request) -> _File:
    sole = read.recordings[0] if len(read.recordings) == 1 else None
    whole = sole is not None and len(sole.decoded.sessions) <= 1 and not sole.of_a_log
    passed = next((one for one in read.problems if one.reason == "not-a-run"), None) if whole else None
    met = [met_run(read.path, run, request) for run in read.runs]
    others = () if sole is None else (one.sport for one in sole.passed_over if one.reason == "not-a-run")
    sport = next(iter((*(run.sport for run in read.runs), *others)), None) if whole else None
    return _File(read.path, met, sport, passed)


def _in_use(item: Item, request: Request) -> bool:
    """A settings file, or the very diary of this job, in a folder or from a pattern: counted, and no remark that it is no run."""
    if item.file is None or not Path(item.file).exists():
        return False
    name = Path(item.file)
    return name.name in SETTINGS or (request.diary is not None and Path(request.diary).exists() and name.samefile(request.diary))
