"""Published plans, run as written: they are carried over rightly, and the rules do not cry wolf over them."""

import itertools

import pytest

from footfall.findings.finding import Severity
from trials.plans import BASE_WEEKS, FIVE_KM, HALF_MARATHON, MARATHON, PLANS, above_info, flags, plans_table

NAMES = [plan.name for plan in PLANS]

FIVE_KM_MILES = "6-7 7-8 7-8 8-8 9-10 5-11 5-14 10-14 12-14 6-16 11-14 15-17 11-13 14-18 17-20 14-17"
"""Its own weekly sums, Sunday to Saturday."""


@pytest.mark.parametrize("plan", PLANS, ids=NAMES)
def test_a_plan_has_sixteen_weeks_and_ends_with_its_race(plan):
    assert len(plan.weeks) == 16
    race_km = {"5 km": 5.0, "half marathon": 21.0975, "marathon": 42.195}[plan.name]
    last = [day for day in plan.weeks[-1] if day > 0][-1]
    assert last * plan.unit_km == pytest.approx(race_km, abs=0.002)
    assert plan.source
    assert plan.reading


def test_the_weeks_of_the_5_km_plan_add_up_to_what_it_says_of_them():
    days = [0.0, *itertools.chain.from_iterable(FIVE_KM.weeks)]  # the Sunday before, which opens its first week, is off
    for week, said in enumerate(FIVE_KM_MILES.split()):
        low, high = map(float, said.split("-"))
        assert low - 0.2 <= sum(days[7 * week : 7 * week + 7]) <= high + 0.2, week + 1


def longest_run_steps(plan):
    """Steps of single runs above 10 %, against the 30 days before, the first weeks repeated: by days alone."""
    days = [*plan.weeks[0] * BASE_WEEKS, *itertools.chain.from_iterable(plan.weeks)]
    steps = [way / max(days[at - 30 : at]) - 1 for at, way in enumerate(days) if way and at >= 7 * BASE_WEEKS]
    return [step for step in steps if step > 0.1 + 1e-9]


@pytest.mark.parametrize("plan", PLANS, ids=NAMES)
def test_r1_says_of_a_plan_what_a_count_by_days_says(plan):
    counted, steps = flags(plan), longest_run_steps(plan)
    assert sum(n for (rule, _), n in counted.items() if rule == "R1") == len(steps)
    assert above_info(plan, "R1") == sum(step > 0.3 + 1e-9 for step in steps)
    assert counted.get(("R1", Severity.WARNING), 0) == 0


@pytest.mark.parametrize("plan", PLANS, ids=NAMES)
def test_r1_is_above_info_at_most_twice_or_the_reason_stands_there(plan):
    assert (above_info(plan, "R1") > 2) is bool(plan.why)


def test_the_counts_are_those_of_the_page():
    assert [above_info(plan, "R1") for plan in (FIVE_KM, HALF_MARATHON, MARATHON)] == [4, 1, 1]
    assert [above_info(plan, rule) for plan in PLANS for rule in ("R2", "R4", "R5", "R6")] == [0] * 12
    assert all(severity in (Severity.NOTICE, Severity.INFO) for plan in PLANS for _, severity in flags(plan))


def test_the_table_has_a_line_for_each_plan_and_its_source():
    table = plans_table()
    for plan in PLANS:
        assert f"| {plan.name} |" in table
        assert plan.source in table
        assert plan.why in table
    head, rule, *_ = table.splitlines()
    assert head.count("|") == rule.count("|")
