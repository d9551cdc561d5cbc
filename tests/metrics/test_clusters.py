"""Every run once, whatever the order in which its recordings are met."""

import random
from dataclasses import replace
from typing import Any

import pytest

from footfall.metrics import same_run
from footfall.metrics.apart import track_shift_s
from footfall.metrics.clusters import clusters, richest_first
from footfall.metrics.same_run import Why
from footfall.metrics.sighting import Sighting
from footfall.model.run import Run, StartKind
from tests.metrics.sightings import recording, row, seen

HOUR = 3600.0


def groups(runs: list[Run], links: dict[str, str] | None = None) -> list[list[str]]:
    """Names of the recordings of each run, the one that speaks first; the same for every order."""
    sights = [seen(run) for run in runs]
    found = [_names(sights, links)]
    for seed in range(5):
        random.Random(seed).shuffle(sights)
        found.append(_names(sights, links))
    assert all(one == found[0] for one in found)
    return found[0]


def _names(sights: list[Sighting], links: dict[str, str] | None) -> list[list[str]]:
    return [
        [group.first.run_id.removeprefix("sha of "), *(one.run_id.removeprefix("sha of ") for one, _ in group.others)]
        for group in clusters(sights, links)
    ]


def test_one_run_in_three_formats_with_its_row_is_one() -> None:
    runs = [
        recording("a.gpx", file_format="gpx", cadence_per_min=None),
        recording("a.tcx", file_format="tcx"),
        recording("a.fit"),
        row("1", starts_s=40),
    ]
    assert groups(runs) == [["a.fit", "a.tcx", "a.gpx", "row log.csv 1"]]


def test_two_runs_of_one_day_are_two() -> None:
    evening = {"starts_s": 8 * HOUR, "speed_m_s": 3.1}
    runs = [recording("1.fit"), recording("2.fit", **evening), recording("2.gpx", **evening, file_format="gpx")]
    assert groups(runs) == [["1.fit"], ["2.fit", "2.gpx"]]


def test_everyone_agrees_with_the_one_that_speaks_and_none_comes_in_by_a_chain() -> None:
    # b lies between a and c, and agrees with both; a and c do not agree
    runs = [
        recording("a.fit", placed=False),
        recording("b.fit", starts_s=600, placed=False),
        recording("c.fit", starts_s=1200, placed=False),
    ]
    assert sorted(map(sorted, groups(runs))) == [["a.fit", "b.fit"], ["c.fit"]]


def test_the_longer_recording_speaks_where_the_richer_one_lacks_much_of_the_run() -> None:
    whole = recording("phone.gpx", file_format="gpx", cadence_per_min=None)
    assert richest_first([seen(recording("w.fit", minutes=48)), seen(whole)])[0].run_id == "sha of phone.gpx"
    assert richest_first([seen(recording("w.fit", minutes=58)), seen(whole)])[0].run_id == "sha of w.fit"


def test_a_recording_with_cadence_speaks_before_one_with_none_in_a_better_format() -> None:
    runs = [recording("bare.fit", cadence_per_min=None), recording("with.gpx", file_format="gpx")]
    assert groups(runs) == [["with.gpx", "bare.fit"]]


def test_of_several_candidates_a_row_goes_to_the_nearest_and_each_run_has_one() -> None:
    runs = [
        recording("morning.fit", minutes=30),
        recording("evening.fit", minutes=30, starts_s=10 * HOUR, speed_m_s=3.2),
        row("m", minutes=30, km=5.4, kind=StartKind.DAY),
        row("e", minutes=30, km=5.8, kind=StartKind.DAY),
    ]
    assert groups(runs) == [["morning.fit", "row log.csv m"], ["evening.fit", "row log.csv e"]]


def test_a_row_whose_clock_fits_goes_before_one_with_a_day_alone() -> None:
    runs = [
        recording("run.fit", starts_s=26, minutes=20.4, speed_m_s=3.95),
        row("evening", starts_s=-2 * HOUR, minutes=21, km=4.7, kind=StartKind.LOCAL),
        row("some time", minutes=20.4, km=4.83, kind=StartKind.DAY),
    ]
    assert sorted(groups(runs)) == [["row log.csv some time"], ["run.fit", "row log.csv evening"]]


def test_a_row_with_a_day_and_a_length_alone_goes_to_the_run_of_that_length() -> None:
    runs = [
        recording("half.fit", minutes=30, speed_m_s=2.61),  # 4.7 km
        recording("more.fit", minutes=33, speed_m_s=3.99, starts_s=10 * HOUR),  # 7.9 km
        row("d", minutes=33, km=None, kind=StartKind.DAY),
    ]
    assert groups(runs) == [["half.fit"], ["more.fit", "row log.csv d"]]


def test_a_row_of_whole_minutes_goes_by_distance_where_lengths_are_the_same_but_for_rounding() -> None:
    runs = [
        recording("short.fit", minutes=30.2, speed_m_s=3.0),
        recording("long.fit", minutes=30.4, speed_m_s=3.2, starts_s=10 * HOUR),
        row("d", minutes=30, km=5.8, kind=StartKind.DAY),
    ]
    assert groups(runs) == [["short.fit"], ["long.fit", "row log.csv d"]]


def test_a_recording_without_a_distance_is_not_taken_for_one_that_fits_it() -> None:
    strap = recording("strap.fit", minutes=30, placed=False)
    strap = replace(strap, samples={name: values for name, values in strap.samples.items() if name != "distance_m"})
    watch = recording("watch.fit", minutes=30.5, speed_m_s=3.0, starts_s=10 * HOUR)
    assert groups([strap, watch, row("d", minutes=30, km=5.4, kind=StartKind.DAY)]) == [
        ["strap.fit"],
        ["watch.fit", "row log.csv d"],
    ]


def test_a_second_row_for_one_run_is_a_run_of_its_own() -> None:
    runs = [recording("a.fit"), row("1", starts_s=10), row("2", starts_s=120)]
    assert groups(runs) == [["a.fit", "row log.csv 1"], ["row log.csv 2"]]


def test_a_row_without_a_file_is_a_run_and_the_same_run_in_two_logs_is_one() -> None:
    runs = [row("1", starts_s=48 * HOUR), row("x", starts_s=48 * HOUR + 60, log="account.csv"), row("y", log="account.csv")]
    assert groups(runs) == [["row account.csv y"], ["row account.csv x", "row log.csv 1"]]


def test_a_link_goes_before_everything_else() -> None:
    runs = [recording("a.fit"), row("1", starts_s=5 * HOUR, km=3.0, minutes=20), row("2", starts_s=10)]
    found = groups(runs, {"row log.csv 1": "sha of a.fit"})
    assert found == [["a.fit", "row log.csv 1"], ["row log.csv 2"]]
    sights = [seen(run) for run in runs]
    assert [match.why for _, match in clusters(sights, {"row log.csv 1": "sha of a.fit"})[0].others] == [Why.LINK]


def test_a_link_to_a_copy_goes_to_the_run() -> None:
    runs = [recording("a.fit"), recording("a.gpx", file_format="gpx"), row("1", km=3.0, minutes=20)]
    assert groups(runs, {"row log.csv 1": "sha of a.gpx"}) == [["a.fit", "a.gpx", "row log.csv 1"]]


def test_recordings_of_one_hour_in_different_places_are_told_apart_without_comparing_their_fixes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[float] = []

    def counted(*args: Any, **limits: float) -> tuple[float, float] | None:
        compared.append(1)
        return track_shift_s(*args, **limits)

    monkeypatch.setattr(same_run, "track_shift_s", counted)
    monkeypatch.setattr(same_run, "apart_m", counted)
    places = [seen(recording(f"{at}.fit", north_m=2500.0 * at, starts_s=7.0 * at, step_s=10.0)) for at in range(30)]
    copy = seen(recording("4.gpx", north_m=2500.0 * 4, starts_s=28.0, step_s=10.0, file_format="gpx"))
    found = clusters([*places, copy])
    assert sum(len(group.others) for group in found) == 1
    assert len(found) == 30
    assert len(compared) == 2  # the copy and its original, when the group is made and when its richest speaks
