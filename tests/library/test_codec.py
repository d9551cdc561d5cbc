"""Records: what goes in comes out, exactly; whatever else is handed in is said to be damaged, and nothing worse."""

import copy
import dataclasses
import datetime as dt
import math
import random
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from footfall.errors import LibraryError
from footfall.library import codec
from footfall.library.codec import check, digest, pack, unpack
from footfall.metrics.measure import measure
from footfall.metrics.sighting import Sighting, sighting
from footfall.model.intervals import FloatArray, Intervals
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.workflow.find import find
from footfall.workflow.items import Item, Items
from footfall.workflow.read import read_item
from tests.library.kinds import Colour, Everything, Leaf, Level, Pair, Shape, same

TEXT = st.text(st.characters())  # lone surrogates too: names of files that are no text reach us so
OFFSETS = st.integers(-86399, 86399).map(lambda s: dt.timezone(dt.timedelta(seconds=s)))
ZONES = st.sampled_from([ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kolkata")])
MOMENTS = st.datetimes(timezones=st.one_of(st.none(), st.just(dt.UTC), OFFSETS, ZONES))
LEAVES = TEXT.map(Leaf)
REALS = st.floats()
LOOSE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), REALS, TEXT, st.binary(), MOMENTS, st.dates(), st.times()),
    lambda inner: st.one_of(st.lists(inner), st.lists(inner).map(tuple), st.dictionaries(TEXT, inner)),
    max_leaves=8,
)


def array(kind: str) -> st.SearchStrategy[FloatArray]:
    return arrays.arrays(kind, arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=5))


EDGES = st.lists(st.integers(0, 10**6), unique=True, max_size=8).map(lambda n: sorted(n)[: len(n) // 2 * 2])
EVERYTHING = st.builds(
    Everything,
    text=TEXT,
    whole=st.integers(),
    real=REALS,
    yes=st.booleans(),
    maybe=st.none() | REALS,
    either=st.one_of(st.none(), TEXT, st.dates(), LEAVES),
    moment=MOMENTS,
    day=st.dates(),
    clock=st.none() | st.times(),
    colour=st.sampled_from(Colour),
    level=st.sampled_from(Level),
    shape=st.sampled_from(Shape),
    unit=st.sampled_from(["kg", "lb", 3]),
    pair=st.builds(Pair, TEXT, st.none() | REALS),
    leaf=st.none() | LEAVES,
    leaves=st.lists(LEAVES).map(tuple),
    place=st.none() | st.tuples(REALS, REALS),
    words=st.frozensets(TEXT),
    colours=st.frozensets(st.sampled_from(Colour)),
    by_name=st.dictionaries(TEXT, REALS),
    by_colour=st.dictionaries(st.sampled_from(Colour), LEAVES),
    anything=st.dictionaries(TEXT, LOOSE),
    raw=st.binary(),
    perhaps_raw=st.none() | st.binary(),
    floats=array("<f8"),
    ints=array("<i8"),
    bools=array("?"),
    pauses=EDGES.map(lambda n: Intervals(np.array(n, dtype=float).reshape(-1, 2))),
    listed=st.lists(st.integers()),
)


@given(EVERYTHING)
def test_every_kind_of_value_comes_back_as_it_was(value: Everything) -> None:
    data = pack(value)
    back = unpack(Everything, data)
    assert same(back, value)
    assert pack(back) == data
    check(data)


@given(EVERYTHING, EVERYTHING)
def test_a_digest_is_of_all_that_a_record_holds(one: Everything, other: Everything) -> None:
    assert digest([one]) == digest([copy.deepcopy(one)])
    assert (digest([one]) == digest([other])) <= (pack(one) == pack(other))
    assert digest([one, other]) != digest([one])


def test_a_digest_is_the_same_whatever_objects_hold_the_text() -> None:
    text, same_text = "a b", "".join(["a", " ", "b"])
    assert text is not same_text
    assert digest([Leaf(text), Leaf(text)]) == digest([Leaf(same_text), Leaf("a b")])
    assert digest([Leaf("a"), Leaf("b")]) != digest([Leaf("ab"), Leaf("")])


def test_a_digest_takes_an_enum_for_its_text_and_a_number_of_numpy_for_its_value() -> None:
    @dataclass(frozen=True)
    class Numbers:
        text: str
        real: float

    assert digest([Numbers(Colour.RED, 1.5)]) == digest([Numbers(Colour.RED, np.float64(1.5))])
    assert digest([Numbers(Colour.RED, 1.5)]) != digest([Numbers(Colour.BLUE, 1.5)])
    assert digest([Numbers("red", np.float64(1.5))]) != digest([Numbers("red", np.float64(2.5))])


def sample_runs(folder: Path) -> Iterator[tuple[Measured, Sighting]]:
    found, _ = find((str(folder),))
    with Items(found) as items:
        for item in items:
            if isinstance(item, Item):
                for run in read_item(item).runs:
                    measured = measure(run)
                    yield measured, sighting(run, measured)


def test_every_run_of_the_sample_season_comes_back_as_it_was(sample_data: Path) -> None:
    pairs = list(sample_runs(sample_data))
    assert len(pairs) > 40
    for measured, seen in pairs:
        assert same(unpack(Measured, pack(measured)), measured)
        assert same(unpack(Sighting, pack(seen)), seen)


@dataclass(frozen=True)
class Numbers:
    real: float
    whole: int
    text: str
    anything: object = None


def test_numbers_of_numpy_and_enums_become_plain_ones() -> None:
    value = Numbers(np.float64(1.5), np.int64(3), Colour.RED, {"n": np.float32(0.5), "c": Colour.BLUE, "l": Level.HIGH})
    back = unpack(Numbers, pack(value))
    assert back == Numbers(1.5, 3, "red", {"n": 0.5, "c": "blue", "l": 7})
    assert [type(one) for one in (back.real, back.whole, back.text)] == [float, int, str]


def test_a_mapping_that_cannot_be_changed_comes_back_as_a_mapping() -> None:
    assert unpack(Numbers, pack(Numbers(1.0, 1, "", MappingProxyType({"a": 1})))).anything == {"a": 1}


def test_of_an_hour_that_comes_twice_it_is_kept_which_one_it_was() -> None:
    value = Numbers(0.0, 0, "", dt.datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1))
    assert same(unpack(Numbers, pack(value)), value)


def test_equal_sets_are_equal_bytes() -> None:
    @dataclass(frozen=True)
    class Words:
        words: frozenset[str]

    names = [f"word {n}" for n in range(50)]
    assert pack(Words(frozenset(names))) == pack(Words(frozenset(reversed(names))))


def test_arrays_that_come_back_can_be_written_to(sample_data: Path) -> None:
    measured, _ = next(sample_runs(sample_data))
    unpack(Measured, pack(measured)).bins.time_s[:] = 0


@pytest.mark.parametrize(
    "value",
    [
        Numbers("1", 1, ""),  # type: ignore[arg-type]
        Numbers(1.0, True, ""),
        Numbers(1.0, 1, None),  # type: ignore[arg-type]
        Numbers(1.0, 1, "", Path()),
        Numbers(1.0, 1, "", Leaf("a")),
        Numbers(1.0, 1, "", np.array(["a"])),
    ],
)
def test_what_has_no_place_in_a_record_is_a_bug_and_not_packed(value: Numbers) -> None:
    with pytest.raises(TypeError):
        pack(value)


def test_a_type_that_has_no_place_in_a_record_is_a_bug() -> None:
    @dataclass(frozen=True)
    class Opens:
        path: Path

    with pytest.raises(TypeError, match="no place"):
        pack(Opens(Path()))


def example() -> bytes:
    return pack(Problem("a/b.fit", "byte 12", "damaged", "It is cut short.", None))


def code_of(kind: type, data: bytes) -> str | None:
    try:
        unpack(kind, data)
    except LibraryError as error:
        return error.code
    return None


def damaged(kind: type, data: bytes) -> None:
    assert code_of(kind, data) == "damaged-record"


def test_a_record_of_another_type_is_damaged() -> None:
    damaged(Numbers, example())


def test_a_record_cut_anywhere_is_damaged() -> None:
    data = example()
    for length in range(len(data)):
        damaged(Problem, data[:length])
        with pytest.raises(LibraryError):
            check(data[:length])
    damaged(Problem, data + b"\0")


def test_a_record_changed_anywhere_is_damaged() -> None:
    data, rng = example(), random.Random(5)
    for at in range(len(data)):
        changed = bytearray(data)
        changed[at] ^= rng.randrange(1, 256)
        assert code_of(Problem, bytes(changed)) in ("damaged-record", None)  # None: a bit that zlib does not look at


def forged(kind: type, text: bytes, held: bytes = b"") -> bytes:
    shape = codec.coding_of(kind).print
    return codec._HEAD.pack(b"ffr", 1, shape, len(held), len(text)) + zlib.compress(held + text)


def raw_of(data: bytes) -> tuple[int, bytes]:
    return codec._HEAD.unpack_from(data)[3], zlib.decompress(data[codec._HEAD.size :])


def test_a_record_that_is_whole_but_says_other_things_is_damaged(sample_data: Path) -> None:
    """Changed before it is compressed, so that no checksum tells."""
    rng = random.Random(7)
    measured, seen = next(sample_runs(sample_data))
    found = 0
    for value in (measured, seen):
        held, raw = raw_of(pack(value))
        for _ in range(1500):
            text = bytearray(raw[held:])
            for _ in range(rng.choice([1, 1, 3])):
                at = rng.randrange(len(text))
                text[at : at + rng.choice([0, 1, 1, 4])] = rng.choice(
                    [b"", b"0", b"-", b"[", b"]", b'"', b"null", b"1e999", b"{}"]
                )
            code = code_of(type(value), forged(type(value), bytes(text), raw[:held]))
            assert code in ("damaged-record", None)
            found += code is not None
    assert found > 1000


@pytest.mark.parametrize(
    "text",
    [
        b"[" * 100_000,
        b"9" * 5_000,
        b'["a",null,"no-such-reason","m",null]',
        b'["a",null,"damaged","m"]',
        b"{}",
        b"null",
        b'["a",1,"damaged","m",null]',
    ],
)
def test_forged_text_is_damaged(text: bytes) -> None:
    damaged(Problem, forged(Problem, text))


@dataclass(frozen=True)
class Row:
    values: FloatArray


@pytest.mark.parametrize(
    "text",
    [b"[2]", b"[-1]", b"[1e3]", b'[["<f8",-1]]', b'[["O",1]]', b'[["<f8",99999999999,99999999999]]', b"[[]]", b'[["x",1]]'],
)
def test_forged_arrays_are_damaged(text: bytes) -> None:
    damaged(Row, forged(Row, text, struct.pack("<d", 1.0)))


def test_an_array_of_another_kind_comes_back_as_it_was() -> None:
    for values in (np.arange(6, dtype=np.int16).reshape(2, 3), np.arange(3, dtype=">f4"), np.array(2.5), np.empty((0, 3))):
        back = unpack(Row, pack(Row(values))).values
        assert back.shape == values.shape
        assert back.dtype == values.dtype.newbyteorder("<")
        assert np.array_equal(back, values)


def test_a_bomb_is_not_unpacked_further_than_it_claims() -> None:
    bomb = zlib.compress(bytes(50_000_000))
    damaged(Problem, codec._HEAD.pack(b"ffr", 1, codec.coding_of(Problem).print, 0, 100) + bomb)


def test_a_record_that_claims_more_than_any_may_have_is_not_unpacked() -> None:
    damaged(Problem, codec._HEAD.pack(b"ffr", 1, codec.coding_of(Problem).print, codec.LARGEST_BYTES, 1) + b"x")


def test_what_could_not_be_unpacked_is_not_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "LARGEST_BYTES", 1000)
    with pytest.raises(LibraryError) as caught:
        pack(Leaf("a" * 2000))
    assert caught.value.code == "record-too-large"


def test_a_type_whose_fields_have_changed_takes_no_older_record() -> None:
    data = pack(Leaf("a"))
    damaged(dataclasses.make_dataclass("Leaf", [("only", str), ("more", str, "b")], frozen=True), data)
    assert unpack(dataclasses.make_dataclass("Leaf", [("only", str)], frozen=True), data).only == "a"  # type: ignore[attr-defined]


def test_nan_and_infinities_come_back() -> None:
    for value in (math.inf, -math.inf, -0.0, 5e-324):
        assert same(unpack(Numbers, pack(Numbers(value, 0, ""))).real, value)
    assert math.isnan(unpack(Numbers, pack(Numbers(math.nan, 0, ""))).real)
