"""What a history could not place, in words: rows without a run, onsets outside one, what lies after today."""

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from footfall.model.problem import Problem
from footfall.wording import form_of, numbers, say

if TYPE_CHECKING:
    from footfall.history.mismatch import MatchProblem  # not needed for `footfall --help`, which reads the catalogue as well

SENTENCES = {
    "problem.ambiguous-run": "There are {count} runs on {day}, and the onset “{onset}” fits more than one. Write the time the run began (HH:MM) under start.",
    "problem.ambiguous-run.rows": "Rows {rows} speak of one run on {day}, each with an onset of its own, so none was used. Keep one, or write the time each run began (HH:MM) under start.",
    "problem.no-run-for-entry": "No run was found on {day} for the onset in this row. The rest of the row counts for the day. Check the date, or add the run's file.",
    "problem.no-run-for-entry.start": "No run was found within 30 minutes of {start} on {day}. The row counts for the day alone. Check date and start, or add the run's file.",
    "problem.no-run-for-entry.taken": "Every run on {day} has a row of its own already, so the onset in this one has no run to go to. Write the time its run began (HH:MM) under start, or add its file.",
    "problem.onset-outside-run.minutes": "The onset “{onset}” lies beyond the end of the run on {day}, which lasted {minutes} without pauses. Count minutes from its start, or check the row's date.",
    "problem.onset-outside-run.distance": "The onset “{onset}” lies beyond the run on {day}, which covered {distance_m}. Check the figure and its unit, or give minutes.",
    "problem.onset-outside-run.distance-unknown": "The onset “{onset}” is a distance, and none is known for the run on {day}. Give it in minutes.",
    "problem.onset-outside-run.clock": "The onset “{onset}” lies outside the run on {day}, which went from {begin} to {end} by the runner's clock. Check the time, or give minutes into the run.",
    "problem.onset-outside-run.clock-unknown": "The onset “{onset}” is a time of day, and of the run on {day} only the day is known. Give minutes into the run, or write the run's start into its log.",
    "problem.onset-outside-run.lap": "The onset “{onset}” names a lap that the run on {day} does not have; it has {laps}. Check the number, or give minutes.",
    "problem.onset-outside-run.hand-lap": "The onset is “{onset}”, and in the run on {day} no lap was pressed by hand. Give minutes, or `lap 4` for a lap of the watch.",
    "problem.after-as-of.runs": "{count} later than {as_of}, the day that counts as today here, and left out. If that is a slip, check --as-of or the clock of the watch.",
    "problem.after-as-of.rows": "{count} later than {as_of}, the day that counts as today here, and left out. If that is a slip, correct the dates or --as-of.",
    "problem.after-as-of.flag": "This row is dated {day}, later than {as_of}, the day that counts as today here, and it ticks a red flag ({codes}). If the date is a slip, correct it now and check the list of red flags.",
    "problem.other-period": "The diary goes from {first_row} to {last_row}, the runs from {first_run} to {last_run}: they are months apart, so no row could go to a run. Check the year, or name the other diary.",
    "problem.other-period.row": "This row is dated {day}, more than 60 days from every run (the first is of {first_run}) and from every other row, so it is on no calendar here. Check its year.",
    "problem.other-period.flag": "This row is dated {day}, more than 60 days from every run (the first is of {first_run}) and from every other row, and it ticks a red flag ({codes}), which counts. Check its year now, and the list of red flags.",
    "problem.after-as-of.run.one": "{run} is",
    "problem.after-as-of.run.many": "{run} are",
    "problem.same-time": "This recording is of the same time as {other}. It is shown, and counted once: weeks, ramps and pain go by the other one.",
}

WHERE = {"row": "row {row}", "cell": "row {row}, column {column}"}
"""Codes, as every reader of files gives them; wording/places.py puts them into words."""

_WRITERS: Mapping[str, Callable[[Any], str]] = {
    "day": numbers.date,
    "as_of": numbers.date,
    "first_row": numbers.date,
    "last_row": numbers.date,
    "first_run": numbers.date,
    "last_run": numbers.date,
    "start": numbers.clock,
    "begin": numbers.clock,
    "end": numbers.clock,
    "minutes": lambda minutes: numbers.minutes(minutes, 1),
    "distance_m": lambda metres: numbers.distance(metres, 2),
    "laps": lambda laps: numbers.counted(laps, "lap"),
    "rows": lambda rows: numbers.listed([str(row) for row in rows]),
    "codes": numbers.listed,
}


def problem(found: "MatchProblem") -> Problem:
    """The problem as a sentence with its place."""
    values = {name: _WRITERS.get(name, str)(value) for name, value in found.values.items()}
    if found.code == "after-as-of" and "count" in found.values:
        values["count"] = _are(found)
    detail = _detail(found)
    key = f"problem.{found.code}.{detail}" if detail else f"problem.{found.code}"
    return Problem(found.path, _where(found), found.code, say(key, **values))


def _where(found: "MatchProblem") -> str | None:
    if found.entry is None:
        return None
    place = "row" if found.column is None else "cell"
    return WHERE[place].format(row=found.entry.source_line, column=found.column)


def _detail(found: "MatchProblem") -> str:
    """A distance that cannot be placed because the run has none asks for another sentence."""
    distance_m = found.values.get("distance_m")
    unknown = isinstance(distance_m, float) and math.isnan(distance_m)
    return "distance-unknown" if found.detail == "distance" and unknown else found.detail


def _are(found: "MatchProblem") -> str:
    count = found.values["count"]
    assert isinstance(count, int)
    noun = "run" if found.detail == "runs" else "diary row"
    return say(form_of("problem.after-as-of.run", count), run=numbers.counted(count, noun))
