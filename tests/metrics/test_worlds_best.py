"""A ride that names no sport is told by a speed that nobody ran for so long."""

import pytest

from footfall.metrics.runs import runs_of
from footfall.metrics.worlds_best import BEST, fastest_m_s
from footfall.model.run import Decoded, Source
from tests.metrics.made import START, made_run

PUBLISHED = {1609.344: 7.2, 5_000: 6.6, 10_000: 6.35, 21_097.5: 6.2, 42_195: 5.8}
"""Mean speeds of the records, as they are commonly given, to half of their last digit.  [m/s]"""


@pytest.mark.parametrize(("way_m", "seconds"), BEST)
def test_at_the_time_of_a_record_it_is_the_record(way_m: float, seconds: float) -> None:
    assert fastest_m_s(seconds) == pytest.approx(way_m / seconds)
    if way_m in PUBLISHED:
        assert fastest_m_s(seconds) == pytest.approx(PUBLISHED[way_m], abs=0.051)


def test_it_falls_with_time_and_is_level_outside_the_records() -> None:
    speeds = [fastest_m_s(60 * 1.1**step) for step in range(90)]
    assert speeds == sorted(speeds, reverse=True)
    assert fastest_m_s(10) == fastest_m_s(BEST[0][1])
    assert fastest_m_s(1e6) == fastest_m_s(86_400)
    with pytest.raises(ValueError, match="0"):
        fastest_m_s(0)


def without_sport(way_m: float, minutes: float) -> Decoded:
    run = made_run(seconds=minutes * 60, speed_m_s=way_m / minutes / 60, cadence_per_min=None)
    return Decoded(START, dict(run.samples), Source("route.gpx", "sha", "gpx", "footfall"))


@pytest.mark.parametrize(
    ("km", "minutes", "is_run"),
    [
        (12.4, 30, False),  # two rides on a bike
        (18.6, 45, False),
        (40.0, 115, True),  # 2:52/km: the marathon of the best, and no more than that
        (42.0, 118, False),
        (9.9, 26.2, True),  # the best over 10 km
        (5.0, 12.7, True),
        (5.0, 12.2, False),
        (12.0, 60, True),
    ],
)
def test_without_a_sport_nobody_runs_faster_than_the_fastest(km: float, minutes: float, is_run: bool) -> None:
    runs, passed = runs_of(without_sport(km * 1000, minutes))
    assert bool(runs) is is_run
    assert [one.sport for one in passed] == ([] if is_run else ["unrecognised"])
