"""A member's bytes: whole, damaged, and more than anybody asked for."""

import tracemalloc
import zipfile
from dataclasses import replace

import pytest

from footfall.errors import DamagedFileError, UnsupportedFileError
from footfall.formats import bounds
from footfall.formats.archive.allowance import Allowance
from footfall.formats.archive.member import Member
from footfall.formats.archive.unpack import Unpacking
from tests.formats_archive.made import listed, unpacking, zipped

RUN = b"".join(b"%d,%d\n" % (n, n * n) for n in range(5000))
METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


def only(data: bytes) -> Member:
    (member,) = listed(data).members
    return member


@pytest.mark.parametrize("method", METHODS)
def test_a_wrong_checksum_is_said_and_everything_read(method: int) -> None:
    data = zipped({"1": RUN}, method)
    reading = unpacking(data, replace(only(data), crc32=1))
    assert reading.readall() == RUN
    assert reading.flaw == "bad-checksum"


@pytest.mark.parametrize("method", METHODS)
def test_a_whole_member_has_no_flaw(method: int) -> None:
    data = zipped({"1": RUN}, method)
    reading = unpacking(data, only(data))
    assert reading.readall() == RUN
    assert reading.flaw is None


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_member_cut_short_keeps_what_unpacks(method: int) -> None:
    data = zipped({"1": RUN}, method)
    member = only(data)
    reading = unpacking(data[: 31 + member.packed_size // 2], member)
    part = reading.readall()
    assert len(RUN) * 0.2 < len(part) < len(RUN) * 0.8
    assert RUN.startswith(part)
    assert reading.flaw == "truncated"


@pytest.mark.parametrize("method", METHODS)
def test_a_member_of_noise_is_damaged_or_flawed(method: int) -> None:
    data = bytearray(zipped({"1": RUN}, method))
    member = only(bytes(data))
    data[31 : 31 + member.packed_size] = b"\xff" * member.packed_size
    reading = unpacking(bytes(data), member)
    if method == zipfile.ZIP_STORED:
        assert reading.readall() == b"\xff" * len(RUN)
        assert reading.flaw == "bad-checksum"
    else:
        with pytest.raises(DamagedFileError):
            reading.readall()


def test_a_member_that_does_not_begin_where_it_should_is_damaged() -> None:
    data = zipped({"1": RUN})
    with pytest.raises(DamagedFileError):
        unpacking(data, replace(only(data), start=7)).readall()


def test_what_the_archive_claims_of_the_size_is_not_believed() -> None:
    data = zipped({"1": RUN})
    assert unpacking(data, replace(only(data), size=10)).readall() == RUN
    with pytest.raises(UnsupportedFileError):
        unpacking(data, replace(only(data), size=10), most=len(RUN) - 1).readall()
    assert unpacking(data, replace(only(data), size=10), most=len(RUN)).readall() == RUN


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_bomb_is_refused_before_it_fills_memory(method: int) -> None:
    data = zipped({"1": bytes(64 * 1024 * 1024)}, method)
    assert len(data) < 70_000
    reading = unpacking(data, only(data))
    tracemalloc.start()
    with pytest.raises(UnsupportedFileError) as caught:
        read_to_the_end(reading)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert caught.value.code == "too-large.bomb"
    assert peak < 16 * 1024 * 1024  # LZMA looks back over 8 MB


def read_to_the_end(file: Unpacking) -> None:
    while file.read(65_536):
        pass


def test_many_small_bombs_count_as_one() -> None:
    allowance = Allowance(packed_bytes=1000)
    each = bounds.RATIO_COUNTS_FROM_BYTES // 4
    for number in range(4):
        allowance.unpacked(number, each)
        allowance.unpacked(number, each)  # read again, it is not more
    with pytest.raises(UnsupportedFileError):
        allowance.unpacked("another", 1)


def test_a_large_archive_may_unpack_to_much() -> None:
    allowance = Allowance(packed_bytes=1024**3)
    allowance.unpacked("export.xml", 20 * 1024**3)
    with pytest.raises(UnsupportedFileError):
        allowance.unpacked("more", bounds.HIGHEST_RATIO * 1024**3)


def test_what_was_refused_is_refused_again_and_what_was_read_can_be_read_again() -> None:
    allowance = Allowance(packed_bytes=1000)
    allowance.unpacked("run", 1000)
    for _ in range(2):
        with pytest.raises(UnsupportedFileError):
            allowance.unpacked("bomb", bounds.RATIO_COUNTS_FROM_BYTES)
    allowance.unpacked("run", 1000)
    with pytest.raises(UnsupportedFileError):
        allowance.check()
