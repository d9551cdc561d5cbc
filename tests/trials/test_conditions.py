"""A2 on made-up runners, in small: false alarms stay rare, and what is there is found."""

import pytest

from tests.effort import some
from trials.conditions import TABLES
from trials.count import counted, generator

SEED = 11
(TABLE,) = TABLES
ROWS = {row.name: row for row in TABLE.rows}
NULL = [name for name, row in ROWS.items() if row.bounds]


def share(row, outcome, runners):
    found = counted(TABLE.code, row, [row.trial(generator(SEED, TABLE.code, row.name, number)) for number in range(runners)])
    return next(one for one in found if one.outcome == outcome)


@pytest.mark.parametrize("name", some(NULL, every=3))
def test_few_of_those_in_whom_nothing_is_going_on_hear_that_something_is(name):
    one = share(ROWS[name], "speaks", 150)
    assert one.looked > 90
    assert one.low <= 0.06  # a size above 6 % is not ruled out by 150; one of 14 % is
    assert one.share <= 0.12


def test_every_kind_of_false_alarm_is_held_to_six_percent():
    assert len(NULL) == 11
    assert {ROWS[name].bounds["speaks"].high for name in NULL} == {0.06}


@pytest.mark.parametrize(
    "name", ["2 points more on road, 120 runs, in spells", "2 points more in the morning, 120 runs, in spells"]
)
def test_what_is_there_is_found_and_named(name):
    one = share(ROWS[name], "names it", 100)
    assert one.share >= 0.8


def test_a_runner_is_the_same_again():
    for row in TABLE.rows[:3]:
        assert row.trial(generator(1, "A2", row.name, 5)) == row.trial(generator(1, "A2", row.name, 5))
