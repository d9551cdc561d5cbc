"""Fields of a second sensor's app: whose they are, what they mean, and that they never meet the watch's own."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest

from footfall.formats.decoder import Reader
from footfall.formats.fit import FitDecoder
from footfall.model.run import Decoded
from sampledata.fit_writer import (
    BYTE,
    FLOAT32,
    SINT8,
    SINT16,
    STRING,
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

DESCRIPTION = (
    *(Field(0, UINT8), Field(1, UINT8), Field(2, UINT8), Field(3, STRING, 24), Field(8, STRING, 16)),
    *(Field(6, UINT8), Field(7, SINT8), Field(14, UINT16), Field(15, UINT8)),
)
APP = (Field(1, BYTE, 16), Field(2, UINT16), Field(3, UINT8))


@dataclass
class Extra:
    """A developer field, its description, and its stored values, one a second."""

    name: str | None
    base: BaseType
    values: Sequence[Value]
    unit: str | None = None
    native: int | None = None
    message: int | None = 20
    scale: int | None = None
    offset: int | None = None
    app: int = 0
    size: int | None = None


@dataclass
class Apps:
    """Records with a native cadence of 80 and fields of apps. Numbers of fields go on from app to app."""

    fields: Sequence[Extra]
    makers: dict[int, int] = field(default_factory=dict)
    order: ByteOrder = ByteOrder.LITTLE

    def describe(self, writer: FitWriter) -> None:
        writer.define(Definition(6, 207, APP, self.order))
        for index in {extra.app for extra in self.fields}:
            writer.write(6, {2: self.makers.get(index), 3: index})
        writer.define(Definition(5, 206, DESCRIPTION, self.order))
        for number, extra in enumerate(self.fields):
            told: dict[int, Value] = {3: extra.name, 8: extra.unit, 6: extra.scale, 7: extra.offset}
            writer.write(5, {0: extra.app, 1: number, 2: extra.base.code, 14: extra.message, 15: extra.native, **told})

    def record(self, writer: FitWriter) -> None:
        own = (Field(253, UINT32), Field(4, UINT8))
        layout = tuple(DeveloperField(number, extra.base, extra.app, extra.size) for number, extra in enumerate(self.fields))
        writer.define(Definition(0, 20, own, self.order, layout))
        for second in range(len(self.fields[0].values)):
            cells = {number: extra.values[second] for number, extra in enumerate(self.fields)}
            writer.write(0, {253: START + second, 4: 80}, cells)

    def writer(self) -> FitWriter:
        made = Made(records=[]).writer()
        self.describe(made)
        self.record(made)
        return made


def decode(made: FitWriter, reader: Reader = Reader.AUTO) -> Decoded:
    (one,) = FitDecoder().decode(made.to_bytes(), "made.fit", reader)
    return one


def columns(made: FitWriter, reader: Reader = Reader.AUTO) -> dict[str, list[float]]:
    """Those of the second sensor."""
    one = decode(made, reader)
    assert one.columns["cadence_per_min"].tolist() == [80.0] * len(one.columns["time_s"])
    return {name: values.tolist() for name, values in one.columns.items() if name.startswith("pod_")}


SIGN = Extra("Leg Spring Stiffness", FLOAT32, [9.5, 9.5], "kN/m")
"""What only Stryd writes."""


@pytest.mark.parametrize("reader", [Reader.AUTO, Reader.FITPARSE])
@pytest.mark.parametrize("order", list(ByteOrder))
def test_stryd_by_its_names_and_units_beside_the_watch_s_own(order: ByteOrder, reader: Reader) -> None:
    fields = [
        Extra("Power", UINT16, [250, 0], "Watts", 7),
        Extra("Cadence", UINT8, [86, 0], "RPM", 4),
        Extra("Ground Time", UINT16, [240, None], "Milliseconds", 41),
        Extra("Vertical Oscillation", FLOAT32, [6.25, None], "Centimeters", 39),
        Extra(
            "Speed", FLOAT32, [3.25, 0.0], "M/S", None, 6
        ),  # as a phone's app has it: the field's number where the message's belongs
        Extra("Distance", UINT32, [0, 3], "Meters", None, 5),
        SIGN,
    ]
    found = columns(Apps(fields, order=order).writer(), reader)
    assert set(found) == {
        *("pod_power_w", "pod_cadence_per_min", "pod_stance_time_s"),
        *("pod_vertical_oscillation_m", "pod_speed_m_s", "pod_distance_m"),
    }
    assert found["pod_power_w"] == [250, 0]
    assert found["pod_cadence_per_min"] == [86, 0]
    np.testing.assert_allclose(found["pod_stance_time_s"], [0.24, math.nan])
    np.testing.assert_allclose(found["pod_vertical_oscillation_m"], [0.0625, math.nan])
    assert found["pod_speed_m_s"] == [3.25, 0]
    assert found["pod_distance_m"] == [0, 3]


@pytest.mark.parametrize("contact", ["GCT", "ContactTime"])
def test_runscribe_on_both_feet_is_their_mean_and_one_foot_where_the_other_is_lost(contact: str) -> None:
    fields = [
        Extra("FS_R", SINT8, [3, 3, 3, 3]),
        Extra(f"{contact}_R", SINT16, [250, 0, 252, 0], "ms"),
        Extra(f"{contact}_L", SINT16, [260, 262, 0, 0], "ms"),
        Extra("Power", SINT16, [240, 241, 242, 243], "W"),
    ]
    found = columns(Apps(fields).writer())
    np.testing.assert_allclose(found["pod_stance_time_s"], [0.255, 0.262, 0.252, math.nan])
    assert found["pod_power_w"] == [240, 241, 242, 243]


def test_runscribe_by_its_oldest_names() -> None:
    fields = [
        Extra("currBrakingGs", FLOAT32, [2.0, 2.0], "G"),
        Extra("currContactTime", FLOAT32, [251.5, 0.0], "ms"),
        Extra("currPower", FLOAT32, [200.5, 201.5], "W"),
    ]
    found = columns(Apps(fields).writer())
    np.testing.assert_allclose(found["pod_stance_time_s"], [0.2515, math.nan])
    assert found["pod_power_w"] == [200.5, 201.5]


def test_a_name_alone_is_not_believed() -> None:
    fields = [Extra("Distance", UINT32, [9000, 8990], "m"), Extra("Power", UINT16, [1, 2], "W")]
    assert columns(Apps(fields).writer()) == {}
    assert set(columns(Apps(fields, makers={0: 95}).writer())) == {"pod_distance_m", "pod_power_w"}
    assert set(columns(Apps(fields, makers={0: 1}).writer())) == set()


def test_each_app_is_judged_by_its_own_fields() -> None:
    fields = [Extra("Power", UINT16, [1, 2], "W", app=1), SIGN, Extra("Power", UINT16, [250, 251], "Watts")]
    assert columns(Apps(fields).writer()) == {"pod_power_w": [250, 251]}


def test_the_native_field_that_an_app_says_it_stands_for_is_believed() -> None:
    fields = [
        Extra("Cadencia", UINT8, [85, 86], "rpm", 4),
        Extra(None, UINT16, [235, 240], None, 41),  # without a unit: the native one's, ms
        Extra("Hub", UINT16, [85, 86], None, 4, 19),  # of a lap
    ]
    found = columns(Apps(fields).writer())
    assert found["pod_cadence_per_min"] == [85, 86]
    np.testing.assert_allclose(found["pod_stance_time_s"], [0.235, 0.24])
    assert set(found) == {"pod_cadence_per_min", "pod_stance_time_s"}


@pytest.mark.parametrize(
    ("native", "unit", "stored", "column", "value"),
    [
        (5, "km", 1.5, "pod_distance_m", 1500.0),
        (5, "mi", 1.0, "pod_distance_m", 1609.344),
        (6, "km/h", 12.6, "pod_speed_m_s", 3.5),
        (73, "mph", 10.0, "pod_speed_m_s", 4.4704),
        (41, "s", 0.25, "pod_stance_time_s", 0.25),
        (39, "mm", 82.5, "pod_vertical_oscillation_m", 0.0825),
        (39, "Millimeters", 82.5, "pod_vertical_oscillation_m", 0.0825),
        (7, "watt", 250.0, "pod_power_w", 250.0),
    ],
)
def test_units_are_read(native: int, unit: str, stored: float, column: str, value: float) -> None:
    found = columns(Apps([Extra("x", FLOAT32, [stored], unit, native)]).writer())
    assert found[column] == pytest.approx([value], rel=1e-6)  # a float of 4 bytes


def test_a_unit_that_is_not_known_costs_the_field_and_is_said() -> None:
    one = decode(Apps([Extra("Ground Time", UINT16, [240, 250], "furlongs"), SIGN]).writer())
    assert set(one.columns) == {"time_s", "cadence_per_min"}
    (problem,) = one.problems
    assert (problem.reason, problem.where) == ("dropped-values", None)
    assert "Ground Time of a second sensor is in furlongs" in problem.message


def test_scale_and_offset_of_the_description_hold() -> None:
    fields = [Extra("Power", UINT16, [2600, None], "Watts", scale=10, offset=10), SIGN]
    found = columns(Apps(fields).writer())
    np.testing.assert_allclose(found["pod_power_w"], [250, math.nan])
    unscaled = [Extra("Power", UINT16, [260, 261], "Watts", scale=0, offset=0), SIGN]
    assert columns(Apps(unscaled).writer())["pod_power_w"] == [260, 261]


def test_of_a_repeated_name_the_first_that_has_any_value_stands() -> None:
    fields = [
        Extra("Power", UINT16, [None, None], "Watts"),
        Extra("Power", UINT16, [250, None], "Watts"),
        Extra("Power", UINT16, [1, 2], "Watts"),
        SIGN,
    ]
    np.testing.assert_allclose(columns(Apps(fields).writer())["pod_power_w"], [250, math.nan])


def test_developer_data_that_nothing_describes_hurts_nobody() -> None:
    apps = Apps([Extra("Power", UINT16, [250, 251], "Watts"), SIGN])
    writer = Made(records=[]).writer()
    apps.record(writer)
    assert columns(writer) == {}


def test_a_description_may_come_behind_what_it_describes() -> None:
    apps = Apps([Extra("Power", UINT16, [250, 251], "Watts"), SIGN])
    writer = Made(records=[]).writer()
    apps.record(writer)
    apps.describe(writer)
    assert columns(writer)["pod_power_w"] == [250, 251]


def test_a_field_described_twice_is_as_described_last() -> None:
    apps = Apps([Extra("Power", UINT16, [250, 251], "Watts"), SIGN])
    writer = Made(records=[]).writer()
    Apps([Extra("Cadence", UINT16, [], "RPM"), SIGN]).describe(writer)
    apps.describe(writer)
    apps.record(writer)
    assert columns(writer) == {"pod_power_w": [250, 251]}


def test_a_description_that_lacks_index_number_or_type_is_none() -> None:
    for missing in (0, 1, 2):
        writer = Made(records=[]).writer()
        writer.define(Definition(5, 206, DESCRIPTION))
        told: dict[int, Value] = {0: 0, 1: 0, 2: UINT16.code, 3: "Power", 8: "W", 15: 7}
        writer.write(5, {**told, missing: None})
        Apps([Extra("Power", UINT16, [250, 251])]).record(writer)
        assert columns(writer) == {}


def test_a_length_that_does_not_fit_the_type_is_said() -> None:
    fields = [Extra("Power", UINT32, [b"\x07"], "Watts", size=1), Extra(None, UINT32, [b"\x07"], None, 4, size=1), SIGN]
    one = decode(Apps([*fields]).writer())
    assert set(one.columns) == {"time_s", "cadence_per_min"}
    assert [problem.reason for problem in one.problems] == ["dropped-values"] * 2
    assert "Power" in one.problems[0].message
    assert "1 of app 0" in one.problems[1].message


def test_texts_bytes_and_arrays() -> None:
    fields = [
        Extra("Power", STRING, ["250 W"], "Watts", size=8),
        Extra("Cadence", BYTE, [b"\x01\x02\x03"], "RPM", size=3),
        Extra("Ground Time", UINT16, [[240, 250]], "Milliseconds", size=4),
        Extra("Speed", UINT16, [b""], "M/S", size=0),
        SIGN,
    ]
    one = decode(Apps(fields).writer())
    assert {name for name in one.columns if name.startswith("pod_")} == {"pod_stance_time_s"}
    assert one.columns["pod_stance_time_s"].tolist() == [0.24]  # of an array the first, as of a native one


@pytest.mark.parametrize("base", [0x00, 0x03, 0x05, 0x09, 0x0E, 0x1F, 0xFE])
def test_any_type_may_be_claimed(base: int) -> None:
    writer = Made(records=[]).writer()
    claim = Extra("Power", BaseType(base, "H", 0xFFFF), [], "Watts", 7)
    Apps([claim]).describe(writer)
    Apps([Extra("Power", UINT16, [250, 251])]).record(writer)
    one = decode(writer)
    assert len(one.columns["time_s"]) == 2


def test_records_without_the_field_have_none_of_it() -> None:
    apps = Apps([Extra("Power", UINT16, [250, 251], "Watts"), SIGN])
    writer = apps.writer()
    writer.define(Definition(0, 20, (Field(253, UINT32), Field(4, UINT8))))
    writer.write(0, {253: START + 2, 4: 80})
    np.testing.assert_allclose(columns(writer)["pod_power_w"], [250, 251, math.nan])


def test_what_cannot_be_is_left_out_and_said_by_the_column_s_name() -> None:
    one = decode(Apps([Extra("Ground Time", UINT16, [240, 1600], "Milliseconds"), SIGN]).writer())
    np.testing.assert_allclose(one.columns["pod_stance_time_s"], [0.24, math.nan])
    (problem,) = one.problems
    assert problem.message.startswith("1 values of pod_stance_time_s lie outside")
