"""The device's own totals beside its own samples: believed unless they cannot be of one run."""

from typing import NamedTuple

import numpy as np

from footfall.metrics.stretches import Stretches, told_by
from footfall.model.measured import Gait
from footfall.model.problem import Note
from footfall.model.run import Run, Session

TIME_SHARE, TIME_S = 0.1, 60.0
"""A time may differ so much from what its samples leave room for: watches that record when they like stop a minute early."""
LONGEST_S = 31 * 86_400.0
"""No recording lasts longer.  [s]"""
WAY_FACTOR = 2.0
"""A distance that differs by more is of another run, or in another unit. Wide: a treadmill run that was calibrated afterwards
keeps its samples as they were, a fifth or more off."""
COVERED = 0.8
"""Samples speak against a distance when they span so much of the time that the device tells."""


class Believed(NamedTuple):
    """What counts as the run's totals, and what is said of those that were not believed.

    elapsed_s, timer_s  [s]     distance_m  NaN = not known.  [m]     distance_source  device, gps, log or none.
    """

    elapsed_s: float
    timer_s: float
    distance_m: float
    distance_source: str
    notes: tuple[Note, ...]


def believed(run: Run, stretches: Stretches) -> Believed:
    """Totals of the device where they can be, of the samples else.

    Time goes by the order that must hold: moving <= timer <= elapsed. Limits are ours, without a published source.
    """
    session = run.session
    span_s = float(stretches.edge_s[-1] - min(stretches.edge_s[0], 0.0))
    moving_s = float(np.sum(stretches.seconds[stretches.gait > Gait.STAND]))
    notes: list[Note] = []
    elapsed_s = span_s if session is None or session.elapsed_s is None else session.elapsed_s
    if not span_s * (1 - TIME_SHARE) - TIME_S <= elapsed_s <= LONGEST_S:  # samples go on after the session was closed
        notes.append(Note("elapsed-not-believed", {"told": elapsed_s / 60, "found": span_s / 60}))
        elapsed_s = span_s
    timer_s = elapsed_s - stretches.pauses.total_s
    if session is not None and session.timer_s is not None:
        most_s = max(elapsed_s, span_s) * (1 + TIME_SHARE) + TIME_S
        if moving_s * (1 - TIME_SHARE) - TIME_S <= session.timer_s <= most_s and session.timer_s > 0:
            timer_s = session.timer_s
        else:
            notes.append(Note("timer-not-believed", {"told": session.timer_s / 60, "found": timer_s / 60}))
    distance_m, source = stretches.total_m, stretches.way_source
    if session is not None and session.distance_m is not None and session.distance_m > 0 and not _holds_leaps(session, stretches):
        if _of_another_run(session.distance_m, stretches, span_s, elapsed_s):
            notes.append(Note("distance-not-believed", {"told": session.distance_m / 1000, "found": distance_m / 1000}))
        else:
            distance_m, source = session.distance_m, told_by(run)
    return Believed(elapsed_s, timer_s, distance_m, source, tuple(notes))


def _of_another_run(told_m: float, stretches: Stretches, span_s: float, elapsed_s: float) -> bool:
    found_m = stretches.total_m
    if not found_m > 0 or span_s < COVERED * elapsed_s:  # also where the way is not known
        return False
    return not found_m / WAY_FACTOR <= told_m <= found_m * WAY_FACTOR


def _holds_leaps(session: Session, stretches: Stretches) -> bool:
    """Whether the device's own total has what was cut out of its distance."""
    cut = any(note.code == "distance-cut" for note in stretches.notes)
    return cut and session.distance_m is not None and session.distance_m > 1.05 * stretches.total_m
