"""The tracks or activities of one document as recordings: those that are one, and why the others are not."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from footfall.errors import DamagedFileError, NotAnActivityError, RunFileError
from footfall.formats.xml.walk import Break
from footfall.model.problem import Problem
from footfall.model.run import Decoded
from footfall.wording import say
from footfall.wording.numbers import listed

Part = TypeVar("Part")


def gather(
    parts: Iterable[Part],
    record: Callable[[Part], Decoded],
    *,
    part_name: str,
    other_kind: str | None,
    broken: Break | None,
    path: str,
    told: tuple[Problem, ...] = (),
    totals_left_out: bool = False,
) -> tuple[Decoded, ...]:
    """A recording of every part that is one. Parts that are none are problems of the first recording.

    part_name   what people call a part, for problems.
    other_kind  what the document holds besides: a route, a course; None when nothing.
    broken      where the document stops being XML: a problem of the last recording.
    told        what was wrong with the document as a whole: problems of the first recording.
    totals_left_out   True where a lap that the break cuts lost its totals: that is said with the break.
    Raises      what stands against the first part with points, when no part is a recording; DamagedFileError for a broken
                document, NotAnActivityError or `no-samples` for one without points.
    """
    recordings: list[Decoded] = []
    refused: list[tuple[int, RunFileError]] = []
    for number, part in enumerate(parts, start=1):
        try:
            recordings.append(record(part))
        except RunFileError as error:
            if error.reason != "no-samples":  # an empty part loses nothing
                refused.append((number, error))
    if not recordings:
        raise _why_nothing([error for _, error in refused], other_kind, broken)
    problems = [_left_out(path, f"{part_name} {number}", error) for number, error in refused]
    recordings[0] = replace(recordings[0], problems=(*told, *recordings[0].problems, *problems))
    if broken is not None:
        last = recordings[-1]
        problem = broken.to_problem(path, len(last.columns["time_s"]))
        if totals_left_out:
            problem = replace(problem, message=f"{problem.message} {say('problem.truncated.totals')}")
        recordings[-1] = replace(last, problems=(*last.problems, problem))
    return tuple(recordings)


def cut_out(lines: tuple[int, ...], path: str) -> tuple[Problem, ...]:
    """What to tell of damaged places that were cut out of a document; nothing of none."""
    if not lines:
        return ()
    named = listed([f"line {line}" for line in lines])
    return (Problem(path, f"line {lines[0]}", "truncated", say("problem.truncated.cut", lines=named)),)


def _why_nothing(refused: list[RunFileError], other_kind: str | None, broken: Break | None) -> RunFileError:
    if broken is not None:
        return DamagedFileError(where=f"line {broken.line}")
    if refused:
        return refused[0]
    if other_kind is not None:
        return NotAnActivityError(kind=other_kind)
    return RunFileError(reason="no-samples")


def _left_out(path: str, where: str, error: RunFileError) -> Problem:
    return Problem(path, where, error.reason, say(f"problem.{error.code}", **error.values))
