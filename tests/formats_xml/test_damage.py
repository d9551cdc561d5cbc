"""A run file with a damaged place in the middle: read on where that can be done, and never silent."""

import pytest

from tests.formats_xml.made import gpx, lap, read_one, tcx, trkpt

BYTES = b"\xff\xfe\x00\x01"
GPX = gpx(*map(trkpt, range(200))).replace("><", ">\n<").encode()
TCX = tcx(lap(0, 200, tuple(range(201))), lap(200, 200, tuple(range(200, 401)))).replace("><", ">\n<").encode()


def damaged(document: bytes, before: bytes, shift: int = 0) -> tuple[bytes, int]:
    """The document with four bytes overwritten at the middle one of the places that begin so, and their line."""
    at = -1
    for _ in range(document.count(before) // 2):
        at = document.index(before, at + 1)
    at += shift
    return document[:at] + BYTES + document[at + len(BYTES) :], document.count(b"\n", 0, at) + 1


@pytest.mark.parametrize("document", [GPX, TCX], ids=["gpx", "tcx"])
@pytest.mark.parametrize("place", ["opening", "closing", "time", "value"])
def test_a_damaged_point_is_left_out_and_the_rest_is_read(document: bytes, place: str) -> None:
    point = b"trkpt" if document is GPX else b"Trackpoint"
    before, shift = {
        "opening": (b"<" + point, 2),
        "closing": (b"</" + point, 3),
        "time": (b"<time>" if document is GPX else b"<Time>", 2),
        "value": (b"<ele>" if document is GPX else b"<Trackpoint>\n<Time>", 15 if document is TCX else 3),
    }[place]
    whole = len(read_one(document).columns["time_s"])
    data, line = damaged(document, before, shift)
    recording = read_one(data)
    assert whole - 2 <= len(recording.columns["time_s"]) < whole
    assert recording.columns["time_s"][-1] == read_one(document).columns["time_s"][-1]
    assert [problem.failed for problem in recording.problems] == [False] * len(recording.problems)
    cut = [problem for problem in recording.problems if problem.reason == "truncated"]
    assert len(cut) == 1
    assert "damaged" in cut[0].message
    assert "ends early" not in cut[0].message
    assert cut[0].where is not None
    assert abs(int(cut[0].where.removeprefix("line ")) - line) <= 3
    assert [session.timer_s for session in recording.sessions] == ([400.0] if document is TCX else [])


def test_junk_between_two_points_costs_no_point() -> None:
    document = GPX.replace(b"</trkpt>\n", b"</trkpt>    ")
    data, _ = damaged(document, b"    <trkpt", 0)
    recording = read_one(data)
    assert len(recording.columns["time_s"]) == 200
    assert "other-encoding" in {problem.reason for problem in recording.problems}


def test_where_reading_cannot_go_on_the_place_is_said_and_the_totals_of_its_lap_are_left_out() -> None:
    inside = TCX.index(b"</Track>")
    recording = read_one(TCX[:inside] + b"</Trick>" + TCX[inside + 8 :])
    (problem,) = recording.problems
    assert problem.reason == "truncated"
    assert "damaged in line" in problem.message
    assert "201 points" in problem.message
    assert "totals" in problem.message
    assert (recording.sessions[0].timer_s, recording.sessions[0].distance_m) == (None, None)
    assert recording.laps[0].end_s == 200


def test_points_behind_a_lap_whose_beginning_is_lost_are_not_in_the_totals_of_the_one_before() -> None:
    at = TCX.index(b"<Lap", TCX.index(b"<Lap") + 1)
    recording = read_one(TCX[:at] + b"<La\x01\x02 " + TCX[at + 5 :])
    assert len(recording.columns["time_s"]) == 402
    assert recording.problems
    assert (recording.sessions[0].timer_s, recording.sessions[0].distance_m) == (None, None)
    assert recording.laps[0].distance_m == 600


def test_a_lap_that_is_cut_short_keeps_no_totals_of_what_is_missing() -> None:
    recording = read_one(TCX[: TCX.index(b"</Trackpoint>", len(TCX) // 4)])
    (session,) = recording.sessions
    assert (session.timer_s, session.distance_m) == (None, None)
    assert recording.laps[-1].end_s == recording.columns["time_s"][-1]
    assert "ends early" in recording.problems[0].message
    assert "totals" in recording.problems[0].message


def test_many_damaged_places_end_the_reading_in_time() -> None:
    data = GPX.replace(b"<ele>", b"<el\x00>")
    recording = read_one(data.replace(b"<el\x00>", b"<ele>", 20))
    assert len(recording.columns["time_s"]) >= 20
    assert any("what follows could not be read" in problem.message for problem in recording.problems)
