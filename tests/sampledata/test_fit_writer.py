"""The FIT writer, read back by fitparse and fitdecode: what it is told stands in the file, odd things included."""

import datetime as dt
import io
import struct

import fitdecode
import fitparse
import pytest
from fitparse.utils import FitCRCError

from sampledata import fit_profile as fit
from sampledata.fit_writer import (
    BASE_TYPES,
    BYTE,
    ENUM,
    FLOAT32,
    SINT16,
    STRING,
    UINT8,
    UINT16,
    UINT32,
    ByteOrder,
    Checksum,
    Definition,
    DeveloperField,
    Field,
    FitWriter,
    encode,
)

FILE_ID = Definition(0, 0, (Field(0, ENUM), Field(1, UINT16), Field(4, UINT32)))
RECORD = Definition(1, 20, (Field(253, UINT32), Field(3, UINT8), Field(5, UINT32), Field(6, UINT16)))


def messages(data: bytes, name: str) -> list[dict[str, object]]:
    return [message.get_values() for message in fitparse.FitFile(io.BytesIO(data)).get_messages(name)]


@pytest.mark.parametrize("order", list(ByteOrder))
def test_both_byte_orders_read_back_alike(order: ByteOrder) -> None:
    writer = FitWriter()
    writer.define(Definition(0, 0, FILE_ID.fields, order))
    writer.write(0, {0: 4, 1: 1, 4: 1_000_000_000})
    writer.define(Definition(1, 20, RECORD.fields, order))
    writer.write(1, {253: 1_000_000_001, 3: 140, 5: 123_456, 6: 2_780})
    (record,) = messages(writer.to_bytes(), "record")
    assert record["timestamp"] == dt.datetime(2021, 9, 8, 1, 46, 41)
    assert record["heart_rate"] == 140
    assert record["distance"] == pytest.approx(1234.56)
    assert record["enhanced_speed"] == pytest.approx(2.78)


def test_what_is_not_given_is_invalid_and_not_zero() -> None:
    writer = FitWriter()
    writer.define(RECORD)
    writer.write(1, {253: 1_000_000_001, 3: None})
    (record,) = messages(writer.to_bytes(), "record")
    assert record["heart_rate"] is None
    assert record["distance"] is None


def test_compressed_timestamps_are_added_to_the_last_full_one() -> None:
    writer = FitWriter()
    writer.define(RECORD)
    writer.write(1, {253: 1_000_000_000, 3: 100})  # low five bits: 0
    writer.define(Definition(2, 20, (Field(3, UINT8),)))
    for offset, beats in ((7, 101), (31, 102), (2, 103)):  # the last has rolled over
        writer.write_compressed(2, offset, {3: beats})
    times = [record["timestamp"] for record in messages(writer.to_bytes(), "record")]
    start = dt.datetime(2021, 9, 8, 1, 46, 40)
    assert [(time - start).total_seconds() for time in times] == [0, 7, 31, 34]  # type: ignore[operator]


def test_developer_fields_are_read_under_their_own_name() -> None:
    writer = FitWriter()
    writer.define(Definition(2, 207, (Field(1, BYTE, 16), Field(3, UINT8))))
    writer.write(2, {1: bytes(range(16)), 3: 0})
    name, units = Field(3, STRING, 12), Field(8, STRING, 8)
    writer.define(Definition(3, 206, (Field(0, UINT8), Field(1, UINT8), Field(2, UINT8), name, units)))
    writer.write(3, {0: 0, 1: 5, 2: UINT16.code, 3: "Form Power", 8: "Watts"})
    writer.define(Definition(1, 20, RECORD.fields, developer=(DeveloperField(5, UINT16, 0),)))
    writer.write(1, {253: 1_000_000_000}, {5: 61})
    (record,) = messages(writer.to_bytes(), "record")
    assert record["Form Power"] == 61


@pytest.mark.parametrize("header_size", [12, 14])
def test_old_and_new_headers_hold_the_true_size(header_size: int) -> None:
    writer = FitWriter()
    writer.define(RECORD)
    writer.write(1, {253: 1_000_000_000, 3: 100})
    data = writer.to_bytes(header_size=header_size)
    assert data[0] == header_size
    assert struct.unpack("<I", data[4:8])[0] == len(data) - header_size - 2
    assert len(messages(data, "record")) == 1


def test_a_wrong_checksum_is_wrong_and_a_zero_one_zero() -> None:
    writer = FitWriter()
    writer.define(RECORD)
    writer.write(1, {253: 1_000_000_000})
    with pytest.raises(FitCRCError):
        messages(writer.to_bytes(file_crc=Checksum.WRONG), "record")
    with pytest.raises(FitCRCError):
        messages(writer.to_bytes(header_crc=Checksum.WRONG), "record")
    assert writer.to_bytes(file_crc=Checksum.ZERO)[-2:] == b"\0\0"


def test_chained_files_are_read_by_fitdecode_one_after_the_other() -> None:
    writer = FitWriter()
    writer.define(RECORD)
    writer.write(1, {253: 1_000_000_000, 3: 100})
    with fitdecode.FitReader(io.BytesIO(writer.to_bytes() * 3)) as reader:
        kinds = [type(frame).__name__ for frame in reader]
    assert kinds.count("FitHeader") == 3
    assert kinds.count("FitDataMessage") == 3


@pytest.mark.parametrize("base", BASE_TYPES, ids=lambda base: hex(base.code))
@pytest.mark.parametrize("order", ["<", ">"])
def test_the_invalid_value_of_every_base_type_is_fitdecodes_too(base, order: str) -> None:  # type: ignore[no-untyped-def]
    theirs = fitdecode.types.BASE_TYPES[base.code]
    assert theirs.size == base.size
    raw = encode(None, base, base.size, order)
    (value,) = struct.unpack(order + theirs.fmt, raw)
    assert theirs.parse([value] if base is BYTE else value) is None or (base is STRING and value == b"\0")


def test_arrays_strings_and_ill_fitting_sizes_fill_their_width() -> None:
    assert encode([1, None, -2], SINT16, 6, "<") == struct.pack("<hhh", 1, 0x7FFF, -2)
    assert encode(1, SINT16, 4, ">") == struct.pack(">hh", 1, 0x7FFF)
    assert encode("Löpning", STRING, 6, "<") == "Löpn".encode() + b"\0"
    assert encode(None, UINT32, 1, "<") == b"\xff"
    assert encode(b"\x07", UINT32, 1, "<") == b"\x07"
    assert encode(1.5, FLOAT32, 4, ">") == struct.pack(">f", 1.5)
    with pytest.raises(ValueError, match="3 bytes for a field of 4"):
        encode(b"abc", UINT32, 4, "<")
    with pytest.raises(ValueError, match="1 elements for a field of 2"):
        encode([1], SINT16, 4, "<")


def test_a_field_that_was_not_defined_is_refused() -> None:
    writer = FitWriter()
    writer.define(RECORD)
    with pytest.raises(ValueError, match="no field"):
        writer.write(1, {4: 80})
    with pytest.raises(KeyError):
        writer.write(9, {})


@pytest.mark.parametrize("kind", fit.MESSAGES, ids=lambda kind: kind.name)
def test_the_profile_agrees_with_fitparses(kind: fit.MessageType) -> None:
    theirs = fitparse.profile.MESSAGE_TYPES[kind.number]
    assert theirs.name == kind.name
    newer_than_fitparse = {"workout_feel", "workout_rpe"}
    for channel in kind.channels:
        if channel.name in newer_than_fitparse:
            continue
        field = theirs.fields.get(channel.number) or fitparse.profile.FIELD_TYPE_TIMESTAMP
        named = {field.name: field} | {sub.name: sub for sub in getattr(field, "subfields", None) or ()}
        assert channel.name in named
        assert (named[channel.name].scale or 1) == channel.scale
        assert (named[channel.name].offset or 0) == channel.offset


def test_a_new_definition_is_written_only_when_the_fields_change() -> None:
    builder = fit.FitBuilder()
    at = fit.fit_time(dt.datetime(2026, 5, 3, 6, 0, tzinfo=dt.UTC))
    for second in range(3):
        builder.message(fit.RECORD, {"timestamp": at + second, "heart_rate": 120})
    builder.message(fit.RECORD, {"timestamp": at + 3, "cadence": 83, "fractional_cadence": 0.5})
    data = builder.to_bytes()
    with fitdecode.FitReader(io.BytesIO(data)) as reader:
        kinds = [type(frame).__name__ for frame in reader]
    assert kinds.count("FitDefinitionMessage") == 2
    last = messages(data, "record")[-1]
    assert last["timestamp"] == dt.datetime(2026, 5, 3, 6, 0, 3)
    assert (last["cadence"], last["fractional_cadence"]) == (83, 0.5)
