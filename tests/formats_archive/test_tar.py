"""Tars: plain files alone, whatever else they hold."""

import io
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import RunFileError, UnsupportedFileError
from footfall.formats import bounds
from footfall.formats.archive.kinds import Kind, kind_of
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
