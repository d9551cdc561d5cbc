"""The device's totals are believed unless its own samples contradict them."""

import pytest

from footfall.metrics.measure import measure
from footfall.model.run import Session
from tests.metrics.made import made_run

WAY_M, SPAN_S = 1800 * 2.8, 1800.0


def totals(**told: float):
    measured = measure(made_run(session=Session(0, SPAN_S, sport="running", **told)))  # type: ignore[arg-type]
    return measured.totals, [note.code for note in measured.notes if note.code.endswith("-not-believed")]


@pytest.mark.parametrize("told_m", [WAY_M * 0.75, WAY_M, WAY_M * 1.3])
def test_a_distance_that_was_calibrated_is_the_devices(told_m: float) -> None:
    found, said = totals(distance_m=told_m)
    assert (found.distance_m, found.distance_source, said) == (told_m, "device", [])


@pytest.mark.parametrize("told_m", [WAY_M / 10, WAY_M * 10, 42_949_672.94])
def test_a_distance_of_another_unit_is_not_believed_and_said(told_m: float) -> None:
    found, said = totals(distance_m=told_m)
    assert found.distance_m == pytest.approx(WAY_M)
    assert said == ["distance-not-believed"]


@pytest.mark.parametrize("told_s", [0.0, 300.0, 18_000.0, 4_294_967.294])
def test_a_timer_that_its_samples_leave_no_room_for_is_not_believed_and_said(told_s: float) -> None:
    found, said = totals(timer_s=told_s)
    assert found.timer_s == pytest.approx(SPAN_S)
    assert said == ["timer-not-believed"]


def test_a_timer_a_minute_longer_than_its_samples_is_believed() -> None:
    found, said = totals(timer_s=SPAN_S + 55, elapsed_s=SPAN_S + 55)
    assert (found.timer_s, found.elapsed_s, said) == (SPAN_S + 55, SPAN_S + 55, [])


def test_samples_that_go_on_after_the_session_was_closed_are_the_runs() -> None:
    found, said = totals(elapsed_s=600.0, timer_s=600.0, distance_m=WAY_M / 3)
    assert (found.elapsed_s, found.timer_s) == (SPAN_S, SPAN_S)
    assert found.distance_m == pytest.approx(WAY_M)
    assert said == ["elapsed-not-believed", "timer-not-believed", "distance-not-believed"]
    assert found.running_s + found.walking_s <= found.timer_s <= found.elapsed_s


def test_a_session_of_four_billion_is_no_time() -> None:
    found, said = totals(elapsed_s=4_294_967.294, timer_s=4_294_967.294)
    assert (found.elapsed_s, found.timer_s) == (SPAN_S, SPAN_S)
    assert said == ["elapsed-not-believed", "timer-not-believed"]


def test_a_recording_that_was_cut_keeps_the_totals_of_the_whole() -> None:
    found, said = totals(elapsed_s=5400.0, timer_s=5300.0, distance_m=WAY_M * 2.95)
    assert (found.elapsed_s, found.timer_s, found.distance_m, said) == (5400.0, 5300.0, WAY_M * 2.95, [])
