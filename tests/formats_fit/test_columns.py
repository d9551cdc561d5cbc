"""Fields as columns, over every base type, both byte orders, and what does not fit."""

import math
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.formats.fit.columns import BlockTable, text
from footfall.formats.fit.scan import scan
from sampledata.fit_writer import (
    BASE_TYPES,
    BYTE,
    STRING,
    UINT8,
    UINT16,
    UINT32,
    BaseType,
    ByteOrder,
    Definition,
    Field,
    FitWriter,
)

NUMERIC = [base for base in BASE_TYPES if base not in (STRING, BYTE)]
both_orders = pytest.mark.parametrize("order", list(ByteOrder))


def table(writer: FitWriter, kind: int = 20) -> BlockTable:
    data = writer.to_bytes()
    return BlockTable(data, scan(data, 14, len(data) - 2).blocks[kind])


def one_field(base: BaseType, values: list[float | None], order: ByteOrder) -> BlockTable:
    """Messages with a field 7 of that type between two others."""
    writer = FitWriter()
    writer.define(Definition(3, 20, (Field(1, UINT8), Field(7, base), Field(2, UINT32)), order))
    for value in values:
        writer.write(3, {7: value})
    return table(writer)


@both_orders
@pytest.mark.parametrize("base", NUMERIC, ids=lambda base: f"{base.code:#04x}")
@given(data=st.data())
def test_every_number_comes_back_and_invalid_is_nan(base: BaseType, order: ByteOrder, data: st.DataObject) -> None:
    if base.letter in "fd":
        numbers = st.floats(width=32 if base.letter == "f" else 64, allow_nan=False, allow_infinity=False)
    else:
        bits = 8 * base.size
        low, high = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if base.letter.islower() else (0, 2**bits - 1)
        # Beyond 2^53 a float cannot tell the invalid value from its neighbours.
        numbers = st.integers(max(low, -(2**53)), min(high, 2**53)).filter(lambda value: value != base.invalid)
    values = data.draw(st.lists(st.one_of(st.none(), numbers), min_size=1, max_size=20))
    read = one_field(base, values, order).numbers(7)
    assert read is not None
    assert read.dtype == np.float64
    np.testing.assert_array_equal(read, [math.nan if value is None else float(value) for value in values])


def test_a_signalling_nan_and_infinity_are_no_numbers() -> None:
    writer = FitWriter()
    writer.define(Definition(0, 20, (Field(7, BaseType(0x88, "f", 0xFFFFFFFF)),)))
    for bits in (0x7F800001, 0xFF800001, 0x7F800000, 0xFF800000, 0xFFFFFFFF):
        writer.write(0, {7: struct.pack("<I", bits)})
    read = table(writer).numbers(7)
    assert read is not None
    assert np.all(np.isnan(read))


@both_orders
def test_blocks_come_together_in_the_order_of_the_file(order: ByteOrder) -> None:
    writer = FitWriter()
    writer.define(Definition(0, 20, (Field(3, UINT16), Field(4, UINT8)), order))
    writer.define(Definition(1, 20, (Field(3, UINT32),), order))
    writer.define(Definition(2, 21, (Field(3, UINT32),), order))
    for number in range(100):
        writer.write(number % 3, {3: number, 4: number} if number % 3 == 0 else {3: number})
    both = table(writer)
    kept = [number for number in range(100) if number % 3 != 2]
    assert len(both) == len(kept)
    np.testing.assert_array_equal(both.numbers(3), kept)
    np.testing.assert_array_equal(both.numbers(4), [number if number % 3 == 0 else math.nan for number in kept])
    assert both.numbers(99) is None


def test_without_the_flag_of_several_bytes_a_type_is_still_known() -> None:
    assert one_field(BaseType(0x04, "H", 0xFFFF), [513, None], ByteOrder.BIG).numbers(7)[0] == 513  # type: ignore[index]


def test_of_an_array_the_first_element_is_the_number() -> None:
    writer = FitWriter()
    writer.define(Definition(0, 20, (Field(7, UINT16, 6),)))
    writer.write(0, {7: [11, 12, 13]})
    writer.write(0, {7: [None, 12, 13]})
    np.testing.assert_array_equal(table(writer).numbers(7), [11, math.nan])


def test_a_size_that_does_not_fit_the_type_costs_that_field_alone() -> None:
    writer = FitWriter()
    writer.define(Definition(0, 20, (Field(5, UINT32, 1), Field(7, UINT16), Field(8, UINT16, 0))))
    writer.write(0, {5: b"\x05", 7: 700, 8: b""})
    read = table(writer)
    assert read.numbers(5) is None
    assert read.numbers(8) is None
    np.testing.assert_array_equal(read.numbers(7), [700])
    assert read.misfits() == {5, 8}


def test_octets_are_invalid_where_the_field_is_short_or_missing() -> None:
    writer = FitWriter()
    writer.define(Definition(0, 20, (Field(8, BYTE, 3),)))
    writer.define(Definition(1, 20, (Field(8, BYTE, 2),)))
    writer.define(Definition(2, 20, (Field(9, BYTE, 3),)))
    for local, cells in ((0, {8: b"abc"}), (1, {8: b"ab"}), (2, {9: b"abc"})):
        writer.write(local, cells)
    read = table(writer)
    assert read.octets(8, 3).tolist() == [[97, 98, 99], [255] * 3, [255] * 3]  # type: ignore[union-attr]
    assert read.octets(10, 3) is None
    assert read.numbers(8) is None


def test_texts() -> None:
    writer = FitWriter()
    writer.define(Definition(0, 20, (Field(8, STRING, 6),)))
    for stored in (b"abc\0xy", b"\0\0\0\0\0\0", b"sixsix", b"\xc3\xa4\0\0\0\0", b"\xff\xfe\0\0\0\0"):
        writer.write(0, {8: stored})
    read = table(writer)
    assert read.texts(8) == ["abc", None, "sixsix", "ä", "\ufffd\ufffd"]
    assert read.texts(9) == [None] * 5
    assert read.numbers(8) is None


@given(st.binary(max_size=12))
def test_any_bytes_make_a_text_or_none(stored: bytes) -> None:
    found = text(stored)
    assert found is None or (found == found.strip() and "\0" not in found)
