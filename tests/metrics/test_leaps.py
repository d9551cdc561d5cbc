"""Way that no legs made: teleports, counters that leap, and fixes that only catch up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.metrics.leaps import levelled
from footfall.metrics.measure import measure
from footfall.metrics.track import cut_fixes, way_from_positions_m, way_recorded_m
from footfall.model.run import Session
from tests.metrics.made import made_run

SECONDS = np.arange(1800.0)
NORTH = 54 + SECONDS * 2.8 / 111_195


def test_a_teleport_that_lasts_adds_no_way() -> None:
    """A recording that goes on 500 km away: 584 km in 8 minutes stood in one runner's log."""
    lat = np.where(SECONDS >= 900, NORTH + 5.0, NORTH)
    assert way_from_positions_m(SECONDS, lat, np.zeros(1800))[-1] == pytest.approx(1799 * 2.8, rel=1e-3)
    assert cut_fixes(SECONDS, lat, np.zeros(1800)) == 1


def test_a_position_that_was_held_and_catches_up_is_no_teleport() -> None:
    lat = NORTH.copy()
    lat[600:660] = lat[600]  # a tunnel of a minute: 168 m in the second after it
    assert way_from_positions_m(SECONDS, lat, np.zeros(1800))[-1] == pytest.approx(1799 * 2.8, rel=1e-3)
    assert cut_fixes(SECONDS, lat, np.zeros(1800)) == 0


def test_a_counter_that_gains_kilometres_in_a_second_counts_at_the_usual_speed() -> None:
    distance = SECONDS * 2.8 + np.where(SECONDS >= 1000, 30_000.0, 0.0)
    assert way_recorded_m(SECONDS, distance)[-1] == pytest.approx(1799 * 2.8)


def test_what_a_watch_catches_up_by_is_kept() -> None:
    distance = SECONDS * 2.8 + np.where(SECONDS >= 1000, 60.0, 0.0)
    assert way_recorded_m(SECONDS, distance)[-1] == pytest.approx(1799 * 2.8 + 60)


def test_a_leap_is_said_with_the_run() -> None:
    run = made_run(with_positions=True, with_distance=False, file_format="gpx")
    run.samples["lat_deg"][900:] += 5.0
    measured = measure(run)
    assert [(note.code, note.values) for note in measured.notes if note.code == "positions-cut"] == [
        ("positions-cut", {"count": 1})
    ]
    assert measured.totals.distance_m == pytest.approx(1800 * 2.8, rel=1e-3)
    assert not [note for note in measure(made_run(with_positions=True)).notes if note.code.endswith("-cut")]
    run = made_run()
    run.samples["distance_m"][900:] += 30_000.0
    assert [note.values for note in measure(run).notes if note.code == "distance-cut"] == [{"count": 1}]
    assert measure(run).totals.distance_m == pytest.approx(1800 * 2.8, rel=1e-3)


def test_a_total_of_the_device_that_holds_the_leap_is_not_believed_and_one_that_does_not_is() -> None:
    for told, believed in ((35_040.0, 5_040.0), (5_100.0, 5_100.0)):
        run = made_run(session=Session(0, 1800, sport="running", distance_m=told))
        run.samples["distance_m"][900:] += 30_000.0
        assert measure(run).totals.distance_m == pytest.approx(believed, rel=1e-3)


def test_nothing_but_leaps_is_nothing_known() -> None:
    step, leapt = levelled(np.array([0.0, 1.0]), np.array([5_000.0]))
    assert leapt.tolist() == [True]
    assert np.isnan(step).all()


STEPS = st.tuples(st.sampled_from([1.0, 2.0, 20.0]), st.sampled_from([0.0, 0.1, 3.0, 150.0, 900.0, np.nan]))


@given(st.lists(STEPS, min_size=1, max_size=40))
def test_what_leaps_is_what_a_look_at_every_step_before_it_says(steps: list[tuple[float, float]]) -> None:
    seconds, way = (np.array(column) for column in zip(*steps, strict=True))
    leapt = levelled(np.concatenate([[0.0], np.cumsum(seconds)]), way).leapt
    for index in range(len(way)):
        first = index
        while first > 0 and way[first - 1] / seconds[first - 1] < 0.4:
            first -= 1
        could_s = seconds[index] + seconds[first:index].sum()
        expected = way[index] > 100 and seconds[index] < 10 and way[index] > 12 * seconds[index] and way[index] > 12 * could_s
        assert leapt[index] == expected


@pytest.mark.parametrize("known", [0, 1])
def test_a_way_of_no_steps_has_no_leap(known: int) -> None:
    found = levelled(np.zeros(known), np.empty(0))
    assert found.step_m.size == found.leapt.size == 0
