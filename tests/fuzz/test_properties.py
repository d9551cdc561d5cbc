"""Whatever definitions, messages and trees can be written: what is read of them is what was written, or it is declined."""

from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from footfall.formats.decoder import Reader
from footfall.formats.fit import FitDecoder
from footfall.formats.gpx import GpxDecoder
from sampledata.fit_writer import BASE_TYPES, ENUM, STRING, UINT8, UINT32, BaseType, ByteOrder, Definition, Field, FitWriter
from tests.formats_fit.craft import START
from tests.fuzz.chain import examine
from tests.fuzz.mutants import mutant
from tests.fuzz.seeds import made_seeds

SEEDS = made_seeds()
KINDS = (0, 18, 19, 20, 21, 34, 132, 162, 206, 207, 999)
TAGS = (
    *("gpx", "trk", "trkseg", "trkpt", "ele", "time", "extensions", "cad", "hr", "name", "type", "TrackPointExtension"),
    *("TrainingCenterDatabase", "Activities", "Activity", "Id", "Lap", "Track", "Trackpoint", "Time", "Cadence", "HealthData"),
    *("Workout", "Record", "WorkoutRoute", "FileReference", "MetadataEntry"),
)
ATTRIBUTES = (
    "lat",
    "lon",
    "StartTime",
    "Sport",
    "xmlns",
    "creator",
    "startDate",
    "endDate",
    "value",
    "workoutActivityType",
    "type",
)
VALUES = (
    *(
        "",
        "0",
        "-1",
        "54.5",
        "6.5",
        "nan",
        "1e400",
        "2026-05-03T06:12:09Z",
        "2026-05-03T06:12:10Z",
        "0001-01-01T00:00:00Z",
        "running",
    ),
    *("2026-05-03 06:12:09 +0200", "HKWorkoutActivityTypeRunning", "HKQuantityTypeIdentifierStepCount", "Running", "&amp;", "]]"),
)


def examined(data: bytes) -> Counter[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "input"
        path.write_bytes(data)
        return examine(path, Reader.OURS)


def _field(number: int, base: BaseType, elements: int) -> Field:
    """An array of no elements too: a field of no bytes, as some apps write."""
    return Field(number, base, elements * base.size)


NUMBERS = st.one_of(st.sampled_from((253, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 23, 53)), st.integers(0, 255))
FIELDS = st.lists(st.builds(_field, NUMBERS, st.sampled_from(BASE_TYPES), st.integers(0, 3)), max_size=6).map(tuple)
DEFINITIONS = st.builds(Definition, st.integers(0, 3), st.sampled_from(KINDS), FIELDS, st.sampled_from(list(ByteOrder)))
MESSAGES = st.lists(st.one_of(st.none(), st.integers(0, 31)), max_size=5)
"""For each message the time in its header; None = a plain header."""


@settings(max_examples=100)
@given(
    st.lists(st.tuples(DEFINITIONS, MESSAGES), min_size=1, max_size=5), st.randoms(use_true_random=False, note_method_calls=False)
)
def test_any_definitions_and_any_messages(parts: list[tuple[Definition, list[int | None]]], random: Random) -> None:
    writer = FitWriter()
    writer.define(Definition(15, 0, (Field(0, ENUM),)))
    writer.write(15, {0: 4})
    for definition, messages in parts:
        writer.define(definition)
        size = sum(field.width for field in definition.fields)
        for second in messages:
            head = definition.local if second is None else 0x80 | definition.local << 5 | second
            filling = random.choice((bytes(size), b"\xff" * size, random.getrandbits(8 * size + 1).to_bytes(size + 1, "big")[1:]))
            writer.raw(bytes([head]) + filling)
    examined(writer.to_bytes())


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 10**8), st.integers(0, 250)), min_size=1, max_size=40),
    st.sampled_from(list(ByteOrder)),
    st.lists(st.tuples(st.integers(20, 250), st.sampled_from(BASE_TYPES)), max_size=4, unique_by=lambda field: field[0]),
    st.randoms(use_true_random=False, note_method_calls=False),
)
def test_what_was_written_is_read_whatever_stands_around_it(
    rows: list[tuple[int, int]], order: ByteOrder, around: list[tuple[int, BaseType]], random: Random
) -> None:
    """Cadence and distance at their seconds, among fields of any type, in any order, in either byte order."""
    extra = tuple(Field(number, base, 3 * base.size) for number, base in around if number not in (29, 53, 73, 78, 87, 108))
    fields = [Field(253, UINT32), Field(5, UINT32), Field(4, UINT8), *extra]
    random.shuffle(fields)
    writer = FitWriter()
    writer.define(Definition(0, 20, tuple(fields), order))
    for second, (distance, cadence) in enumerate(rows):
        writer.write(
            0, {253: START + second, 5: distance, 4: cadence, **{field.number: _noise(field, random) for field in extra}}
        )
    (one,) = FitDecoder().decode(writer.to_bytes(), "made.fit", Reader.OURS)
    np.testing.assert_array_equal(one.columns["time_s"], np.arange(len(rows)))
    np.testing.assert_array_equal(one.columns["cadence_per_min"], [float(cadence) for _, cadence in rows])
    expected = [distance / 100 for distance, _ in rows]
    np.testing.assert_allclose(one.columns["distance_m"], expected, rtol=1e-12)


def _noise(field: Field, random: Random) -> bytes:
    return b"ab\0"[: field.width] if field.base is STRING else random.getrandbits(8 * field.width).to_bytes(field.width, "big")


def _element(tag: str, name: str, value: str, inside: list[str]) -> str:
    return f'<{tag} {name}="{value}">{value}{"".join(inside)}</{tag}>'


TREES = st.recursive(
    st.sampled_from(VALUES),
    lambda inside: st.builds(
        _element, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), st.lists(inside, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=100)
@given(st.sampled_from(("gpx", "TrainingCenterDatabase", "HealthData")), st.lists(TREES, max_size=4))
def test_any_tree_under_a_root_that_is_known(root: str, inside: list[str]) -> None:
    examined(f"<{root}>{''.join(inside)}</{root}>".encode())


@settings(max_examples=100)
@given(st.lists(st.tuples(st.floats(0, 1e5), st.floats(-90, 90), st.floats(-180, 180)), min_size=2, max_size=20))
def test_any_points_of_a_gpx_are_read_as_they_stand(found: list[tuple[float, float, float]]) -> None:
    rows = sorted(found)
    track = "".join(
        f'<trkpt lat="{lat!r}" lon="{lon!r}"><time>2026-05-03T00:00:{int(second) % 60:02d}Z</time></trkpt>'
        for second, lat, lon in rows
    )

    (one,) = GpxDecoder().decode(f"<gpx><trk><trkseg>{track}</trkseg></trk></gpx>".encode(), "made.gpx", Reader.OURS)
    np.testing.assert_allclose(one.columns["lat_deg"], [lat for _, lat, _ in rows], rtol=0, atol=1e-12)
    np.testing.assert_allclose(one.columns["lon_deg"], [lon for _, _, lon in rows], rtol=0, atol=1e-12)


@settings(max_examples=60)
@given(st.integers(0, 2**64), st.integers(0, 2**32))
def test_any_mutant_of_any_series(series: int, index: int) -> None:
    examined(mutant(SEEDS, series, index).data)


CELLS = st.one_of(st.text(max_size=12), st.floats().map(repr), st.dates().map(str))
LINES = st.lists(st.lists(CELLS, max_size=8).map(";".join), max_size=12)
HEADERS = ("date;distance;duration;cadence", "date;pain_max;onset;red_flags;note", "Activity ID;Activity Date;Activity Name", "x")


@settings(max_examples=60)
@given(st.sampled_from(HEADERS), LINES)
def test_any_table_under_a_header_that_is_known(header: str, lines: list[str]) -> None:
    examined("\n".join([header, *lines]).encode("utf-8", "surrogatepass"))
