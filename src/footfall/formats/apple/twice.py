"""Workouts that two apps wrote down of one run: without steps and route nothing later could tell that they are one."""

from collections.abc import Sequence

import numpy as np

from footfall.formats.apple.kinds import ON_FOOT
from footfall.formats.apple.workout import Workout
from footfall.metrics.same_run import OF_LONGER, OF_SHORTER


def once_each(workouts: Sequence[Workout]) -> tuple[list[Workout], int]:
    """Each run, walk and hike once, in their order; and how many workouts are left out as another's account of one.

    Two are one where they are of different sources and overlap as recordings of one run do. A run goes before whatever else it
    was taken for; then who has a route, steps, a distance, in this order. What it lacks it takes from those that are left out.
    """
    on_foot = [workout for workout in workouts if workout.sport in ON_FOOT]
    on_foot.sort(key=lambda workout: (workout.start_s, workout.end_s, workout.source, workout.activity))
    start_s = np.array([workout.start_s for workout in on_foot], dtype=np.int64)
    end_s = np.array([workout.end_s for workout in on_foot], dtype=np.int64)
    numbers: dict[str, int] = {}
    source = np.array([numbers.setdefault(workout.source, len(numbers)) for workout in on_foot], dtype=np.int64)
    free = np.ones(len(on_foot), dtype=np.bool_)
    left_out: set[int] = set()
    for at in sorted(range(len(on_foot)), key=lambda at: _fullness(on_foot[at]), reverse=True):
        if not free[at]:
            continue
        workout = on_foot[at]
        free[at] = False
        # who covers most of it, and it of them, begins before its end and less than its own length before it
        near = slice(*np.searchsorted(start_s, (workout.start_s - workout.length_s, workout.end_s)).tolist())
        together_s = np.minimum(end_s[near], workout.end_s) - np.maximum(start_s[near], workout.start_s)
        length_s = end_s[near] - start_s[near]
        enough = together_s >= OF_SHORTER * np.minimum(length_s, workout.length_s)
        enough &= together_s >= OF_LONGER * np.maximum(length_s, workout.length_s)
        for other in (np.flatnonzero(enough & free[near] & (source[near] != source[at])) + near.start).tolist():
            free[other] = False
            left_out.add(id(on_foot[other]))
            workout.complete(on_foot[other])
    return [workout for workout in workouts if id(workout) not in left_out], len(left_out)


def _fullness(workout: Workout) -> tuple[object, ...]:
    """Larger for the one that is kept; ends with what tells any two apart, so that their order in the export is nothing."""
    said = (workout.route is not None, workout.steps is not None, workout.distance_m is not None)
    sport = workout.sport
    own = (workout.is_watch, workout.length_s, -workout.start_s, workout.source, workout.activity)
    return (sport == "running", sport != "generic", *said, *own)
