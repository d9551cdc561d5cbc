"""Records of one source beside a workout as a quantity over time, each moment told by one record."""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from footfall.formats.apple.records import Teller, Told
from footfall.model.intervals import FloatArray, IntArray

LEAST_SHARE = 0.5
"""A source that wrote less than this of what the fullest one wrote has lost part of the run, or is no pedometer."""
_MOST_COMPARED = 8
"""Sources whose counts are looked at closely: the workout's own and the fullest."""
_BLINK_S = 1.0
"""Times are cut to whole seconds: what begins and ends in the same one lasted less than this.  [s]"""


@dataclass(frozen=True, eq=False)
class Spans:
    """Time cut where a record begins or ends, and the record that speaks for each piece.

    edges   shape (k + 1,), increasing; shape (0,) without records.  [s since the start of the workout]
    owner   shape (k,), index of the record; -1 where none speaks.
    """

    edges: FloatArray
    owner: IntArray

    def at(self, time_s: FloatArray) -> IntArray:
        """The record that speaks from each time on; -1 where none does."""
        if not len(self.owner):
            return np.full(len(time_s), -1, dtype=np.int64)
        piece = np.searchsorted(self.edges, time_s, side="right") - 1
        inside = (piece >= 0) & (piece < len(self.owner))
        return np.where(inside, self.owner[np.clip(piece, 0, len(self.owner) - 1)], -1)


def one_source(told: Told, own: str, length_s: float) -> Told | None:
    """The counts or distances of one source: sources are never added up, since each wrote down the same run.

    own       name of the source that wrote the workout: its own records go first, then a watch's, then the fullest.
    length_s  of the workout.  [s]
    Returns   None where nobody wrote anything for the time of the workout.
    """
    within_s = np.clip(np.minimum(_ends_s(told), length_s) - np.maximum(told.start_s, 0.0), 0.0, None)
    most = told.sums(rate_per_s(told) * within_s)  # what overlaps in one source counts twice here: no less than there is
    tellers = told.tellers()
    fullest = sorted(tellers, key=lambda teller: (teller.name == own, most[tellers[teller]]), reverse=True)[:_MOST_COMPARED]
    return _best(told, {teller: _amount_within(told.of(tellers[teller]), length_s) for teller in fullest}, own)


def one_watcher(told: Told, own: str) -> Told | None:
    """The levels of one source, chosen alike by how many there are."""
    count = told.sums(np.ones(len(told)))
    return _best(told, {teller: float(count[number]) for teller, number in told.tellers().items()}, own)


def _best(told: Told, amounts: Mapping[Teller, float], own: str) -> Told | None:
    enough = LEAST_SHARE * max(amounts.values(), default=0.0)
    full = [teller for teller, amount in amounts.items() if amount >= enough and amount > 0]
    if not full:
        return None
    best = max(full, key=lambda teller: (teller.name == own, teller.is_watch, amounts[teller], teller.name))
    return told.of(told.tellers()[best])


def _amount_within(told: Told, length_s: float) -> float:
    """What of counts or distances falls within the workout, each record spread evenly, overlaps counted once."""
    spans = spans_of(told)
    seconds = np.diff(np.clip(spans.edges, 0.0, length_s))
    owned = spans.owner >= 0
    return float(np.sum(rate_per_s(told)[spans.owner[owned]] * seconds[owned]))


def _ends_s(told: Told) -> FloatArray:
    return np.where(told.end_s > told.start_s, told.end_s, told.start_s + _BLINK_S)


def rate_per_s(told: Told) -> FloatArray:
    """Amount of each record per second, shape (n,)."""
    return told.value / np.maximum(told.end_s - told.start_s, _BLINK_S)


def spans_of(told: Told) -> Spans:
    """Who speaks when. Where records of one source overlap, the shorter one speaks: it is the finer account of that time, and
    what both tell is counted once. Blinks speak only where nobody else does.
    """
    blink = told.end_s <= told.start_s
    ends = _ends_s(told)
    edges = np.unique(np.concatenate([told.start_s, ends]))
    if len(edges) < 2:
        return Spans(np.empty(0), np.empty(0, dtype=np.int64))
    rank = np.empty(len(told), dtype=np.int64)  # of whom speaks first
    rank[np.lexsort((np.arange(len(told)), ends - told.start_s, blink))] = np.arange(len(told))
    by_start = np.argsort(told.start_s, kind="stable")
    begins, stops = np.searchsorted(edges, told.start_s), np.searchsorted(edges, ends)
    if np.all(stops[by_start][:-1] <= begins[by_start][1:]):  # as nearly always: none overlaps another
        owner = np.full(len(edges) - 1, -1, dtype=np.int64)
        owner[begins] = np.arange(len(told))
        return Spans(edges, owner)
    return Spans(edges, _owners(len(edges) - 1, by_start.tolist(), begins.tolist(), stops.tolist(), rank.tolist()))


def _owners(pieces: int, by_start: list[int], begins: list[int], stops: list[int], rank: list[int]) -> IntArray:
    owner = np.full(pieces, -1, dtype=np.int64)
    speaking: list[tuple[int, int]] = []  # (rank, record), the first of them speaks
    following = 0
    for piece in range(pieces):
        while following < len(by_start) and begins[by_start[following]] == piece:
            record = by_start[following]
            heapq.heappush(speaking, (rank[record], record))
            following += 1
        while speaking and stops[speaking[0][1]] <= piece:
            heapq.heappop(speaking)
        if speaking:
            owner[piece] = speaking[0][1]
    return owner
