"""Local clocks: which source goes first, and daylight saving."""

import datetime as dt

import pytest

from footfall.metrics.local_time import Offset, offset_at, start_of
from footfall.model.athlete import Athlete
from footfall.model.measured import Header
from footfall.model.run import Source, StartKind

JULY = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)
BERLIN = (52.52, 13.4)


def test_sources_go_flag_file_position_athlete_utc() -> None:
    everything = {"file_offset_s": 3600, "position": BERLIN, "athlete_zone": "Asia/Tokyo"}
    assert offset_at(JULY, flag_zone="America/New_York", **everything).seconds == -4 * 3600
    assert offset_at(JULY, **everything).source == "file"
    assert offset_at(JULY, position=BERLIN, athlete_zone="Asia/Tokyo").seconds == 2 * 3600
    assert offset_at(JULY, athlete_zone="Asia/Tokyo").seconds == 9 * 3600
    assert offset_at(JULY) == offset_at(JULY, flag_zone=None)
    assert offset_at(JULY).source == "assumed-utc"


def test_daylight_saving_is_that_of_the_day() -> None:
    winter = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
    assert offset_at(winter, position=BERLIN).seconds == 3600


def test_a_zone_that_does_not_exist_is_named() -> None:
    with pytest.raises(ValueError, match="Mars/Olympus"):
        offset_at(JULY, flag_zone="Mars/Olympus")


@pytest.mark.parametrize(
    ("instant", "position", "hours"),
    [
        ("2026-03-29T00:59", (51.5, -0.1), 0),  # London, a minute before the clocks go forward
        ("2026-03-29T01:00", (51.5, -0.1), 1),
        ("2026-10-25T00:59", (51.5, -0.1), 1),
        ("2026-10-25T01:00", (51.5, -0.1), 0),
        ("2026-04-04T13:59", (-36.85, 174.76), 13),  # Auckland, where summer ends in April
        ("2026-04-04T14:00", (-36.85, 174.76), 12),
        ("2026-06-01T12:00", (27.7, 85.3), 5.75),  # Kathmandu
        ("2026-06-01T12:00", (-33.86, 151.2), 10),
        ("2026-06-01T12:00", (0.0, -30.0), -2),  # at sea, in the middle of the Atlantic
    ],
)
def test_the_clock_at_a_position_follows_its_changes(instant: str, position: tuple[float, float], hours: float) -> None:
    at = dt.datetime.fromisoformat(instant).replace(tzinfo=dt.UTC)
    assert offset_at(at, position=position) == Offset(int(hours * 3600), "position")


def header(start: str, kind: StartKind = StartKind.UTC, offset_s: int | None = None) -> Header:
    source = Source("log.csv", "abc", "log", "footfall")
    instant = dt.datetime.fromisoformat(start).replace(tzinfo=dt.UTC)
    return Header(source, instant, "running", None, offset_s, None, None, kind)


def test_a_sunday_night_before_the_clocks_change_stays_a_sunday() -> None:
    sam = Athlete(timezone="Europe/Berlin")
    late = start_of(header("2026-10-25T22:30"), sam, None)
    assert late.local.isoformat() == "2026-10-25T23:30:00+01:00"
    assert late.local.isocalendar()[1] == 43
    assert start_of(header("2026-10-25T23:30"), sam, None).local.isocalendar()[1] == 44


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("2026-07-01T07:30", "2026-07-01T05:30"),
        ("2026-01-01T07:30", "2026-01-01T06:30"),
        ("2026-03-29T03:30", "2026-03-29T01:30"),  # an hour and a half after the clocks went forward
        ("2026-10-25T05:00", "2026-10-25T04:00"),
    ],
)
def test_what_somebody_typed_is_the_clock_of_the_zone_she_lives_in(typed: str, instant: str) -> None:
    began = start_of(header(typed, StartKind.LOCAL), Athlete(timezone="Europe/Berlin"), None)
    assert began.instant == dt.datetime.fromisoformat(instant).replace(tzinfo=dt.UTC)
    assert began.local.replace(tzinfo=None) == dt.datetime.fromisoformat(typed)
    assert began.offset.source == "athlete"


def test_what_somebody_typed_keeps_its_day_where_no_zone_is_known() -> None:
    for kind in (StartKind.LOCAL, StartKind.DAY):
        began = start_of(header("2026-07-01T23:30", kind), Athlete(), None)
        assert began.local.isoformat() == "2026-07-01T23:30:00+00:00"
        assert began.offset.source == "assumed-utc"
