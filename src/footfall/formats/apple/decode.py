"""Apple Health's export.xml: every workout a recording, with the steps and levels of one source each."""

import io
from dataclasses import replace
from typing import BinaryIO

import numpy as np

from footfall.errors import DamagedFileError, NotAnActivityError, UnsupportedFileError
from footfall.formats.apple.elements import ExportListener
from footfall.formats.apple.recording import is_on_foot, most_numbers, to_recording
from footfall.formats.apple.records import MOST_RECORDS, Records, Selected
from footfall.formats.apple.stream import Ending, tell
from footfall.formats.apple.twice import once_each
from footfall.formats.apple.workout import Workout
from footfall.formats.decoder import Reader
from footfall.formats.xml.text import root_name
from footfall.model.intervals import Intervals
from footfall.model.problem import Problem
from footfall.model.run import Decoded
from footfall.wording import say

MOST_NUMBERS = 30_000_000
"""Of all samples together, 240 MB: some 1500 hours with every sensor, or 8000 with heart rate and steps. The newest first."""

_MOST_LOOKS = 8
"""Workouts that a record may lie near, on average: two apps that record one run are two. It holds the work in bounds."""


class AppleDecoder:
    """export.xml of Apple Health."""

    name = "apple"

    def recognises(self, head: bytes) -> bool:
        """By the root element, or by the document type, longer than a head. Its twin export_cda.xml is none."""
        return b"HealthData" in head and root_name(head) == "healthdata"

    def decode(self, data: bytes, path: str, reader: Reader = Reader.AUTO) -> tuple[Decoded, ...]:
        """What Decoder says; the same as `read_stream` of an export that is in memory already."""
        if reader.is_fallback:
            name = "Apple Health"
            raise UnsupportedFileError("unknown-format.other-reader", reason="unknown-format", reader=reader.value, format=name)
        return read_stream(io.BytesIO(data), path)


def read_stream(file: BinaryIO, path: str) -> tuple[Decoded, ...]:
    """Every workout of an export as a recording of format `log`, by start; those that are not on foot with their totals alone.

    A run, walk or hike that several apps wrote down is one recording, and the first one's problems say so.

    file     at its beginning, read once; at most 8 GB. Memory: 15 bytes a record of use, 180 MB at most, and what is returned,
             240 MB at most.
    path     as the user named it, for messages only.
    Returns  cadence in steps per minute of the one source that is closest to the workout; `source.link` is the path of its route
             within the export; `source.sha256` is of the workout, not of the file.
    Raises   UnsupportedFileError `too-large`, `unsafe-xml`; NotAnActivityError without workouts, DamagedFileError when the
             export breaks before them.
    """
    listener = ExportListener()
    ending = tell(file, listener)
    workouts = listener.finish()
    if not workouts:
        if ending.broken is not None or ending.cut:
            raise DamagedFileError(where=f"line {ending.broken if ending.broken is not None else ending.cut[0]}")
        raise NotAnActivityError("not-an-activity.apple-no-workouts")
    workouts, twice = once_each(workouts)
    selected = _select(listener.records, workouts)
    recordings, without = _recordings(workouts, selected, path)
    problems = _problems(listener, ending, without, twice, path)
    recordings[0] = replace(recordings[0], problems=(*problems, *recordings[0].problems))
    return tuple(recordings)


def _select(records: Records, workouts: list[Workout]) -> Selected:
    on_foot = [workout for workout in workouts if is_on_foot(workout)]
    spans = Intervals.covering(
        np.array([workout.start_s for workout in on_foot], dtype=np.float64),
        np.array([workout.end_s for workout in on_foot], dtype=np.float64),
    ).edges.astype(np.int64)
    return records.within(spans[:, 0], spans[:, 1])


def _recordings(workouts: list[Workout], selected: Selected, path: str) -> tuple[list[Decoded], int]:
    """By start; and how many are without samples for want of room."""
    numbers, looks = MOST_NUMBERS, _MOST_LOOKS * (len(selected) + 10_000)
    without = 0
    recordings: list[Decoded] = []
    for workout in sorted(workouts, key=lambda workout: workout.start_s, reverse=True):
        records = selected if is_on_foot(workout) else None
        if records is not None:
            near = selected.count_near(workout.start_s, workout.end_s)
            looks -= near
            if looks < 0 or most_numbers(workout, near) > numbers:
                records, without = None, without + 1
        recording = to_recording(workout, records, path)
        numbers -= sum(map(len, recording.columns.values()))
        recordings.append(recording)
    return recordings[::-1], without


def _problems(listener: ExportListener, ending: Ending, without: int, twice: int, path: str) -> tuple[Problem, ...]:
    """What was wrong with the export as a whole."""
    found: list[Problem] = []

    def tell_of(reason: str, key: str, where: int | None = None, **values: object) -> None:
        place = None if where is None else f"line {where}"
        found.append(Problem(path, place, reason, say(f"problem.{key}", **values)))

    if ending.cut:
        tell_of("truncated", "truncated.apple.cut", ending.cut[0], count=len(ending.cut), line=ending.cut[0])
    if ending.broken is not None:
        tell_of("truncated", "truncated.apple", ending.broken, line=ending.broken, count=len(listener.workouts))
    if listener.untimed:
        tell_of("dropped-values", "apple.untimed-workouts", count=listener.untimed)
    if listener.beyond:
        tell_of("dropped-values", "apple.too-many-workouts", count=listener.beyond, most=len(listener.workouts))
    if listener.records.left_out:
        tell_of("dropped-values", "apple.odd-records", count=listener.records.left_out)
    if listener.records.beyond:
        tell_of("dropped-values", "apple.too-many-records", count=listener.records.beyond, most=MOST_RECORDS // 1_000_000)
    if twice:
        tell_of("duplicate", "apple.twice.one" if twice == 1 else "apple.twice", count=twice)
    if without:
        tell_of("dropped-values", "apple.too-many-samples", count=without)
    return tuple(found)
