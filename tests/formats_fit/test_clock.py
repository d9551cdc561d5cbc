"""When a recording began, and which of its times are believed."""

import numpy as np
import pytest

from footfall.errors import RunFileError
from footfall.formats.fit import FitDecoder
from footfall.model.run import Decoded, StartKind
from sampledata.fit_writer import Value
from tests.formats_fit.craft import START, Made, records, session

UPTIME = 0x0100_0000
"""A time since the watch was switched on: 194 days."""


def decode(made: Made) -> Decoded:
    (one,) = FitDecoder().decode(made.to_bytes(), "made.fit")
    return one


def test_the_session_s_start_is_the_start() -> None:
    one = decode(Made(records=records(10, START + 7), sessions=[session(elapsed_ms=20_000)]))
    assert one.start.isoformat() == "2021-09-08T01:46:40+00:00"
    np.testing.assert_array_equal(one.columns["time_s"], np.arange(7, 17))


@pytest.mark.parametrize("start", [START + 3, START + 900_000, START - 200_000, 5, None])
def test_a_session_that_starts_after_the_first_record_or_long_before_is_not_believed(start: int | None) -> None:
    one = decode(Made(sessions=[session(start=start)]))
    assert one.start.isoformat() == "2021-09-08T01:46:40+00:00"
    assert one.columns["time_s"][0] == 0


def test_records_that_step_backward_stay_in_their_order() -> None:
    rows = records(6)
    rows[3][253] = START - 4
    one = decode(Made(records=rows))
    assert one.columns["time_s"].tolist() == [4, 5, 6, 0, 8, 9]


@pytest.mark.parametrize("wrong", [5, UPTIME, START + 100 * 86_400, START - 100 * 86_400, 0xFFFFFFFE])
def test_a_time_far_from_the_others_costs_its_point(wrong: int) -> None:
    rows = records(20)
    rows[4][253] = wrong
    one = decode(Made(records=rows))
    assert one.columns["time_s"].tolist() == [second for second in range(20) if second != 4]
    assert all(len(values) == 19 for values in one.columns.values())
    (problem,) = one.problems
    assert problem.reason == "dropped-values"
    assert problem.message == "Points without a usable time were left out: 1."


def test_a_missing_time_costs_its_point() -> None:
    rows = records(20)
    rows[4][253] = None
    assert len(decode(Made(records=rows)).columns["time_s"]) == 19


@pytest.mark.parametrize(
    ("start", "found"), [(0, "1989-12-31"), (UPTIME, "1990-07-13"), (0x1100_0000, "1999-01-14"), (0x12C0_0000, "1999-12-19")]
)
def test_a_clock_that_was_never_set_is_an_error(start: int, found: str) -> None:
    with pytest.raises(RunFileError) as caught:
        decode(Made(records=records(20, start)))
    assert (caught.value.reason, caught.value.path) == ("bad-clock", "made.fit")
    assert caught.value.values["found"] == found


def test_no_times_at_all_is_an_error_of_its_own() -> None:
    rows = [{**row, 253: None} for row in records(20)]
    with pytest.raises(RunFileError) as caught:
        decode(Made(records=rows))
    assert caught.value.reason == "no-time"


def test_local_time_dates_a_watch_that_counts_from_when_it_was_switched_on() -> None:
    activity: list[dict[int, Value]] = [{253: UPTIME + 30, 5: START + 30}]
    made = Made(records=records(20, UPTIME), activity=activity, sessions=[session(start=UPTIME - 2, elapsed_ms=30_000)])
    one = decode(made)
    assert one.start.isoformat() == "2021-09-08T01:46:38+00:00"
    assert (one.start_kind, one.utc_offset_s) == (StartKind.LOCAL, None)
    assert (one.sessions[0].start_s, one.sessions[0].end_s) == (0.0, 30.0)
    assert [problem.reason for problem in one.problems] == ["clock-mended"]


CORRELATION: dict[int, Value] = {253: START + 40, 1: UPTIME + 10, 3: START + 40 - 5 * 3600}


def test_utc_that_the_file_ties_to_the_watch_s_own_clock_dates_it() -> None:
    activity: list[dict[int, Value]] = [{253: UPTIME + 30, 5: START + 60 - 5 * 3600}]
    one = decode(Made(records=records(20, UPTIME), activity=activity, correlation=[CORRELATION]))
    assert one.start.isoformat() == "2021-09-08T01:47:10+00:00"  # START + 30
    assert (one.start_kind, one.utc_offset_s) == (StartKind.UTC, -5 * 3600)
    (problem,) = one.problems
    assert problem.reason == "clock-mended"
    assert "its own note" in problem.message


def test_local_time_tied_to_the_watch_s_own_clock_dates_it_as_local_time() -> None:
    one = decode(Made(records=records(20, UPTIME), correlation=[{**CORRELATION, 253: None}]))
    assert one.start.isoformat() == "2021-09-07T20:47:10+00:00"
    assert (one.start_kind, one.utc_offset_s) == (StartKind.LOCAL, None)


def test_a_note_of_another_time_does_not_move_a_clock_that_was_set() -> None:
    one = decode(Made(correlation=[{**CORRELATION, 253: START + 40 + 86_400}]))
    assert one.start.isoformat() == "2021-09-08T01:46:40+00:00"
    assert one.start_kind is StartKind.UTC
    assert one.problems == ()


@pytest.mark.parametrize("activity", [[], [{253: START + 60, 5: START + 60}], [{253: START + 60, 5: None}]])
def test_the_zone_is_read_from_the_correlation_where_the_activity_does_not_tell(activity: list[dict[int, Value]]) -> None:
    assert decode(Made(activity=activity, correlation=[CORRELATION])).utc_offset_s == -5 * 3600


def test_the_activity_s_zone_comes_first() -> None:
    activity: list[dict[int, Value]] = [{253: START + 60, 5: START + 60 + 7200}]
    assert decode(Made(activity=activity, correlation=[CORRELATION])).utc_offset_s == 7200


def test_local_time_that_is_not_set_either_dates_nothing() -> None:
    with pytest.raises(RunFileError) as caught:
        decode(Made(records=records(20, UPTIME), activity=[{253: UPTIME + 30, 5: 3600}]))
    assert caught.value.reason == "bad-clock"


@pytest.mark.parametrize(
    ("difference_s", "offset_s"),
    [
        (7200, 7200),
        (-12_600, -12_600),
        (20_700, 20_700),
        (7198, 7200),  # written a moment later
        (7500, None),  # no zone
        (0, None),  # a watch that does not know its zone writes the same twice
        (15 * 3600, None),
        (-(2**29), None),
    ],
)
def test_local_time_minus_utc(difference_s: int, offset_s: int | None) -> None:
    one = decode(Made(activity=[{253: START + 60, 5: START + 60 + difference_s}]))
    assert one.utc_offset_s == offset_s


def test_without_an_activity_message_local_time_is_not_known() -> None:
    assert decode(Made()).utc_offset_s is None
