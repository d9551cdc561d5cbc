"""GPX as apps write it, and as the standard does not foresee."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import DamagedFileError, NotAnActivityError, RunFileError
from footfall.formats import read_bytes
from footfall.metrics.measure import measure
from footfall.metrics.runs import runs_of
from tests.formats_xml.made import START, assert_same_columns, gpx, read_one, stamp, trkpt

PREFIX = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.-]{0,9}", fullmatch=True)


@given(point=PREFIX, extension=PREFIX)
def test_any_prefix_declared_or_not_reads_the_same(point: str, extension: str) -> None:
    plain = gpx(*(trkpt(second, "<extensions><x><cad>80</cad><hr>140</hr></x></extensions>") for second in range(4)))
    with_prefix = plain
    for name in ("gpx", "trk", "trkseg", "trkpt", "ele", "time"):
        with_prefix = with_prefix.replace(f"<{name}>", f"<{point}:{name}>").replace(f"<{name} ", f"<{point}:{name} ")
        with_prefix = with_prefix.replace(f"</{name}>", f"</{point}:{name}>")
    for name in ("cad", "hr", "x"):
        with_prefix = with_prefix.replace(f"<{name}>", f"<{extension}:{name}>").replace(f"</{name}>", f"</{extension}:{name}>")
    assert_same_columns(read_one(plain), read_one(with_prefix))


@pytest.mark.parametrize(
    ("inside", "column", "value"),
    [
        (
            "<extensions><gpxtpx:TrackPointExtension><gpxtpx:cad>83</gpxtpx:cad></gpxtpx:TrackPointExtension></extensions>",
            "cadence_per_min",
            83.0,
        ),
        ("<extensions><gpxdata:cadence>83</gpxdata:cadence></extensions>", "cadence_per_min", 83.0),
        ("<extensions><TPX><RunCadence>83</RunCadence></TPX></extensions>", "cadence_per_min", 83.0),
        ("<extensions><hr>141</hr></extensions>", "heart_rate_bpm", 141.0),
        ("<extensions><gpxdata:hr>141</gpxdata:hr></extensions>", "heart_rate_bpm", 141.0),
        ("<extensions><heartrate>141</heartrate></extensions>", "heart_rate_bpm", 141.0),
        ("<extensions><HeartRateBpm><Value>141</Value></HeartRateBpm></extensions>", "heart_rate_bpm", 141.0),
        ("<speed>3.25</speed>", "speed_m_s", 3.25),
        ("<extensions><ns3:speed>3.25</ns3:speed></extensions>", "speed_m_s", 3.25),
        ("<extensions><power>301</power></extensions>", "power_w", 301.0),
        ("<extensions><pwr:PowerInWatts>301</pwr:PowerInWatts></extensions>", "power_w", 301.0),
        ("<extensions><ns3:atemp>-4.5</ns3:atemp></extensions>", "temperature_c", -4.5),
        ("<extensions><gpxdata:distance>1234.5</gpxdata:distance></extensions>", "distance_m", 1234.5),
    ],
)
def test_each_extension_is_its_column(inside: str, column: str, value: float) -> None:
    recording = read_one(gpx(*(trkpt(second, inside) for second in range(3))))
    np.testing.assert_array_equal(recording.columns[column], [value] * 3)


def test_zero_is_a_value_and_blank_is_none() -> None:
    zeros = '<trkpt lat="0" lon="0.0"><ele>0</ele><time>{}</time><cad>0</cad></trkpt>'
    blanks = '<trkpt lat="" lon="1"><ele></ele><time>{}</time><cad> </cad></trkpt>'
    recording = read_one(gpx(zeros.format(stamp(0)), blanks.format(stamp(1)), zeros.format(stamp(2))))
    for name in ("lat_deg", "lon_deg", "altitude_m", "cadence_per_min"):
        np.testing.assert_array_equal(recording.columns[name], [0.0, np.nan, 0.0], err_msg=name)
    assert not recording.problems


def test_decimal_commas_are_understood() -> None:
    point = '<trkpt lat="54,25" lon="6,5"><ele>3,75</ele><time>{}</time></trkpt>'
    recording = read_one(gpx(*(point.format(stamp(second)) for second in range(2))))
    assert [recording.columns[name][0] for name in ("lat_deg", "lon_deg", "altitude_m")] == [54.25, 6.5, 3.75]


@pytest.mark.parametrize(
    ("time", "start", "offset_s"),
    [
        ("2026-05-03T06:12:09Z", START, None),
        ("2026-05-03T06:12:09", START, None),
        ("2026-05-03 06:12:09", START, None),
        ("2026-05-03T06:12:09+00:00", START, None),
        ("2026-05-03T08:12:09+02:00", START, 7200),
        ("2026-05-03T08:12:09+0200", START, 7200),
        ("2026-05-03T08:12:09.000+02", START, 7200),
        ("2026-05-03T00:42:09-05:30", START, -19_800),
        ("20260503T061209Z", START, None),
        ("2026-05-03T06:12:09.250Z", START + dt.timedelta(seconds=0.25), None),
        ("2026-05-03T06:12:09,5Z", START + dt.timedelta(seconds=0.5), None),
        ("2026-05-03T06:12:09.123456789Z", START + dt.timedelta(microseconds=123_456), None),
        ("  2026-05-03T06:12:09Z\n", START, None),
    ],
)
def test_times_and_the_offsets_they_state(time: str, start: dt.datetime, offset_s: int | None) -> None:
    recording = read_one(gpx(trkpt(0, time=time), trkpt(60), trkpt(61)))
    assert recording.start == start
    assert recording.utc_offset_s == offset_s
    assert recording.columns["time_s"][1] == (START - start).total_seconds() + 60


def test_points_without_time_are_dropped_and_counted() -> None:
    bare = '<trkpt lat="54" lon="6"><ele>1</ele></trkpt>'
    recording = read_one(gpx(trkpt(0), bare, trkpt(1), trkpt(2, time="soon"), trkpt(3, time=""), trkpt(4)))
    np.testing.assert_array_equal(recording.columns["time_s"], [0, 1, 4])
    (problem,) = recording.problems
    assert problem.reason == "dropped-values"
    assert problem.message.startswith("3 of 6 points")


@pytest.mark.parametrize("timed", [0, 1, 5])
def test_too_few_times_are_no_recording(timed: int) -> None:
    bare = '<trkpt lat="54" lon="6"></trkpt>'
    with pytest.raises(RunFileError) as caught:
        read_one(gpx(*(trkpt(second) for second in range(timed)), *[bare] * 20))
    assert caught.value.reason == "no-time"
    assert caught.value.path == "made"


def test_a_clock_that_was_never_set_is_said_with_its_date() -> None:
    with pytest.raises(RunFileError) as caught:
        read_one(gpx(*(trkpt(0, time=f"1989-12-31T00:00:{second:02}Z") for second in range(5))))
    assert (caught.value.reason, caught.value.values) == ("bad-clock", {"found": "1989-12-31"})


@pytest.mark.parametrize(
    "slip", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2019-08-25T06:12:09Z", "9999-12-31T23:59:59-12:00"]
)
def test_one_slip_of_the_clock_costs_one_point(slip: str) -> None:
    recording = read_one(gpx(*(trkpt(second) for second in range(5)), trkpt(5, time=slip), trkpt(6)))
    assert recording.start == START
    np.testing.assert_array_equal(recording.columns["time_s"], [0, 1, 2, 3, 4, 6])


def test_steps_backward_stay_in_file_order_and_never_before_zero() -> None:
    recording = read_one(gpx(*(trkpt(second) for second in (5, 6, 3, 7))))
    np.testing.assert_array_equal(recording.columns["time_s"], [2, 3, 0, 4])


def test_half_a_position_is_none() -> None:
    half = f'<trkpt lat="54"><time>{stamp(1)}</time></trkpt>'
    recording = read_one(gpx(trkpt(0), half, trkpt(2)))
    assert np.isnan(recording.columns["lat_deg"]).tolist() == [False, True, False]
    assert np.isnan(recording.columns["lon_deg"]).tolist() == [False, True, False]


def test_impossible_values_are_dropped_and_counted_per_column() -> None:
    heart_rates = (0, 140, 999, 141)
    recording = read_one(gpx(*(trkpt(k, f"<hr>{rate}</hr><cad>none</cad>") for k, rate in enumerate(heart_rates))))
    np.testing.assert_array_equal(recording.columns["heart_rate_bpm"], [np.nan, 140, np.nan, 141])
    assert "cadence_per_min" not in recording.columns
    messages = {problem.reason: problem.message for problem in recording.problems}
    assert set(messages) == {"dropped-values"}
    assert sorted(problem.message.split(" lie")[0] for problem in recording.problems) == [
        "2 values of heart_rate_bpm",
        "4 values of cadence_per_min",
    ]


def test_every_track_is_a_recording_and_empty_segments_are_nothing() -> None:
    later = "".join(trkpt(second) for second in range(5000, 5003))
    document = gpx(trkpt(0), "</trkseg><trkseg/><trkseg>", trkpt(1), track="<name>One &amp; only</name>").replace(
        "</gpx>", f"<trk><name>Two</name><trkseg>{later}</trkseg></trk><trk/></gpx>"
    )
    first, second = read_bytes(document.encode(), "made")
    assert (first.source.name, len(first.columns["time_s"])) == ("One & only", 2)
    assert (second.source.name, len(second.columns["time_s"])) == ("Two", 3)
    assert second.start == START + dt.timedelta(seconds=5000)


def test_a_track_without_times_beside_a_good_one_is_named() -> None:
    bare = '<trk><trkseg><trkpt lat="54" lon="6"/></trkseg></trk>'
    (recording,) = read_bytes(gpx(trkpt(0), trkpt(1)).replace("</gpx>", f"{bare}</gpx>").encode(), "made")
    (problem,) = recording.problems
    assert (problem.reason, problem.where) == ("no-time", "track 2")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('<rte><rtept lat="54" lon="6"/></rte>', "route"),
        ('<wpt lat="54" lon="6"><name>Buoy</name></wpt>', "waypoints"),
        ('<wpt lat="54" lon="6"/><rte><rtept lat="54" lon="6"/></rte><trk/>', "route"),
    ],
)
def test_what_is_no_activity_says_what_it_is(body: str, kind: str) -> None:
    with pytest.raises(NotAnActivityError) as caught:
        read_one(f"<gpx>{body}</gpx>")
    assert caught.value.values == {"kind": kind}


def test_a_file_without_anything_has_no_samples() -> None:
    with pytest.raises(RunFileError) as caught:
        read_one("<gpx/>")
    assert caught.value.reason == "no-samples"


@pytest.mark.parametrize(
    ("written", "sport"),
    [
        ("running", ("running", None)),
        ("Run", ("running", None)),
        ("9", ("running", None)),
        ("1", ("cycling", None)),
        ("77", None),
        ("trail_running", ("running", "trail")),
        ("Treadmill Running", ("running", "treadmill")),
        ("Cycling", ("cycling", None)),
        ("kite surfing", ("kite_surfing", None)),
        ("Other", None),
        ("", None),
    ],
)
def test_sport_as_stated_and_no_session_where_none_is(written: str, sport: tuple[str, str | None] | None) -> None:
    recording = read_one(gpx(trkpt(0), trkpt(7), track=f"<type>{written}</type>"))
    stated = [(session.sport, session.sub_sport, session.end_s) for session in recording.sessions]
    assert stated == ([] if sport is None else [(*sport, 7.0)])


def test_the_source_names_producer_track_and_content() -> None:
    recording = read_one(gpx(trkpt(0), trkpt(1), before="<metadata><name>All</name></metadata>", track="<name>\n </name>"))
    assert (recording.source.format, recording.source.reader, recording.source.path) == ("gpx", "footfall", "made")
    assert (recording.source.producer, recording.source.name) == ("made", "All")
    assert not recording.pauses.edges.size


def test_names_of_points_and_extensions_after_the_last_point_change_nothing() -> None:
    inside = "<name>Kilometre 1</name><link><text>x</text></link>"
    document = gpx(trkpt(0, inside), trkpt(1), "<extensions><hr>99</hr><time>2001-01-01T00:00:00Z</time></extensions>")
    recording = read_one(document)
    assert recording.source.name is None
    assert set(recording.columns) == {"time_s", "lat_deg", "lon_deg", "altitude_m"}
    assert recording.start == START


def test_a_later_number_holds_and_a_later_blank_does_not() -> None:
    twice = "<cad>70</cad><extensions><RunCadence>71</RunCadence></extensions>"
    blank = "<cad>70</cad><extensions><RunCadence/></extensions>"
    recording = read_one(gpx(trkpt(0, twice), trkpt(1, blank), trkpt(2, "<cad>70</cad><cad>  </cad>")))
    np.testing.assert_array_equal(recording.columns["cadence_per_min"], [71, 70, 70])


def test_a_document_that_breaks_before_its_first_point_is_damaged_and_says_where() -> None:
    with pytest.raises(DamagedFileError) as caught:
        read_one("<gpx>\n<metadata>\n<name>R & D</name></metadata></gpx>")
    assert caught.value.where == "line 3"


def test_breaks_between_segments_are_handed_on() -> None:
    cut = "</trkseg><trkseg>"
    untimed = '<trkpt lat="54" lon="6.5"/>'
    recording = read_one(gpx(trkpt(0), trkpt(1), cut, cut, untimed, trkpt(60), trkpt(61), cut, trkpt(62), cut, trkpt(50)))
    assert recording.breaks.edges.tolist() == [[1.0, 60.0], [61.0, 62.0]]  # an empty segment is none; the clock stepped back
    assert not len(recording.pauses)
    assert not len(read_one(gpx(trkpt(0), trkpt(600))).breaks)


def test_a_stop_that_the_app_cut_out_is_no_timer_minute_and_a_tunnel_is_one() -> None:
    def minutes(metres: float) -> float:
        north = [k * 3 / 111_195 for k in range(600)]
        beyond = [north[-1] + (metres + k * 3) / 111_195 for k in range(600)]
        points = [
            f'<trkpt lat="{54 + lat:.8f}" lon="6"><time>{stamp(second)}</time></trkpt>'
            for lat, second in zip(north + beyond, [*range(600), *range(799, 1399)], strict=True)
        ]
        (run,) = runs_of(read_one(gpx(*points[:600], "</trkseg><trkseg>", *points[600:], track="<type>running</type>")))[0]
        return measure(run).totals.timer_s / 60

    assert minutes(120) == pytest.approx(1198 / 60, abs=0.01)
    assert minutes(700) == pytest.approx(1398 / 60, abs=0.01)
