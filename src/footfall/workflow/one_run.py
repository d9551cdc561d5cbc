"""One run is one run: recordings of the same run, from whatever files, become one, and it is said what came from where."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footfall.metrics.clusters import Cluster, clusters
from footfall.metrics.measure import measure
from footfall.metrics.merge import addition, join, merge_seen
from footfall.metrics.same_run import Match, Why
from footfall.metrics.sighting import Sighting
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.model.run import Run, Source
from footfall.wording import say
from footfall.wording.merged import column_names
from footfall.wording.numbers import counted
from footfall.workflow.read import FACTORS
from footfall.workflow.rereading import Met, Rereading

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

    path, run_id   of the recording that speaks for it.
    copies         the others, the richest first.
    """

    measured: Measured
    path: str
    run_id: str
    copies: tuple[Copy, ...] = ()


def one_run_each(met: Sequence[Met], links: Mapping[str, str], again: Rereading) -> tuple[OneRun, ...]:
    """Every run once, by start.

    links   run id of a log's entry -> run id of the recording that it names.
    """
    by_sighting = {id(one.sighting): one for one in met}
    groups = clusters([one.sighting for one in met], links)
    runs = {at: _one_run(groups[at], by_sighting, again) for at in _by_file(groups, by_sighting)}
    return tuple(runs[at] for at in range(len(groups)))


def _by_file(groups: Sequence[Cluster], met: Mapping[int, Met]) -> list[int]:
    """The groups in such an order that those of one file, which is read again for them, follow one another; large files first."""
    files = [{met[id(sight)].path for sight in (group.first, *(other for other, _ in group.others))} for group in groups]
    runs = Counter(path for paths in files for path in paths)
    return sorted(range(len(groups)), key=lambda at: sorted((-runs[path], path) for path in files[at]))


def _one_run(group: Cluster, met: Mapping[int, Met], again: Rereading) -> OneRun:
    first = met[id(group.first)]
    others = [(met[id(sight)], match) for sight, match in group.others]
    measured = first.measured
    taken: Mapping[str, Source] = {}
    sights = [group.first, *(sight for sight, _ in group.others)]
    runs = _to_merge(first, [one for one, _ in others], again)
    if runs:
        merged = merge_seen(runs)
        measured, taken = measure(merged, FACTORS[again.request.cadence_unit]), merged.taken
    elif others:
        measured = join(measured, group.first, sights[1:])
    return OneRun(measured, first.path, first.run_id, tuple(_copy(one, match, taken) for one, match in others))


def _to_merge(first: Met, others: Sequence[Met], again: Rereading) -> list[tuple[Sighting, Run]]:
    """The recordings with their samples, where the others add any; none where nothing is to be measured anew."""
    adds = [addition(first.sighting, other.sighting).measured for other in others]
    if not any(adds):
        return []
    runs = [
        again.run(first),
        *(again.run(one) if adding else one.sighting.bare for one, adding in zip(others, adds, strict=True)),
    ]
    found = [(one.sighting, run) for one, run in zip((first, *others), runs, strict=True) if run is not None]
    return found if len(found) == len(runs) else []  # a file that has gone since: what was measured of the first stands


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
    return [
        Problem(run.path, None, note.code, say(f"problem.{note.code}"))
        for run in runs
        for note in run.measured.notes
        if note.code in _REMARKS
    ]


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
