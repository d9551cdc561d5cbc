"""One run is one run: recordings of the same run, from whatever files, become one, and it is said what came from where."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from footfall.metrics.clusters import Cluster, clusters
from footfall.metrics.measure import measure
from footfall.metrics.merge import addition, join, merge_seen
from footfall.metrics.same_run import Match, Why
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.model.run import Run, Source
from footfall.wording import say
from footfall.wording.merged import column_names
from footfall.wording.numbers import counted
from footfall.workflow.gathered import Gathering
from footfall.workflow.read import FACTORS
from footfall.workflow.reading import Asked, Met
from footfall.workflow.versions import READERS

_REMARKS = frozenset({"sport-inferred", "apple-steps-not-read"})


@dataclass(frozen=True, slots=True)
class Copy:
    """Another recording of a run.

    of_a_log  an entry of a log or of an account's export.
    why       what makes it the same run.   hours_off   how far its clock is off, where it was written in another zone.
    columns   names of COLUMNS that were taken from it.
    """

    path: str
    run_id: str
    of_a_log: bool
    why: Why
    hours_off: float
    columns: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class OneRun:
    """One run, measured with all that its recordings have.

    met      the recording that speaks for it.
    joined   the run as its recordings have it together; None where `met` has all there is.
    copies   the others, the richest first.
    """

    met: Met
    joined: Measured | None = None
    copies: tuple[Copy, ...] = ()

    @property
    def measured(self) -> Measured:
        """The run, measured."""
        return self.met.measured if self.joined is None else self.joined

    @property
    def path(self) -> str:
        """Of the recording that speaks for it."""
        return self.met.path

    @property
    def run_id(self) -> str:
        """Of the recording that speaks for it."""
        return self.met.run_id

    @property
    def note_codes(self) -> tuple[str, ...]:
        """Codes of the notes of the run."""
        return self.met.note_codes if self.joined is None else tuple(note.code for note in self.joined.notes)


def one_run_each(
    met: Sequence[Met], links: Mapping[str, str], gathering: Gathering, asked: Mapping[str, Asked]
) -> tuple[OneRun, ...]:
    """Every run once, by start.

    links   run id of a log's entry -> run id of the recording that it names.
    asked   path -> how the file was read.
    """
    by_sighting = {id(one.sighting): one for one in met}
    groups = clusters([one.sighting for one in met], links)
    again = _Again(gathering, asked)
    runs = {at: _one_run(groups[at], by_sighting, again) for at in _by_file(groups, by_sighting)}
    return tuple(runs[at] for at in range(len(groups)))


def _by_file(groups: Sequence[Cluster], met: Mapping[int, Met]) -> list[int]:
    """The groups in such an order that those of one file, which is read again for them, follow one another; large files first."""
    files = [{met[id(sight)].path for sight in (group.first, *(other for other, _ in group.others))} for group in groups]
    runs = Counter(path for paths in files for path in paths)
    return sorted(range(len(groups)), key=lambda at: sorted((-runs[path], path) for path in files[at]))


@dataclass(frozen=True, slots=True)
class _Again:
    """A second look at files, and how each was read."""

    gathering: Gathering
    asked: Mapping[str, Asked]

    def run(self, met: Met) -> Run | None:
        return self.gathering.run(met, self.asked[met.path])

    def key(self, met: Sequence[Met], adds: Sequence[bool]) -> str:
        """Of a run that is measured from several recordings: all that plays a part in it."""
        parts = [
            (one.run_id, one.sighting.offset_s, adding, self.asked[one.path].key)
            for one, adding in zip(met, (True, *adds), strict=True)
        ]
        return hashlib.sha256(repr((READERS, parts)).encode()).hexdigest()


def _one_run(group: Cluster, met: Mapping[int, Met], again: _Again) -> OneRun:
    first = met[id(group.first)]
    others = [(met[id(sight)], match) for sight, match in group.others]
    if not others:
        return OneRun(first)
    joined = _merged(first, [one for one, _ in others], again)
    taken: Mapping[str, Source] = {}
    if joined is not None:
        taken = joined.header.taken
    else:
        joined = join(first.measured, group.first, [sight for sight, _ in group.others])
    return OneRun(first, joined, tuple(_copy(one, match, taken) for one, match in others))


def _merged(first: Met, others: Sequence[Met], again: _Again) -> Measured | None:
    """The run, measured from all recordings that add something; None where none does, or one has gone since."""
    adds = [addition(first.sighting, other.sighting).measured for other in others]
    if not any(adds):
        return None
    key = again.key((first, *others), adds)
    kept = again.gathering.joined(key)
    if kept is not None:
        return _named(kept, (first, *others))
    runs = [
        again.run(first),
        *(again.run(one) if adding else one.sighting.bare for one, adding in zip(others, adds, strict=True)),
    ]
    found = [(one.sighting, run) for one, run in zip((first, *others), runs, strict=True) if run is not None]
    if len(found) < len(runs):
        return None  # a file that has gone since: what was measured of the first stands
    merged = merge_seen(found)
    measured = measure(merged, FACTORS[again.asked[first.path].cadence_unit])
    again.gathering.keep_joined(key, measured)
    return measured


def _named(measured: Measured, met: Sequence[Met]) -> Measured:
    """A run that was kept, with its sources by the names that they have now."""
    by_content = {one.sighting.bare.source.sha256: one.path for one in met}

    def now(source: Source) -> Source:
        return replace(source, path=by_content.get(source.sha256, source.path))

    header = measured.header
    taken = {column: now(source) for column, source in header.taken.items()}
    renamed = replace(header, source=now(header.source), also=tuple(map(now, header.also)), taken=taken)
    return replace(measured, header=renamed)


def _copy(met: Met, match: Match, taken: Mapping[str, Source]) -> Copy:
    source = met.sighting.source
    hours_off = match.shift_s / 3600 if match.why is Why.ZONE else 0.0
    columns = tuple(name for name, giver in taken.items() if giver == source)
    return Copy(met.path, met.run_id, source.format == "log", match.why, hours_off, columns)


def told_of(runs: Sequence[OneRun]) -> tuple[tuple[Problem, ...], int]:
    """What to say of runs in a list: what is no more than likely, a line for each copy that was joined and one for each log.

    Returns  that, and how many entries of logs were joined.
    """
    problems: list[Problem] = []
    entries: Counter[str] = Counter()
    for run in runs:
        for copy in run.copies:
            if copy.of_a_log:
                entries[copy.path] += 1
            else:
                problems.append(Problem(copy.path, None, "duplicate", _sentence(run, copy)))
    problems += _remarks(runs)
    for path, count in sorted(entries.items()):
        problems.append(Problem(path, None, "joined", say("problem.joined", runs=counted(count, "run"))))
    return tuple(dict.fromkeys(problems)), entries.total()


def _remarks(runs: Sequence[OneRun]) -> list[Problem]:
    """Notes that ask for a look at the run itself. A run alone shows all its notes; in a list they would not be seen."""
    if len(runs) < 2:
        return []
    return [Problem(run.path, None, code, say(f"problem.{code}")) for run in runs for code in run.note_codes if code in _REMARKS]


def _sentence(run: OneRun, copy: Copy) -> str:
    if copy.path == run.path:
        return say("problem.duplicate.within")
    said = [say("problem.duplicate.same-run", other=run.path)]
    if copy.hours_off:
        said.append(say("problem.duplicate.zone", hours=f"{abs(copy.hours_off):g}"))
    if copy.columns:
        said.append(say("problem.duplicate.taken", columns=column_names(copy.columns)))
    else:
        said.append(say("problem.duplicate.nothing"))
    return " ".join(said)
