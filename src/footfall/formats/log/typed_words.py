"""What people write above the columns of a run log in their own language, and the unit that stands with it.

A word alone never makes a unit: `Distanz` may be kilometres, miles or metres, and is asked for; `Distanz (km)` is told.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from footfall.tables import name_key


class Quantity(StrEnum):
    """What a heading speaks of. EITHER is a word for the time of day as much as for a duration."""

    DATE = "date"
    START = "start"
    DISTANCE = "distance"
    DURATION = "duration"
    EITHER = "either"
    ASCENT = "ascent"
    CADENCE = "cadence"
    SPORT = "sport"
    NAME = "name"
    SHOES = "shoes"
    NOTE = "note"


# English, German, Dutch, Danish, Norwegian, Swedish, Finnish, French, Spanish, Portuguese, Italian, Polish, Czech, Russian,
# Japanese, Chinese: languages of Strava's accounts. What means two things in two languages is left out: Italian `tempo` a time,
# German `Tempo` a pace.
_WORDS: Mapping[Quantity, str] = {
    Quantity.DATE: "date day datum tag dag dato päivä päivämäärä jour fecha día data giorno dzień den дата день 日付 日期",
    Quantity.START: (
        "startzeit startuhrzeit beginn uhrzeit starttijd begintijd tijdstip starttid klokkeslæt klokkeslett klockslag lähtöaika"
        " kello heure départ hora inicio início ora inizio godzina начало 開始 開始時刻 开始时间"
    ),
    Quantity.DISTANCE: (
        "distance distanz strecke länge kilometer kilometers kilometre kilometres km miles mi afstand distanse avstand sträcka"
        " distans matka distancia distância distanza dystans vzdálenost дистанция расстояние 距離 距离"
    ),
    Quantity.DURATION: (
        "duration dauer laufzeit duur varighet varighed varaktighet kesto durée duración duração durata czastrwania doba trvání"
        " длительность продолжительность 所要時間 时长 时间长度"
    ),
    Quantity.EITHER: "time zeit tijd tid aika temps tiempo czas čas время 時間 时间",
    Quantity.ASCENT: (
        "ascent climb elevationgain anstieg höhenmeter aufstieg stijging stigning nousu dénivelé dénivelépositif desnivel"
        " desnivelpositivo subida dislivello dislivellopositivo podbieg stoupání набор наборвысоты"
    ),
    Quantity.CADENCE: (
        "cadence schrittfrequenz kadenz trittfrequenz cadans kadens cadencia cadência cadenza kadencja kadence каденс"
    ),
    Quantity.SPORT: "sport sportart sporttype urheilulaji deporte esporte disciplina",
    Quantity.NAME: "name title titel naam navn namn nimi nom titre nombre título nome titolo nazwa název название 名前 名称",
    Quantity.SHOES: "shoes schuhe schoenen sko skor kengät chaussures zapatillas tênis scarpe buty boty кроссовки",
    Quantity.NOTE: "note notes notiz bemerkung kommentar opmerking kommentti remarque nota notas commento uwagi poznámka заметка",
}
_QUANTITIES: Mapping[str, Quantity] = MappingProxyType(
    {name_key(word): quantity for quantity, words in _WORDS.items() for word in words.split()}
)
_UNITS: Mapping[str, str] = {
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres", "kilómetros", "chilometri", "км"), "km"),
    **dict.fromkeys(("mi", "mile", "miles", "meilen", "millas", "miglia"), "mi"),
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres", "mètres", "metros", "metri", "м"), "m"),
    **dict.fromkeys(("ft", "feet"), "ft"),
    **dict.fromkeys(("min", "mins", "minutes", "minuten", "minutos", "minuti", "minuter", "minutter", "мин"), "min"),
    **dict.fromkeys(("s", "sec", "seconds", "sek", "sekunden", "segundos", "secondi"), "s"),
    **dict.fromkeys(("h", "std", "h:m", "h:mm", "hh:mm", "mm:ss", "h:mm:ss", "hh:mm:ss", "h:m:s"), "clock"),
    **dict.fromkeys(("spm", "steps/min"), "spm"),
}
_ITSELF = {"km": "km", "kilometer": "km", "kilometers": "km", "kilometre": "km", "kilometres": "km", "miles": "mi", "mi": "mi"}
"""Words that are a distance and its unit in one."""
_COLUMNS: Mapping[tuple[Quantity, str], str] = {
    (Quantity.DATE, ""): "date",
    (Quantity.START, ""): "start",
    (Quantity.START, "clock"): "start",
    (Quantity.DISTANCE, "km"): "distance_km",
    (Quantity.DISTANCE, "mi"): "distance_mi",
    (Quantity.DISTANCE, "m"): "distance_m",
    **{(one, "min"): "moving_min" for one in (Quantity.DURATION, Quantity.EITHER)},
    **{(one, "s"): "moving_s" for one in (Quantity.DURATION, Quantity.EITHER)},
    (Quantity.DURATION, ""): "moving_time",
    (Quantity.DURATION, "clock"): "moving_time",
    (Quantity.ASCENT, "m"): "ascent_m",
    (Quantity.ASCENT, "ft"): "ascent_ft",
    (Quantity.CADENCE, ""): "cadence_spm",
    (Quantity.CADENCE, "spm"): "cadence_spm",
    **{(one, ""): one.value for one in (Quantity.SPORT, Quantity.NAME, Quantity.SHOES, Quantity.NOTE)},
}
CHOICES: Mapping[Quantity, tuple[str, ...]] = MappingProxyType(
    {
        Quantity.DISTANCE: ("distance_km", "distance_mi", "distance_m"),
        Quantity.ASCENT: ("ascent_m", "ascent_ft"),
        Quantity.EITHER: ("start", "moving_time"),
    }
)
"""What a heading that leaves its column open can mean."""
_BRACKETS = re.compile(r"(.+?)[\s_]*[(\[]\s*([^)\]]*?)\s*[)\]]\s*")
_LONGEST = 80
"""No heading is longer: a whole file without a line break would be, and the expressions take minutes over it.  [characters]"""
_LAST_WORD = re.compile(r"(.+?)[\s_,/]+(\S+)")

WORDS = tuple(dict.fromkeys(word for words in _WORDS.values() for word in words.split()))
"""Every word that is known."""


def quantity_of(heading: str) -> Quantity | None:
    """What a heading speaks of; None for a word that is not known, or one with a unit that is not its own (`Tempo (min/km)`)."""
    return _read(heading)[0]


def column_of(heading: str) -> str | None:
    """The column in LOG_COLUMNS that a heading means; None where it is not known or leaves open which (`CHOICES`)."""
    quantity, unit = _read(heading)
    return None if quantity is None else _COLUMNS.get((quantity, unit))


def _read(heading: str) -> tuple[Quantity | None, str]:
    if len(heading) > _LONGEST:
        return None, ""
    text = " ".join(heading.casefold().split())
    itself = name_key(text)
    if itself in _ITSELF:
        return Quantity.DISTANCE, _ITSELF[itself]
    if found := _BRACKETS.fullmatch(text):
        unit = _UNITS.get(found[2])
        return (None, "") if unit is None else (_QUANTITIES.get(name_key(found[1])), unit)
    if (found := _LAST_WORD.fullmatch(text)) and found[2] in _UNITS:
        return _QUANTITIES.get(name_key(found[1])), _UNITS[found[2]]
    return _QUANTITIES.get(itself), ""
