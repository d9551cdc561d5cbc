"""Recordings of one run that were joined: what is said of each, and what came from where."""

from collections.abc import Iterable, Sequence

from footfall.wording import say
from footfall.wording.numbers import listed

SENTENCES = {
    "problem.duplicate.same-run": "This is the same run as {other}, recorded or written once more.",
    "problem.duplicate.nothing": "It added nothing, and the run was counted once.",
    "problem.duplicate.taken": "Taken from it: {columns}. The run was counted once.",
    "problem.duplicate.zone": "Its clock is {hours} h off, as of another time zone; points and lengths agree.",
    "problem.duplicate.within": "This file holds the same run twice; it was counted once.",
    "problem.joined": "Recordings of {runs} in this log are here too: counted once, with name, shoes and remarks from the log.",
    "problem.not-a-run.entries": "Entries of other sports in this log were passed over: {sports}.",
    "problem.not-a-run.by-log": "By {log} this is {sport}, not a run. It was passed over.",
    "note.merged": "One run from {files}.",
    "note.merged.with": "One run from {files}: {parts}.",
    "note.merged.taken": "{columns} from {file}",
    "note.sport-by-log": "{log} says that this is {sport}, which goes before what the file says.",
    "sport.unknown": "of no named sport",
    "column.second": "{column} (second sensor)",
    "column.lat_deg": "position",
    "column.lon_deg": "position",
    "column.altitude_m": "altitude",
    "column.distance_m": "distance",
    "column.speed_m_s": "speed",
    "column.cadence_per_min": "cadence",
    "column.heart_rate_bpm": "heart rate",
    "column.power_w": "power",
    "column.stance_time_s": "ground contact time",
    "column.stance_time_balance_pct": "left-right balance",
    "column.vertical_oscillation_m": "vertical oscillation",
    "column.vertical_ratio_pct": "vertical ratio",
    "column.step_length_m": "step length",
    "column.temperature_c": "temperature",
}


def column_names(columns: Iterable[str]) -> str:
    """What people call columns, each once; those of a second sensor are told apart: `cadence and ground contact time (second sensor)`."""
    return listed(list(dict.fromkeys(map(_column_name, columns))))


def _column_name(column: str) -> str:
    own = column.removeprefix("pod_")
    name = say(f"column.{own}")
    return name if own == column else say("column.second", column=name)


def merged(path: str, others: Sequence[str], taken: Sequence[tuple[str, str]]) -> str:
    """What a run that was read from several files says of them: file names without their folders.

    taken   (column, path) for each column of another file.
    """
    files = list(dict.fromkeys(map(_name, (path, *others))))
    said = say("note.merged", files=listed(files))
    by_file: dict[str, list[str]] = {}
    for column, giver in taken:
        by_file.setdefault(_name(giver), []).append(column)
    parts = [say("note.merged.taken", columns=column_names(columns), file=file) for file, columns in by_file.items()]
    return say("note.merged.with", files=listed(files), parts="; ".join(parts)) if parts else said


def _name(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path
