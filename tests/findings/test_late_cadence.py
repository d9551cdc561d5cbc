"""What late minutes say: a direction only where the whole interval has it, the same only where the whole interval is near 0."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as theirs

from footfall.findings.late_cadence import Change, late_cadence
from footfall.findings.stats.medians import median_interval
from footfall.history.drift import Drift


def drift_of(late: list[float], *, minutes: int = 40) -> Drift:
    """Runs even until minute 20, and then each at its own distance."""
    change = np.zeros((len(late), minutes))
    change[:, 20:] = np.array(late)[:, None]
    return Drift(change)


@pytest.mark.parametrize(
    ("late", "change"),
    [
        ([-6.0, -5.5, -5.0, -4.0, -4.0, -3.0, -2.5, -2.0, -1.0], Change.LOWER),
        ([6.0, 5.5, 5.0, 4.0, 4.0, 3.0, 2.5, 2.0, 1.0], Change.HIGHER),
        ([-1.5, -1.0, -0.5, 0.0, 0.2, 0.5, 1.0, 1.5, 1.8], Change.STEADY),
        ([-0.9] * 9, Change.STEADY),
        ([-6.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 6.0], Change.UNCLEAR),
    ],
)
def test_what_is_said_goes_by_the_interval(late: list[float], change: Change) -> None:
    found = late_cadence(drift_of(late))
    assert found is not None
    assert found.change is change
    assert (found.first, found.last, found.runs) == (30, 39, 9)
    assert found.median == pytest.approx(np.median(late))
    assert (found.low, found.high) == pytest.approx((sorted(late)[1], sorted(late)[-2])), "ranks 2 and 8 of 9"


def test_runs_that_do_not_hold_the_late_minutes_have_no_say() -> None:
    change = drift_of([0.0] * 8 + [9.0] * 5).change
    change[8:, 34:] = math.nan
    found = late_cadence(Drift(change))
    assert found is not None
    assert (found.runs, found.median) == (8, 0.0)


@pytest.mark.parametrize(("runs", "minutes"), [(7, 40), (12, 19), (0, 0)])
def test_too_few_runs_or_too_short_ones_say_nothing(runs: int, minutes: int) -> None:
    assert late_cadence(Drift(np.zeros((runs, minutes)))) is None


def test_late_is_never_nearer_to_the_base_than_five_minutes() -> None:
    found = late_cadence(Drift(np.zeros((8, 21))))
    assert found is not None
    assert (found.first, found.last) == (15, 20)


@given(st.integers(1, 400))
def test_ranks_are_the_binomial_ones(n: int) -> None:
    low, high = median_interval(np.arange(1.0, n + 1))
    if n < 6:
        assert math.isnan(low)
        assert math.isnan(high)
        return
    assert theirs.binom.cdf(low - 1, n, 0.5) <= 0.025 < theirs.binom.cdf(low, n, 0.5)
    assert high == n + 1 - low


@given(st.lists(st.floats(-50, 50), min_size=6, max_size=60))
def test_the_interval_holds_the_median_and_lies_within_the_values(values: list[float]) -> None:
    low, high = median_interval(np.array(values))
    assert min(values) <= low <= np.median(values) <= high <= max(values)


def test_it_covers_the_median_of_a_lopsided_law_as_often_as_it_says() -> None:
    rng = np.random.default_rng(7)
    drawn = rng.exponential(size=(4000, 15))
    inside = [low <= math.log(2) <= high for low, high in map(median_interval, drawn)]
    assert 0.95 <= np.mean(inside) <= 0.98, "ranks 4 and 12 of 15: 96.5 %"
