"""The exact test by way of writing: cells, the convolution against brute force, the published style of the question."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from footfall.findings.stats.clustering import Grain, binomial, by_time_at_risk, cells, grain_of, plain

EXACT, MINUTE, FIVE = Grain.EXACT, Grain.MINUTE, Grain.FIVE


def of(exact=(), minute=(), five=()):
    return {EXACT: np.array(exact, float), MINUTE: np.array(minute, float), FIVE: np.array(five, float)}


def ends_of(onsets, free):
    return np.concatenate([*onsets.values(), np.array(free, float)])


def watched(ends, low, high):
    return sum(max(0.0, min(end, high) - low) for end in ends)


def test_a_whole_minute_is_a_five_or_not():
    assert [grain_of(minute) for minute in (14.0, 15.0, 16.0, 20.0)] == [MINUTE, FIVE, MINUTE, FIVE]


def test_cells_are_as_wide_as_the_writing_and_hold_the_time_at_risk_of_all_runs():
    onsets = of([16.4, 16.9], [17], [15, 30])
    ends = ends_of(onsets, [26, 41])
    found = cells(onsets, ends)
    exact, minute, five = (found[grain] for grain in Grain)
    assert (exact.begin[0], exact.end[0]) == (2.5, 3)
    assert (minute.begin[0], minute.end[0]) == (2.5, 3.5)
    assert (five.begin[0], five.end[0]) == (2.5, 7.5)
    for each in found.values():
        assert np.allclose(each.at_risk, [watched(ends, *span) for span in zip(each.begin, each.end, strict=True)])
    assert exact.onsets[(exact.begin == 16)].tolist() == [2]
    assert minute.onsets[(minute.begin == 16.5)].tolist() == [1]
    assert five.onsets[five.begin == 12.5].tolist() == five.onsets[five.begin == 27.5].tolist() == [1]
    assert exact.begin[exact.weight == 1].tolist() == [15, 16, 17, 18, 19]
    assert minute.middle[minute.weight == 1].tolist() == [16, 17, 18, 19]
    assert five.middle[five.weight == 0.5].tolist() == [15, 20]
    assert not set(minute.middle) & {5, 10, 15, 20, 25, 30, 35, 40}


def test_the_window_ends_before_minute_twenty():
    onsets = of([14.99, 15.0, 19.99, 20.0])
    assert by_time_at_risk(cells(onsets, ends_of(onsets, [60.0]))).onsets == 2


def test_a_way_of_writing_that_nobody_used_has_no_cells():
    onsets = of(minute=[17])
    assert set(cells(onsets, ends_of(onsets, [30]))) == {MINUTE}


def test_onsets_too_early_are_refused():
    with pytest.raises(ValueError, match=r"2\.5"):
        cells(of([2.0]), np.array([2.0, 30.0]))


def test_an_onset_at_the_last_moment_of_all_has_no_time_at_risk_and_is_left_out_of_the_cells():
    onsets = of([16.2, 31.0])
    found = cells(onsets, ends_of(onsets, [30.0]))
    assert found[EXACT].onsets.sum() == 1


def by_hand(onsets, ends):
    """All ways in which the onsets could lie in the window or not, with the chances of each: no convolution, no binomial."""
    shares = {
        EXACT: watched(ends, 15, 20) / watched(ends, 2.5, math.inf),
        MINUTE: watched(ends, 15.5, 19.5)
        / sum(watched(ends, m - 0.5, m + 0.5) for m in range(3, math.ceil(max(ends)) + 2) if m % 5),
        FIVE: watched(ends, 12.5, 22.5) / watched(ends, 2.5, math.inf),
    }
    weights = {EXACT: 1, MINUTE: 1, FIVE: 0.5}
    inside = {
        EXACT: lambda t: 15 <= t < 20,
        MINUTE: lambda t: t in (16, 17, 18, 19),
        FIVE: lambda t: t in (15, 20),
    }
    each = [(grain, inside[grain](t)) for grain, minutes in onsets.items() for t in minutes]
    there = sum(weights[grain] * lies for grain, lies in each)
    expected = sum(weights[grain] * shares[grain] for grain, _ in each)
    p = 0.0
    for way in itertools.product((0, 1), repeat=len(each)):
        if sum(weights[grain] * hit for (grain, _), hit in zip(each, way, strict=True)) >= there - 1e-9:
            p += math.prod(shares[g] if hit else 1 - shares[g] for (g, _), hit in zip(each, way, strict=True))
    return there, expected, p


@pytest.mark.parametrize(
    "onsets",
    [
        of([4.2, 16.1, 17.7, 33.0], [7, 16, 19], [15, 20, 25]),
        of(exact=[15.1, 19.9, 22.0, 8.0]),
        of(minute=[16, 17, 18, 12, 24]),
        of(five=[15, 15, 20, 20, 10, 35]),
        of(exact=[6.0], five=[5, 40]),
    ],
)
def test_the_p_value_is_that_of_counting_every_way(onsets):
    ends = ends_of(onsets, [24.5, 38.0, 52.25, 61.0, 17.3])
    found = by_time_at_risk(cells(onsets, ends))
    there, expected, p = by_hand(onsets, ends)
    assert found.onsets == there
    assert found.expected == pytest.approx(expected, abs=1e-9)
    assert found.p == pytest.approx(p, abs=1e-9)
    assert found.total == sum(map(len, onsets.values()))


@given(st.integers(0, 300), st.integers(0, 1000).map(lambda k: k / 1000))
def test_chances_are_those_of_scipy(count, share):
    assert np.allclose(binomial(count, share), stats.binom.pmf(np.arange(count + 1), count, share), rtol=1e-8, atol=1e-12)


def test_with_one_way_of_writing_it_is_the_binomial_test():
    rng = np.random.default_rng(2)
    minutes = rng.uniform(3, 40, 25)
    onsets = of(minutes)
    ends = ends_of(onsets, rng.uniform(25, 60, 40))
    found = by_time_at_risk(cells(onsets, ends))
    share = watched(ends, 15, 20) / watched(ends, 2.5, math.inf)
    hits = int(np.sum((minutes >= 15) & (minutes < 20)))
    assert found.p == pytest.approx(stats.binomtest(hits, 25, share, alternative="greater").pvalue, abs=1e-9)
    assert plain(minutes, ends).p == pytest.approx(found.p, abs=1e-9)


def test_among_neighbours_and_in_a_shifted_window_only_what_lies_there_counts():
    minutes, ends = np.array([12.0, 16.0, 18.0, 22.0, 30.0]), np.array([12.0, 16, 18, 22, 30, 45, 23])
    among = plain(minutes, ends, among_min=(10.0, 25.0))
    share = watched(ends, 15, 20) / watched(ends, 10, 25)
    assert (among.onsets, among.total) == (2, 4)
    assert among.expected == pytest.approx(4 * share)
    assert among.p == pytest.approx(stats.binom.sf(1, 4, share))
    assert plain(minutes, ends, (17.5, 22.5)).onsets == 2


def test_where_nobody_ran_nothing_is_expected_and_nothing_is_known():
    nobody = plain(np.empty(0), np.array([9.0]), among_min=(10.0, 25.0))
    assert (nobody.onsets, nobody.total) == (0, 0)
    assert np.isnan([nobody.expected, nobody.p]).all()
    onsets = of([8.0])
    short = by_time_at_risk(cells(onsets, ends_of(onsets, [12.0])))
    assert (short.expected, short.p) == (0, 1)
    at_once = by_time_at_risk(cells(of([2.5]), np.array([2.5])))
    assert np.isnan([at_once.expected, at_once.p]).all()


@given(
    st.lists(st.floats(2.5, 60), max_size=12),
    st.lists(st.integers(3, 60).filter(lambda m: m % 5 != 0), max_size=12),
    st.lists(st.integers(1, 12).map(lambda k: 5 * k), max_size=12),
    st.lists(st.floats(3, 90), min_size=1, max_size=12),
)
def test_any_diary_has_a_p_value_and_no_more_onsets_there_than_onsets(exact, minute, five, free):
    onsets = of(exact, minute, five)
    found = by_time_at_risk(cells(onsets, ends_of(onsets, free)))
    assert 0 <= found.onsets <= len(exact) + len(minute) + len(five) / 2
    assert 0 <= found.p <= 1
