"""Compressed timestamps: five bits of the time in a message's first byte."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from footfall.formats.fit.columns import BlockTable
from footfall.formats.fit.scan import scan
from footfall.formats.fit.stamps import times
from sampledata.fit_writer import FLOAT64, UINT8, UINT32, Definition, Field, FitWriter
from tests.formats_fit.craft import START


def read(writer: FitWriter) -> list[float]:
    data = writer.to_bytes()
    blocks = scan(data, 14, len(data) - 2).blocks
    return times(data, BlockTable(data, blocks[20]), [block for of_kind in blocks.values() for block in of_kind]).tolist()


def writer() -> FitWriter:
    """Local 0: records without a time; 1: events and 2: records with one."""
    made = FitWriter()
    made.define(Definition(0, 20, (Field(3, UINT8),)))
    made.define(Definition(1, 21, (Field(0, UINT8), Field(253, UINT32))))
    made.define(Definition(2, 20, (Field(253, UINT32), Field(3, UINT8))))
    return made


@given(st.lists(st.one_of(st.tuples(st.just("compressed"), st.integers(0, 31)), st.tuples(st.just("event"), st.integers(0, 90)))))
def test_each_is_the_first_moment_with_those_bits_after_the_last_known_time(steps: list[tuple[str, int]]) -> None:
    made = writer()
    now = START
    made.write(1, {253: now})
    expected = []
    for what, seconds in steps:
        now += seconds
        if what == "event":
            made.write(1, {253: now})  # another message moves the clock too
        else:
            made.write_compressed(0, now & 31, {3: 100})
            expected.append(now)
    if expected:
        assert read(made) == expected


def test_a_time_written_out_starts_anew() -> None:
    made = writer()
    made.write(2, {253: START + 10})
    made.write_compressed(0, 12, {3: 1})
    made.write(2, {253: START + 1000})
    made.write_compressed(0, (START + 1003) & 31, {3: 1})
    assert read(made) == [START + 10, START + 12, START + 1000, START + 1003]


def test_a_time_of_a_damaged_type_moves_no_clock() -> None:
    made = writer()
    made.write(1, {253: START})
    made.define(Definition(3, 21, (Field(253, FLOAT64),)))
    for value in (1e300, -5.0, 2.0**33):
        made.write(3, {253: value})
    made.write_compressed(0, (START + 4) & 31, {3: 1})
    assert read(made) == [START + 4]


def test_before_any_time_is_known_there_is_none() -> None:
    made = writer()
    made.write_compressed(0, 5, {3: 1})
    made.write(1, {253: START})
    made.write_compressed(0, 5, {3: 1})
    found = read(made)
    assert math.isnan(found[0])
    assert found[1] == START + 5


def test_records_without_a_time_and_without_a_compressed_header_have_none() -> None:
    made = writer()
    made.write(0, {3: 1})
    assert np.all(np.isnan(read(made)))
