"""Logs for tests: typed ones, and exports in the layouts that Strava and Garmin have had."""

import json
from collections.abc import Mapping, Sequence

from footfall.formats import read_bytes
from footfall.model.problem import Problem
from footfall.model.run import Decoded

GERMAN = [
    "Aktivitäts-ID",
    "Aktivitätsdatum",
    "Name der Aktivität",
    "Aktivitätsart",
    "Aktivitätsbeschreibung",
    "Verstrichene Zeit",
    "Distanz",
    "Max. Herzfrequenz",
    "Relative Leistung",
    "Pendeln",
    "Hinweis zur Privatsphäre für Aktivitäten",
    "Aktivitätsausrüstung",
    "Dateiname",
    "Sportlergewicht",
    "Fahrradgewicht",
    "Verstrichene Zeit",
    "Bewegungszeit",
    "Distanz",
    "Höchstgeschw.",
    "Durchschnittliche Geschwindigkeit",
    "Höhenzunahme",
    "Höhenunterschied",
    "Min. Höhe",
    "Max. Höhe",
    "Max. Steigung",
    "Durchschnittliche Steigung",
    "Durchschnittliche positive Steigung",
    "Durchschnittliche negative Steigung",
    "Max. Tritt-/Schrittfrequenz",
    "Durchschnittliche Trittfrequenz",
    "Max. Herzfrequenz",
    "Durchschnittliche Herzfrequenz",
]
"""The first columns of an export in German; in every language they stand in this order."""
ENGLISH_2019 = [
    "Activity ID",
    "Activity Date",
    "Activity Name",
    "Activity Type",
    "Activity Description",
    "Elapsed Time",
    "Distance",
    "Commute",
    "Activity Gear",
    "Filename",
]
OLDEST = ["id", "date", "name", "type", "description", "elapsed_time", "distance", "commute", "gear", "filename"]


def csv_of(*rows: Sequence[str]) -> bytes:
    """Rows as CSV, every cell in quotation marks, as Strava writes those with a comma."""
    return "".join(",".join('"{}"'.format(cell.replace('"', '""')) for cell in row) + "\n" for row in rows).encode()


def strava_row(width: int = len(GERMAN), **cells: str) -> list[str]:
    """A run of 9440 m in 2970 s in today's layout; `c12="…"` sets the cell at position 12."""
    row = [""] * width
    usual = {
        0: "8228026758",
        1: "09.12.2022, 15:24:49",
        2: "Abendlauf",
        3: "Lauf",
        5: "3189",
        6: "9,44",
        9: "false",
        11: "Blue ones",
        12: "activities/8228026758.fit.gz",
        15: "3189.0",
        16: "2970.0",
        17: "9440.0",
        20: "55.0",
        21: "50.0",
        29: "82.5",
    }
    for at, text in (usual | {int(name[1:]): text for name, text in cells.items()}).items():
        if at < width:
            row[at] = text
    return row


def strava(*rows: Sequence[str], header: Sequence[str] = GERMAN) -> bytes:
    """An activities.csv."""
    return csv_of(header, *rows)


def activity(**keys: object) -> dict[str, object]:
    """A run of 9440 m in 2970 s as Garmin's export has it: cm, ms."""
    usual: dict[str, object] = {
        "activityId": 111,
        "name": "Evening Run",
        "activityType": "running",
        "sportType": "RUNNING",
        "startTimeGmt": 1670599489000.0,
        "beginTimestamp": 1670599489000,
        "startTimeLocal": 1670603089000.0,
        "duration": 3000000.0,
        "movingDuration": 2970000.0,
        "elapsedDuration": 3189000.0,
        "distance": 944000.0,
        "elevationGain": 5500.0,
        "elevationLoss": 5000.0,
        "avgRunCadence": 82.5,
        "avgDoubleCadence": 165.0,
    }
    return {key: value for key, value in (usual | keys).items() if value is not None}


def garmin(*activities: Mapping[str, object]) -> bytes:
    """A summarizedActivities.json."""
    return json.dumps([{"summarizedActivitiesExport": list(activities)}]).encode()


def read(text: str | bytes) -> tuple[Decoded, ...]:
    """The recordings of a log."""
    return read_bytes(text.encode() if isinstance(text, str) else text, "log.csv")


def read_one(text: str | bytes) -> Decoded:
    """The only recording of a log."""
    (recording,) = read(text)
    return recording


def wheres(recording: Decoded) -> list[tuple[str | None, str]]:
    """Where and why, of each problem."""
    return [(problem.where, problem.reason) for problem in recording.problems]


def only_problem(text: str | bytes) -> Problem:
    """The one problem of a log that can be read."""
    (problem,) = read(text)[0].problems
    return problem
