"""Cuts, flips and splices: nothing but RunFileError comes out, and whole points are kept."""

import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import RunFileError
from footfall.formats.decoder import Reader
from footfall.formats.fit import FitDecoder
from footfall.model.run import Decoded
from footfall.wording import say
from sampledata.fit_writer import UINT8, UINT16, Definition, Field
from tests.formats_fit.craft import START, Made, event, records, session
from tests.formats_fit.test_against_others import CORPUS_FILES, NO_ACTIVITY
from tests.formats_fit.test_developer import Apps, Extra
from tests.formats_fit.test_inferred import counted, strap

MADE = Made(
    events=[event(0, 0), event(20, 4), event(30, 0), event(119, 4)],
    records=records(120),
    laps=[{2: START, 253: START + 60, 7: 60_000, 9: 18_000, 24: 0}],
    sessions=[session(elapsed_ms=119_000, timer_ms=109_000, distance_cm=35_700, cycles=160)],
    activity=[{253: START + 119, 5: START + 119 + 7200}],
).to_bytes()


def attempt(data: bytes, reader: Reader = Reader.AUTO) -> tuple[Decoded, ...]:
    """What comes out, every sentence filled in; nothing where it is an error of ours. Anything else fails the test."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            found = FitDecoder().decode(data, "mutant.fit", reader)
        except RunFileError as error:
            say(f"problem.{error.code}", **error.values)  # KeyError where a sentence or a value of it is missing
            return ()
    for one in found:
        assert np.all(one.columns["time_s"] >= 0)
        assert np.all(np.diff(one.pauses.edges.ravel()) >= 0)
        assert all(0 <= span.start_s <= span.end_s for span in (*one.laps, *one.sessions))
        assert all(problem.message for problem in one.problems)
    return found


def test_cut_anywhere_all_whole_points_are_kept() -> None:
    whole = attempt(MADE)[0]
    size = len(MADE)
    kept = []
    for cut in range(size):
        found = attempt(MADE[:cut])
        if found:
            count = len(found[0].columns["time_s"])
            np.testing.assert_array_equal(found[0].columns["cadence_per_min"], whole.columns["cadence_per_min"][:count])
            (problem,) = found[0].problems
            assert problem.reason == "truncated"
            assert f"{count} points" in problem.message
            kept.append(count)
    assert kept == sorted(kept)
    assert set(kept) == set(range(1, 121))


@given(st.data())
def test_flipped_bytes(data: st.DataObject) -> None:
    mutant = bytearray(MADE)
    for _ in range(data.draw(st.integers(1, 8))):
        mutant[data.draw(st.integers(0, len(mutant) - 1))] = data.draw(st.integers(0, 255))
    attempt(bytes(mutant))


@given(st.data(), st.sampled_from(list(Reader)))
def test_cut_doubled_and_swapped_stretches_whatever_reads_them(data: st.DataObject, reader: Reader) -> None:
    edges = sorted(data.draw(st.lists(st.integers(12, len(MADE)), min_size=3, max_size=3)))
    a, b, c = MADE[: edges[0]], MADE[edges[0] : edges[1]], MADE[edges[1] : edges[2]]
    rest = MADE[edges[2] :]
    mutant = data.draw(st.sampled_from((a + c + rest, a + b + b + c + rest, a + c + b + rest, a + b + rest)))
    attempt(mutant, reader)


def with_apps() -> bytes:
    """Fields of apps, and a note of two clocks."""
    apps = Apps([Extra("Ground Time", UINT16, [240] * 20, "Milliseconds", 41), Extra("Power", UINT16, [250] * 20, None, 7)])
    writer = apps.writer()
    writer.raw(Made(records=[], correlation=[{253: START, 1: 1000, 3: START + 7200}]).to_bytes()[14:-2])
    return writer.to_bytes()


def with_counts() -> bytes:
    """A count of cycles, a strap's beats, and short headers."""
    writer = strap([0.5 * beat for beat in range(1, 25)], [120] * 24)
    writer.raw(counted([3 * index % 256 for index in range(20)]).to_bytes()[14:-2])
    writer.define(Definition(1, 20, (Field(18, UINT8),)))
    for second in range(20, 40):
        writer.write_compressed(1, second % 32, {18: 3 * second % 256})
    return writer.to_bytes()


RICH = (with_apps(), with_counts())


def test_the_rich_files_are_read() -> None:
    apps, counts = ({name for one in attempt(data) for name in one.columns} for data in RICH)
    assert {"pod_stance_time_s", "pod_power_w"} <= apps
    assert {"heart_rate_bpm", "cadence_per_min"} <= counts


@given(st.data(), st.sampled_from(RICH), st.sampled_from(list(Reader)))
def test_rich_files_flipped_and_cut_whatever_reads_them(data: st.DataObject, whole: bytes, reader: Reader) -> None:
    mutant = bytearray(whole[: data.draw(st.integers(60, len(whole)))])
    for _ in range(data.draw(st.integers(0, 8))):
        mutant[data.draw(st.integers(0, len(mutant) - 1))] = data.draw(st.integers(0, 255))
    attempt(bytes(mutant), reader)


@given(st.binary(max_size=300))
def test_a_header_and_any_bytes(body: bytes) -> None:
    attempt(MADE[:14] + body)


@pytest.mark.parametrize("name", [*CORPUS_FILES, *NO_ACTIVITY])
def test_real_files_cut_and_flipped(corpus: Path, name: str) -> None:
    data = (corpus / name).read_bytes()
    draw = np.random.default_rng(20_260_503)
    for cut in draw.integers(0, len(data), 12).tolist():
        attempt(data[:cut])
    for _ in range(12):
        mutant = np.frombuffer(data, dtype=np.uint8).copy()
        places = draw.integers(0, len(data), draw.integers(1, 20))
        mutant[places] = draw.integers(0, 256, len(places))
        attempt(mutant.tobytes())
