"""Which stretches between samples are bridged, against a definition that looks at each of them alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from footfall.metrics.cadence import BRIDGE_S, bridged, mean_between

STEPS_S = st.lists(st.sampled_from([0.5, 1.0, BRIDGE_S / 2, BRIDGE_S, BRIDGE_S + 1]), min_size=0, max_size=30)


def plainly(time_s: np.ndarray, known: np.ndarray) -> list[bool]:
    """Is there a known sample at or before the stretch and one at or after it, near enough to one another?"""
    found = []
    for at in range(len(time_s) - 1):
        before = [time_s[k] for k in range(at + 1) if known[k]]
        after = [time_s[k] for k in range(at + 1, len(time_s)) if known[k]]
        found.append(bool(before and after and after[0] - before[-1] <= BRIDGE_S))
    return found


@given(STEPS_S, st.data())
def test_stretches_between_known_samples_that_are_near_are_bridged(steps: list[float], data: st.DataObject) -> None:
    time_s = np.concatenate([[0.0], np.cumsum(steps)])
    known = np.array(data.draw(st.lists(st.booleans(), min_size=len(time_s), max_size=len(time_s))), dtype=bool)
    assert bridged(time_s, known).tolist() == plainly(time_s, known)
    values = np.where(known, 3.0, np.nan)
    assert np.isfinite(mean_between(time_s, values)).tolist() == plainly(time_s, known)


def test_the_mean_is_of_both_ends_and_across_a_gap_of_the_line_between_them() -> None:
    time_s = np.array([0.0, 1.0, 2.0, 3.0])
    assert mean_between(time_s, np.array([1.0, 3.0, 3.0, 5.0])).tolist() == [2.0, 3.0, 4.0]
    assert mean_between(time_s, np.array([1.0, np.nan, np.nan, 4.0])).tolist() == (
        [1.5, 2.5, 3.5] if BRIDGE_S >= 3 else [np.nan] * 3
    )
