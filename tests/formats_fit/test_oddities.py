"""What real FIT files do that the protocol does not promise, as far as no other module has it.

What a reader of FIT must get right, and where that is tested with a crafted file:

| compressed-timestamp headers                         | test_stamps, and here through the whole decoder           |
| both byte orders                                     | test_samples, test_columns, test_developer                |
| chained files                                        | test_parts, and here with an app in one of the links      |
| component and byte-array fields                      | test_samples (speed and distance), test_inferred (beats)  |
| sub-fields (total_strides)                           | test_totals                                               |
| developer fields, named, nameless, repeated, wrong   | test_developer                                            |
| misaligned sizes, of 0, 6 and 16 bytes, any type     | test_columns, test_samples, and here                      |
| enhanced fields first, fractional cadence            | test_samples                                              |
| cycles and their roll-over                           | test_inferred                                             |
| workout_feel, workout_rpe, other newer numbers       | test_totals, test_newer                                   |
| unknown makers, products, sports                     | test_totals                                               |
| sessions before records, none, records outside them  | test_decode, and here                                     |
| bad checksum, false size, trailing bytes             | test_parts                                                |
| truncation anywhere                                  | test_robustness                                           |
| device uptime, 1989, backward steps, UTC of a note   | test_clock                                                |
| files of other types                                 | test_decode                                               |
| all of it over real files, against three readers     | test_against_others                                       |
"""

import math

import numpy as np
import pytest

from footfall.formats.decoder import Reader
from footfall.formats.fit import FitDecoder
from footfall.metrics.runs import runs_of
from footfall.model.run import Decoded
from sampledata.fit_writer import (
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
from tests.formats_fit.craft import START, Made, event, records, session


def decode(made: Made | FitWriter | bytes, reader: Reader = Reader.AUTO) -> tuple[Decoded, ...]:
    return FitDecoder().decode(made if isinstance(made, bytes) else made.to_bytes(), "made.fit", reader)


def test_without_a_session_the_records_are_the_run() -> None:
    (one,) = decode(Made(records=records(600), events=[event(0, 0), event(100, 4), event(160, 0), event(599, 4)]))
    assert one.sessions == ()
    assert len(one.columns["time_s"]) == 600
    assert one.pauses.edges.tolist() == [[100, 160]]
    assert one.problems == ()
    (run,), passed = runs_of(one)
    assert (run.sport, len(run), passed) == ("running", 600, ())


def test_records_before_between_and_after_sessions_are_kept() -> None:
    legs = [
        session(start=START + 10, elapsed_ms=100_000, timestamp=START + 110),
        session(start=START + 200, elapsed_ms=100_000, timestamp=START + 300),
    ]
    (one,) = decode(Made(records=records(400), sessions=legs))
    assert len(one.columns["time_s"]) == 400
    assert [(leg.start_s, leg.end_s) for leg in one.sessions] == [(10, 110), (200, 300)]
    runs, passed = runs_of(one)
    assert [len(run) for run in runs] == [101, 101]
    assert passed == ()


def test_records_outside_the_only_session_are_its_run_s() -> None:
    (one,) = decode(Made(records=records(400), sessions=[session(start=START + 10, elapsed_ms=100_000)]))
    (run,), _ = runs_of(one)
    assert len(run) == 400


@pytest.mark.parametrize("reader", [Reader.AUTO, Reader.FITPARSE])
@pytest.mark.parametrize("order", list(ByteOrder))
def test_records_with_compressed_headers_keep_time_and_values(order: ByteOrder, reader: Reader) -> None:
    writer = Made(records=[]).writer()
    own = (Field(3, UINT8), Field(5, UINT32), Field(73, UINT32))
    writer.define(Definition(1, 20, (Field(253, UINT32), *own), order))
    writer.define(Definition(2, 20, own, order))
    writer.write(1, {253: START + 30, 3: 120, 5: 0, 73: 3000})
    for second in range(31, 130):  # over three turns of 32 s
        writer.write_compressed(2, (START + second) % 32, {3: 120, 5: 300 * (second - 30), 73: 3000 + second})
    (one,) = decode(writer, reader)
    assert one.columns["time_s"].tolist() == list(range(100))
    np.testing.assert_allclose(one.columns["distance_m"], 3.0 * np.arange(100))
    np.testing.assert_allclose(one.columns["speed_m_s"][1:], 3 + np.arange(31, 130) / 1000)


ODD_TYPES = [BaseType(code, "B", 0xFF) for code in (0x11, 0x1F, 0x33, 0x7F, 0x9F, 0xE5, 0xFF)]


@pytest.mark.parametrize("base", ODD_TYPES, ids=lambda base: f"{base.code:#04x}")
@pytest.mark.parametrize("size", [0, 1, 2, 3, 6, 16, 255])
def test_fields_of_any_type_and_size_leave_those_around_them_alone(base: BaseType, size: int) -> None:
    writer = Made(records=[]).writer()
    layout = (Field(253, UINT32), Field(3, UINT8), Field(5, base, size), Field(99, base, size), Field(4, UINT8))
    writer.define(Definition(0, 20, layout))
    for second in range(5):
        writer.write(0, {253: START + second, 3: 120, 5: bytes([7]) * size, 99: bytes([7]) * size, 4: 80})
    (one,) = decode(writer)
    assert one.columns["time_s"].tolist() == [0, 1, 2, 3, 4]
    assert one.columns["heart_rate_bpm"].tolist() == [120] * 5
    assert one.columns["cadence_per_min"].tolist() == [80] * 5


@pytest.mark.parametrize(("base", "size"), [(UINT16, 6), (UINT32, 16), (UINT16, 254)])
def test_of_longer_fields_the_first_number_is_read(base: BaseType, size: int) -> None:
    rows: list[dict[int, Value]] = [
        {253: START + second, 6: [3000 + second, *[None] * (size // base.size - 1)]} for second in range(3)
    ]
    (one,) = decode(Made(records=rows, record_fields=(Field(253, UINT32), Field(6, base, size))))
    np.testing.assert_allclose(one.columns["speed_m_s"], [3.0, 3.001, 3.002])


def test_a_number_written_as_text_is_none() -> None:
    rows: list[dict[int, Value]] = [{253: START, 4: "80", 3: 120}, {253: START + 1, 4: None, 3: 121}]
    (one,) = decode(Made(records=rows, record_fields=(Field(253, UINT32), Field(4, STRING, 4), Field(3, UINT8))))
    assert set(one.columns) == {"time_s", "heart_rate_bpm"}


def test_an_app_of_one_link_is_not_believed_in_another() -> None:
    def link(*, described: bool, start: int) -> bytes:
        writer = Made(records=[]).writer()
        if described:
            writer.define(Definition(5, 206, (Field(0, UINT8), Field(1, UINT8), Field(2, UINT8), Field(15, UINT8))))
            writer.write(5, {0: 0, 1: 3, 2: UINT16.code, 15: 7})
        writer.define(Definition(0, 20, (Field(253, UINT32), Field(4, UINT8)), developer=(DeveloperField(3, UINT16, 0),)))
        for second in range(3):
            writer.write(0, {253: start + second, 4: 80}, {3: 250})
        return writer.to_bytes()

    first, second = decode(link(described=True, start=START) + link(described=False, start=START + 9000))
    assert first.columns["pod_power_w"].tolist() == [250] * 3
    assert "pod_power_w" not in second.columns
    assert second.columns["cadence_per_min"].tolist() == [80] * 3


def test_a_definition_that_changes_midway_changes_what_is_there() -> None:
    writer = Made(records=records(3)).writer()
    writer.define(Definition(20 % 16, 20, (Field(253, UINT32), Field(78, UINT32)), ByteOrder.BIG))
    writer.write(20 % 16, {253: START + 3, 78: 3000})
    (one,) = decode(writer)
    np.testing.assert_array_equal(one.columns["altitude_m"], [math.nan] * 3 + [100])
    np.testing.assert_array_equal(one.columns["heart_rate_bpm"], [120, 121, 122, math.nan])
