"""An order of loads is stated only where it holds however strongly force is weighted."""

from dataclasses import replace

import numpy as np
import pytest

from footfall.metrics.agreement import EVEN, STRONG, Order, Weighed, compare, median, most, weigh
from footfall.metrics.calibrate import population
from footfall.metrics.draws import DRAWS, own_draws, shared_draws
from footfall.metrics.express import express
from footfall.metrics.measure import measure
from footfall.model.athlete import Athlete
from footfall.model.summary import RunSummary
from tests.metrics.made import made_run

ATHLETE = Athlete(height_m=1.75)


def weighed(even: float, strong: float, *, name: str = "a", sd: float = 0.04, shared_sd: float = 0.0) -> Weighed:
    """With an error of its own, of 4 % where force counts evenly and 16 % where it counts strongly, and one that all share."""
    own = own_draws(name).duty
    common = np.exp(shared_sd * shared_draws().walk)
    drawn = {EVEN: even * common * np.exp(sd * own), STRONG: strong * common * np.exp(4 * sd * own)}
    return Weighed({EVEN: even, STRONG: strong}, drawn)


@pytest.mark.parametrize(
    ("even", "strong", "order"),
    [
        (15.0, 16.0, Order.MORE),
        (5.0, 4.0, Order.LESS),
        (10.2, 10.1, Order.TOO_CLOSE),
        (10.2, 9.9, Order.TOO_CLOSE),
        (13.0, 7.0, Order.DEPENDS),
        (13.0, 9.8, Order.DEPENDS),
        (10.1, 25.0, Order.DEPENDS),
        (9.9, 25.0, Order.DEPENDS),
    ],
)
def test_order_against_ten_easy_km(even: float, strong: float, order: Order) -> None:
    assert compare(weighed(even, strong), weighed(10.0, 10.0, name="b")).order is order


@pytest.mark.parametrize(("even", "strong"), [(15.0, 16.0), (10.2, 10.1), (13.0, 7.0), (10.1, 25.0)])
def test_the_other_way_round_the_order_is_the_other_one(even: float, strong: float) -> None:
    one, other = weighed(even, strong), weighed(10.0, 10.0, name="b")
    turned = {Order.MORE: Order.LESS, Order.LESS: Order.MORE}
    there, back = compare(one, other), compare(other, one)
    assert back.order is turned.get(there.order, there.order)
    assert back.ratio[EVEN].low == pytest.approx(1 / there.ratio[EVEN].high, rel=1e-3)


def test_what_both_share_plays_no_part() -> None:
    shared = compare(weighed(12.0, 12.0, shared_sd=0.5), weighed(10.0, 10.0, name="b", shared_sd=0.5))
    alone = compare(weighed(12.0, 12.0), weighed(10.0, 10.0, name="b"))
    assert shared.ratio[EVEN].high == pytest.approx(alone.ratio[EVEN].high)
    assert shared.order is alone.order is Order.MORE


def test_the_median_of_weeks_keeps_the_errors_they_share() -> None:
    usual = median([weighed(value, value, name=str(value), sd=0.0, shared_sd=0.1) for value in (8.0, 10.0, 12.0, 30.0)])
    assert usual.value[EVEN] == 11.0
    assert np.std(np.log(usual.drawn[EVEN])) == pytest.approx(0.1, rel=0.02)


def test_most_is_named_where_it_is_clear_of_all_others() -> None:
    found = most([weighed(8.0, 8.0, name="a"), weighed(20.0, 21.0, name="b"), weighed(11.0, 10.0, name="c")])
    assert found is not None
    assert (found.order, found.first, found.rivals) == (Order.MORE, 1, (2,))
    assert found.ratio.value == pytest.approx(20 / 11)


def test_most_is_left_open_between_those_that_are_close() -> None:
    found = most([weighed(10.0, 10.0, name=str(at)) for at in range(3)] + [weighed(3.0, 3.0, name="short")])
    assert found is not None
    assert (found.order, found.first, found.rivals) == (Order.TOO_CLOSE, 0, (1, 2))


def test_most_depends_where_a_harder_one_takes_its_place() -> None:
    found = most([weighed(10.0, 10.0, name="a"), weighed(7.0, 30.0, name="b"), weighed(7.5, 20.0, name="c")])
    assert found is not None
    assert (found.order, found.first, found.rivals[0]) == (Order.DEPENDS, 0, 1)


def test_one_alone_has_most_of_nothing() -> None:
    assert most([weighed(1.0, 1.0)]) is None
    assert most([]) is None


def run(name: str, **how: object) -> RunSummary:
    return express(replace(measure(made_run(**how)), run_id=name), population(ATHLETE), ATHLETE)  # type: ignore[arg-type]


def order(one: RunSummary, other: RunSummary) -> Order:
    weighed_runs = [weigh([each]) for each in (one, other)]
    assert weighed_runs[0] is not None
    assert weighed_runs[1] is not None
    return compare(weighed_runs[0], weighed_runs[1]).order


def test_twice_the_way_at_the_same_pace_is_more() -> None:
    assert order(run("long", seconds=3600.0), run("short", seconds=1800.0)) is Order.MORE


def test_the_same_run_twice_is_too_close_to_tell() -> None:
    assert order(run("one"), run("two")) is Order.TOO_CLOSE


def test_ten_slow_kilometres_against_ten_fast_ones_depend_on_how_force_is_weighted() -> None:
    slow = run("slow", speed_m_s=2.5, seconds=4000.0, cadence_per_min=81.0)
    fast = run("fast", speed_m_s=4.5, seconds=10_000 / 4.5, cadence_per_min=91.5)
    assert order(slow, fast) is Order.DEPENDS


def test_runs_without_parts_or_footfalls_are_not_weighed() -> None:
    known = run("one")
    assert weigh([known, replace(known, parts=None)]) is None
    assert weigh([replace(known, easy_km=dict.fromkeys(("b1", "b4", "b10"), float("nan")))]) is None
    assert weigh([]) is None
    both = weigh([known, replace(known, id="two")])
    assert both is not None
    assert both.drawn[STRONG].shape == (DRAWS,)
