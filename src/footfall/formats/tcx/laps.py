"""Laps, totals and pauses of a TCX activity.

TCX states how long a lap's timer ran, never how long the lap took, and it has no timer events. A pause shows in two ways
only: the lap goes on in another `<Track>`, or the next lap starts later than this one ends. Both also happen without a
pause (satellites lost, smart recording), so a gap counts as a pause when it brings the lap's length closer to its timer.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from footfall.formats.tcx.document import DISTANCE, INTENSITY, TIMER, TRIGGER, TcxLap
from footfall.formats.xml.iso_times import to_instant
from footfall.formats.xml.points import Points
from footfall.formats.xml.samples import Samples
from footfall.formats.xml.text_numbers import finite_or_none
from footfall.model.intervals import Intervals
from footfall.model.run import Lap

_LEAST_PAUSE_S = 2.0
"""Lap times are fractions, points and lap starts often whole seconds: less is rounding."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Times:
    """What one lap says, in time.  [s since start]

    start_s  its own, else its first point.
    last_s   its last point; its start where it has none.
    gaps     from the last point of a track to the first of the next.
    timer_s  as stated; None where it is not.
    """

    start_s: float
    last_s: float
    gaps: tuple[Span, ...]
    timer_s: float | None


def to_laps(laps: Sequence[TcxLap], points: Points, samples: Samples) -> tuple[tuple[Lap, ...], Intervals]:
    """Laps as the model has them, and the pauses that their timers confirm. A lap without start and points is left out.

    A lap ends where its timer says, no earlier than its last point and no later than the next lap starts.
    """
    timed = [(lap, times) for lap in laps if (times := _times(lap, points, samples)) is not None]
    found: list[Lap] = []
    pauses: list[Span] = []
    for index, (lap, times) in enumerate(timed):
        next_start_s = timed[index + 1][1].start_s if index + 1 < len(timed) else None
        within = _confirmed(times)
        end_s, after = _end(times, within, next_start_s)
        pauses += within + after
        found.append(_lap(lap, times.start_s, end_s))
    edges = np.array(pauses, dtype=np.float64).reshape(-1, 2)
    return tuple(found), Intervals.covering(edges[:, 0], edges[:, 1])


def total(laps: Iterable[TcxLap], name: str) -> float | None:
    """Sum of what the laps state; None unless every lap states it: a part is no total."""
    values = [finite_or_none(lap.totals.get(name)) for lap in laps]
    known = [value for value in values if value is not None]
    return math.fsum(known) if known and len(known) == len(values) else None


def _lap(lap: TcxLap, start_s: float, end_s: float) -> Lap:
    trigger, intensity = (lap.totals.get(name, "").lower() or None for name in (TRIGGER, INTENSITY))
    return Lap(start_s, end_s, trigger, finite_or_none(lap.totals.get(DISTANCE)), intensity)


def _times(lap: TcxLap, points: Points, samples: Samples) -> _Times | None:
    tracks = [span for numbers in lap.tracks if (span := _span(points, numbers, samples)) is not None]
    stated = to_instant(lap.start or "")
    if stated is None and not tracks:
        return None
    start_s = tracks[0][0] if stated is None else samples.since_start_s(stated[0])
    gaps = tuple((before[1], after[0]) for before, after in pairwise(tracks) if after[0] - before[1] > _LEAST_PAUSE_S)
    last_s = max([start_s, *(span[1] for span in tracks)])
    return _Times(start_s, last_s, gaps, finite_or_none(lap.totals.get(TIMER)))


def _span(points: Points, numbers: list[int], samples: Samples) -> Span | None:
    """First and last point of a track; None when it has none with a time."""
    rows = np.array(numbers, dtype=np.int64)
    us = points.instants.us[rows][points.instants.known[rows]]
    return (samples.since_start_s(int(us.min())), samples.since_start_s(int(us.max()))) if len(us) else None


def _confirmed(times: _Times) -> list[Span]:
    """Gaps between tracks that are pauses: the longest first, as long as each brings the lap closer to its timer."""
    if times.timer_s is None:
        return list(times.gaps)
    pauses = []
    unexplained_s = times.last_s - times.start_s - times.timer_s
    for start_s, end_s in sorted(times.gaps, key=lambda gap: gap[0] - gap[1]):
        if unexplained_s > (end_s - start_s) / 2:
            pauses.append((start_s, end_s))
            unexplained_s -= end_s - start_s
    return pauses


def _end(times: _Times, pauses: list[Span], next_start_s: float | None) -> tuple[float, list[Span]]:
    """Where a lap ends, and the pause between it and the next lap, if its timer confirms one."""
    timer_end_s = times.last_s
    if times.timer_s is not None:
        timer_end_s = times.start_s + times.timer_s + sum(end_s - start_s for start_s, end_s in pauses)
    end_s = max(times.last_s, timer_end_s)
    if next_start_s is None:
        return end_s, []
    if next_start_s - end_s <= _LEAST_PAUSE_S:
        return max(next_start_s, times.start_s), []
    # a timer that ended well before the last point stood still somewhere inside: then it says nothing about this gap
    confirms = times.timer_s is not None and timer_end_s > times.last_s - _LEAST_PAUSE_S
    return end_s, [(end_s, next_start_s)] if confirms else []
