"""What if: identities, published ratios, and a runner's run changed in ways whose sums are known beforehand."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.metrics.calibrate import calibrate, population
from footfall.metrics.changes import Change, FasterCadence, Shorter, Slower, WalkBreaks
from footfall.metrics.contact import duty_factor_at
from footfall.metrics.express import express
from footfall.metrics.measure import measure
from footfall.metrics.parts import parts_of
from footfall.metrics.what_if import Compared, Direction, WhatIf, what_if
from footfall.model.athlete import Athlete
from footfall.model.measure import Measure
from footfall.model.measured import Gait, Measured
from tests.metrics.made import made_run

ATHLETE = Athlete(body_mass_kg=70, height_m=1.73)
PUBLISHED = population(ATHLETE)
EVERY = (FasterCadence(0.05), Slower(0.10), Shorter(0.20), WalkBreaks(240, 60))
NOTHING = (FasterCadence(0), Slower(0), Shorter(0), WalkBreaks(240, 0))


def measured(**how: object) -> Measured:
    return measure(made_run(**how))


def mixed() -> Measured:
    """A third walked, some of it without cadence, some with contact times, up and down a slope."""
    n = 1801
    speed = np.where(np.arange(n) % 300 < 200, 3.0, 1.3)
    speed[500:700] = 3.6
    cadence = np.where(speed > 2, 83.0, 54.0)
    cadence[1200:1500] = np.nan
    height = 30 * np.sin(np.arange(n) / 200)
    return measured(speed_m_s=speed, cadence_per_min=cadence, stance_time_s=0.25, altitude_m=height)


def ends(one: Measure) -> tuple[float, float, float]:
    return one.low, one.value, one.high


def is_unknown(one: Compared) -> bool:
    return not one.after.known and not one.ratio.known and one.direction is Direction.UNKNOWN


def by_name(result: WhatIf) -> dict[str, float]:
    return {name: one.ratio.value for name, one in result.quantities.items()}


@pytest.mark.parametrize("change", NOTHING, ids=repr)
def test_no_change_is_no_change_with_nothing_unsure_about_it(change: Change) -> None:
    result = what_if(mixed(), PUBLISHED, change)
    for one in result.quantities.values():
        assert ends(one.ratio) == pytest.approx((1, 1, 1), abs=1e-12)
        assert ends(one.after) == pytest.approx(ends(one.before))
        assert one.direction is Direction.SAME


def test_before_is_what_express_says_of_the_run() -> None:
    run = mixed()
    summary = express(run, PUBLISHED, ATHLETE)
    loads = {load.model: load.measure for load in summary.loads}
    result = what_if(run, PUBLISHED, Shorter(0.5))
    expected = {
        "footfalls": summary.footfalls.total,
        "force": summary.force,
        "ground_force": loads["ground-force"],
        "weighted_4": loads["weighted-4"],
        "weighted_10": loads["weighted-10"],
    }
    for name, one in result.quantities.items():
        was = expected[name]
        assert ends(one.before) == pytest.approx(ends(was))
        assert one.before.unit == was.unit


@pytest.mark.parametrize("cadence", [83.0, None], ids=["recorded", "by the line"])
def test_five_percent_more_cadence_is_five_percent_more_footfalls_exactly(cadence: float | None) -> None:
    ratio = what_if(measured(cadence_per_min=cadence), PUBLISHED, FasterCadence(0.05)).footfalls.ratio
    assert ends(ratio) == pytest.approx((1.05, 1.05, 1.05))


def test_more_cadence_leaves_what_was_walked_as_it_was() -> None:
    run = mixed()
    counted = parts_of(run, PUBLISHED).footfalls
    walked, ran = float(np.sum(counted[:4])), float(np.sum(counted[4:]))
    assert walked > 500
    after = what_if(run, PUBLISHED, FasterCadence(0.10)).footfalls.after.value
    assert after == pytest.approx(walked + 1.1 * ran)


def test_ten_percent_more_cadence_takes_one_to_six_percent_off_the_force_and_is_unsure_where_it_matters() -> None:
    result = what_if(measured(), PUBLISHED, FasterCadence(0.10))
    force = result.force.ratio
    assert force.value == pytest.approx(0.97)
    half = 1.645 * 0.02 / 0.97
    assert (force.low, force.high) == pytest.approx((0.97 * math.exp(-half), 0.97 * math.exp(half)), abs=0.001)
    assert result.ground_force.direction is Direction.MORE
    assert result.weighted_4.direction is Direction.UNSURE
    assert result.weighted_10.direction is Direction.UNSURE
    assert not result.loads_agree


def test_more_steps_and_less_force_break_even_at_an_exponent_of_about_three() -> None:
    result = what_if(measured(), PUBLISHED, FasterCadence(0.10))
    steps, force = result.footfalls.ratio.value, result.force.ratio.value
    assert math.log(steps) / -math.log(force) == pytest.approx(3.1, abs=0.05)
    assert result.weighted_4.ratio.value == pytest.approx(steps * force**4)
    assert result.weighted_10.ratio.value == pytest.approx(steps * force**10)


@pytest.mark.parametrize(
    ("fast_m_s", "slow_m_s", "ground_force", "weighted_4", "weighted_10"),
    [(3.5, 2.5, 1 / 0.85, 1 / 1.24, 1 / 2.61), (4.5, 3.5, 0.85 / 0.75, 1.24 / 1.31, 2.61 / 3.93)],
)
def test_slower_over_the_same_way_has_the_published_ratios_per_km(
    fast_m_s: float, slow_m_s: float, ground_force: float, weighted_4: float, weighted_10: float
) -> None:
    # Fukuchi 2017, per km at 2.5, 3.5 and 4.5 m/s: 1 / 0.85 / 0.75 for b = 1, 1 / 1.24 / 1.31 for 4, 1 / 2.61 / 3.93 for 10
    run = measured(speed_m_s=fast_m_s, cadence_per_min=None)
    ratio = by_name(what_if(run, PUBLISHED, Slower(1 - slow_m_s / fast_m_s)))
    assert ratio["ground_force"] == pytest.approx(ground_force, rel=0.03)
    assert ratio["weighted_4"] == pytest.approx(weighted_4, rel=0.03)
    assert ratio["weighted_10"] == pytest.approx(weighted_10, rel=0.03)


def test_slower_is_the_run_that_would_have_been_measured_at_that_speed() -> None:
    fast, slow = measured(speed_m_s=3.2, cadence_per_min=None), measured(speed_m_s=2.4, cadence_per_min=None, seconds=2400.0)
    assert slow.totals.distance_m == pytest.approx(fast.totals.distance_m)
    after, expected = what_if(fast, PUBLISHED, Slower(0.25)), what_if(slow, PUBLISHED, Shorter(0))
    for name, one in expected.quantities.items():
        assert after.quantities[name].after.value == pytest.approx(one.before.value, rel=0.002)


def test_slower_moves_recorded_cadence_and_contact_from_where_they_were() -> None:
    run = measured(speed_m_s=3.5, cadence_per_min=90.0, stance_time_s=0.22)  # quick steps: 180, where the line says 172
    own = calibrate([run], ATHLETE)
    result = what_if(run, own, Slower(2 / 7))
    assert result.footfalls.ratio.value == pytest.approx((180 - 9.9) / 180 / (5 / 7), rel=1e-6)
    assert result.force.ratio.value == pytest.approx(0.348 / 0.394, rel=1e-6)


def test_walk_breaks_cover_the_same_way_in_the_given_turn_and_walk_at_twelve_tenths() -> None:
    run = measured(speed_m_s=2.8, cadence_per_min=83.0)
    way, breaks = 1800 * 2.8, WalkBreaks(240, 60, walk_m_s=1.4)
    turns = way / (240 * 2.8 + 60 * 1.4)
    ran_s, walked_s = turns * 240, turns * 60
    bins = breaks.of(run.bins, PUBLISHED.cadence_line).bins
    assert float(np.sum(bins.time_s[bins.gait == Gait.RUN])) == pytest.approx(ran_s)
    assert float(np.sum(bins.time_s[bins.gait == Gait.WALK])) == pytest.approx(walked_s)
    assert float(np.sum(bins.distance_m)) == pytest.approx(way)
    result = what_if(run, PUBLISHED, breaks)
    walked = (101 + 46.6 * (1.4 - 1.04)) * walked_s / 60
    assert result.footfalls.after.value == pytest.approx(166 * ran_s / 60 + walked)
    assert result.force.direction is Direction.SAME
    peak = result.force.before.value
    assert result.ground_force.after.value == pytest.approx(166 * ran_s / 60 * peak + walked * 1.2)


def test_walk_breaks_leave_the_bands_of_slope_and_what_was_walked() -> None:
    run = mixed()
    bins = WalkBreaks(60, 60).of(run.bins, PUBLISHED.cadence_line).bins
    for band in np.unique(run.bins.grade):
        before, after = (float(np.sum(one.distance_m[one.grade == band])) for one in (run.bins, bins))
        assert after == pytest.approx(before)
    assert float(np.sum(bins.time_s)) > float(np.sum(run.bins.time_s))


@given(st.floats(0, 0.99))
def test_shorter_scales_every_sum_and_is_sure_of_it(share: float) -> None:
    result = what_if(MIXED, PUBLISHED, Shorter(share))
    for name, one in result.quantities.items():
        expected = 1 if name == "force" else 1 - share
        assert ends(one.ratio) == pytest.approx((expected,) * 3, rel=1e-9)


@given(st.floats(0, 0.30), st.floats(0, 0.30))
def test_the_slower_the_more_footfalls_and_the_less_force(one: float, other: float) -> None:
    little, much = (by_name(what_if(MIXED, PUBLISHED, Slower(share))) for share in sorted((one, other)))
    assert much["footfalls"] >= little["footfalls"] - 1e-12
    assert much["force"] <= little["force"] + 1e-12


@given(st.floats(0, 0.10), st.floats(0, 0.10))
def test_the_faster_the_cadence_the_more_footfalls_and_the_less_force(one: float, other: float) -> None:
    little, much = (by_name(what_if(MIXED, PUBLISHED, FasterCadence(share))) for share in sorted((one, other)))
    assert much["footfalls"] >= little["footfalls"] - 1e-12
    assert much["force"] <= little["force"] + 1e-12
    assert much["ground_force"] >= little["ground_force"] - 1e-12


@given(st.floats(1, 3600), st.floats(0, 3600), st.floats(0.5, 2.2))
def test_walk_breaks_never_change_the_way_and_each_interval_holds_its_value(run_s: float, walk_s: float, walk_m_s: float) -> None:
    breaks = WalkBreaks(run_s, walk_s, walk_m_s)
    bins = breaks.of(MIXED.bins, PUBLISHED.cadence_line).bins
    assert float(np.sum(bins.distance_m)) == pytest.approx(float(np.sum(MIXED.bins.distance_m)))
    for one in what_if(MIXED, PUBLISHED, breaks).quantities.values():
        for measure_ in (one.before, one.after, one.ratio):
            assert 0 < measure_.low <= measure_.value <= measure_.high < math.inf


@pytest.mark.parametrize("change", EVERY, ids=repr)
def test_the_ratio_is_surer_than_either_side(change: Change) -> None:
    result = what_if(mixed(), PUBLISHED, change)
    for name in ("force", "ground_force", "weighted_10"):
        one = result.quantities[name]
        assert math.log(one.ratio.high / one.ratio.low) < 0.75 * math.log(one.before.high / one.before.low)


@pytest.mark.parametrize("change", EVERY, ids=repr)
def test_a_run_of_which_nothing_is_known_has_no_change_and_no_zero(change: Change) -> None:
    result = what_if(measured(cadence_per_min=None, with_distance=False), PUBLISHED, change)
    assert all(is_unknown(one) for one in result.quantities.values())
    assert not result.footfalls.before.known
    assert not result.loads_agree


@pytest.mark.parametrize("change", EVERY, ids=repr)
def test_a_walk_can_be_shorter_and_nothing_else(change: Change) -> None:
    result = what_if(measured(speed_m_s=1.3, cadence_per_min=54.0), PUBLISHED, change)
    assert result.footfalls.before.known
    assert is_unknown(result.footfalls) == (not isinstance(change, Shorter))
    assert is_unknown(result.force)  # of a running footfall


@pytest.mark.parametrize("change", EVERY, ids=repr)
def test_without_a_way_what_is_about_speed_is_not_known(change: Change) -> None:
    result = what_if(measured(with_distance=False), PUBLISHED, change)
    assert is_unknown(result.footfalls) == isinstance(change, Slower | WalkBreaks)


def test_a_few_stretches_without_a_speed_take_the_usual_one_and_slow_down_like_the_others() -> None:
    speed = np.repeat([2.4, 2.682, 3.2], 601)[:1801]
    run = measured(speed_m_s=speed)
    usual = (run.bins.speed_m_s > 2.6) & (run.bins.speed_m_s < 2.8)
    assert 0 < np.sum(usual) < len(run.bins)
    part = replace(run, bins=replace(run.bins, speed_m_s=np.where(usual, np.nan, run.bins.speed_m_s)))
    with_some, with_all = (by_name(what_if(one, PUBLISHED, Slower(0.3))) for one in (part, run))
    assert with_some == pytest.approx(with_all, rel=0.005)


def test_walk_breaks_without_cadence_are_as_unsure_as_two_lines_that_go_together_in_part() -> None:
    found = what_if(measured(cadence_per_min=None), PUBLISHED, WalkBreaks(240, 60)).footfalls.ratio
    assert 0.01 < (found.high - found.low) / (2 * found.value) < 0.05


def test_a_slower_run_is_as_unsure_as_the_slope_of_the_line_and_the_change_of_force() -> None:
    found = what_if(measured(speed_m_s=3.0), PUBLISHED, Slower(0.2))
    count = found.footfalls.ratio
    assert math.log(count.high / count.low) / (2 * 1.645) == pytest.approx(4.0 * 0.6 / 161, rel=0.15)
    force = found.force.ratio
    expected = 0.30 * math.log(float(duty_factor_at(np.array(2.4)) / duty_factor_at(np.array(3.0))))
    assert math.log(force.high / force.low) / (2 * 1.645) == pytest.approx(expected, rel=0.1)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: FasterCadence(0.2),
        lambda: FasterCadence(-0.05),
        lambda: FasterCadence(math.nan),
        lambda: Slower(0.31),
        lambda: Slower(-0.1),
        lambda: Shorter(1.0),
        lambda: Shorter(math.nan),
        lambda: WalkBreaks(0, 60),
        lambda: WalkBreaks(math.inf, 60),
        lambda: WalkBreaks(60, -1),
        lambda: WalkBreaks(60, math.nan),
        lambda: WalkBreaks(60, 60, walk_m_s=3.0),
    ],
)
def test_a_change_beyond_what_was_studied_is_refused_by_name(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"FasterCadence|Slower|Shorter|WalkBreaks|walk_m_s"):
        wrong()  # type: ignore[operator]


def test_the_table_has_a_row_per_quantity() -> None:
    frame = what_if(measured(), PUBLISHED, Slower(0.1)).to_frame()
    assert list(frame.index) == ["footfalls", "force", "ground_force", "weighted_4", "weighted_10"]
    assert frame.loc["footfalls", "ratio"] == pytest.approx(frame.loc["footfalls", "after"] / frame.loc["footfalls", "before"])
    assert frame.loc["force", "direction"] == "less"


MIXED = mixed()
