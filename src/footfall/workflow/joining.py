"""Files that were read, joined: each run once, whatever files it is in, and what is to be said of the rest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from footfall.model.problem import Problem
from footfall.wording import say
from footfall.workflow.gathered import Gathered, Gathering
from footfall.workflow.log_entries import LogEntry, Paths, other_sports
from footfall.workflow.one_run import OneRun, one_run_each, told_of
from footfall.workflow.read import SETTINGS
from footfall.workflow.reading import Asked, Met, ToldSport
from footfall.workflow.request import Request
from footfall.workflow.shoes import worn_in


def asked_of(request: Request) -> Asked:
    """Of a request, what changes the reading of a file."""
    return Asked(request.cadence_unit, request.include)


@dataclass(eq=False)
class _File:
    """What is kept of a file.

    sport     as in Head; None once it has been settled.
    passed    as in Head.
    asked     how it was read.
    """

    path: str
    met: tuple[Met, ...]
    sport: str | None
    passed: Problem | None
    asked: Asked


@dataclass(eq=False)
class Joining:
    """What has been found behind the paths of one runner so far.

    places   path and base of every file; `copies` path -> the file with the same bytes that was read first.
    entries  of logs: content of the log and number of the entry -> the entry as each copy of the log has it. A log that lies
             beside an export and in it names recordings that only the copy in the export leads to.
    shoes    link of an entry -> shoes, from an account's list of gear.
    """

    request: Request
    gathering: Gathering
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    copies: dict[str, str] = field(default_factory=dict)
    _files: dict[str, _File] = field(default_factory=dict)
    _places: list[tuple[str, str | None]] = field(default_factory=list)
    _by_content: dict[str, str] = field(default_factory=dict)
    _entries: dict[tuple[str | None, int], list[LogEntry]] = field(default_factory=dict)
    _shoes: dict[str, str] = field(default_factory=dict)

    def tell(self, problems: Iterable[Problem]) -> None:
        """Note what went wrong or was passed over."""
        for problem in problems:
            self.problems.append(problem)
            self.counts[problem.reason] += 1

    def take(self, one: Gathered) -> None:
        """Keep what is needed of one file."""
        head = one.reading.head
        self.counts["files"] += 1
        self.counts["unknown-format"] += head.unknown
        self._places.append((one.path, one.base))
        content = head.content
        for number, entry in enumerate(head.entries):
            self._entries.setdefault((content, number), []).append(replace(entry, log=one.path, base=one.base))
        first = one.path if content is None else self._by_content.setdefault(content, one.path)
        if first != one.path:
            self.copies[one.path] = first
            self.tell((Problem(one.path, None, "duplicate", say("problem.duplicate", other=first)),))
            return
        if _in_use(one.file, self.request):
            self.counts.update(problem.reason for problem in head.problems)
        else:
            self.tell(head.problems)
        met = one.reading.of(self.request.athlete, self.request.timezone)
        self._files[one.path] = _File(one.path, met, head.sport, head.passed, asked_of(self.request))
        self._shoes |= head.shoes

    def join(self) -> tuple[OneRun, ...]:
        """All runs, once each, when every file has been taken."""
        paths, apart = Paths(self._places), []
        links: dict[str, str] = {}
        for copies in self._entries.values():
            named = [(entry, file) for entry in copies if (file := self._named_by(entry, paths)) is not None]
            if not named:
                apart.append(copies[0])
            for entry, file in named:
                self._settle_sport(file, entry)
                if entry.run_id is not None and len(file.met) == 1:
                    links.setdefault(entry.run_id, file.met[0].run_id)
        self.tell(other_sports(apart))
        runs = one_run_each(
            [met for file in self._files.values() for met in file.met],
            links,
            self.gathering,
            {path: file.asked for path, file in self._files.items()},
        )
        told, joined = told_of(runs)
        self.tell(told)
        self.counts["log-rows-joined"] += joined
        return tuple(worn_in(run, self._shoes) for run in runs)

    def _named_by(self, entry: LogEntry, paths: Paths) -> _File | None:
        found = paths.find(entry)
        return None if found is None else self._files.get(self.copies.get(found, found))

    def _settle_sport(self, file: _File, entry: LogEntry) -> None:
        """What a log says of a recording's sport goes before what the watch was set to: people correct it there."""
        if file.sport is None or entry.sport is None:
            return
        own, file.sport = file.sport, None  # of several entries the first speaks
        if entry.sport == own:
            return
        request = self.request
        told = replace(file.asked, told=ToldSport(entry.sport, entry.log))
        if entry.sport in {"running", *request.include}:
            again = self.gathering.again(file.path, told)
            if again is None:
                return  # the file has gone since: what was read of it stands
            file.asked, file.met = told, again.of(request.athlete, request.timezone)
        else:
            file.met = ()
        if file.passed is not None:
            self.problems.remove(file.passed)
            self.counts["not-a-run"] -= 1
        message = say("problem.not-a-run.by-log", sport=entry.sport, log=entry.log)
        file.passed = None if file.met else Problem(file.path, None, "not-a-run", message, entry.sport)
        self.tell(() if file.passed is None else (file.passed,))


def _in_use(file: str | None, request: Request) -> bool:
    """A settings file, or the very diary of this job, in a folder or from a pattern: counted, and no remark that it is no run."""
    if file is None or not Path(file).exists():
        return False
    name = Path(file)
    return name.name in SETTINGS or (request.diary is not None and Path(request.diary).exists() and name.samefile(request.diary))
