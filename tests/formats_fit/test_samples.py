"""Which field becomes which column, in which unit."""

import math

import numpy as np
import pytest

from footfall.formats.fit import FitDecoder
from footfall.model.run import Decoded
from sampledata.fit_writer import (
    BYTE,
    SINT8,
    SINT32,
    UINT8,
    UINT16,
    UINT32,
    BaseType,
    ByteOrder,
    Definition,
    DeveloperField,
    Field,
    FitWriter,
    Value,
)
from tests.formats_fit.craft import START, Made


def decode(made: Made | FitWriter) -> Decoded:
    (one,) = FitDecoder().decode(made.to_bytes(), "made.fit")
    return one


def column(name: str, *fields: tuple[int, BaseType, list[Value]], order: ByteOrder = ByteOrder.LITTLE) -> list[float]:
    """The column of records that hold these fields, given as number, type and stored values."""
    rows: list[dict[int, Value]] = [{253: START + second} for second in range(len(fields[0][2]))]
    for number, _, values in fields:
        for row, value in zip(rows, values, strict=True):
            row[number] = value
    layout = (Field(253, UINT32), *(Field(number, base) for number, base, _ in fields))
    return decode(Made(records=rows, record_fields=layout, order=order)).columns[name].tolist()


@pytest.mark.parametrize("order", list(ByteOrder))
@pytest.mark.parametrize(
    ("name", "number", "base", "stored", "value"),
    [
        ("lat_deg", 0, SINT32, 2**30, 90.0),
        ("lat_deg", 0, SINT32, 0, 0.0),
        ("lon_deg", 1, SINT32, -(2**30), -90.0),
        ("altitude_m", 2, UINT16, 2500, 0.0),
        ("altitude_m", 78, UINT32, 3000, 100.0),
        ("heart_rate_bpm", 3, UINT8, 151, 151.0),
        ("cadence_per_min", 4, UINT8, 0, 0.0),
        ("cadence_per_min", 4, UINT8, 82, 82.0),
        ("cadence_per_min", 52, UINT16, 21_120, 82.5),
        ("distance_m", 5, UINT32, 123_456, 1234.56),
        ("speed_m_s", 6, UINT16, 3125, 3.125),
        ("speed_m_s", 73, UINT32, 3125, 3.125),
        ("power_w", 7, UINT16, 251, 251.0),
        ("temperature_c", 13, SINT8, -7, -7.0),
        ("vertical_oscillation_m", 39, UINT16, 825, 0.0825),
        ("stance_time_s", 41, UINT16, 2420, 0.242),
        ("vertical_ratio_pct", 83, UINT16, 725, 7.25),
        ("stance_time_balance_pct", 84, UINT16, 5012, 50.12),
        ("step_length_m", 85, UINT16, 11_300, 1.13),
    ],
)
def test_a_field_in_our_unit(name: str, number: int, base: BaseType, stored: int, value: float, order: ByteOrder) -> None:
    assert column(name, (number, base, [stored, None]), order=order) == pytest.approx([value, math.nan], nan_ok=True)


def test_enhanced_comes_first_and_plain_fills_its_gaps() -> None:
    assert column("speed_m_s", (6, UINT16, [1000, 2000]), (73, UINT32, [3000, None])) == [3.0, 2.0]
    assert column("altitude_m", (2, UINT16, [2550, 2600]), (78, UINT32, [None, 3000])) == [10.0, 100.0]


def test_cadence_has_its_fraction_and_is_not_doubled() -> None:
    found = column("cadence_per_min", (4, UINT8, [79, 79, None, 0]), (53, UINT8, [64, None, 64, 0]))
    assert found == pytest.approx([79.5, 79.0, math.nan, 0.0], nan_ok=True)


def test_a_column_that_nobody_filled_is_not_there() -> None:
    made = Made(records=[{253: START, 3: None, 4: 80}], record_fields=(Field(253, UINT32), Field(3, UINT8), Field(4, UINT8)))
    assert set(decode(made).columns) == {"time_s", "cadence_per_min"}


def test_speed_and_distance_in_three_bytes_roll_over() -> None:
    def packed(speed_cm_s: int, sixteenths: int) -> bytes:
        return (speed_cm_s | (sixteenths & 0xFFF) << 12).to_bytes(3, "little")

    metres = [0.0, 100.0, 255.0, 257.5, 500.0, 755.9375]
    stored: list[Value] = [packed(300 + index, round(metre * 16)) for index, metre in enumerate(metres)]
    rows: list[dict[int, Value]] = [{253: START + index, 8: value} for index, value in enumerate([*stored, b"\xff\xff\xff"])]
    one = decode(Made(records=rows, record_fields=(Field(253, UINT32), Field(8, BYTE, 3))))
    np.testing.assert_array_equal(one.columns["distance_m"], [*metres, math.nan])
    np.testing.assert_allclose(one.columns["speed_m_s"], [3.0, 3.01, 3.02, 3.03, 3.04, 3.05, math.nan])


def test_values_that_cannot_be_are_left_out_and_said_once() -> None:
    rows: list[dict[int, Value]] = [{253: START + index, 3: pulse} for index, pulse in enumerate((120, 0, 5, 121))]
    one = decode(Made(records=rows, record_fields=(Field(253, UINT32), Field(3, UINT8))))
    np.testing.assert_array_equal(one.columns["heart_rate_bpm"], [120, math.nan, math.nan, 121])
    (problem,) = one.problems
    assert problem.reason == "dropped-values"
    assert problem.message.startswith("2 values of heart_rate_bpm lie outside 20 to 250")


def test_a_field_of_odd_length_is_left_out_and_said() -> None:
    writer = Made(records=[]).writer()
    writer.define(Definition(0, 20, (Field(253, UINT32), Field(6, UINT32, 1), Field(4, UINT8))))
    for second in range(3):
        writer.write(0, {253: START + second, 6: b"\x07", 4: 80})
    one = decode(writer)
    assert set(one.columns) == {"time_s", "cadence_per_min"}
    (problem,) = one.problems
    assert problem.reason == "dropped-values"
    assert "speed" in problem.message


def test_developer_fields_stay_apart_from_the_watch_s_own() -> None:
    writer = Made(records=[]).writer()
    own = (Field(253, UINT32), Field(4, UINT8))
    writer.define(Definition(0, 20, own, developer=(DeveloperField(4, UINT16, 0), DeveloperField(7, UINT16, 0))))
    for second in range(20):
        writer.write(0, {253: START + second, 4: 80 + second}, {4: 170, 7: 250})
    one = decode(writer)
    assert set(one.columns) == {"time_s", "cadence_per_min"}
    assert one.columns["cadence_per_min"].tolist() == [80 + second for second in range(20)]
