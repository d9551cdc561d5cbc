"""Entries of logs: the files that they name as their recordings (`activities/123.fit.gz` in activities.csv), and their sports."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from footfall.formats.apple.recording import PRODUCER as APPLE
from footfall.formats.log.sports import find_sport
from footfall.metrics.runs import UNTOLD
from footfall.model.problem import Problem
from footfall.model.run import Source
from footfall.tables.cell import cut
from footfall.wording import say
from footfall.wording.numbers import listed_few
from footfall.workflow.read import ReadFile


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An entry of a log that names its recording, or is no run.

    log, base   path of the log, and the folder or archive that it lies in, as in Item.
    link        the recording, as it is written in the log; None where it names none.
    kind        what the entry says it is, in our words where they are known; None where it leaves it open.
    sport       the same where its words are known, so that it may go before what the recording says itself; else None.
    run_id      of the entry's own run; None where the entry is no run.
    """

    log: str
    base: str | None
    link: str | None
    kind: str | None
    sport: str | None
    run_id: str | None


def entries_of(read: ReadFile, base: str | None) -> tuple[LogEntry, ...]:
    """The entries of a log that name a recording or are no runs; none of a file that is no log."""
    found = []
    for recording in read.recordings:
        link = recording.decoded.source.link
        if not recording.of_a_log or (link is None and not recording.passed_over):
            continue
        stated = any((session.sport or "").lower() not in UNTOLD for session in recording.decoded.sessions)
        sports = [run.sport for run in recording.runs] + [passed.sport for passed in recording.passed_over]
        run_id = recording.runs[0].id if recording.runs else None
        kind = sports[0] if sports and (stated or run_id is None) else None
        sport = kind if _is_known(recording.decoded.source, kind) else None
        found.append(LogEntry(read.path, base, link, kind, sport, run_id))
    return tuple(found)


def _is_known(source: Source, kind: str | None) -> bool:
    """True for what a log surely says: a word that we know, or one of the kinds that Apple numbers."""
    return kind is not None and (source.producer == APPLE or find_sport(kind) is not None)


def other_sports(entries: Iterable[LogEntry]) -> tuple[Problem, ...]:
    """Entries that are no runs: one problem for each log, with counts by sport."""
    logs: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        if entry.run_id is None:
            logs[entry.log][say("sport.unknown") if entry.kind is None else entry.kind] += 1
    return tuple(Problem(log, None, "not-a-run", _sentence(sports)) for log, sports in sorted(logs.items()))


def _sentence(sports: Counter[str]) -> str:
    by_sport = [f"{cut(sport)} {count}" for sport, count in sorted(sports.items(), key=lambda one: (-one[1], one[0]))]
    return say("problem.not-a-run.entries", sports=listed_few(by_sport))


class Paths:
    """Files by path, to be found again from what a log calls them: without `.gz`, whatever the case."""

    def __init__(self, files: Iterable[tuple[str, str | None]]) -> None:
        """files   path and base of each."""
        self._at: dict[str, str] = {}
        self._ends: dict[tuple[str | None, str], list[str]] = defaultdict(list)
        for path, base in files:
            key = _key(path)
            self._at.setdefault(key, path)
            self._ends[base, _name(key)].append(path)

    def find(self, entry: LogEntry) -> str | None:
        """The file that an entry names: where it says, seen from the log; else the only one in the same base that ends so."""
        if entry.link is None:
            return None
        link, folder = _key(entry.link).lstrip("/"), _key(entry.log).rpartition("/")[0]
        exact = self._at.get(f"{folder}/{link}" if folder else link)
        if exact is not None or entry.base is None:
            return exact
        ends = [path for path in self._ends.get((entry.base, _name(link)), ()) if f"/{_key(path)}".endswith(f"/{link}")]
        return ends[0] if len(ends) == 1 else None


def _key(path: str) -> str:
    return str(PurePosixPath(path.replace("\\", "/"))).casefold().removesuffix(".gz")


def _name(key: str) -> str:
    return key.rpartition("/")[2]
