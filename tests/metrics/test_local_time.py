"""Local clocks: which source goes first, and daylight saving."""

import datetime as dt

import pytest

from footfall.metrics.local_time import offset_at

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
