"""XML that means harm, and XML that is cut off or was never XML."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import DamagedFileError, RunFileError, UnknownFormatError, UnsupportedFileError
from footfall.formats import read_bytes
from footfall.formats.decoder import Reader
from footfall.formats.gpx import fallback as gpx_fallback
from footfall.wording import say
from tests.formats_xml.made import gpx, lap, read_one, tcx, trkpt

RUN = gpx(trkpt(0), trkpt(1))
BOMB = "".join(f'<!ENTITY e{k} "{f"&e{k - 1};" * 10 if k else "ha"}">' for k in range(9))


@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE gpx [{BOMB}]>",
        '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE gpx [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]>',
        '<!DOCTYPE gpx [<!ENTITY harmless "1">]>',
    ],
    ids=["bomb", "external", "parameter", "unused"],
)
@pytest.mark.parametrize("reader", [Reader.AUTO, Reader.GPXPY])
def test_entities_are_refused_before_anything_expands(doctype: str, reader: Reader) -> None:
    document = f'<?xml version="1.0"?>{doctype}{RUN.replace("<ele>0.0</ele>", "<ele>&e8;&x;</ele>")}'
    started = time.process_time()
    with pytest.raises(UnsupportedFileError) as caught:
        read_bytes(document.encode(), "bomb.gpx", reader)
    assert (caught.value.reason, caught.value.path) == ("unsafe-xml", "bomb.gpx")
    assert time.process_time() - started < 1


def test_a_tcx_with_entities_is_refused_too() -> None:
    with pytest.raises(UnsupportedFileError) as caught:
        read_one(f"<!DOCTYPE TrainingCenterDatabase [{BOMB}]>{tcx(lap(0, 5, (0, 1, 2)))}")
    assert caught.value.reason == "unsafe-xml"


def test_a_document_type_without_entities_is_read() -> None:
    document = f'<!DOCTYPE gpx SYSTEM "http://127.0.0.1/gpx.dtd" [<!ATTLIST gpx creator CDATA "nobody">]>{RUN}'
    assert read_one(document).source.producer == "made"
    assert read_one(document.replace(' creator="made"', "")).source.producer is None


def test_deep_nesting_ends_the_reading_and_not_the_memory() -> None:
    document = RUN.replace("</trkseg>", f"{'<a>' * 2_000_000}</trkseg>")
    recording = read_one(document)
    assert [problem.reason for problem in recording.problems] == ["truncated"]
    assert len(recording.columns["time_s"]) == 2


RUNS = {"gpx": gpx(*map(trkpt, range(9))), "tcx": tcx(lap(0, 9, tuple(range(10))))}
FLOODS = {
    "elements": ("</trkseg>", "<a/>" * 200_000, "too-large.elements"),
    "elements in a point": ("</trkpt>", "<ele/>" * 200_000, "too-large.elements"),
    "points": ("</trkseg>", "<trkpt/>" * 200_000, "too-large.elements"),
    "tracks": ("</gpx>", "<trk/>" * 5_001, "too-large.parts"),
    "attributes": ("</trkseg>", "<a " + " ".join(f"b{k}='x>'" for k in range(1_001)) + "/>", "too-large.attributes"),
    "names": ("</trkseg>", "".join(f"<a{k}/>" for k in range(10_001)), "too-large.names"),
    "laps": ("</Activity>", "<Lap/>" * 5_001, "too-large.parts"),
    "activities": ("</Activities>", "<Activity/>" * 5_001, "too-large.parts"),
    "totals": ("</Lap>", "<TotalTimeSeconds/>" * 200_000, None),
}


@pytest.mark.parametrize("kind", FLOODS)
def test_floods_of_what_no_run_has_are_refused_with_what_they_are(kind: str) -> None:
    before, flood, code = FLOODS[kind]
    document = RUNS["gpx" if before in RUNS["gpx"] else "tcx"]
    at = document.rindex(before)
    flooded = document[:at] + flood + document[at:]
    if code is None:  # no more than a long file may have
        assert len(read_one(flooded).columns["time_s"]) == 10
        return
    with pytest.raises(UnsupportedFileError) as caught:
        read_one(flooded)
    assert (caught.value.reason, caught.value.code) == ("too-large", code)
    assert "{" not in say(f"problem.{code}", **caught.value.values)


def test_a_flood_of_attribute_declarations_is_refused() -> None:
    declarations = "".join(f'<!ATTLIST gpx a{k} CDATA "x">' for k in range(1_001))
    with pytest.raises(UnsupportedFileError) as caught:
        read_one(f"<!DOCTYPE gpx [{declarations}]>{RUN}")
    assert caught.value.code == "too-large.attributes"


def test_as_many_elements_as_the_tersest_run_has_are_read_point_by_point() -> None:
    terse = '<trkpt lat="1" lon="2"><time>2026-05-03T06:{:02}:{:02}Z</time><!----><hr>99</hr></trkpt>'
    document = gpx(*(terse.format(k // 60 % 60, k % 60) for k in range(60_000)))
    assert len(read_one(document).columns["time_s"]) == 60_000


def test_as_many_tracks_and_laps_as_a_life_has_are_read() -> None:
    document = RUNS["gpx"].replace("</gpx>", "<trk/>" * 4_999 + "</gpx>")
    assert len(read_one(document).columns["time_s"]) == 9
    document = RUNS["tcx"].replace("</Activity>", "<Lap/>" * 4_998 + "</Activity>")
    assert len(read_one(document).columns["time_s"]) == 10


@pytest.mark.parametrize("limit", ["_MOST_ELEMENTS", "_MOST_CHARACTERS"])
def test_a_large_damaged_file_is_read_on_behind_one_place_at_least(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(f"footfall.formats.xml.mend.{limit}", 10)
    points = [trkpt(second) for second in range(20)]
    points[5] = points[5].replace("</ele>", "</el>")
    points[15] = points[15].replace("</ele>", "</el>")
    recording = read_one(gpx(*points))
    assert len(recording.columns["time_s"]) == 14
    assert {problem.reason for problem in recording.problems} == {"truncated"}


@pytest.mark.parametrize("document", [gpx(*map(trkpt, range(40))), tcx(lap(0, 40, tuple(range(41))))], ids=["gpx", "tcx"])
def test_a_document_cut_anywhere_keeps_its_whole_points(document: str) -> None:
    lines = document.replace("><", ">\n<")
    closing = "</trkpt>" if "</trkpt>" in lines else "</Trackpoint>"
    for cut in range(0, len(lines), 7):
        whole = lines.count(closing, 0, cut)
        if whole < 2:
            with pytest.raises(RunFileError):
                read_one(lines[:cut])
            continue
        recording = read_one(lines[:cut])
        assert len(recording.columns["time_s"]) == whole
        (problem,) = recording.problems
        assert problem.reason == "truncated"
        assert problem.where == f"line {lines.count(chr(10), 0, cut) + 1}"
        assert f"{whole} points" in problem.message


@given(
    st.binary(max_size=300),
    st.sampled_from(["<gpx>", "<?xml version='1.0'?><gpx", "<TrainingCenterDatabase><Activities>", RUN[:150]]),
)
def test_any_bytes_after_a_good_beginning_raise_nothing_but_run_file_errors(tail: bytes, head: str) -> None:
    try:
        recordings = read_bytes(head.encode() + tail, "made")
    except RunFileError:
        return
    assert recordings


@given(st.data())
def test_any_flipped_bytes_raise_nothing_but_run_file_errors(data: st.DataObject) -> None:
    document = bytearray(
        data.draw(st.sampled_from([gpx(*map(trkpt, range(8))), tcx(lap(0, 9, (1, 2, 3)), lap(9, 9, (9, 12)))])).encode()
    )
    for position in data.draw(st.lists(st.integers(0, len(document) - 1), min_size=1, max_size=6)):
        document[position] = data.draw(st.integers(0, 255))
    try:
        recordings = read_bytes(bytes(document), "made")
    except RunFileError:
        return
    assert recordings


def test_two_documents_in_one_file_give_the_first() -> None:
    recording = read_one(RUN + RUN)
    assert len(recording.columns["time_s"]) == 2
    assert [problem.reason for problem in recording.problems] == ["truncated"]


@pytest.mark.parametrize("data", [b"", b"\n \r\n", bytes(4096)], ids=["nothing", "blank", "zeros"])
def test_an_empty_file_is_called_empty(data: bytes) -> None:
    with pytest.raises(DamagedFileError) as caught:
        read_bytes(data, "run.gpx")
    assert (caught.value.reason, caught.value.code, caught.value.path) == ("damaged", "damaged.empty", "run.gpx")


@pytest.mark.parametrize(
    "data", [b"<foo\n", b"<html><body>log in</body></html>", b"date;km\n1;2\n", bytes(range(256)) * 40, b"<"]
)
def test_what_no_reader_knows_is_unknown(data: bytes) -> None:
    with pytest.raises(UnknownFormatError) as caught:
        read_bytes(data, "run.gpx")
    assert caught.value.path == "run.gpx"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gpxstudio__gpx.studio/with_power_2.gpx", "no-time"),
        ("mshroyer__coursepointer/invalid_bad_xml.gpx", "unknown-format"),
        ("mshroyer__coursepointer/invalid_empty.gpx", "damaged"),
        ("tkrajina__gpxpy/cerknicko-without-times.gpx", "no-time"),
        ("tkrajina__gpxpy/route.gpx", "not-an-activity"),
    ],
)
def test_real_files_that_are_no_recordings_say_why(corpus: Path, name: str, reason: str) -> None:
    with pytest.raises(RunFileError) as caught:
        read_bytes((corpus / name).read_bytes(), name)
    assert caught.value.reason == reason


def test_gpxpy_is_asked_once_nothing_was_found_and_only_for_small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def refuse(text: str) -> None:
        asked.append(len(text))
        raise DamagedFileError

    monkeypatch.setattr("footfall.formats.gpx.decode.read_with_gpxpy", refuse)
    for filling in (10, gpx_fallback.MOST_BYTES):
        with pytest.raises(DamagedFileError) as caught:
            read_one(f"<gpx><metadata>{'x' * filling}</nothing>")
        assert caught.value.where == "line 1"
    assert [length < gpx_fallback.MOST_BYTES for length in asked] == [True]


def test_gpxpy_is_not_given_more_than_it_can_take() -> None:
    document = gpx(trkpt(0), trkpt(1), before=f"<metadata><desc>{'x' * 800_000}</desc></metadata>")
    with pytest.raises(UnsupportedFileError) as caught:
        read_bytes(document.encode(), "long.gpx", Reader.GPXPY)
    assert caught.value.reason == "too-large"
    assert read_one(document).source.reader == "footfall"


@pytest.mark.parametrize(
    ("document", "reader"),
    [(RUN, Reader.FITPARSE), (tcx(lap(0, 5, (0, 1))), Reader.FITPARSE), (tcx(lap(0, 5, (0, 1))), Reader.GPXPY)],
)
def test_a_reader_of_another_format_is_refused(document: str, reader: Reader) -> None:
    with pytest.raises(UnsupportedFileError) as caught:
        read_bytes(document.encode(), "run", reader)
    assert caught.value.code == "unknown-format.other-reader"
    assert caught.value.values["reader"] == reader.value


def test_what_gpxpy_declines_is_damaged() -> None:
    with pytest.raises(DamagedFileError):
        read_bytes(gpx(trkpt(0), "<undeclared:x/>", trkpt(1)).encode(), "run.gpx", Reader.GPXPY)
