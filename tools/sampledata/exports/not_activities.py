"""FIT files that are no activity: what most of a Garmin account export consists of.

Each is a file_id of its type and the messages that such a file holds, with the numbers of the public profile. Types 44, 49, 57,
68 and 73 are not in it; they are what watches write for metrics, sleep, skin temperature, heart-rate variability and naps.
"""

import datetime as dt
from enum import Enum
from functools import cache

from sampledata.draws import Draws
from sampledata.exports.redate import FitTemplate, fit_template
from sampledata.fit_profile import fit_time
from sampledata.fit_run import GARMIN, STRAP_WATCH
from sampledata.fit_writer import ENUM, STRING, UINT8, UINT16, UINT32, UINT32Z, Definition, Field, FitWriter

_MADE = dt.datetime(2026, 7, 27, 4, 0, tzinfo=dt.UTC)
_VARIANTS = 3


class FileKind(Enum):
    """What the file is, with the number of its type."""

    DEVICE = 1
    SETTINGS = 2
    SPORT = 3
    WORKOUT = 5
    COURSE = 6
    SCHEDULES = 7
    TOTALS = 10
    GOALS = 11
    MONITORING_DAILY = 28
    MONITORING = 32
    SEGMENT = 34
    METRICS = 44
    SLEEP = 49
    SKIN_TEMPERATURE = 57
    HEART_RATE_VARIABILITY = 68


ROUND: tuple[FileKind, ...] = (
    *(FileKind.MONITORING, FileKind.MONITORING, FileKind.SLEEP, FileKind.MONITORING, FileKind.METRICS, FileKind.MONITORING),
    *(FileKind.HEART_RATE_VARIABILITY, FileKind.MONITORING, FileKind.SETTINGS, FileKind.MONITORING, FileKind.MONITORING_DAILY),
    *(FileKind.SKIN_TEMPERATURE, FileKind.WORKOUT, FileKind.MONITORING, FileKind.SPORT, FileKind.COURSE, FileKind.DEVICE),
    *(FileKind.TOTALS, FileKind.GOALS, FileKind.SCHEDULES, FileKind.SEGMENT),
)
"""In which order an account collects them: mostly monitoring, several a day."""


def file_of(kind: FileKind, number: int, at: dt.datetime) -> bytes:
    """One such file. `number` makes it differ from others of the same moment; `at` UTC."""
    return _template(kind, number % _VARIANTS).at(at + dt.timedelta(seconds=number))


@cache
def _template(kind: FileKind, variant: int) -> FitTemplate:
    writer, draws = FitWriter(), Draws("exports", kind.name, variant)
    at = fit_time(_MADE)
    fields = (Field(0, ENUM), Field(1, UINT16), Field(2, UINT16), Field(3, UINT32Z), Field(4, UINT32))
    writer.define(Definition(0, 0, fields))
    writer.write(0, {0: kind.value, 1: GARMIN, 2: STRAP_WATCH, 3: 3_900_000_017, 4: at})
    writer.define(Definition(1, 23, (Field(253, UINT32), Field(0, UINT8), Field(2, UINT16), Field(4, UINT16))))
    writer.write(1, {253: at, 0: 0, 2: GARMIN, 4: STRAP_WATCH})
    if kind in (FileKind.MONITORING, FileKind.MONITORING_DAILY):
        _monitoring(writer, at, draws)
    elif kind is FileKind.COURSE:
        _course(writer, at, draws)
    elif kind is FileKind.WORKOUT:
        _workout(writer, draws)
    elif kind in (FileKind.SETTINGS, FileKind.SPORT, FileKind.DEVICE):
        writer.define(Definition(2, 3, (Field(0, STRING, 16), Field(1, ENUM), Field(2, UINT8), Field(4, UINT16))))
        writer.write(2, {0: "Sam", 1: 0, 2: 37, 4: 660})
    else:
        _series(writer, at, draws, 200 + kind.value)
    return fit_template(writer.to_bytes(), _MADE)


def _monitoring(writer: FitWriter, at: int, draws: Draws) -> None:
    """Steps of the day and heart rate by the minute. It counts steps and is still no run."""
    writer.define(
        Definition(2, 103, (Field(253, UINT32), Field(0, UINT32), Field(3, UINT16), Field(4, UINT16), Field(5, UINT16)))
    )
    writer.write(2, {253: at, 0: at + 7200, 3: 100, 4: 100, 5: 2100})
    writer.define(Definition(3, 55, (Field(253, UINT32), Field(5, ENUM), Field(2, UINT32), Field(3, UINT32), Field(4, UINT32))))
    writer.define(Definition(4, 55, (Field(26, UINT16), Field(27, UINT8))))
    steps = 0
    for minute in range(360):
        if minute % 15 == 0:
            steps += draws.integer(0, 1600)
            writer.write(3, {253: at + 60 * minute, 5: 6, 2: 70 * steps, 3: steps, 4: 600 * minute})
        writer.write(4, {26: (at + 60 * minute) & 0xFFFF, 27: draws.integer(48, 96)})


def _course(writer: FitWriter, at: int, draws: Draws) -> None:
    """A way to follow: records with positions and times, and still nobody ran it."""
    writer.define(Definition(2, 31, (Field(4, ENUM), Field(5, STRING, 16))))
    writer.write(2, {4: 1, 5: "Along the sea"})
    writer.define(Definition(3, 20, (Field(253, UINT32), Field(0, UINT32), Field(1, UINT32), Field(5, UINT32))))
    lat, lon = round(52.6 * 2**31 / 180), round(4.4 * 2**31 / 180)
    for step in range(300):
        writer.write(3, {253: at + 10 * step, 0: lat + 300 * step, 1: lon + draws.integer(0, 300), 5: 2800 * step})


def _workout(writer: FitWriter, draws: Draws) -> None:
    writer.define(Definition(2, 26, (Field(4, ENUM), Field(6, UINT16), Field(8, STRING, 24))))
    writer.write(2, {4: 1, 6: 5, 8: f"{draws.integer(4, 8)} x 400 m"})
    writer.define(Definition(3, 27, (Field(254, UINT16), Field(1, ENUM), Field(2, UINT32), Field(7, ENUM))))
    for step in range(5):
        writer.write(3, {254: step, 1: 0, 2: 400_000 if step % 2 else 90_000, 7: step % 2})


def _series(writer: FitWriter, at: int, draws: Draws, message: int) -> None:
    """Values by the minute in a message that no public profile names."""
    writer.define(Definition(2, message, (Field(253, UINT32), Field(0, UINT16), Field(1, UINT8))))
    for minute in range(draws.integer(60, 480)):
        writer.write(2, {253: at + 60 * minute, 0: draws.integer(200, 4000), 1: draws.integer(0, 3)})
