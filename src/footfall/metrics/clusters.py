"""Which recordings are of one run: groups in which everyone agrees with the richest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from footfall.metrics.same_run import Match, Why, same_run
from footfall.metrics.sighting import Sighting

_DAY_S = 86_400.0

FULL = 0.95
"""A recording of this share of the longest, in time or in motion, has the whole run: among those the richest speaks."""

_FORMATS = {"fit": 3, "tcx": 2, "gpx": 1}
"""FIT has the timer's own pauses, TCX the laps' timer, GPX neither; a log totals, an export a sample now and then."""
_MOSTLY = 0.5


@dataclass(frozen=True, eq=False)
class Cluster:
    """One run: the recording that speaks for it, and the others, the richest first.

    others   each with what makes it the same run; a match's `shift_s` brings it onto the clock of `first`.
    """

    first: Sighting
    others: tuple[tuple[Sighting, Match], ...] = ()


def clusters(sightings: Iterable[Sighting], links: Mapping[str, str] | None = None) -> tuple[Cluster, ...]:
    """Every run once, by start; the same whatever the order of the sightings.

    links   run id of a row, or of a recording -> run id of the recording that it names as its own.
    """
    found = list(sightings)
    recordings = _of_recordings([one for one in found if not one.is_row], links or {})
    rows: dict[str, list[Sighting]] = defaultdict(list)
    for one in found:
        if one.is_row:
            rows[one.source.path].append(one)
    groups = recordings
    # a log with more rows first: what one log tells does not depend on the order in which logs are named
    for log in sorted(rows.values(), key=lambda log: (-len(log), min((row.run_id, row.source.path) for row in log))):
        groups = _with_rows(groups, log, links or {})
    return tuple(sorted(groups, key=lambda group: (group.first.begins_s, group.first.run_id)))


def richest_first(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Recordings of one run in the order in which they are believed."""
    found = list(sightings)
    longest_s = max((one.span_s for one in found if not one.is_row), default=0.0)
    most_s = max((one.moving_s for one in found if not one.is_row), default=0.0)

    def poverty(one: Sighting) -> tuple[object, ...]:
        return one.is_row, not (one.span_s >= FULL * longest_s or one.moving_s >= FULL * most_s), *_poverty(one)

    return sorted(found, key=poverty)


def _poverty(one: Sighting) -> tuple[object, ...]:
    """Smaller is richer."""
    covered = [name for name, share in one.coverage.items() if share > _MOSTLY]
    return (
        one.source.format == "log",
        one.covers("cadence_per_min") <= _MOSTLY,
        one.covers_way <= _MOSTLY,
        -_FORMATS.get(one.source.format, 0),
        -len(covered),
        -one.samples,
        -sum(share for _, share in sorted(one.coverage.items())),
        one.run_id,
    )


class _Calendar:
    """Groups by the days that they touch, a day to either side for zones."""

    def __init__(self) -> None:
        self._days: dict[int, list[int]] = defaultdict(list)

    def put(self, index: int, one: Sighting) -> None:
        for day in _days(one):
            self._days[day].append(index)

    def near(self, one: Sighting) -> list[int]:
        return sorted({index for day in _days(one) for index in self._days.get(day, ())})


def _days(one: Sighting) -> range:
    return range(int(one.begins_s // _DAY_S) - 1, int(one.ends_s // _DAY_S) + 2)


def _of_recordings(found: Sequence[Sighting], links: Mapping[str, str]) -> list[Cluster]:
    """Around the longest, whoever agrees with it; of these the richest speaks, and whoever does not agree with it goes back."""

    def agree(one: Sighting, other: Sighting) -> Match | None:
        linked = links.get(one.run_id) == other.run_id or links.get(other.run_id) == one.run_id
        return Match(Why.LINK) if linked else same_run(one, other)

    order = sorted(found, key=lambda one: (-one.moving_s, -one.span_s, one.run_id))
    calendar = _Calendar()
    for index, one in enumerate(order):
        calendar.put(index, one)
    free = [True] * len(order)
    groups: list[Cluster] = []
    for index, longest in enumerate(order):
        if not free[index]:
            continue
        near = [at for at in calendar.near(longest) if free[at] and (at == index or agree(longest, order[at]) is not None)]
        first, *rest = richest_first(order[at] for at in near)
        matched = [(one, agree(first, one)) for one in rest]
        group = Cluster(first, tuple((one, match) for one, match in matched if match is not None))
        taken = {id(first), *(id(one) for one, _ in group.others)}
        for at in near:
            free[at] = id(order[at]) not in taken
        groups.append(group)
    return groups


def _with_rows(groups: Sequence[Cluster], log: Sequence[Sighting], links: Mapping[str, str]) -> list[Cluster]:
    """The rows of one log beside the runs that they speak of; rows of no known run are runs of their own.

    A run has one row, but for those that name recordings of it: an account keeps what the watch and what the phone sent.
    """
    by_run = {one.run_id: at for at, group in enumerate(groups) for one in (group.first, *(other for other, _ in group.others))}
    chosen: dict[int, list[tuple[Sighting, Match]]] = {}
    left: dict[str, Sighting] = {}
    for row in sorted(log, key=lambda row: row.run_id):
        at = by_run.get(links.get(row.run_id, ""))
        if at is None:
            left[row.run_id] = row
        else:
            chosen.setdefault(at, []).append((row, Match(Why.LINK)))
    calendar = _Calendar()
    for at, group in enumerate(groups):
        calendar.put(at, group.first)
    pairs = [
        (match.far, row.run_id, groups[at].first.run_id, at, match)
        for row in left.values()
        for at in calendar.near(row)
        if at not in chosen and (match := same_run(groups[at].first, row)) is not None
    ]
    for _, row_id, _, at, match in sorted(pairs, key=lambda pair: pair[:3]):
        if at not in chosen and row_id in left:
            chosen[at] = [(left.pop(row_id), match)]
    joined = [Cluster(group.first, (*group.others, *chosen[at])) if at in chosen else group for at, group in enumerate(groups)]
    return [*joined, *(Cluster(row) for row in left.values())]
