"""From the entries of a log to its recordings: each once, and what was wrong said with the first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from footfall.errors import RunFileError, UnsupportedFileError
from footfall.formats.log.entry import SAMPLE_EVERY_S, Entry
from footfall.model.problem import Problem
from footfall.model.run import Decoded
from footfall.wording import say

MOST_SAMPLES = 5_000_000
"""Of all recordings of one log: nearly five years of running without a pause.  [samples]"""


class Placed(NamedTuple):
    """An entry and where it stands: `row 7`, `activity 12`."""

    where: str
    entry: Entry


def gather(placed: Iterable[Placed], path: str, problems: Sequence[Problem]) -> tuple[Decoded, ...]:
    """A recording for each entry, in the order of the log; two entries that say the same are one.

    problems  what was wrong with rows and cells: they go with the first recording.
    Raises    RunFileError `bad-row` when no row could be read, `no-samples` for a log without rows; UnsupportedFileError
              `too-large` past MOST_SAMPLES.
    """
    found: dict[str, Placed] = {}
    twice: list[Problem] = []
    samples = 0
    for one in placed:
        first = found.setdefault(one.entry.sha256(), one)
        if first is not one:
            twice.append(Problem(path, one.where, "duplicate", say("log.twice", first=first.where)))
            continue
        samples += one.entry.samples
        if samples > MOST_SAMPLES:
            raise UnsupportedFileError("too-large", limit=f"{MOST_SAMPLES * SAMPLE_EVERY_S / 3600:.0f} hours of running")
    if not found:
        raise _why_nothing(problems)
    recording, *rest = [one.entry.to_decoded(path) for one in found.values()]
    return replace(recording, problems=(*problems, *twice)), *rest


def _why_nothing(problems: Sequence[Problem]) -> RunFileError:
    failed = [problem for problem in problems if problem.reason == "bad-row"]
    if not failed:
        return RunFileError("log.empty", reason="no-samples")
    return RunFileError("log.no-row", reason="bad-row", where=failed[0].where, count=len(failed), first=failed[0].message)
