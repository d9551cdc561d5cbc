"""A short run of the fuzzer, the same each time, and whether the fuzzer would see what it is there to see."""

import contextlib
import itertools
import os
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from footfall.errors import RunFileError
from footfall.formats import DECODERS, HEAD_BYTES
from footfall.formats.decoder import Decoder, Reader
from footfall.model.problem import REASONS
from tests.effort import in_ci
from tests.fuzz import fit, octets, packed, texts, workers
from tests.fuzz.chain import examine
from tests.fuzz.crafted import CRAFTED
from tests.fuzz.fit_messages import file_of, messages
from tests.fuzz.mutants import check_of, mutant
from tests.fuzz.seeds import SHORT_BYTES, Seed, Shape, made_seeds, shape_of
from tests.fuzz.workers import Job, Report, run_jobs

SERIES, INPUTS, PIECES = 20_260_503, 400, 8
SEEDS = made_seeds()


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    return tmp_path / "input"


@pytest.mark.parametrize("piece", range(PIECES))
def test_mutants_are_read_or_declined_with_a_reason(scratch: Path, piece: int) -> None:
    seen: Counter[str] = Counter()
    for index in range(piece, INPUTS, PIECES):
        one = mutant(SEEDS, SERIES, index)
        scratch.write_bytes(one.data)
        try:
            seen += examine(scratch, Reader.AUTO if index % 10 == 0 else Reader.OURS)
        except Exception as error:
            error.add_note(f"python -m tests.fuzz --made --series {SERIES} --only {index}: {one.history}")
            raise
    assert seen["a run"] > 0
    assert seen.keys() <= {*REASONS, "a run", "a diary row"}
    assert len(seen) > 5  # it came to many places


@pytest.mark.parametrize("decoder", DECODERS, ids=lambda decoder: decoder.name)
def test_every_format_has_a_seed_that_it_reads(decoder: Decoder) -> None:
    own = [seed for seed in SEEDS if decoder.recognises(seed.data[:HEAD_BYTES])]
    assert any(_reads(decoder, seed) for seed in own), f"put a small file of it into tests/formats/samples/{decoder.name}/"


def _reads(decoder: Decoder, seed: Seed) -> bool:
    try:
        return bool(decoder.decode(seed.data, seed.name, Reader.OURS))
    except RunFileError:
        return False


def test_seeds_are_short_and_of_every_shape() -> None:
    assert max(len(seed.data) for seed in SEEDS) <= SHORT_BYTES + 300  # an archive of short ones may be a little longer
    assert {seed.shape for seed in SEEDS} == set(Shape)
    assert len({seed.name for seed in SEEDS}) == len(SEEDS)


def test_the_same_number_is_the_same_mutant_and_another_series_begins_elsewhere() -> None:
    assert [mutant(SEEDS, 7, index) for index in range(40)] == [mutant(SEEDS, 7, index) for index in range(40)]
    assert [mutant(SEEDS, 7, index).data for index in range(40)] != [mutant(SEEDS, 8, index).data for index in range(40)]
    assert check_of(SEEDS) != check_of(SEEDS[1:])


def test_every_mutation_changes_something_and_keeps_within_bounds() -> None:
    of_shape = {shape: [seed for seed in SEEDS if seed.shape is shape] for shape in Shape}
    plans = [(mutation, of_shape[Shape.FIT]) for mutation in fit.MUTATIONS]
    plans += [(mutation, of_shape[Shape.XML] + of_shape[Shape.TEXT]) for mutation in texts.MUTATIONS]
    plans += [(mutation, list(SEEDS)) for mutation in octets.MUTATIONS]
    plans += [(mutation, of_shape[Shape.ZIP]) for mutation in packed.inside(octets.flip)]
    for mutation, seeds in plans:
        made = [mutation(Random(index), seeds[index % len(seeds)].data, seeds[index % 3].data) for index in range(12)]
        changed = [data != seeds[index % len(seeds)].data for index, data in enumerate(made)]
        assert sum(changed) >= 6, mutation
        assert max(map(len, made)) < 1_000_000, mutation


def test_messages_put_together_again_are_the_file_that_they_were() -> None:
    whole = next(seed.data for seed in SEEDS if seed.name == "made/run.fit")
    assert file_of(messages(whole)) == whole
    assert len([one for one in messages(whole) if one.kind == 20 and not one.defines]) == 120


def test_a_shortened_file_is_still_read() -> None:
    for seed in SEEDS:
        if seed.name.startswith("sample_data/") and shape_of(seed.data) in (Shape.FIT, Shape.XML):
            decoder = next(decoder for decoder in DECODERS if decoder.recognises(seed.data[:HEAD_BYTES]))
            (one,) = decoder.decode(seed.data, seed.name, Reader.OURS)
            assert len(one.columns["time_s"]) >= 10
            assert not [problem for problem in one.problems if problem.reason in ("truncated", "bad-checksum")], seed.name


def _bad(path: Path, reader: Reader) -> Counter[str]:
    raise ValueError("not one of ours")


def _slow(path: Path, reader: Reader) -> Counter[str]:
    while True:
        with contextlib.suppress(Exception):  # as somebody's `except Exception` would
            sum(range(1_000))


def _sleeping(path: Path, reader: Reader) -> Counter[str]:
    time.sleep(600)
    return Counter()


def _dying(path: Path, reader: Reader) -> Counter[str]:
    os._exit(11)


def _idle(path: Path, reader: Reader) -> Counter[str]:
    return Counter({"idle": 1})


def job_of(chain: workers.Chain, kept: Path, **others: Any) -> Job:
    return replace(Job(SEEDS, 1, 3, 1, 4, None, Reader.OURS, kept, chain), **others)


@pytest.mark.parametrize(("chain", "what"), [(_bad, "ValueError: not one of ours"), (_slow, "TooSlow")])
def test_what_must_not_come_out_is_a_failure_and_is_kept(
    scratch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chain: workers.Chain, what: str
) -> None:
    monkeypatch.setattr(workers, "MOST_CPU_S", 0.05)
    one, report = mutant(SEEDS, 1, 3), Report()
    scratch.write_bytes(one.data)
    workers.one_input(job_of(chain, tmp_path / "kept"), 3, one, scratch, report)
    (failure,) = report.failures
    assert failure.what.startswith(what)
    assert (failure.index, failure.history, report.inputs) == (3, one.history, 1)
    assert Path(failure.kept).read_bytes() == one.data


def test_memory_above_the_bound_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = itertools.count(0, workers.MOST_BYTES + 1)  # each finds the peak so much higher
    monkeypatch.setattr(workers, "peak_bytes", lambda: next(looks))
    with pytest.raises(MemoryError, match="500 MB"):
        workers.attempt(tmp_path, Reader.OURS, _idle)


@in_ci
def test_a_worker_that_dies_or_hangs_is_seen_and_its_input_is_kept(tmp_path: Path) -> None:
    jobs = [
        job_of(_dying, tmp_path / "dying"),
        job_of(_sleeping, tmp_path / "hanging", hang_s=0.3),
        job_of(_idle, tmp_path / "idle"),
    ]
    total = Report()
    for report in run_jobs(jobs):
        total.add(report)
    assert {failure.what for failure in total.failures} == {"the process ended with 11", "no sign of life"}
    assert {failure.index for failure in total.failures} == {3}
    assert all(Path(failure.kept).read_bytes() == mutant(SEEDS, 1, 3).data for failure in total.failures)


@pytest.mark.parametrize("name", [name for name in CRAFTED if name.startswith(("fit: ", "others: "))])
def test_what_is_made_to_be_slow_is_declined_or_read_when_it_is_small(scratch: Path, name: str) -> None:
    """At a fraction of its size, without a clock: `python -m tests.fuzz --crafted` takes the time of the whole."""
    maker, _, reader = CRAFTED[name]
    scratch.write_bytes(maker(50_000))
    assert examine(scratch, reader)
