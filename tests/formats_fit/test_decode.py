"""The decoder as a whole: what it recognises, refuses, and leaves to fitparse."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from footfall.errors import DamagedFileError, NotAnActivityError, RunFileError, UnknownFormatError, UnsupportedFileError
from footfall.formats.decoder import Decoder, Reader
from footfall.formats.fit import FitDecoder, fallback, stamps
from footfall.formats.fit.fallback import LARGEST
from footfall.formats.fit.profile import Kind
from footfall.formats.fit.scan import MOST_DEFINITIONS
from footfall.formats.fit.tables import MOST
from footfall.model.run import Decoded
from footfall.wording import say
from sampledata.fit_writer import ENUM, UINT8, UINT32, Definition, DeveloperField, Field, FitWriter
from tests.formats_fit.craft import EVENT, RECORD, START, Made, event, records, session

DECODER: Decoder = FitDecoder()
SAME_BOTH_WAYS = (
    "corriporai__runpandas/run.fit",
    "dtcooper__python-fitparse/activity-unexpected-eof.fit",
    "dtcooper__python-fitparse/compressed-speed-distance.fit",
    "fgebhart__workoutizer/with_nones.fit",
    "msimms__TestFilesForFitnessApps/20181108_run_garmin_fenix_3_hr.fit",
    "wader__fq/activity_invalid_strings.fit",
)


def decode(data: bytes, reader: Reader = Reader.AUTO) -> tuple[Decoded, ...]:
    return DECODER.decode(data, "made.fit", reader)


def sentence(error: RunFileError) -> str:
    """What a user would read; KeyError where the catalogue lacks it."""
    return say(f"problem.{error.code}", **error.values)


def assert_same(ours: Decoded, theirs: Decoded) -> None:
    assert ours.start == theirs.start
    assert set(ours.columns) == set(theirs.columns)
    for name, values in ours.columns.items():
        np.testing.assert_array_equal(values, theirs.columns[name], err_msg=name)
    assert (ours.laps, ours.sessions, ours.utc_offset_s) == (theirs.laps, theirs.sessions, theirs.utc_offset_s)
    assert ours.pauses.edges.tolist() == theirs.pauses.edges.tolist()
    assert (ours.source.producer, ours.source.device) == (theirs.source.producer, theirs.source.device)


@pytest.mark.parametrize(
    "head", [b"", b"\x0e", b"<?xml version='1.0'?><gpx>", b"\x0e\x20\x00\x00....FIT.", b"\x05...........FIT"]
)
def test_what_is_not_fit_is_not_recognised(head: bytes) -> None:
    assert not DECODER.recognises(head)
    with pytest.raises(UnknownFormatError):
        decode(head)


def test_fit_is_recognised_by_its_first_twelve_bytes() -> None:
    assert DECODER.name == "fit"
    assert DECODER.recognises(Made().to_bytes()[:12])


def test_the_source_is_said() -> None:
    data = Made().to_bytes()
    (one,) = decode(data)
    assert one.source.path == "made.fit"
    assert one.source.sha256 == hashlib.sha256(data).hexdigest()
    assert (one.source.format, one.source.reader, one.source.name) == ("fit", "footfall", None)


@pytest.mark.parametrize(("kind", "name"), [(2, "settings"), (5, "workout"), (6, "course"), (32, "monitoring b"), (99, "99")])
def test_files_of_other_types_are_no_activity(kind: int, name: str) -> None:
    with pytest.raises(NotAnActivityError) as caught:
        decode(Made(file_id={0: kind, 1: 1, 2: 3113, 8: None}).to_bytes())
    assert (caught.value.reason, caught.value.values, caught.value.path) == ("not-an-activity", {"kind": name}, "made.fit")
    assert name in sentence(caught.value)


def test_a_file_that_does_not_say_its_type_is_read_when_it_has_points() -> None:
    writer = FitWriter()
    writer.define(Definition(0, 20, RECORD))
    for row in records(5):
        writer.write(0, row)
    assert len(decode(writer.to_bytes())[0].columns["time_s"]) == 5


def test_an_activity_without_points() -> None:
    with pytest.raises(RunFileError) as caught:
        decode(Made(records=[], sessions=[session(elapsed_ms=1000)]).to_bytes())
    assert (caught.value.reason, caught.value.path) == ("no-samples", "made.fit")
    assert sentence(caught.value)


def test_a_header_and_nothing_else() -> None:
    with pytest.raises(DamagedFileError) as caught:
        decode(FitWriter().to_bytes())
    assert (caught.value.reason, caught.value.where) == ("damaged", "byte 0")
    assert sentence(caught.value)


def test_a_file_that_breaks_off_before_its_first_point() -> None:
    data = Made().to_bytes()[:60]
    with pytest.raises(DamagedFileError) as caught:
        decode(data)
    assert caught.value.where == "byte 58"
    assert sentence(caught.value)


@pytest.mark.parametrize("name", SAME_BOTH_WAYS)
def test_fitparse_at_once_reads_the_same(corpus: Path, name: str) -> None:
    data = (corpus / name).read_bytes()
    (ours,), (theirs,) = decode(data), decode(data, Reader.FITPARSE)
    assert (ours.source.reader, theirs.source.reader) == ("footfall", "fitparse")
    assert_same(ours, theirs)


def test_fitparse_says_where_it_stopped() -> None:
    data = Made().to_bytes()
    (one,) = decode(data[:-30], Reader.FITPARSE)
    (problem,) = one.problems
    assert problem.reason == "truncated"
    assert problem.message.startswith("fitparse stopped at byte")


def test_fitparse_is_not_given_endless_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fallback, "MOST_MESSAGES", 21)  # file_id and 20 records
    (one,) = decode(Made().to_bytes(), Reader.FITPARSE)
    assert len(one.columns["time_s"]) == 20
    assert [problem.reason for problem in one.problems] == ["truncated"]


def test_fitparse_does_not_believe_what_another_file_defined() -> None:
    described = FitWriter()
    described.raw(Made(records=[]).to_bytes()[14:-2])
    described.define(Definition(7, 207, (Field(3, UINT8),)))
    described.write(7, {3: 0})
    described.define(Definition(8, 206, (Field(0, UINT8), Field(1, UINT8), Field(2, UINT8))))
    described.write(8, {0: 0, 1: 5, 2: 2})
    own = Definition(0, 20, (Field(253, UINT32), Field(4, UINT8)), developer=(DeveloperField(5, UINT8, 0),))
    orphan = Made(records=[]).writer()
    for writer in (described, orphan):
        writer.define(own)
        writer.write(0, {253: START, 4: 80}, {5: 170})
    (one,) = decode(described.to_bytes(), Reader.FITPARSE)
    assert one.columns["cadence_per_min"].tolist() == [80]
    with pytest.raises(DamagedFileError):
        decode(orphan.to_bytes(), Reader.FITPARSE)
    assert decode(orphan.to_bytes())[0].columns["cadence_per_min"].tolist() == [80]


def test_fitparse_is_not_given_large_files() -> None:
    with pytest.raises(UnsupportedFileError) as caught:
        decode(Made().to_bytes() + bytes(LARGEST), Reader.FITPARSE)
    assert caught.value.reason == "too-large"
    assert "800 kB" in sentence(caught.value)


def test_gpxpy_does_not_read_fit() -> None:
    with pytest.raises(UnsupportedFileError) as caught:
        decode(Made().to_bytes(), Reader.GPXPY)
    assert "gpxpy" in sentence(caught.value)


def crowded(after: bytes = b"") -> bytes:
    """More different definitions than ours takes, and a minute of points behind them."""
    writer = Made(records=[]).writer()
    for number in range(MOST_DEFINITIONS + 1):
        writer.define(Definition(5, 0x4000 + number, (Field(0, ENUM),)))
    writer.define(Definition(0, 20, RECORD))
    for row in records(60):
        writer.write(0, row)
    return writer.to_bytes() + after


def test_what_ours_declines_is_left_to_fitparse() -> None:
    (one,) = decode(crowded())
    assert one.source.reader == "fitparse"
    assert one.problems == ()
    assert_same(decode(Made().to_bytes())[0], one)


def test_our_own_reader_alone_leaves_nothing_to_fitparse() -> None:
    with pytest.raises(DamagedFileError):
        decode(crowded(), Reader.OURS)
    (one,) = decode(Made().to_bytes(), Reader.OURS)
    assert one.source.reader == "footfall"


def test_what_ours_declines_and_fitparse_cannot_be_given_is_damaged() -> None:
    writer = Made(records=[]).writer()
    writer.define(Definition(1, 0x3FFF, (Field(0, UINT8, 255),) * 50))
    for _ in range(LARGEST // 12_000):
        writer.write(1, {})
    crowd = crowded()
    writer.raw(crowd[14:-2])
    with pytest.raises(DamagedFileError):
        decode(writer.to_bytes())


def test_a_chain_of_what_ours_declines_is_too_much_for_fitparse_as_a_whole() -> None:
    links = LARGEST // len(crowded()) + 1
    with pytest.raises(DamagedFileError):
        decode(crowded() * links)


def test_fitparse_is_stopped_where_a_field_is_defined_again_and_again() -> None:
    writer = Made(records=records(20)).writer()
    writer.define(Definition(1, 21, (*EVENT, *[Field(3, UINT8)] * 200)))
    for _ in range(30):
        writer.write(1, {253: START, 0: 0, 1: 4})
    (one,) = decode(writer.to_bytes(), Reader.FITPARSE)
    assert len(one.columns["time_s"]) == 20
    assert [problem.reason for problem in one.problems] == ["truncated"]
    assert len(decode(writer.to_bytes())[0].problems) == 0  # ours reads on


def test_fitparse_is_stopped_at_more_fields_than_a_watch_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fallback, "MOST_CELLS", 4 + 20 * len(RECORD))
    (one,) = decode(Made().to_bytes(), Reader.FITPARSE)
    assert len(one.columns["time_s"]) == 20
    assert [problem.reason for problem in one.problems] == ["truncated"]


def test_messages_of_a_chain_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MOST, Kind.RECORD, 100)
    assert decode(Made().to_bytes())
    with pytest.raises(UnsupportedFileError):
        decode(Made().to_bytes() * 2)


def test_every_kind_that_is_read_has_a_bound() -> None:
    assert set(MOST) == set(Kind)


def test_compressed_headers_are_followed_among_so_many_messages_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Made(records=records(4)).writer()
    writer.define(Definition(0, 20, (Field(4, UINT8),)))
    for second in range(4, 10):
        writer.write_compressed(0, second, {4: 80})
    assert len(decode(writer.to_bytes())[0].columns["time_s"]) == 10
    monkeypatch.setattr(stamps, "MOST_STAMPED", 10)  # 10 records and a file_id
    with pytest.raises(UnsupportedFileError) as caught:
        decode(writer.to_bytes())
    assert "10 messages with compressed times" in sentence(caught.value)


def test_more_messages_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MOST, Kind.RECORD, 59)
    with pytest.raises(UnsupportedFileError) as caught:
        decode(Made().to_bytes())
    assert caught.value.reason == "too-large"
    assert "59 record messages" in sentence(caught.value)


def test_sessions_and_events_may_come_before_the_records() -> None:
    last = decode(Made(events=[event(5, 4), event(9, 0)], sessions=[session(elapsed_ms=60_000)]).to_bytes())[0]
    writer = FitWriter()
    for part in (
        Made(records=[], sessions=[session(elapsed_ms=60_000)]),
        Made(records=[], events=[event(5, 4), event(9, 0)]),
        Made(),
    ):
        writer.raw(part.to_bytes()[14:-2])
    (first,) = decode(writer.to_bytes())
    assert_same(last, first)


def test_two_records_of_one_second_both_stay() -> None:
    rows = [{253: START, 3: 100}, {253: START, 3: 101}, {253: START + 1, 3: 102}]
    (one,) = decode(Made(records=rows, record_fields=(Field(253, UINT32), Field(3, UINT8))).to_bytes())
    assert one.columns["time_s"].tolist() == [0, 0, 1]
