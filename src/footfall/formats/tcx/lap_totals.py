"""Whether what laps state of their length can be, beside their own points: some exports write zero, sums or milliseconds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from footfall.formats.tcx.document import DISTANCE, TIMER, TcxLap
from footfall.formats.xml.iso_times import to_instant
from footfall.formats.xml.points import Points
from footfall.formats.xml.text_numbers import finite_or_none
from footfall.model.intervals import FloatArray, IntArray
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.wording.numbers import listed

_TIME_SHARE, _TIME_S = 0.1, 60.0
"""A timer may say so much more than the lap took: watches that record when they like stop up to a minute before its end. Ours."""
_WAY_SHARE, _WAY_M = 0.25, 100.0
"""A lap's distance may differ so much from that of its points. Ours, and wide: only what is plainly wrong shall go."""
_SHORTEST_S = 10.0
"""Points that span less say nothing about a lap."""
_COVERED = 0.8
"""Points speak for the distance of a lap when they span so much of it."""

_LONGEST_S = 31 * 86_400.0
_FARTHEST_M = 1_000_000.0
"""No recording lasts or goes longer."""
_MOST_NAMED = 5
"""Laps that a sentence names; more are counted."""


@dataclass(frozen=True, slots=True)
class _Wrong:
    """One total that cannot be: `number` of the lap, counted from 1, what it states, and what its points say."""

    name: str
    number: int
    stated: float
    found: float


def leave_out_impossible(laps: Sequence[TcxLap], points: Points, path: str) -> tuple[Problem, ...]:
    """Forget the times and distances of laps that their own points contradict, and say which."""
    wrong: list[_Wrong] = []
    for number, (lap, next_start_s) in enumerate(zip(laps, _next_starts_s(laps), strict=True), start=1):
        found = _impossible(lap, number, next_start_s, points)
        for one in found:
            del lap.totals[one.name]
        wrong += found
    by_name = [[one for one in wrong if one.name == name] for name in (TIMER, DISTANCE)]
    return tuple(_problem(some, path) for some in by_name if some)


def _next_starts_s(laps: Sequence[TcxLap]) -> list[float | None]:
    """Start of the lap after each, as far as one is stated.  [s since 1970]"""
    following: list[float | None] = []
    next_s: float | None = None
    for lap in reversed(laps):
        following.append(next_s)
        start_s = _start_s(lap)
        next_s = next_s if start_s is None else start_s
    return following[::-1]


def _start_s(lap: TcxLap) -> float | None:
    stated = to_instant(lap.start or "")
    return None if stated is None else stated[0] / 1e6


def _impossible(lap: TcxLap, number: int, next_start_s: float | None, points: Points) -> list[_Wrong]:
    rows = np.array(lap.numbers, dtype=np.int64)
    times_s = points.instants.us[rows][points.instants.known[rows]] / 1e6
    span_s = float(np.ptp(times_s)) if len(times_s) else 0.0
    if span_s < _SHORTEST_S:
        return _beyond_all(lap, number, span_s)
    start_s = _start_s(lap)
    first_s = float(times_s.min()) if start_s is None else min(start_s, float(times_s.min()))
    took_s = max(float(times_s.max()), float(times_s.max()) if next_start_s is None else next_start_s) - first_s
    wrong = []
    timer_s = finite_or_none(lap.totals.get(TIMER))
    if timer_s is not None and not 0 < timer_s <= took_s * (1 + _TIME_SHARE) + _TIME_S:
        wrong.append(_Wrong(TIMER, number, timer_s, took_s))
    stated_m, way_m = finite_or_none(lap.totals.get(DISTANCE)), _way_m(points, rows)
    if stated_m is None or way_m is None or span_s < _COVERED * took_s:
        return wrong
    if abs(stated_m - way_m) > max(_WAY_M, _WAY_SHARE * way_m):
        wrong.append(_Wrong(DISTANCE, number, stated_m, way_m))
    return wrong


def _beyond_all(lap: TcxLap, number: int, span_s: float) -> list[_Wrong]:
    """Of a lap without points to compare with: what no lap of anybody can be."""
    wrong = []
    for name, most, found in ((TIMER, _LONGEST_S, span_s), (DISTANCE, _FARTHEST_M, 0.0)):
        stated = finite_or_none(lap.totals.get(name))
        if stated is not None and not 0 <= stated <= most:
            wrong.append(_Wrong(name, number, stated, found))
    return wrong


def _way_m(points: Points, rows: IntArray) -> float | None:
    """What the recorded distance grows by over a lap; None where it is not recorded throughout.  [m]"""
    recorded: FloatArray | None = points.columns.get("distance_m")
    if recorded is None:
        return None
    known = recorded[rows]
    possible = np.abs(known) <= _FARTHEST_M  # False for NaN; what is beyond is dropped later, and said
    return float(np.ptp(known[possible])) if possible[0] and possible[-1] else None


def _problem(wrong: list[_Wrong], path: str) -> Problem:
    key = "problem.lap-totals.time" if wrong[0].name == TIMER else "problem.lap-totals.distance"
    laps = listed([f"lap {one.number}" for one in wrong[:_MOST_NAMED]])
    if len(wrong) > _MOST_NAMED:
        laps = f"{len(wrong)} laps"
    message = say(key, laps=laps, number=wrong[0].number, stated=_short(wrong[0].stated), found=f"{wrong[0].found:,.0f}")
    return Problem(path, f"lap {wrong[0].number}", "dropped-values", message)


def _short(stated: float) -> str:
    return f"{stated:,.0f}" if abs(stated) < 1e12 else f"{stated:.0e}"
