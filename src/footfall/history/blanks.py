"""Blank cells of a diary row that the files of its run can fill: effort, shoes, how it felt. What is written stays as it is."""

from collections.abc import Sequence
from dataclasses import replace

from footfall.history.history import Outing
from footfall.model.diary import DiaryEntry
from footfall.model.summary import RunSummary


def fill_blanks(outings: Sequence[Outing], entries: Sequence[DiaryEntry]) -> tuple[tuple[Outing, ...], list[DiaryEntry]]:
    """The same outings and rows, with blank cells filled from the run that a row answers to.

    entries   every row on the calendar; those of no outing are left alone.
    """
    filled = {id(outing.entry): filled_row(outing.entry, outing.runs) for outing in outings if outing.entry is not None}
    with_rows = (outing if outing.entry is None else replace(outing, entry=filled[id(outing.entry)]) for outing in outings)
    return tuple(with_rows), [filled.get(id(entry), entry) for entry in entries]


def filled_row(entry: DiaryEntry, runs: Sequence[RunSummary]) -> DiaryEntry:
    """One row beside the runs of its outing; of several runs the longest that says something speaks.

    Returns  the row with `rpe` and `shoes` where they are blank, `workout_feel` (0-100, as FIT has it) added to `note`, and the
             names of these columns in `filled`; the row itself where the files say nothing.
    """
    by_length = sorted(runs, key=lambda run: (-run.timer_s, run.id))
    rpe = next((run.workout_rpe for run in by_length if run.workout_rpe is not None), None)
    feel = next((run.workout_feel for run in by_length if run.workout_feel is not None), None)
    shoes = next((run.shoes for run in by_length if run.shoes), None)
    felt = None if feel is None else f"workout_feel {feel:g}"
    filled = {
        name
        for name, is_filled in (
            ("rpe", entry.rpe is None and rpe is not None),
            ("shoes", entry.shoes is None and shoes is not None),
            ("note", felt is not None),
        )
        if is_filled
    }
    if not filled:
        return entry
    return replace(
        entry,
        rpe=rpe if entry.rpe is None else entry.rpe,
        shoes=shoes if entry.shoes is None else entry.shoes,
        note="; ".join(text for text in (entry.note, felt) if text) or None,
        filled=frozenset(filled),
    )
