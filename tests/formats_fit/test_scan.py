"""The scan against a walk that takes one message after the other and nothing for granted."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.formats.fit import scan as scanning
from footfall.formats.fit.scan import MOST_DEFINITIONS, Scan, Stop, scan

Op = tuple[str, int, tuple[int, ...]]


def definition(local: int, kind: int, sizes: tuple[int, ...], developer: tuple[int, ...] = ()) -> bytes:
    head = 0x40 | (0x20 if developer else 0) | local
    fields = b"".join(bytes((number, size, 0x0D)) for number, size in enumerate(sizes))
    extra = bytes((len(developer),)) + b"".join(bytes((number, size, 0)) for number, size in enumerate(developer))
    return bytes((head, 0, 0)) + kind.to_bytes(2, "little") + bytes((len(sizes),)) + fields + (extra if developer else b"")


def walk(data: bytes) -> tuple[dict[int, list[int]], int]:
    """Offsets by kind, and the byte after the last whole message: the format as its description reads, nothing else."""
    lengths: dict[int, tuple[int, int]] = {}
    found: dict[int, list[int]] = defaultdict(list)
    at = 0
    while at < len(data):
        head = data[at]
        if head & 0x80 or not head & 0x40:
            local = head >> 5 & 3 if head & 0x80 else head & 15
            if local not in lengths:
                break
            kind, length = lengths[local]
            if at + length > len(data):
                break
            found[kind].append(at)
            at += length
            continue
        fields = data[at + 5] if at + 5 < len(data) else 0
        end = at + 6 + 3 * fields
        sizes = list(data[at + 7 : end : 3])
        if head & 0x20:
            developer = data[end] if end < len(data) else 0
            sizes += data[end + 2 : end + 1 + 3 * developer : 3]
            end += 1 + 3 * developer
        if end > len(data):
            break
        lengths[head & 15] = (int.from_bytes(data[at + 3 : at + 5], "little"), 1 + sum(sizes))
        at = end
    return dict(found), at


def offsets(result: Scan) -> dict[int, list[int]]:
    return {kind: sorted(at for block in blocks for at in block.offsets().tolist()) for kind, blocks in result.blocks.items()}


sizes = st.lists(st.integers(0, 9), max_size=5).map(tuple)
define = st.tuples(st.just("define"), st.integers(0, 5), st.tuples(st.integers(18, 22), sizes, sizes))
heads = st.one_of(st.integers(0, 5), st.integers(0x80, 0xFF), st.sampled_from((0x10, 0x21, 0x33)))
turn = st.tuples(st.just("turn"), st.integers(1, 90), st.lists(heads, min_size=1, max_size=10).map(tuple))


@st.composite
def bodies(draw: st.DrawFn) -> bytes:
    """Definitions, and turns of messages that come again and again, their bytes like headers as often as not."""
    out = b"".join(definition(local, 20 + local % 2, (local + 1,)) for local in range(6))
    lengths = {local: local + 2 for local in range(6)}
    filler = draw(st.binary(min_size=64, max_size=64))
    for what, number, details in draw(st.lists(st.one_of(define, turn), max_size=12)):
        if what == "define":
            kind, native, developer = details
            out += definition(number, kind, native, developer)
            lengths[number] = 1 + sum(native) + sum(developer)
            continue
        for _ in range(number):
            for head in details:
                local = head >> 5 & 3 if head & 0x80 else head & 15
                out += bytes((head,)) + filler[: lengths[local] - 1]
    return out


@given(bodies(), st.floats(0, 1))
def test_every_message_is_found_wherever_the_bytes_end(body: bytes, share: float) -> None:
    for data in (body, body[: int(len(body) * share)]):
        result = scan(data, 0, len(data))
        expected, end = walk(data)
        assert offsets(result) == expected
        assert result.end == end
        assert (result.stop is Stop.END) == (end == len(data))
        for block in (block for blocks in result.blocks.values() for block in blocks):
            assert len(block) == len(block.offsets())
            assert np.all(np.diff(block.offsets()) > 0)


def test_a_long_run_is_one_start() -> None:
    data = definition(0, 20, (4, 2)) + (b"\x00" + b"\x00" * 6) * 100_000
    (block,) = scan(data, 0, len(data)).blocks[20]
    assert len(block) == 100_000
    assert len(block.starts) == 1


def test_a_repeated_definition_makes_no_new_block() -> None:
    data = (definition(0, 20, (4,)) + b"\x00abcd") * 500
    (block,) = scan(data, 0, len(data)).blocks[20]
    assert len(block) == 500


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 3)), min_size=2, max_size=12))
def test_stretches_are_the_messages_that_offsets_point_at(turns: list[tuple[int, int]]) -> None:
    """Records in stretches of any length, with a few other messages between."""
    data = definition(0, 20, (2,)) + definition(1, 21, (1,))
    for place, (records, others) in enumerate(turns):
        data += b"".join(bytes([0, place, number]) for number in range(records)) + b"\x01z" * others
    for (block,) in scan(data, 0, len(data)).blocks.values():
        stretches = block.stretches()
        one_by_one = [data[at : at + block.size] for at in block.offsets().tolist()]
        assert not stretches or b"".join(data[stretch] for stretch in stretches) == b"".join(one_by_one)


def test_long_stretches_are_taken_as_such_and_turns_are_not() -> None:
    data = definition(0, 20, (1,)) + definition(1, 21, (1,)) + (b"\x00a" * 100 + b"\x01b") * 5
    blocks = scan(data, 0, len(data)).blocks
    assert sum(stretch.stop - stretch.start for stretch in blocks[20][0].stretches()) == 1000
    assert blocks[21][0].stretches() == []
    in_turn = definition(0, 20, (1,)) + definition(1, 21, (1,)) + b"\x00a\x01b" * 100 + b"\x01b" * 9 + b"\x00a\x01b" * 100
    assert scan(in_turn, 0, len(in_turn)).blocks[20][0].stretches() == []


def test_a_message_that_nothing_announces_ends_the_scan() -> None:
    data = definition(0, 20, (1,)) + b"\x00a\x00b\x05c"
    result = scan(data, 0, len(data))
    assert result.stop is Stop.BROKEN
    assert result.end == len(data) - 2
    assert len(result.blocks[20][0]) == 2


@pytest.mark.parametrize("cut", range(1, 14))
def test_a_definition_that_is_cut_ends_the_scan(cut: int) -> None:
    whole = definition(0, 20, (1,), (2,))
    assert len(whole) == 13
    result = scan(whole[:cut], 0, cut)
    assert result.stop is (Stop.END if cut == 13 else Stop.CUT)


def test_too_many_messages_out_of_turn_end_the_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "MOST_MESSAGES", 200)
    head = definition(0, 20, (1,)) + definition(1, 21, (2,))
    out_of_turn = b"".join(b"\x00a" * (1 + number % 3) + b"\x01bc" * (1 + number % 5) for number in range(200))
    assert scan(head + out_of_turn, 0, len(head + out_of_turn)).stop is Stop.CROWDED
    in_turn = b"\x00a" * 10_000
    assert scan(head + in_turn, 0, len(head + in_turn)).stop is Stop.END


def test_scans_of_one_file_share_what_is_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "MOST_MESSAGES", 200)
    data = definition(0, 20, (1,)) + definition(1, 21, (2,)) + (b"\x00a" * 5 + b"\x01bc" * 9) * 5
    shared = scanning.Allowance()
    stops = [scan(data, 0, len(data), shared).stop for _ in range(4)]
    assert stops[0] is Stop.END
    assert stops[-1] is Stop.CROWDED
    assert scan(data, 0, len(data)).stop is Stop.END


def test_a_definition_repeated_without_end_ends_the_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "MOST_DEFINING", 50)
    unit = definition(0, 20, (1,)) + b"\x00a"
    result = scan(unit * 60, 0, len(unit) * 60)
    assert result.stop is Stop.CROWDED
    assert [len(block) for block in result.blocks[20]] == [50]
    assert scan(unit * 50, 0, len(unit) * 50).stop is Stop.END


def test_too_many_definitions_end_the_scan() -> None:
    data = b"".join(definition(0, 100 + number, (1,)) for number in range(MOST_DEFINITIONS + 1))
    assert scan(data, 0, len(data)).stop is Stop.CROWDED
