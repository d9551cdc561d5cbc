"""Run files of a squad: a few long runs are lived through second by second, every other is one of them, ended earlier."""

import bisect
from dataclasses import replace
from functools import cache

from sampledata.draws import Draws
from sampledata.motion import Motion
from sampledata.place import Place
from sampledata.plan import Kind, PlannedRun, Recorder
from sampledata.runner import Stride, move

_VARIANTS = 2
_STOCK_M = {Kind.EASY: 12_000, Kind.TEMPO: 12_000, Kind.LONG: 18_000}
_STEP_M = 4_000
"""A run longer than its stock has a stock of its own, so many metres longer or a multiple of it."""


def motion_of(planned: PlannedRun, stride: Stride, draws: Draws) -> Motion:
    """The run as it happened."""
    stock_m = _STOCK_M[planned.kind]
    stock_m += max(0, -int((stock_m - planned.distance_m) // _STEP_M)) * _STEP_M
    whole = _stock(planned.kind, stock_m, draws.integer(1, _VARIANTS), stride, planned.place)
    start = planned.starts + (whole.start - whole.planned.starts)
    end_s = bisect.bisect_left(whole.moments, planned.distance_m, key=lambda moment: moment.distance_m)
    return replace(whole, planned=planned, start=start).cut(end_s)


@cache
def _stock(kind: Kind, distance_m: int, variant: int, stride: Stride, place: Place) -> Motion:
    planned = PlannedRun(0, 7 * 60, kind, distance_m, Recorder.WATCH_SMART, place=place)
    return move(planned, Draws("squad", "stock", kind.value, distance_m, variant, stride), stride)
