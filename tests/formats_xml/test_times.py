"""Times and numbers, many at once, against one at a time."""

import datetime as dt
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.formats import read_bytes
from footfall.formats.xml.iso_times import to_instant, to_instants
from footfall.formats.xml.text_numbers import finite_or_none, to_float, to_floats

INSTANT = st.datetimes(dt.datetime(1, 1, 3), dt.datetime(9999, 12, 29))
ZONE = st.sampled_from(["", "Z", "+02:00", "-05:30", "+0200", "+14"])
WRITTEN = st.builds(
    lambda instant, zone, unit: instant.isoformat("T", unit) + zone,
    INSTANT,
    ZONE,
    st.sampled_from(["seconds", "milliseconds", "microseconds"]),
)
ANY = (
    WRITTEN
    | st.sampled_from(["", " ", "soon", "2026-02-31T06:00:00Z", "2026-13-01T06:00:00Z", "2026-05-03T25:00:00Z", "2026-05-03"])
    | st.text(max_size=24)
)


@given(st.lists(ANY, max_size=30) | st.lists(WRITTEN, max_size=30))
def test_many_times_are_each_of_them(texts: list[str]) -> None:
    many = to_instants(texts)
    single = [to_instant(text) for text in texts]
    assert many.known.tolist() == [instant is not None for instant in single]
    assert many.us.tolist() == [0 if instant is None else instant[0] for instant in single]


@given(INSTANT, st.integers(-14 * 60, 14 * 60))
def test_a_time_is_what_python_reads(instant: dt.datetime, minutes: int) -> None:
    aware = instant.replace(tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    us, offset_s = to_instant(aware.isoformat()) or (0, 0)
    assert us == (instant - dt.datetime(1970, 1, 1)) // dt.timedelta(microseconds=1) - minutes * 60_000_000
    assert offset_s == minutes * 60


def test_the_first_stated_offset_counts() -> None:
    assert to_instants(["2026-05-03T06:00:00Z", "2026-05-03T08:00:00+02:00", "2026-05-03T09:00:00+03:00"]).offset_s == 7200
    assert to_instants(["2026-05-03T08:00:00+02:00"] * 3).offset_s == 7200
    assert to_instants(["2026-05-03T08:00:00Z"] * 3).offset_s is None
    assert to_instants([]).offset_s is None


@pytest.mark.parametrize("text", ["2026-05-03T06:00:60Z", "2026-05-03T06:01:00Z"])
def test_a_leap_second_is_the_next_minute(text: str) -> None:
    assert (to_instant(text) or (0,))[0] == 1_777_788_060_000_000


@given(st.lists(st.floats(allow_nan=False) | st.integers(-(10**18), 10**18), max_size=20))
def test_numbers_are_read_to_the_last_bit(values: list[float]) -> None:
    np.testing.assert_array_equal(to_floats([repr(value) for value in values]), np.array(values, dtype=np.float64))


def test_blank_is_missing_and_nonsense_is_out_of_range() -> None:
    np.testing.assert_array_equal(
        to_floats(["1.5", " 2,5\n", "", "  ", "n/a", "0", "1.2.3"]), [1.5, 2.5, np.nan, np.nan, np.inf, 0, np.inf]
    )
    assert math.isnan(to_float(" "))
    assert [finite_or_none(text) for text in (None, "", "ten", "12,5", "0")] == [None, None, None, 12.5, 0]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-05-03T06:12:{:02d}", True),
        ("2026-05-03 06:12:{:02d}.5", True),
        ("2026-05-03T06:12:{:02d}Z", False),
        ("2026-05-03T06:12:{:02d}+00:00", False),
        ("20260503T0612{:02d}+0200", False),
    ],
)
def test_times_without_a_zone_are_taken_as_utc_and_that_is_said(written: str, said: bool) -> None:
    points = "".join(f'<trkpt lat="0" lon="-30"><time>{written.format(second)}</time></trkpt>' for second in range(30))
    (recording,) = read_bytes(f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>".encode(), "run.gpx")
    assert [problem.reason for problem in recording.problems if "UTC" in problem.message] == ["inferred-values"] * said
    assert recording.start.minute == 12


@given(
    st.lists(
        st.tuples(*(st.integers(0, most) for most in (9999, 19, 39, 29, 69, 69))),
        min_size=1,
        max_size=30,
    )
)
def test_moments_that_do_not_exist_are_unknown_and_never_reach_numpy(moments: list[tuple[int, ...]]) -> None:
    """NumPy 2.x dies of `2026-13-41T25:61:61` when it casts texts to datetime64; found by the fuzzer."""
    texts = ["{:04d}-{:02d}-{:02d}T{:02d}:{:02d}:{:02d}Z".format(*moment) for moment in moments]
    found = to_instants(texts)
    for row, text in enumerate(texts):
        single = to_instant(text)
        assert bool(found.known[row]) is (single is not None)
        assert single is None or found.us[row] == single[0]
