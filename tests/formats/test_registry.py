"""What every format must do, whoever adds it: parametrised over DECODERS and every sample file.

Samples are the made season in sample_data/, what lies in tests/formats/samples/ and, where it is there, the corpus.
"""

import gzip
import random
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from footfall.errors import RunFileError, UnknownFormatError
from footfall.formats import DECODERS, HEAD_BYTES, read_bytes
from footfall.formats.decoder import Decoder
from footfall.formats.gzipped import inflate, is_gzip
from footfall.model.columns import COLUMNS
from footfall.model.problem import REASONS
from footfall.model.run import Decoded
from footfall.wording import say
from tests.conftest import CORPUS, ROOT
from tests.formats_xml.made import assert_same_columns

FOLDERS = (ROOT / "sample_data", Path(__file__).parent / "samples", CORPUS)
NO_RUN_FILES = {".toml", ".md", ".txt", ".gitkeep"}
NO_RUNS_INSIDE = {"invalid_bad_xml.gpx", "invalid_empty.gpx", "diary.csv", "INVENTORY.csv"}
"""What no decoder claims; a diary is a table as a run log is."""
CUTS = 40
ENDS_ANYWHERE = {"log"}
"""A table of any length is whole."""
TOLD_AS = {"apple": "log"}
"""A decoder whose recordings are rows of somebody's list: their format is that, whatever file the list stands in."""

over_decoders = pytest.mark.parametrize("decoder", DECODERS, ids=lambda decoder: decoder.name)


@cache
def samples() -> dict[Path, bytes]:
    """Every sample that some decoder should know, unpacked."""
    paths = sorted(path for folder in FOLDERS for path in folder.rglob("*") if path.is_file())
    run_files = [path for path in paths if path.suffix not in NO_RUN_FILES and path.name not in {"LICENSE", ".gitkeep"}]
    return {path: _unpacked(path.read_bytes()) for path in run_files}


def samples_of(decoder: Decoder) -> dict[Path, bytes]:
    found = {path: data for path, data in samples().items() if decoder.recognises(data[:HEAD_BYTES])}
    assert found, f"no sample of {decoder.name}: put one into tests/formats/samples/{decoder.name}/"
    return found


def test_every_sample_is_recognised_by_one_decoder_at_most_and_nearly_all_by_one() -> None:
    by_name = {path.name: [one.name for one in DECODERS if one.recognises(data[:HEAD_BYTES])] for path, data in samples().items()}
    assert all(len(names) <= 1 for names in by_name.values()), by_name
    assert {name for name, names in by_name.items() if not names} <= NO_RUNS_INSIDE


def test_names_are_unique_and_those_of_the_source() -> None:
    names = [decoder.name for decoder in DECODERS]
    assert len(set(names)) == len(names)


@over_decoders
def test_every_sample_is_read_or_refused_for_a_reason(decoder: Decoder) -> None:
    read = 0
    for path, data in samples_of(decoder).items():
        outcome = _outcome(data, path.name)
        if isinstance(outcome, RunFileError):
            assert outcome.reason in REASONS, path
            assert say(f"problem.{outcome.code}", **outcome.values), path
            continue
        read += 1
        for recording in outcome:
            _assert_sound(recording, decoder, path)
    assert read, f"no sample of {decoder.name} is a recording"


@over_decoders
def test_the_extension_plays_no_part(decoder: Decoder) -> None:
    data = _smallest_recording(decoder)
    left, right = read_bytes(data, "run.fit"), read_bytes(data, "photo.jpg")
    assert len(left) == len(right)
    assert [one.source.format for one in right] == [TOLD_AS.get(decoder.name, decoder.name)] * len(right)


@over_decoders
def test_packed_is_the_same(decoder: Decoder) -> None:
    data = _smallest_recording(decoder)
    for plain, packed in zip(read_bytes(data, "run"), read_bytes(gzip.compress(data), "run"), strict=True):
        assert_same_columns(plain, packed)


@over_decoders
def test_truncation_anywhere_raises_only_run_file_errors(decoder: Decoder) -> None:
    data = _smallest_recording(decoder)
    rng = random.Random(2026)
    salvaged = kept = 0
    for cut in [*range(0, 64, 3), *sorted(rng.randrange(len(data)) for _ in range(CUTS))]:
        outcome = _outcome(data[:cut], "cut")
        if isinstance(outcome, RunFileError):
            assert outcome.path == "cut"
            continue
        salvaged += any(problem.reason == "truncated" for one in outcome for problem in one.problems)
        kept += 1
    assert kept >= CUTS // 4, "what comes before the cut is kept"
    assert salvaged >= CUTS // 4 or decoder.name in ENDS_ANYWHERE, "and it is said"


@over_decoders
def test_noise_raises_only_run_file_errors(decoder: Decoder) -> None:
    data = _smallest_recording(decoder)
    rng = random.Random(2026)
    read = 0
    for _ in range(CUTS):
        noisy = bytearray(data)
        for _ in range(3):
            noisy[rng.randrange(len(noisy))] = rng.randrange(256)
        outcome = _outcome(bytes(noisy), "noisy")
        if isinstance(outcome, RunFileError):
            assert outcome.path == "noisy"
        else:
            read += 1
    assert read, "a few wrong bytes do not cost the file"


@over_decoders
def test_what_belongs_to_no_format_is_not_claimed(decoder: Decoder) -> None:
    rng = random.Random(2026)
    heads = [b"", b"\0" * HEAD_BYTES, b"date,km\n", b"<html></html>", b"PK\x03\x04", rng.randbytes(HEAD_BYTES), b"{}", b"<svg/>"]
    assert not any(decoder.recognises(head) for head in heads)


def test_what_no_decoder_claims_is_unknown() -> None:
    with pytest.raises(UnknownFormatError) as caught:
        read_bytes(b"date,km\n2026-05-03,10\n", "log.csv")
    assert caught.value.path == "log.csv"


def _assert_sound(recording: Decoded, decoder: Decoder, path: Path) -> None:
    assert recording.source.format == TOLD_AS.get(decoder.name, decoder.name), path
    assert recording.source.path == path.name
    assert len(recording.source.sha256) == 64
    assert len(recording.columns["time_s"]) >= 1
    assert np.min(recording.columns["time_s"]) >= 0
    for name, values in recording.columns.items():
        low, high = COLUMNS[name].low, COLUMNS[name].high
        known = values[~np.isnan(values)]
        assert known.size, f"{path}: {name} holds nothing and should be left out"
        assert low is None or np.all(known >= low), f"{path}: {name}"
        assert high is None or np.all(known <= high), f"{path}: {name}"
    for problem in recording.problems:
        assert problem.message, path
        assert problem.path == path.name


def _outcome(data: bytes, path: str) -> tuple[Decoded, ...] | RunFileError:
    try:
        return read_bytes(data, path)
    except RunFileError as error:
        return error


@cache
def _smallest_recording(decoder: Decoder) -> bytes:
    for path, data in sorted(samples_of(decoder).items(), key=lambda item: len(item[1])):
        try:
            recordings = decoder.decode(data, path.name)
        except RunFileError:
            continue
        if len(recordings[0].columns["time_s"]) >= 40 and not recordings[0].problems:
            return data
    raise AssertionError(f"no whole sample of {decoder.name} with 40 points or more")


def _unpacked(data: bytes) -> bytes:
    return inflate(data, "sample").data if is_gzip(data) else data
