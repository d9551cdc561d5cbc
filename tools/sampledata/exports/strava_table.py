"""activities.csv as Strava writes it: headings, dates and numbers by language and by year.

The English headings of 86 and 103 columns, the German ones of 92 and the first 21 of the French are as public code and issue
threads quote them (hugovk/strava-tools#1 and #2, martin-ueding/geo-activity-playground#86, #112, #191); the further French ones
are translations of our own. Dates are UTC. The first `Distance` is for people (km, of swims m, in the language's digits), the
second in metres with a point; `Elapsed Time`, `Max Heart Rate`, `Relative Effort` and `Commute` stand there twice as well.
"""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy as np


class Language(Enum):
    """Of the account when the export was asked for."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"


class Vintage(Enum):
    """When the export was asked for."""

    SPRING_2019 = "10 columns, lower case, metres, ISO dates: in every language"
    SUMMER_2019 = "10 columns, the first with headings in the account's language"
    RECENT = "86 to 103 columns"


class Type(Enum):
    """What an activity is, as far as these exports hold it."""

    RUN = "Run"
    VIRTUAL_RUN = "Virtual Run"
    RIDE = "Ride"
    WALK = "Walk"
    HIKE = "Hike"
    SWIM = "Swim"
    WEIGHTS = "Weight Training"


_TYPES = {
    Language.GERMAN: ("Lauf", "Virtueller Lauf", "Radfahrt", "Spaziergang", "Wanderung", "Schwimmen", "Krafttraining"),
    Language.FRENCH: (
        "Course à pied",
        "Course à pied virtuelle",
        "Vélo",
        "Marche",
        "Randonnée",
        "Natation",
        "Entraînement aux poids",
    ),
}

_SPRING_2019 = ("id", "date", "name", "type", "description", "elapsed_time", "distance", "commute", "gear", "filename")

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    language: tuple(names)
    for language, names in json.loads(Path(__file__).with_name("strava_headings.json").read_text(encoding="utf-8")).items()
}
_TEN = (0, 1, 2, 3, 4, 5, 6, 9, 11, 12)
"""Places in today's table of the ten columns of 2019."""

_MONTHS = {
    Language.ENGLISH: ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    Language.FRENCH: ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One activity. None = the account does not know.

    start        UTC.                     distance_m   [m]      elapsed_s, moving_s   [s]
    cadence_rpm  as Strava has it: strides per minute of a run, turns of a ride.
    """

    id: int
    start: dt.datetime
    name: str
    type: Type
    elapsed_s: float
    moving_s: float
    distance_m: float
    description: str = ""
    gear: str = ""
    filename: str = ""
    ascent_m: float | None = None
    heart_rate_bpm: float | None = None
    cadence_rpm: float | None = None
    steps: int | None = None
    media: str = ""


def activities_csv(rows: Iterable[Row], language: Language, vintage: Vintage) -> bytes:
    """The file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    headings = _HEADINGS[language.value]
    if vintage is Vintage.RECENT:
        writer.writerow(headings)
        writer.writerows(_recent(row, language, len(headings)) for row in rows)
    elif vintage is Vintage.SUMMER_2019:
        writer.writerow([headings[place] for place in _TEN])
        writer.writerows([_recent(row, language, len(headings))[place] for place in _TEN] for row in rows)
    else:
        writer.writerow(_SPRING_2019)
        writer.writerows(_spring_2019(row) for row in rows)
    return text.getvalue().encode()


def _spring_2019(row: Row) -> list[str]:
    moment, metres = row.start.strftime("%Y-%m-%d %H:%M:%S"), f"{row.distance_m:.1f}"
    return [
        *(str(row.id), moment, row.name, row.type.value, row.description, f"{row.elapsed_s:.0f}", metres),
        *("false", row.gear, row.filename),
    ]


def _recent(row: Row, language: Language, width: int) -> list[str]:
    """By place: the same in every language, up to `Average Grade Adjusted Pace`."""
    cells = {
        0: str(row.id),
        1: date_text(row.start, language),
        2: row.name,
        3: type_text(row.type, language),
        4: row.description,
        5: f"{row.elapsed_s:.0f}",
        6: distance_text(row, language),
        7: _whole(row.heart_rate_bpm, 1.12),
        8: "" if row.heart_rate_bpm is None else "42",
        9: "false",
        11: row.gear,
        12: row.filename,
        13: "66.0",
        15: f"{row.elapsed_s:.1f}",
        16: f"{row.moving_s:.1f}",
        17: _single(row.distance_m) if row.distance_m else "0.0",
        18: _single(1.3 * row.distance_m / row.moving_s) if row.distance_m else "",
        19: _single(row.distance_m / row.moving_s) if row.distance_m else "",
        20: "" if row.ascent_m is None else _single(row.ascent_m),
        21: "" if row.ascent_m is None else _single(0.98 * row.ascent_m),
        28: "" if row.cadence_rpm is None else f"{1.1 * row.cadence_rpm:.1f}",
        29: "" if row.cadence_rpm is None else _single(row.cadence_rpm),
        30: _whole(row.heart_rate_bpm, 1.12, ".0"),
        31: "" if row.heart_rate_bpm is None else _single(row.heart_rate_bpm),
        34: f"{row.moving_s / 60 * 9.5:.1f}",
        37: "" if row.heart_rate_bpm is None else "42.0",
        48: "0.0",
        50: "0.0",
        52: "1.0" if row.filename else "0.0",
        54: f"{row.start.replace(minute=0, second=0).timestamp():.1f}",
        55: "3.0",
        56: "11.390000343322754",
        57: "9.199999809265137",
        59: "0.7099999785423279",
        67: "0.625",
        68: "5121934.0" if row.gear and row.type is Type.RIDE else "",
        69: "8939761.0" if row.gear and row.type is not Type.RIDE else "",
        79: "0.0",
        85: "" if row.steps is None else f"{row.steps:.1f}",
        width - 1: row.media,
    }
    return [cells.get(place, "") for place in range(width)]


def type_text(kind: Type, language: Language) -> str:
    """The type in the account's language."""
    return kind.value if language is Language.ENGLISH else _TYPES[language][list(Type).index(kind)]


def date_text(moment: dt.datetime, language: Language) -> str:
    """`Oct 7, 2020, 2:43:11 PM`, `07.10.2020, 14:43:11`, `7 oct. 2020, 14:43:11`."""
    if language is Language.GERMAN:
        return moment.strftime("%d.%m.%Y, %H:%M:%S")
    month = _MONTHS[language][moment.month - 1]
    if language is Language.FRENCH:
        return f"{moment.day} {month} {moment.year}, {moment:%H:%M:%S}"
    half = "AM" if moment.hour < 12 else "PM"
    return f"{month} {moment.day}, {moment.year}, {(moment.hour - 1) % 12 + 1}:{moment:%M:%S} {half}"


def distance_text(row: Row, language: Language) -> str:
    """Kilometres with two decimals; swims in whole metres, grouped."""
    if row.type is Type.SWIM:
        separator: Mapping[Language, str] = {Language.ENGLISH: ",", Language.GERMAN: ".", Language.FRENCH: "\u202f"}
        return f"{row.distance_m:,.0f}".replace(",", separator[language])
    text = f"{row.distance_m / 1000:.2f}"
    return text if language is Language.ENGLISH else text.replace(".", ",")


def _single(value: float) -> str:
    """With the digits that a float of 32 bits shows when written as one of 64."""
    return repr(float(np.float32(value)))


def _whole(value: float | None, factor: float, tail: str = "") -> str:
    return "" if value is None else f"{factor * value:.0f}{tail}"
