"""P2 on made-up runners, a small part of docs/statistics.md with the same bounds; and the made-up worlds themselves."""

import numpy as np
import pytest
from scipy import stats

from trials.clustering import TABLES
from trials.count import counted, generator
from trials.onsets import Lengths, World, Writing, bumped, constant, log_normal, prone_days, runs, weibull

ROWS = {(table.code, row.name): row for table in TABLES for row in table.rows}
RUNNERS = 400
CHANCE = 0.002
"""A row fails where so few runners would go further beyond the bound."""


def held(code, row, name="P2 speaks"):
    """Count of a few runners, and whether chance explains what lies beyond the bound."""
    said = [row.trial(generator(7, code, row.name, k)) for k in range(RUNNERS)]
    one = next(each for each in counted(code, row, said) if each.outcome == name)
    if one.least > 0:
        return one, stats.binom.cdf(one.hits, one.looked, one.least) > CHANCE
    return one, stats.binom.sf(one.hits - 1, one.looked, one.most) > CHANCE


def of(code, *parts):
    found = [row for (each, name), row in ROWS.items() if each == code and all(part in name for part in parts)]
    assert found
    return found


@pytest.mark.parametrize(
    "parts",
    [
        ("constant, 0.006", "25-70 min; 60 % to five; 18 "),
        ("falling", "25-70 min; whole minutes; 104 "),
        ("rising", "20-30 min; 60 % to five; 104 "),
        ("log-normal, median 45", "20-30 min; whole minutes; 30 "),
        ("humped", "20-30 min; exact; 30 "),
        ("pain-prone", "25-70 min; half exact", "104 "),
    ],
)
def test_it_seldom_speaks_where_nothing_gathers(parts):
    for row in of("P2", *parts):
        one, inside = held("P2", row)
        assert inside, one
        assert one.looked == RUNNERS


def test_the_plain_test_would_cry_wolf_where_it_does_not():
    (row,) = of("P2", "humped", "20-30 min; whole minutes; 104 ")
    assert held("P2", row, "as written, plain")[0].share > 0.5
    assert held("P2", row)[1]


@pytest.mark.parametrize("parts", [("5 times", "exact; 18 "), ("3 times", "whole minutes; 37 "), ("2 times", "to five; 104 ")])
def test_it_sees_what_it_must(parts):
    (row,) = [each for each in of("P2-power", *parts) if "nearly" not in each.name]
    one, inside = held("P2-power", row)
    assert inside, one


def test_it_does_not_lose_sight_of_a_window_that_holds_nearly_every_onset():
    for row in of("P2-power", "rate 1,000 times"):
        one, inside = held("P2-power", row)
        assert inside, one


def test_the_ratio_that_it_names_would_show():
    for row in of("P2-told", "constant, 0.02", "whole minutes; 30 "):
        one, inside = held("P2-told", row)
        assert inside, one


@pytest.mark.parametrize(
    ("world", "chances"),
    [
        (constant(0.02), stats.expon(scale=50)),
        (weibull(2, 40), stats.weibull_min(2, scale=40)),
        (weibull(0.7, 80), stats.weibull_min(0.7, scale=80)),
        (log_normal(25, 0.5), stats.lognorm(0.5, scale=25)),
    ],
    ids=["constant", "rising", "falling", "humped"],
)
def test_worlds_are_what_they_are_called(world: World, chances):
    onset = world.onsets(np.random.default_rng(1), 4000)
    censored = np.where(np.isfinite(onset), chances.cdf(onset), 1.0)
    for share in (0.1, 0.3, 0.5):
        assert np.mean(censored <= share) == pytest.approx(share, abs=0.025)


def test_a_bump_is_as_high_as_it_is_called():
    onset = bumped(constant(0.01), 3.0).onsets(np.random.default_rng(2), 40_000)
    left = [np.mean(onset > minute) for minute in (10, 15, 20, 25)]
    rates = -np.diff(np.log(left)) / 5
    assert rates == pytest.approx([0.01, 0.03, 0.01], rel=0.06)


def test_prone_days_have_none_before_their_minute_and_half_of_days_none_at_all():
    onset = prone_days(0.5, 8, 0.5).onsets(np.random.default_rng(3), 4000)
    assert onset.min() >= 8
    assert np.mean(np.isinf(onset)) == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize("writing", Writing)
@pytest.mark.parametrize("lengths", Lengths)
def test_a_diary_holds_as_many_onsets_as_it_is_asked_for(lengths, writing):
    made = runs(np.random.default_rng(4), constant(0.006), lengths, writing, 37)
    assert made.minute.size == made.to_the_second.size == 37
    assert made.minute.min() >= 2.5
    assert made.free.min() >= 20
    rounded = made.minute[made.to_the_second == 0]
    assert np.array_equal(rounded, np.round(rounded))
