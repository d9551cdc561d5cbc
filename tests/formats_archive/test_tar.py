"""Tars: plain files alone, whatever else they hold."""

import io
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import RunFileError, UnsupportedFileError
from footfall.formats import bounds
from footfall.formats.archive.kinds import Kind, kind_of
from footfall.formats.archive.listing import Listing
from tests.formats_archive.made import contents, listed, tarred, unpacking

RUNS = {"runs/1.fit": b"one" * 500, "runs/" + "long" * 60 + ".gpx": b"two" * 800, "größte.csv": b"a,b\n"}


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_every_member_is_read(form: int) -> None:
    assert contents(tarred(RUNS, form=form), Kind.TAR) == RUNS


def test_links_devices_and_folders_are_no_files() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (("a", tarfile.SYMTYPE), ("b", tarfile.LNKTYPE), ("c", tarfile.CHRTYPE), ("d", tarfile.DIRTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("../../etc/1.fit")
        info.size = 3
        archive.addfile(info, io.BytesIO(b"one"))
    assert contents(out.getvalue(), Kind.TAR) == {"../../etc/1.fit": b"one"}
    (problem,) = listed(out.getvalue(), Kind.TAR).problems
    assert problem.reason == "not-a-run-file"
    assert "2 links" in problem.message


def test_hidden_links_are_not_counted() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo(".git/a")
        info.type, info.linkname = tarfile.SYMTYPE, "b"
        archive.addfile(info)
    assert listed(out.getvalue(), Kind.TAR) == Listing(())


def test_sparse_files_are_counted_and_said() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("1.fit")
        info.pax_headers = {"GNU.sparse.map": "0,3", "GNU.sparse.size": "9000"}
        info.size = 3
        archive.addfile(info, io.BytesIO(b"one"))
        info = tarfile.TarInfo("2.fit")
        info.size = 3
        archive.addfile(info, io.BytesIO(b"two"))
    listing = listed(out.getvalue(), Kind.TAR)
    assert [member.name for member in listing.members] == ["2.fit"]
    (problem,) = listing.problems
    assert problem.reason == "unreadable"
    assert "1 file " in problem.message


THREE = {"1": b"1" * 700, "2": b"2" * 700, "3": b"3" * 700}
EACH = 512 + 1024
"""A header and two blocks of data.  [bytes]"""


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
@pytest.mark.parametrize("at", range(0, 512, 37))
@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_damaged_header_costs_its_own_file_and_is_said(number: int, at: int, form: int) -> None:
    data = bytearray(tarred(THREE, form=form))
    data[number * EACH + at] ^= 0x41
    (problem,) = listed(bytes(data), Kind.TAR).problems
    assert problem.reason == "truncated"
    rest = {name: body for name, body in THREE.items() if name != str(number + 1)}
    assert contents(bytes(data), Kind.TAR) == rest


def test_a_header_that_was_wiped_costs_its_own_file_and_is_said() -> None:
    data = bytearray(tarred(THREE))
    data[EACH : EACH + 512] = bytes(512)
    (problem,) = listed(bytes(data), Kind.TAR).problems
    assert "2 files before and behind" in problem.message
    assert list(contents(bytes(data), Kind.TAR)) == ["1", "3"]


def test_a_damaged_header_of_a_long_name_costs_the_name_alone() -> None:
    data = bytearray(tarred({"a": b"a", "b" * 300: b"b", "c": b"c"}))
    data[1024] ^= 0x41  # behind the first file's header and data
    assert sorted(contents(bytes(data), Kind.TAR).values()) == [b"a", b"b", b"c"]
    assert [problem.reason for problem in listed(bytes(data), Kind.TAR).problems] == ["truncated"]


@pytest.mark.parametrize("kept", [EACH, 2 * EACH, EACH + 1, 2 * EACH + 300])
def test_a_cut_between_files_or_in_a_header_is_said(kept: int) -> None:
    data = tarred(THREE)[:kept]
    listing = listed(data, Kind.TAR)
    assert len(listing.members) == kept // EACH
    assert [problem.reason for problem in listing.problems] == ["truncated"]


@pytest.mark.parametrize("kept", [1, 511, 512, 600, 1024])
def test_nothing_is_missing_where_only_the_empty_end_is_cut(kept: int) -> None:
    data = tarred(THREE)[: 3 * EACH + kept]
    assert not listed(data, Kind.TAR).problems
    assert contents(data, Kind.TAR) == THREE


def test_what_lies_behind_the_end_is_not_read_as_tar_itself_does() -> None:
    data = tarred(THREE) + tarred({"4": b"4"})
    assert not listed(data, Kind.TAR).problems
    assert contents(data, Kind.TAR) == THREE


def test_damage_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_DAMAGED_HEADERS", 2)
    data = bytearray(tarred({str(number): b"" for number in range(9)}))
    for number in (1, 3, 5):
        data[512 * number] ^= 1
    listing = listed(bytes(data), Kind.TAR)
    assert [member.name for member in listing.members] == ["0", "2"]
    assert [problem.reason for problem in listing.problems] == ["truncated"]


def test_a_header_that_claims_to_be_endless_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LARGEST_HEADER_BYTES", 100_000)
    data = tarred({"1": b"1", "n" * 200_000: b"2", "3": b"3"})
    listing = listed(data, Kind.TAR)
    assert [problem.reason for problem in listing.problems] == ["truncated"]
    assert {"1", "3"} <= {member.name for member in listing.members}


def test_a_header_that_is_one_long_number_is_passed_over_and_said() -> None:
    """Python's tarfile looks for a length from every digit on: a quarter of an hour for a megabyte of them."""
    data = tarred({"1": b"1", "9" * 300_000: b"2", "3": b"3"})
    listing = listed(data, Kind.TAR)
    assert [problem.reason for problem in listing.problems] == ["truncated"]
    assert {"1", "3"} <= {member.name for member in listing.members}


def test_one_cut_short_gives_the_files_before_and_says_so() -> None:
    data = tarred({"1": b"1" * 5000, "2": b"2" * 5000})[:9000]
    listing = listed(data, Kind.TAR)
    assert [problem.reason for problem in listing.problems] == ["truncated"]
    first, second = listing.members
    assert unpacking(data, first).readall() == b"1" * 5000
    reading = unpacking(data, second)
    assert 0 < len(reading.readall()) < 5000
    assert reading.flaw == "truncated"


def test_more_members_than_any_export_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_MEMBERS", 2)
    with pytest.raises(UnsupportedFileError):
        listed(tarred(RUNS), Kind.TAR)


@pytest.mark.parametrize(("mode", "kind"), [("w", Kind.TAR), ("w:gz", Kind.TAR_GZ), ("w:bz2", None)])
def test_kinds_are_told_by_content(mode: str, kind: Kind | None) -> None:
    assert kind_of(tarred(RUNS, mode)[:4096]) is kind


@given(st.data())
def test_any_damage_raises_nothing_but_run_file_errors(drawn: st.DataObject) -> None:
    data = bytearray(tarred(RUNS))
    for at in drawn.draw(st.lists(st.integers(0, 3000), min_size=1, max_size=6)):
        data[at] = drawn.draw(st.integers(0, 255))
    try:
        listing = listed(bytes(data), Kind.TAR)
    except RunFileError:
        return
    for member in listing.members:
        try:
            unpacking(bytes(data), member).readall()
        except RunFileError:
            continue
