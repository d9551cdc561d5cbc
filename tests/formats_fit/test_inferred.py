"""What records lack and the file has elsewhere: cadence from a count of cycles, heart rate that the strap kept."""

import datetime as dt
import io
import math
from collections.abc import Sequence

import fitdecode
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.formats.decoder import Reader
from footfall.formats.fit import FitDecoder
from footfall.formats.fit.columns import BlockTable
from footfall.formats.fit.cycles import cadence_per_min
from footfall.formats.fit.heartbeats import beats, heart_rate_bpm
from footfall.formats.fit.scan import scan
from footfall.model.run import Decoded
from sampledata.fit_writer import BYTE, UINT8, UINT16, UINT32, BaseType, Definition, Field, FitWriter, Value
from tests.formats_fit.craft import START, Made

both_readers = pytest.mark.parametrize("reader", [Reader.AUTO, Reader.FITPARSE])


def decode(data: bytes, reader: Reader = Reader.AUTO) -> Decoded:
    (one,) = FitDecoder().decode(data, "made.fit", reader)
    return one


def counted(stored: Sequence[Value], number: int = 18, base: BaseType = UINT8, step_s: int = 1) -> Made:
    """Records with a count of cycles in a field."""
    rows: list[dict[int, Value]] = [{253: START + index * step_s, number: value} for index, value in enumerate(stored)]
    return Made(records=rows, record_fields=(Field(253, UINT32), Field(number, base)))


def strides(seconds: float) -> int:
    return int(seconds * 85 / 60)


@both_readers
@pytest.mark.parametrize(("number", "base", "size"), [(18, UINT8, 256), (19, UINT32, 2**32)])
def test_a_count_of_strides_gives_cadence_however_often_it_rolls_over(
    number: int, base: BaseType, size: int, reader: Reader
) -> None:
    stored = [strides(second) % size for second in range(1801)]  # 255, which means "not recorded", comes among them
    one = decode(counted(stored, number, base).to_bytes(), reader)
    cadence = one.columns["cadence_per_min"]
    assert np.nanmin(cadence) > 85 - 61
    np.testing.assert_allclose(cadence[10:-10][~np.isnan(cadence[10:-10])], 85, atol=7)
    known = np.where(np.isnan(cadence), 85, cadence)
    assert np.trapezoid(known, dx=1 / 60) == pytest.approx(strides(1800), rel=0.002)
    (problem,) = one.problems
    assert problem.reason == "inferred-values"
    assert "no cadence but counted strides" in problem.message


def test_a_recorded_cadence_is_not_replaced() -> None:
    rows: list[dict[int, Value]] = [{253: START + second, 4: 80, 18: second} for second in range(30)]
    one = decode(Made(records=rows, record_fields=(Field(253, UINT32), Field(4, UINT8), Field(18, UINT8))).to_bytes())
    assert one.columns["cadence_per_min"].tolist() == [80] * 30
    assert one.problems == ()


def test_the_longer_count_is_taken_where_both_are_there() -> None:
    rows: list[dict[int, Value]] = [{253: START + second, 18: 3 * second % 256, 19: 2 * second} for second in range(60)]
    one = decode(Made(records=rows, record_fields=(Field(253, UINT32), Field(18, UINT8), Field(19, UINT32))).to_bytes())
    np.testing.assert_allclose(one.columns["cadence_per_min"], 120)


def test_standing_is_zero_and_records_far_apart_are_counted_between_neighbours() -> None:
    standing = decode(counted([7] * 30).to_bytes())
    np.testing.assert_array_equal(standing.columns["cadence_per_min"], np.zeros(30))
    rare = decode(counted([index * 84 % 256 for index in range(10)], step_s=60).to_bytes())
    np.testing.assert_allclose(rare.columns["cadence_per_min"], 84)


def test_over_a_gap_in_which_the_count_may_have_rolled_over_twice_nothing_is_said() -> None:
    at = np.array([0.0, 1, 2, 3, 200, 201, 202])
    found = cadence_per_min(at, np.array([0.0, 1, 3, 4, 40, 41, 43]))
    assert found.tolist() == pytest.approx([80, 80, 80, 80, 90, 90, 90])
    lone = cadence_per_min(np.array([0.0, 200, 400]), np.array([0.0, 10, 20]))
    assert np.isnan(lone).all()


def test_a_count_that_goes_back_and_missing_ones() -> None:
    at = np.arange(60.0)
    count = np.concatenate([np.arange(30.0), np.arange(30.0)])  # switched off and on
    count[5] = math.nan
    found = cadence_per_min(at, count)
    assert np.isnan(found[5])
    assert found[[0, 20, 29, 30, 40, 59]].tolist() == [60] * 6
    assert np.isnan(cadence_per_min(np.array([math.nan, 1.0]), np.array([1.0, 2.0]))).all()
    assert np.isnan(cadence_per_min(np.array([1.0, 1.0]), np.array([1.0, 2.0]))).all()  # no time in between


@given(
    st.lists(st.tuples(st.floats(0, 1e6) | st.just(math.nan), st.integers(0, 2**32 - 1) | st.just(None)), max_size=40),
)
def test_any_times_and_counts_give_numbers_or_none(rows: list[tuple[float, int | None]]) -> None:
    times = np.array([time for time, _ in rows], dtype=np.float64)
    count = np.array([math.nan if value is None else value for _, value in rows], dtype=np.float64)
    found = cadence_per_min(times, count)
    assert found.shape == times.shape
    assert not np.any(found < 0)
    assert not np.any(np.isinf(found))


HR = (Field(253, UINT32), Field(0, UINT16), Field(6, UINT8), Field(9, UINT32))
PACKED = (Field(6, UINT8, 8), Field(10, BYTE, 12))
STRAP_S = 700.25
"""What the strap's clock shows at START."""


def ticks(second: float) -> int:
    return round((STRAP_S + second) * 1024)


def pack(lows: Sequence[int]) -> bytes:
    whole = sum((low & 0xFFF) << 12 * place for place, low in enumerate(lows))
    return whole.to_bytes(12, "little")


def strap(moments: Sequence[float], rates: Sequence[int], tie_s: float = 0.0) -> FitWriter:
    """A minute of records without heart rate, and beats of a strap: one that ties its clock, and eights of others."""
    writer = Made(
        records=[{253: START + second, 5: 300 * second} for second in range(60)],
        record_fields=(Field(253, UINT32), Field(5, UINT32)),
    ).writer()
    writer.define(Definition(7, 132, HR))
    writer.write(7, {253: START, 0: round((tie_s % 1) * 32768), 6: 99, 9: ticks(tie_s)})
    writer.define(Definition(8, 132, PACKED))
    for at in range(0, len(moments), 8):
        lows = [ticks(moment) for moment in moments[at : at + 8]]
        writer.write(8, {6: [*rates[at : at + 8]], 10: pack(lows)})
    return writer


def table(data: bytes) -> BlockTable:
    return BlockTable(data, scan(data, 14, len(data) - 2).blocks[132])


@given(st.lists(st.floats(0.01, 3.99), min_size=8, max_size=48).filter(lambda gaps: len(gaps) % 8 == 0))
def test_times_of_beats_roll_over_every_four_seconds(gaps: list[float]) -> None:
    moments = np.cumsum(gaps).tolist()
    when, rate = beats(table(strap(moments, [120] * len(moments)).to_bytes()))
    np.testing.assert_allclose(when - START, [0, *moments], atol=1e-3)
    assert rate.tolist() == [99] + [120] * len(moments)


def test_times_of_beats_are_fitdecode_s() -> None:
    moments = np.cumsum(np.linspace(0.4, 3.9, 48)).tolist()
    data = strap(moments, [120] * 48).to_bytes()
    theirs: list[float | dt.datetime] = []
    with fitdecode.FitReader(io.BytesIO(data)) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage) and frame.name == "hr":
                theirs.extend(cell.value for cell in frame.fields if cell.name == "event_timestamp")
    when, _ = beats(table(data))
    # It makes dates of the packed ones, from another origin than ours: the steps between them are the same.
    packed = [moment.timestamp() for moment in theirs if isinstance(moment, dt.datetime)]
    assert len(packed) == 48
    np.testing.assert_allclose(np.diff(when[1:]), np.diff(packed), atol=1e-5)


@both_readers
def test_a_record_has_the_mean_of_the_beats_since_the_record_before(reader: Reader) -> None:
    moments = [0.5 * beat for beat in range(1, 65)]  # two a second, up to 32 s
    one = decode(strap(moments, [100 + beat % 2 * 10 for beat in range(64)]).to_bytes(), reader)
    found = one.columns["heart_rate_bpm"]
    assert found[0] == 99
    np.testing.assert_array_equal(found[1:33], 105)
    np.testing.assert_array_equal(found[33:38], 110)  # the last one holds for 5 s
    assert np.isnan(found[38:]).all()
    (problem,) = one.problems
    assert problem.reason == "inferred-values"
    assert "chest strap" in problem.message


def test_beats_before_any_tie_and_without_a_rate_are_none() -> None:
    writer = FitWriter()
    writer.define(Definition(8, 132, PACKED))
    writer.write(8, {6: [120] * 8, 10: pack(range(8))})
    writer.define(Definition(7, 132, HR))
    writer.write(7, {253: START, 6: 0, 9: ticks(0)})
    writer.write(8, {6: [None, 0, 120, 121, None, None, None, None], 10: pack([ticks(second) for second in range(1, 9)])})
    writer.write(8, {6: [None] * 8, 10: b"\xff" * 12})
    when, rate = beats(table(writer.to_bytes()))
    assert (when - START).tolist() == pytest.approx([3, 4])
    assert rate.tolist() == [120, 121]


def test_a_recorded_heart_rate_is_not_replaced_and_untied_beats_give_none() -> None:
    made = Made().writer()
    made.define(Definition(8, 132, PACKED))
    made.write(8, {6: [199] * 8, 10: pack(range(8))})
    one = decode(made.to_bytes())
    assert one.columns["heart_rate_bpm"].max() < 199
    assert one.problems == ()
    bare = Made(records=[{253: START, 5: 0}], record_fields=(Field(253, UINT32), Field(5, UINT32))).writer()
    bare.define(Definition(8, 132, PACKED))
    bare.write(8, {6: [199] * 8, 10: pack(range(8))})
    assert set(decode(bare.to_bytes()).columns) == {"time_s", "distance_m"}


def test_records_that_step_back_or_have_no_time() -> None:
    when, rate = np.array([0.5, 1.5, 2.5]), np.array([100.0, 110, 120])
    found = heart_rate_bpm(np.array([1.0, 3.0, 2.0, math.nan, 3.0, 99.0]), when, rate)
    np.testing.assert_array_equal(found, [100, 115, 110, math.nan, 110, math.nan])
    assert np.isnan(heart_rate_bpm(np.array([1.0]), np.empty(0), np.empty(0))).all()
