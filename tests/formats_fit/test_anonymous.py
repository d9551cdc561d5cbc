"""Copies for bug reports: nothing of who, where and when; everything else as it was."""

import datetime as dt
from pathlib import Path

import fitparse
import numpy as np
import pytest

from footfall.errors import NotAnActivityError, RunFileError, UnknownFormatError
from footfall.formats.fit import FitDecoder
from footfall.formats.fit.anonymous import anonymised
from footfall.formats.fit.columns import invalid_bytes
from footfall.metrics.measure import measure
from footfall.metrics.runs import runs_of
from footfall.metrics.track import haversine_m
from footfall.model.run import Decoded
from tests.effort import some
from tests.formats_fit.test_against_others import CORPUS_FILES, NO_ACTIVITY

pytestmark = pytest.mark.filterwarnings("ignore:datetime.datetime.utcfromtimestamp:DeprecationWarning")
each_file = pytest.mark.parametrize("name", some(CORPUS_FILES, every=3), ids=lambda name: name.split("/")[1])
PLACES = {"lat_deg", "lon_deg"}
DAY_S = 86_400


def decoded(data: bytes) -> tuple[Decoded, ...]:
    return FitDecoder().decode(data, "x.fit")


@each_file
def test_everything_but_place_and_date_is_as_it_was(corpus: Path, name: str) -> None:
    data = (corpus / name).read_bytes()
    copy = anonymised(data)
    assert len(copy.data) == len(data)
    for before, after in zip(decoded(data), decoded(copy.data), strict=True):
        assert set(after.columns) == set(before.columns)
        for column in set(before.columns) - PLACES:
            np.testing.assert_array_equal(after.columns[column], before.columns[column], err_msg=column)
        assert (after.laps, after.sessions, after.utc_offset_s) == (before.laps, before.sessions, before.utc_offset_s)
        assert after.pauses == before.pauses or np.array_equal(after.pauses.edges, before.pauses.edges)
        assert [one.reason for one in after.problems] == [one.reason for one in before.problems]
        assert after.source.device == before.source.device
        shift = before.start - after.start
        assert shift.total_seconds() % DAY_S == 0
        for was, now in zip(runs_of(before)[0], runs_of(after)[0], strict=True):
            one, other = measure(was), measure(now)
            np.testing.assert_allclose(other.bins.footfalls.sum(), one.bins.footfalls.sum(), rtol=1e-3)
            assert other.totals.distance_m == pytest.approx(one.totals.distance_m, rel=1e-3)


@each_file
def test_the_track_lies_at_sea_with_the_same_steps_and_the_date_is_gone(corpus: Path, name: str) -> None:
    data = (corpus / name).read_bytes()
    copy = anonymised(data)
    for before, after in zip(decoded(data), decoded(copy.data), strict=True):
        if before.start > dt.datetime(2001, 1, 3, tzinfo=dt.UTC):
            assert dt.datetime(2001, 1, 1, tzinfo=dt.UTC) <= after.start < dt.datetime(2001, 1, 3, tzinfo=dt.UTC)
        if "lat_deg" not in before.columns:
            continue
        assert copy.moved
        steps = [haversine_m(one.columns["lat_deg"], one.columns["lon_deg"]) for one in (before, after)]
        assert np.nansum(steps[1]) == pytest.approx(np.nansum(steps[0]), rel=2e-3)
        assert np.nanmax(np.abs(after.columns["lat_deg"])) < 0.5
        assert np.nanmax(np.abs(after.columns["lon_deg"] + 30)) < 0.5


@each_file
def test_no_serial_number_name_date_or_position_of_the_original_is_left(corpus: Path, name: str) -> None:
    """Asked of fitparse, message by message: every value that identifies somebody, in the bytes of the copy."""
    data = (corpus / name).read_bytes()
    copy = anonymised(data).data
    private: set[bytes] = set()
    try:
        for message in fitparse.FitFile(data, check_crc=False).get_messages():
            for cell in message.fields:
                if "serial_number" in (cell.name or "") and (cell.raw_value or 0) > 2**16:
                    private.add(int(cell.raw_value).to_bytes(4, "little"))
                if cell.units == "semicircles" and isinstance(cell.raw_value, int) and abs(cell.raw_value) > 2**24:
                    private.add(cell.raw_value.to_bytes(4, "little", signed=True))
                if (cell.name or "").startswith(("time_created", "start_time", "local_time")) and (cell.raw_value or 0) > 2**28:
                    private.add(int(cell.raw_value).to_bytes(4, "little"))
    except fitparse.FitParseError:
        pass  # what came before is looked for all the same
    assert private or "filecrc" in name or "corrupt" in name or "eof" in name
    assert not [value for value in private if value in copy]


def test_names_and_what_no_profile_knows_are_emptied(corpus: Path) -> None:
    data = (corpus / "wader__fq/activity_invalid_strings.fit").read_bytes()
    copy = anonymised(data)
    assert copy.emptied > 0
    texts = [
        cell.raw_value
        for message in fitparse.FitFile(copy.data, check_crc=True).get_messages()
        for cell in message.fields
        if isinstance(cell.raw_value, str) and cell.raw_value.strip("\0")
    ]
    assert not texts


def test_a_second_copy_of_a_copy_changes_nothing(corpus: Path) -> None:
    once = anonymised((corpus / "roznet__connectstats/track_cs_728599.fit").read_bytes())
    twice = anonymised(once.data)
    again = decoded(twice.data)[0].columns
    for column, values in decoded(once.data)[0].columns.items():
        np.testing.assert_allclose(again[column], values, atol=1e-6)
    assert twice.days == 0


@each_file
def test_a_cut_file_can_be_shown_too(corpus: Path, name: str) -> None:
    data = (corpus / name).read_bytes()
    for share in (0.3, 0.6, 0.95):
        cut = data[: int(len(data) * share)]
        try:
            before = decoded(cut)
        except RunFileError:
            continue
        after = decoded(anonymised(cut).data)
        assert [len(one.columns["time_s"]) for one in after] == [len(one.columns["time_s"]) for one in before]
        assert [[p.reason for p in one.problems] for one in after] == [[p.reason for p in one.problems] for one in before]


@pytest.mark.parametrize("name", NO_ACTIVITY)
def test_settings_and_courses_are_refused(corpus: Path, name: str) -> None:
    with pytest.raises(NotAnActivityError):
        anonymised((corpus / name).read_bytes())


def test_what_is_no_fit_is_refused() -> None:
    with pytest.raises(UnknownFormatError):
        anonymised(b"<gpx></gpx>")


@pytest.mark.parametrize(
    ("base", "size", "order", "expected"),
    [
        (0x02, 1, "<", b"\xff"),
        (0x01, 1, "<", b"\x7f"),
        (0x83, 2, ">", b"\x7f\xff"),
        (0x8C, 4, "<", b"\0\0\0\0"),
        (0x8E, 8, "<", b"\xff" * 7 + b"\x7f"),
        (0x8F, 16, "<", b"\xff" * 16),
        (0x07, 5, "<", b"\0" * 5),
        (0x88, 4, "<", b"\xff" * 4),
        (0x86, 3, "<", b"\xff" * 3),  # a length that does not fit its type
    ],
)
def test_an_emptied_field_holds_the_invalid_value_of_its_type(base: int, size: int, order: str, expected: bytes) -> None:
    assert invalid_bytes(base, size, order) == expected
