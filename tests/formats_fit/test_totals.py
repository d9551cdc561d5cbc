"""Sessions, laps, pauses, and who wrote the file."""

import pytest

from footfall.formats.fit import FitDecoder
from footfall.model.run import Decoded
from sampledata.fit_writer import Value
from tests.formats_fit.craft import START, Made, event, records, session


def decode(made: Made) -> Decoded:
    (one,) = FitDecoder().decode(made.to_bytes(), "made.fit")
    return one


def test_every_total_in_our_unit() -> None:
    cells = session(
        timestamp=START + 70,
        sub_sport=3,
        elapsed_ms=60_500,
        timer_ms=50_250,
        distance_cm=18_012,
        cycles=81,
        ascent=12,
        descent=7,
        feel=75,
        rpe=40,
    )
    (found,) = decode(Made(sessions=[cells])).sessions
    assert (found.start_s, found.end_s) == (0.0, 60.5)
    assert (found.sport, found.sub_sport) == ("running", "trail")
    assert (found.elapsed_s, found.timer_s, found.distance_m) == (60.5, 50.25, 180.12)
    assert (found.ascent_m, found.descent_m, found.total_strides) == (12.0, 7.0, 81)
    assert (found.workout_feel, found.workout_rpe) == (75.0, 4.0)


def test_what_is_not_recorded_is_none_and_zero_is_zero() -> None:
    (found,) = decode(Made(sessions=[session(ascent=0, cycles=0, feel=0, rpe=0)])).sessions
    assert (found.ascent_m, found.total_strides, found.workout_feel, found.workout_rpe) == (0.0, 0, 0.0, 0.0)
    assert (found.elapsed_s, found.timer_s, found.distance_m, found.descent_m) == (None, None, None, None)
    assert found.end_s == 59.0  # the last record


@pytest.mark.parametrize(("sport", "name", "strides"), [(1, "running", 900), (11, "walking", 900), (17, "hiking", 900)])
def test_cycles_on_foot_are_strides(sport: int, name: str, strides: int) -> None:
    (found,) = decode(Made(sessions=[session(sport=sport, cycles=900)])).sessions
    assert (found.sport, found.total_strides) == (name, strides)


@pytest.mark.parametrize("sport", [2, 5, 15, None])
def test_cycles_of_other_sports_are_not(sport: int | None) -> None:
    (found,) = decode(Made(sessions=[session(sport=sport, cycles=900)])).sessions
    assert found.total_strides is None


def test_unknown_numbers_stay_numbers() -> None:
    made = Made(file_id={0: 4, 1: 60_001, 2: 4242}, sessions=[session(sport=200, sub_sport=201)])
    one = decode(made)
    assert (one.source.producer, one.source.device) == ("60001", "4242")
    assert (one.sessions[0].sport, one.sessions[0].sub_sport) == ("200", "201")


@pytest.mark.parametrize(
    ("file_id", "producer", "device"),
    [
        ({0: 4, 1: 1, 2: 3113, 8: None}, "garmin", "fr945"),  # newer than fitparse's profile
        ({0: 4, 1: 1, 2: 1632, 8: None}, "garmin", "fr220"),
        ({0: 4, 1: 294, 2: 802, 8: "COROS PACE 2"}, "coros", "COROS PACE 2"),
        ({0: 4, 1: 1, 2: None, 8: None}, "garmin", None),
        ({0: 4, 1: None, 2: 3113, 8: None}, None, "3113"),
    ],
)
def test_maker_and_device(file_id: dict[int, Value], producer: str | None, device: str | None) -> None:
    source = decode(Made(file_id=file_id)).source
    assert (source.producer, source.device) == (producer, device)


def test_sessions_of_a_triathlon_follow_each_other() -> None:
    legs = [session(sport=5, elapsed_ms=20_000), session(start=START + 20, sport=1, elapsed_ms=40_000)]
    found = decode(Made(sessions=legs)).sessions
    assert [(leg.sport, leg.start_s, leg.end_s) for leg in found] == [("swimming", 0.0, 20.0), ("running", 20.0, 60.0)]


def test_laps() -> None:
    rows: list[dict[int, Value]] = [
        {2: START, 253: START + 35, 7: 30_000, 9: 10_000, 24: 0, 23: 0},
        {2: START + 30, 253: START + 50, 24: 2},  # without a length, it ends when it was written
        {253: START + 60, 7: 10_000, 24: 99},  # without a start, it began that much earlier
        {24: 7},  # never
    ]
    found = decode(Made(laps=rows)).laps
    assert [(lap.start_s, lap.end_s, lap.trigger) for lap in found] == [(0, 30, "manual"), (30, 50, "distance"), (50, 60, "99")]
    assert [lap.distance_m for lap in found] == [100.0, None, None]
    assert [lap.intensity for lap in found] == ["active", None, None]


@pytest.mark.parametrize("stop", [1, 4, 8, 9])
def test_a_pause_is_from_a_stop_to_the_next_start(stop: int) -> None:
    made = Made(
        records=records(60), events=[event(0, 0), event(10, stop), event(25, 0), event(40, stop), event(50, 0), event(59, stop)]
    )
    assert decode(made).pauses.edges.tolist() == [[10, 25], [40, 50]]


@pytest.mark.parametrize(
    ("events", "pauses"),
    [
        ([], []),
        ([(59, 4)], []),  # the end is no pause
        ([(10, 4), (20, 4), (25, 0), (30, 0)], [[10, 25]]),  # said twice
        ([(25, 0), (10, 4)], [[10, 25]]),  # out of order
        ([(10, 4), (10, 0)], []),  # of no length
        ([(10, 3), (25, 0)], []),  # a marker is no stop
    ],
)
def test_odd_timer_events(events: list[tuple[int, int]], pauses: list[list[float]]) -> None:
    made = Made(events=[event(second, kind) for second, kind in events])
    assert decode(made).pauses.edges.tolist() == pauses


def test_events_of_other_things_are_no_pauses() -> None:
    made = Made(events=[{253: START + 10, 0: 9, 1: 4}, {253: START + 20, 0: 9, 1: 0}])
    assert len(decode(made).pauses) == 0
