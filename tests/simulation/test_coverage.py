"""A small simulation: intervals hold the truth about as often as they say, and not if errors were drawn anew for each run."""

from collections.abc import Iterator
from dataclasses import fields, replace

import numpy as np
import pytest

from footfall.metrics import spread
from footfall.metrics.draws import DRAWS, Shared
from simulate.coverage import Row, rows
from simulate.product import INDEPENDENT, ONE, RATIO, WEEKS, Held, held_of_runner
from simulate.world import World

SMALL = replace(World(), runs_a_week=(1, 1), minutes=(20, 21))
"""16 weeks of one short run each: quick, and enough for shared errors to matter."""
RUNNERS = 30


def simulated(scenarios: tuple[str, ...]) -> dict[tuple[str, str, str], Row]:
    held = [one for runner in range(RUNNERS) for one in held_of_runner(5, runner, SMALL, scenarios)]
    return {(row.scenario, row.of, row.quantity): row for row in rows("small", held)}


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str, str], Row]:
    return simulated(("recorded", "height"))


@pytest.mark.parametrize("scenario", ["recorded", "height"])
@pytest.mark.parametrize("quantity", ["footfalls", "load", "lumbar"])
@pytest.mark.parametrize("of", [ONE, WEEKS, RATIO])
def test_intervals_hold_the_truth_about_as_often_as_they_say(
    found: dict[tuple[str, str, str], Row], scenario: str, quantity: str, of: str
) -> None:
    """Of 30 runners 27 are expected; fewer than 23 would come by chance in one of thirty, and once chosen the seed is fixed."""
    assert found[scenario, of, quantity].coverage >= 23 / RUNNERS


@pytest.mark.parametrize(
    ("of", "quantity", "low", "high"), [(ONE, "load", 0.14, 0.18), (WEEKS, "load", 0.13, 0.17), (RATIO, "load", 0.08, 0.11)]
)
def test_intervals_are_no_wider_than_that_takes(
    found: dict[tuple[str, str, str], Row], of: str, quantity: str, low: float, high: float
) -> None:
    assert low < found["recorded", of, quantity].half_width < high


def test_errors_in_an_order_of_their_own_for_each_run_hold_the_truth_seldom(found: dict[tuple[str, str, str], Row]) -> None:
    for scenario, quantity in (("recorded", "load"), ("recorded", "lumbar"), ("height", "footfalls"), ("height", "load")):
        assert found[scenario, INDEPENDENT, quantity].coverage < 0.6


@pytest.fixture
def a_build_that_draws_anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    random = np.random.default_rng(1)
    monkeypatch.setattr(spread, "shared_draws", lambda: Shared(*random.standard_normal((len(fields(Shared)), DRAWS))))
    for kept in ("_same_in_all_runs", "_of_runner"):  # what holds for all runs is made once: here for each
        monkeypatch.setattr(spread, kept, getattr(spread, kept).__wrapped__)
    spread._errors.cache_clear()
    yield
    spread._errors.cache_clear()


@pytest.mark.usefixtures("a_build_that_draws_anew")
def test_a_build_that_draws_the_runners_errors_anew_for_each_run_is_found_out() -> None:
    wrong = simulated(("recorded",))
    assert wrong["recorded", ONE, "load"].coverage >= 23 / RUNNERS  # of one run nothing can be seen
    assert wrong["recorded", WEEKS, "load"].coverage < 0.6
    assert wrong["recorded", RATIO, "load"].half_width > 0.2


def test_a_row_counts_what_holds_with_its_exact_interval() -> None:
    held = [Held("s", ONE, "load", 0.9, 1.0, 1.1)] * 9 + [Held("s", ONE, "load", 1.01, 1.1, 1.2)]
    (row,) = rows("small", held)
    assert (row.runners, row.coverage, row.inside, row.by_chance) == (10, 0.9, True, True)
    assert (row.low, row.high) == (
        pytest.approx(0.55498, abs=1e-5),
        pytest.approx(0.99747, abs=1e-5),
    )  # Clopper & Pearson 1934, 9 of 10
    assert row.half_width == pytest.approx((9 * 0.1 + 0.095 / 1.1) / 10)
