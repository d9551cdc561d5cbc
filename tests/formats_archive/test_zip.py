"""What a zip holds, against zipfile; and the zips that nobody should write."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import DamagedFileError, RunFileError, UnsupportedFileError
from footfall.formats import bounds
from footfall.formats.archive.kinds import Kind, foreign_packer, kind_of
from footfall.formats.archive.listing import Listing
from tests.formats_archive.made import contents, listed, streamed_zip, unpacking, with_fields, zipped

RUNS = {"activities/1.fit": b"one" * 500, "activities/2.gpx": b"two" * 800, "activities.csv": b"a,b\n"}
METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
NAMES = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_categories=["Cc", "Cf", "Zs"], exclude_characters="/\\."),
    min_size=1,
)


@given(st.dictionaries(NAMES.map("runs {}".format), st.binary(max_size=3000), max_size=6), st.sampled_from(METHODS))
def test_every_member_is_what_zipfile_says_it_is(files: dict[str, bytes], method: int) -> None:
    data = zipped(files, method)
    with zipfile.ZipFile(io.BytesIO(data)) as oracle:
        assert contents(data) == {name: oracle.read(name) for name in sorted(oracle.namelist())}
    assert not listed(data).problems


def test_members_come_by_name_whatever_the_order_in_the_archive() -> None:
    there = [member.name for member in listed(zipped(RUNS)).members]
    back = [member.name for member in listed(zipped(dict(reversed(RUNS.items())))).members]
    assert there == back == sorted(RUNS)


def test_sizes_that_follow_their_data_are_read() -> None:
    assert contents(streamed_zip(RUNS)) == RUNS


def test_zip64_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 2)  # writes the end of a zip64
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 100)  # and the sizes into the extra field
    data = zipped(RUNS)
    assert b"PK\x06\x06" in data
    assert contents(data) == RUNS
    assert contents(b"#!/bin/sh unpack me\n" + data) == RUNS


def test_bytes_before_an_archive_and_a_comment_behind_it_are_no_matter() -> None:
    out = io.BytesIO(b"MZ this is a program that unpacks itself")
    out.seek(0, 2)
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = b"PK\x05 and so on" * 100
        archive.writestr("1.fit", b"one")
    assert contents(out.getvalue()) == {"1.fit": b"one"}


def with_comment(comment: bytes) -> bytes:
    out = io.BytesIO(zipped(RUNS))
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = comment
    return out.getvalue()


@pytest.mark.parametrize(
    "comment",
    [
        b"PK\x05\x06",
        b"saved by PK\x05\x06 and so on" * 3,
        b"PK\x05\x06" + b"\x01" * 18,
        b"PK\x05\x06" + bytes(16) + b"\x09\0" + b"x" * 9,
        zipped({"other.fit": b"other"})[-22:-6] + b"\xff\0\0\0\0\0",
    ],
    ids=["bare", "often", "as of a part", "as of no entries", "as of a list elsewhere"],
)
@pytest.mark.parametrize("behind", [b"", b"\r\n", bytes(700)], ids=["nothing", "a line's end", "padding"])
def test_a_comment_that_looks_like_an_end_is_none(comment: bytes, behind: bytes) -> None:
    data = with_comment(comment) + behind
    assert contents(data) == RUNS
    assert not listed(data).problems


def test_bytes_behind_an_archive_are_no_matter() -> None:
    assert contents(zipped(RUNS) + b"\n") == RUNS
    assert contents(with_comment(b"a comment that is cut off")[:-9]) == RUNS
    assert listed(zipped({}) + bytes(100)) == Listing(())


def test_a_download_that_broke_off_behind_an_archive_in_it_is_not_taken_for_that_one() -> None:
    inner = zipped({"inner.fit": b"one"})
    data = zipped({"1.fit": b"1", "2.zip": inner, "3.fit": b"3" * 99}, zipfile.ZIP_STORED)
    cut = data[: data.index(b"3" * 99) + 9]
    assert [member.name for member in listed(cut).members] == ["1.fit", "2.zip", "3.fit"]
    assert [problem.reason for problem in listed(cut).problems] == ["truncated"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("..\\..\\evil.fit", "../../evil.fit"),
        ("/etc/passwd", "/etc/passwd"),
        ("C:\\runs\\1.fit", "C:/runs/1.fit"),
        ("red\x1b[31m\r\n.fit", "red\N{REPLACEMENT CHARACTER}[31m  .fit"),
        ("a\u202etif.1", "a\N{REPLACEMENT CHARACTER}tif.1"),
        ("x" * 400 + ".fit", "…" + "x" * 251 + ".fit"),
        ("Läufe/größte.fit", "Läufe/größte.fit"),
    ],
)
def test_names_are_text_to_be_shown(name: str, shown: str) -> None:
    assert [member.name for member in listed(zipped({name: b"1"})).members] == [shown]


def test_names_without_the_flag_of_utf8_are_utf8_all_the_same_and_else_of_the_pc() -> None:
    name = "größte.fit"
    utf8 = with_fields(zipped({name: b"1"}), flags=0)
    assert contents(utf8) == {name: b"1"}
    of_the_pc = zipped({"gr__te.fit": b"1"}).replace(b"gr__te", "größte".encode("cp437"))
    assert contents(of_the_pc) == {name: b"1"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_are_all_read_and_told_apart() -> None:
    data = zipped([("run.fit", b"1"), ("run.fit", b"2"), ("run.fit (2)", b"3"), ("run.fit", b"4")])
    found = contents(data)
    assert sorted(found.values()) == [b"1", b"2", b"3", b"4"]
    assert found["run.fit"] == b"1"
    assert found["run.fit (2)"] == b"3"


def test_hidden_files_folders_and_what_macos_adds_are_left_out() -> None:
    files = {"__MACOSX/runs/._1.fit": b"x", "runs/": b"", ".DS_Store": b"x", ".git/1.fit": b"x", "runs/1.fit": b"1"}
    assert contents(zipped(files)) == {"runs/1.fit": b"1"}


@pytest.mark.parametrize(
    "files",
    [
        {"[Content_Types].xml": b"", "xl/workbook.xml": b""},
        {"mimetype": b"application/epub+zip", "META-INF/container.xml": b""},
        {"META-INF/MANIFEST.MF": b""},
        {"doc.kml": b""},
    ],
)
def test_a_document_is_not_walked(files: dict[str, bytes]) -> None:
    assert listed(zipped(files)) == Listing((), document=True)


def test_an_empty_zip_holds_nothing() -> None:
    assert listed(zipped({})) == Listing(())


def test_an_encrypted_archive_is_said_once() -> None:
    (problem,) = listed(with_fields(zipped(RUNS), flags=1)).problems
    assert (problem.path, problem.reason) == ("x.zip", "encrypted")
    assert problem.message.startswith("This archive is encrypted")


def test_an_archive_that_is_encrypted_in_part_says_how_many_and_gives_the_rest() -> None:
    data = with_fields(zipped(RUNS), flags=1, only="activities/")
    (problem,) = listed(data).problems
    assert problem.reason == "encrypted"
    assert "2 files are encrypted" in problem.message
    assert contents(data) == {"activities.csv": b"a,b\n"}


def test_a_packing_that_is_not_read_is_named_with_how_many() -> None:
    (problem,) = listed(with_fields(zipped(RUNS), method=9, only="activities/")).problems
    assert problem.reason == "unreadable"
    assert "2 files are packed with Deflate64" in problem.message


def test_one_part_of_a_split_archive_is_called_that() -> None:
    data = bytearray(zipped(RUNS))
    struct.pack_into("<HH", data, len(data) - 18, 3, 3)
    with pytest.raises(UnsupportedFileError) as caught:
        listed(bytes(data))
    assert (caught.value.reason, caught.value.code) == ("unreadable", "unreadable.archive-part")


def overlapping(times: int) -> bytes:
    """One member, listed many times over: the bomb that needs no archive in an archive."""
    data = zipped({"0": bytes(100_000)})
    at = data.index(b"PK\x01\x02")
    entry, end = data[at : at + 46 + 1], bytearray(data[-22:])
    struct.pack_into("<HHI", end, 8, times, times, times * len(entry))
    return data[:at] + entry * times + bytes(end)


def test_members_that_share_bytes_are_refused() -> None:
    assert len(listed(overlapping(1)).members) == 1
    with pytest.raises(UnsupportedFileError) as caught:
        listed(overlapping(2))
    assert (caught.value.reason, caught.value.code) == ("too-large", "too-large.overlap")


def test_more_members_than_any_export_has_are_refused_before_they_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_MEMBERS", 3)
    assert len(listed(zipped(RUNS)).members) == 3
    with pytest.raises(UnsupportedFileError) as caught:
        listed(zipped({**RUNS, "4": b""}))
    assert caught.value.code == "too-large.members"
    assert caught.value.values == {"limit": "3"}


def test_a_list_larger_than_any_export_has_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LARGEST_DIRECTORY_BYTES", 100)
    with pytest.raises(UnsupportedFileError):
        listed(zipped(RUNS))


@pytest.mark.parametrize("make", [zipped, streamed_zip])
@given(kept=st.floats(0, 1, exclude_max=True))
def test_a_download_that_broke_off_gives_the_files_before(make: object, kept: float) -> None:
    whole = make(RUNS)  # type: ignore[operator]
    cut = whole[: int(len(whole) * kept)]
    if cut.count(b"PK\x03\x04") == 0 or len(cut) < 80:
        with pytest.raises(DamagedFileError, match=r"damaged\.archive"):
            listed(cut[:30])
        return
    listing = listed(cut)
    assert [problem.reason for problem in listing.problems] == ["truncated"]
    for member in listing.members:
        reading = unpacking(cut, member)
        try:
            data = reading.readall()
        except DamagedFileError:
            continue
        assert RUNS[member.name].startswith(data)
        assert reading.flaw == ("truncated" if len(data) < len(RUNS[member.name]) else None) or data == RUNS[member.name]


def test_without_its_list_each_whole_file_is_whole() -> None:
    for data in (zipped(RUNS), streamed_zip(RUNS), zipped(RUNS, zipfile.ZIP_STORED)):
        assert contents(data[: data.index(b"PK\x01\x02")]) == RUNS


def test_encrypted_files_of_a_broken_archive_are_said() -> None:
    data = with_fields(zipped(RUNS), flags=1)
    reasons = [problem.reason for problem in listed(data[: data.index(b"PK\x01\x02")]).problems]
    assert reasons == ["encrypted"]


@given(st.data())
def test_any_damage_raises_nothing_but_run_file_errors(drawn: st.DataObject) -> None:
    make = drawn.draw(st.sampled_from([zipped, streamed_zip]))
    data = bytearray(make(RUNS))
    for at in drawn.draw(st.lists(st.integers(0, len(data) - 1), min_size=1, max_size=6)):
        data[at] = drawn.draw(st.integers(0, 255))
    try:
        listing = listed(bytes(data))
    except RunFileError:
        return
    for member in listing.members:
        try:
            unpacking(bytes(data), member).readall()
        except RunFileError:
            continue


def test_kinds_are_told_by_content() -> None:
    assert kind_of(zipped(RUNS)) is Kind.ZIP
    assert kind_of(zipped({})) is Kind.ZIP
    assert kind_of(b"\x0e\x10PK\x03\x04") is None
    assert foreign_packer(b"7z\xbc\xaf\x27\x1c\0\4") == "7z"
    assert foreign_packer(b"Rar!\x1a\x07\x01\0") == "RAR"
    assert foreign_packer(b"\x0e\x10.FIT") is None
