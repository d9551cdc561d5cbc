"""The distance of a whole outing."""

from footfall.history.history import Outing


def whole_distance_m(outing: Outing) -> float | None:
    """Metres of all runs of the outing; None as soon as one of them has no distance: a part is not the whole."""
    total_m = 0.0
    for run in outing.runs:
        if run.distance_m is None:
            return None
        total_m += run.distance_m
    return total_m
