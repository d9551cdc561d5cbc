"""Headers that promise too much, too little or nothing; checksums; chains; what is left at the end."""

import struct

import pytest

from footfall.formats.fit import FitDecoder
from footfall.formats.fit.parts import MOST_PARTS
from footfall.model.run import Decoded
from sampledata.fit_writer import Checksum
from tests.formats_fit.craft import START, Made, records


def decode(data: bytes) -> tuple[Decoded, ...]:
    return FitDecoder().decode(data, "made.fit")


def said(data: bytes) -> list[tuple[str, str | None]]:
    return [(problem.reason, problem.where) for one in decode(data) for problem in one.problems]


def with_size(data: bytes, size: int) -> bytes:
    """The header claims another size; its checksum is left out, the file's is that of what stands there."""
    body = data[:4] + struct.pack("<I", size) + data[8:12] + b"\0\0" + data[14:-2]
    return body + struct.pack("<H", Checksum.RIGHT.of(body))


@pytest.mark.parametrize("size", [12, 14])
def test_a_sound_file_has_nothing_to_say(size: int) -> None:
    data = Made().writer().to_bytes(header_size=size)
    assert said(data) == []
    assert len(decode(data)[0].columns["time_s"]) == 60


def test_a_header_that_is_longer_than_today_s() -> None:
    data = Made().to_bytes()
    longer = bytes((20,)) + data[1:12] + b"\0\0" + b"future" + data[14:-2]
    assert said(longer + struct.pack("<H", Checksum.RIGHT.of(longer))) == []


def test_a_wrong_checksum_is_said_and_the_file_read() -> None:
    data = Made().writer().to_bytes(file_crc=Checksum.WRONG)
    assert said(data) == [("bad-checksum", f"byte {len(data) - 2}")]
    assert len(decode(data)[0].columns["time_s"]) == 60


@pytest.mark.parametrize(("checksum", "expected"), [(Checksum.ZERO, []), (Checksum.WRONG, [("bad-checksum", "byte 14")])])
def test_the_header_s_own_checksum(checksum: Checksum, expected: list[tuple[str, str]]) -> None:
    assert said(Made().writer().to_bytes(header_crc=checksum)) == expected


@pytest.mark.parametrize("size", [0, 5, 200, 10**6, 0xFFFFFFFF])
def test_a_false_size_with_a_true_checksum_costs_nothing(size: int) -> None:
    data = with_size(Made().to_bytes(), size)
    assert said(data) == [("bad-checksum", "byte 4")]
    assert len(decode(data)[0].columns["time_s"]) == 60


@pytest.mark.parametrize("size", [0, 10**6])
def test_a_file_that_was_never_closed(size: int) -> None:
    data = with_size(Made().to_bytes(), size)[:-2]
    assert said(data) == [("truncated", f"byte {len(data)}")]
    assert len(decode(data)[0].columns["time_s"]) == 60


def test_a_chain_has_a_recording_per_link() -> None:
    links = [Made(records=records(count, START + 10_000 * count)).to_bytes() for count in (10, 20, 30)]
    found = decode(b"".join(links))
    assert [len(one.columns["time_s"]) for one in found] == [10, 20, 30]
    assert len({one.source.sha256 for one in found}) == 1
    assert said(b"".join(links)) == []


def test_links_that_are_no_activity_are_passed_over() -> None:
    settings = Made(file_id={0: 2, 1: 1, 2: 3113, 8: None}, records=[]).to_bytes()
    found = decode(settings + Made().to_bytes() + settings)
    assert len(found) == 1
    assert found[0].problems == ()


def test_a_link_that_cannot_be_used_is_said_beside_those_that_can() -> None:
    unset = Made(records=records(10, 1000)).to_bytes()
    found = decode(Made().to_bytes() + unset)
    (problem,) = found[0].problems
    assert (problem.reason, problem.where) == ("bad-clock", f"byte {len(Made().to_bytes())}")
    assert "1989-12-31" in problem.message


@pytest.mark.parametrize("size", [0, 10**6])
def test_a_link_of_false_size_ends_where_the_next_one_begins(size: int) -> None:
    first, second = Made(records=records(10)).to_bytes(), Made(records=records(20)).to_bytes()
    found = decode(with_size(first, size) + second)
    assert [len(one.columns["time_s"]) for one in found] == [10, 20]
    assert said(with_size(first, size) + second) == [("bad-checksum", "byte 4")]


def test_bytes_after_the_end_are_said() -> None:
    data = Made().to_bytes()
    assert said(data + b"\0" * 100) == [("truncated", f"byte {len(data)}")]
    assert "100 bytes" in decode(data + b"\0" * 100)[0].problems[0].message


def test_a_chain_without_end_is_cut() -> None:
    empty = Made(file_id={0: 4, 1: 1, 2: 3113, 8: None}, records=records(1)).to_bytes()
    found = decode(empty * (MOST_PARTS + 5))
    assert len(found) == MOST_PARTS
    assert found[-1].problems[0].reason == "truncated"


def test_a_wrong_checksum_and_bytes_after_the_end() -> None:
    data = Made().writer().to_bytes(file_crc=Checksum.WRONG)
    assert said(data + b"\xff" * 50) == [("bad-checksum", f"byte {len(data) - 2}"), ("truncated", f"byte {len(data)}")]


def test_a_device_name_that_looks_like_a_header_does_not_end_a_file() -> None:
    made = Made(file_id={0: 4, 1: 1, 2: 3113, 8: "the best.FIT of all"})
    data = with_size(made.to_bytes(), 0)
    assert said(data) == [("bad-checksum", "byte 4")]
    assert decode(data)[0].source.device == "the best.FIT of all"
