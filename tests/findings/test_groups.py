"""Groups compared: against every turn of tiny data by hand, against partial correlations solved otherwise, and its gates."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from footfall.findings.stats.groups import compare, midranks, shared_blocks


def made(seed=3, runs=24, blocks=2, levels=2, covariates=1):
    rng = np.random.default_rng(seed)
    block = np.sort(np.arange(runs) % blocks)
    outcome = rng.integers(0, 6, runs).astype(float)
    return outcome, block, rng.normal(size=(runs, covariates)), rng.permutation(np.arange(runs) % levels)


def by_hand(outcome, block, covariates, label):
    """z of one label, with block means and covariates as columns of one regression solved by least squares."""
    columns = np.column_stack([block[:, None] == np.unique(block), covariates])

    def rest(values):
        return values - columns @ np.linalg.lstsq(columns, values, rcond=None)[0]

    r = np.corrcoef(rest(stats.rankdata(outcome)), rest(label.astype(float)))[0, 1]
    controls = np.linalg.matrix_rank(columns) - 1
    return math.atanh(r) * math.sqrt(len(outcome) - controls - 3)


def every_turn(block, label):
    """All that a label can become: each block turned by each number of places, forwards and backwards."""
    pieces = [label[block == each] for each in np.unique(block)]
    ways = [[np.roll(way, turn) for way in (piece, piece[::-1]) for turn in range(len(piece))] for piece in pieces]
    return [np.concatenate(way) for way in itertools.product(*ways)]


@pytest.mark.parametrize("seed", [1, 5, 9])
def test_p_is_the_share_of_all_turns_that_are_as_far_out(seed):
    outcome, block, covariates, label = made(seed)
    (found,) = compare(outcome, block, covariates, [label], draws=20_000)
    own = by_hand(outcome, block, covariates, label == 0)
    assert found.z == pytest.approx(own, abs=1e-9)
    turns = np.array([by_hand(outcome, block, covariates, turn) for turn in every_turn(block, label == 0)])
    share = np.mean(np.abs(turns) >= abs(own) - 1e-9)
    assert found.p == pytest.approx(share, abs=4 * math.sqrt(share * (1 - share) / 20_000) + 1e-4)


def test_p_of_several_levels_and_factors_is_that_of_the_largest():
    outcome, block, covariates, label = made(7, runs=36, blocks=2, levels=3)
    other = np.random.default_rng(8).permutation(np.arange(36) % 2)
    found = compare(outcome, block, covariates, [label, other], draws=4_000)
    assert [(each.factor, each.level) for each in found] == [(0, 0), (0, 1), (0, 2), (1, 0)]
    rng = np.random.default_rng(1)
    largest = []
    for _ in range(2_000):
        order = np.concatenate(
            [
                np.roll(rows[:: rng.choice([-1, 1])], rng.integers(len(rows)))
                for rows in (np.flatnonzero(block == each) for each in np.unique(block))
            ]
        )
        turned = [label[order] == level for level in range(3)] + [other[order] == 0]
        largest.append(max(abs(by_hand(outcome, block, covariates, each)) for each in turned))
    for each in found:
        assert each.p == pytest.approx(np.mean(np.array(largest) >= abs(each.z) - 1e-9), abs=0.04)


def test_the_difference_and_its_interval_are_those_of_a_regression():
    outcome, block, covariates, label = made(4, runs=40)
    (found,) = compare(outcome, block, covariates, [label])
    columns = np.column_stack([label == 0, block == 0, block == 1, covariates]).astype(float)
    fitted, rest, *_ = np.linalg.lstsq(columns, outcome, rcond=None)
    free = 40 - columns.shape[1]
    error = math.sqrt(float(rest[0]) / free * np.linalg.inv(columns.T @ columns)[0, 0])
    half = stats.t.ppf(0.975, free) * error
    assert (found.difference, found.low, found.high) == pytest.approx((fitted[0], fitted[0] - half, fitted[0] + half))
    assert found.least_visible > 2.8 * error  # a single comparison at 5 % with a power of 80 % would need 2.80


def test_a_large_difference_is_found_on_its_own_side():
    outcome, block, covariates, label = made(2, runs=60, blocks=3)
    (found,) = compare(outcome + 4.0 * (label == 1), block, covariates, [label])
    assert found.p <= 0.002
    assert found.z < 0
    assert found.difference == pytest.approx(-4, abs=1.5)


def test_rows_in_which_a_factor_is_not_known_do_not_count():
    outcome, block, covariates, label = made(6, runs=40)
    known = np.arange(40) % 4 != 0
    (found,) = compare(outcome, block, covariates, [np.where(known, label, -1)])
    (alone,) = compare(outcome[known], block[known], covariates[known], [label[known]])
    assert (found.z, found.difference) == pytest.approx((alone.z, alone.difference))
    assert found.sides == alone.sides
    assert found.p == alone.p


def test_the_same_numbers_give_the_same_p_and_another_seed_nearly_the_same():
    outcome, block, covariates, label = made(5, runs=48, levels=3)
    first, again = compare(outcome, block, covariates, [label]), compare(outcome, block, covariates, [label])
    assert first == again
    other = compare(outcome, block, covariates, [label], seed=1)
    assert [each.p for each in other] == pytest.approx([each.p for each in first], abs=0.06)


@pytest.mark.parametrize(
    "label",
    [
        np.arange(40) >= 31,  # nine a side
        np.arange(40) >= 20,  # each in a block of its own
        np.isin(np.arange(40), (19, *range(21, 40))),  # in both blocks, with next to nothing within them
        np.zeros(40),
    ],
)
def test_what_cannot_be_told_is_not_compared(label):
    outcome, block, covariates, _ = made(1, runs=40)
    assert compare(outcome, block, covariates, [label.astype(np.int64)]) == ()


def test_a_label_that_goes_with_a_covariate_is_not_compared():
    outcome, block, _, label = made(1, runs=40)
    assert compare(outcome, block, label[:, None] * 2.0, [label]) == ()
    assert compare(outcome, block, np.empty((40, 0)), [label]) != ()


def test_an_outcome_that_never_varies_says_nothing():
    _, block, covariates, label = made(1, runs=40)
    assert compare(np.full(40, 2.0), block, covariates, [label]) == ()


def test_blocks_out_of_order_are_a_slip():
    outcome, block, covariates, label = made(1, runs=40)
    with pytest.raises(ValueError, match="blocks"):
        compare(outcome, block[::-1], covariates, [label])


def test_blocks_with_both_sides():
    assert shared_blocks(np.array([True, False, True, True, False]), np.array([0, 0, 1, 2, 2])) == 2


@given(st.lists(st.integers(0, 10), min_size=1, max_size=40))
def test_midranks_are_scipys(values):
    assert midranks(np.array(values, dtype=float)).tolist() == stats.rankdata(values).tolist()


@given(st.integers(0, 10_000), st.integers(2, 4))
def test_what_pain_means_does_not_change_what_ranks_tell(seed, levels):
    outcome, block, covariates, label = made(seed, runs=44, levels=levels)
    plain, stretched = (compare(values, block, covariates, [label], draws=99) for values in (outcome, np.exp(outcome)))
    assert [(each.level, each.z, each.p) for each in plain] == [(each.level, each.z, each.p) for each in stretched]
    assert all(0.01 <= each.p <= 1 and each.low <= each.difference <= each.high for each in plain)
