"""Rides, walks, hikes, swims, weights and a triathlon: what an account holds beside its runs."""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from xml.sax.saxutils import escape

from sampledata import fit_profile as fit
from sampledata.draws import Draws
from sampledata.exports.recordings import strava_track
from sampledata.exports.redate import FitTemplate, TextTemplate, fit_template, text_template
from sampledata.fit_run import GARMIN, STRAP_WATCH
from sampledata.fit_writer import Value
from sampledata.plan import FIRST_DAY, utc_offset
from sampledata.route import position

_MADE = dt.datetime.combine(FIRST_DAY, dt.time(15), dt.UTC)
STOCK = 3
"""Recordings in stock of each sport: of 30, 45 and 60 minutes."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How a sport is done.

    number, sub_number  FIT's.   speed_m_s   0 = on the spot.   cycles_per_min   None = not counted.
    """

    number: int
    sub_number: int
    speed_m_s: float
    cycles_per_min: int | None
    outdoors: bool
    gpx: str


class Sport(Enum):
    """Whatever is no run, by the name that this product has for it."""

    CYCLING = "cycling"
    WALKING = "walking"
    HIKING = "hiking"
    SWIMMING = "swimming"
    TRAINING = "training"

    @property
    def ways(self) -> Ways:
        """How it is done."""
        return _WAYS[self]


_WAYS = {
    Sport.CYCLING: Ways(2, 0, 6.9, 82, True, "cycling"),
    Sport.WALKING: Ways(11, 0, 1.45, 56, True, "walking"),
    Sport.HIKING: Ways(17, 0, 1.2, 52, True, "hiking"),
    Sport.SWIMMING: Ways(5, 17, 0.8, 27, False, "swimming"),
    Sport.TRAINING: Ways(10, 20, 0.0, None, False, "training"),
}


@dataclass(frozen=True, slots=True)
class Outing:
    """One of them on a day of its own. `stock` 0-2; `start` UTC."""

    sport: Sport
    stock: int
    start: dt.datetime

    @property
    def timer_s(self) -> int:
        """[s]."""
        return 900 * (self.stock + 2)

    @property
    def distance_m(self) -> float:
        """[m]."""
        return self.timer_s * self.sport.ways.speed_m_s

    def fit(self) -> bytes:
        """As the watch keeps it."""
        return _fit(self.sport, self.stock).at(self.start)

    def gpx(self, name: str) -> bytes:
        """As Strava keeps what its own app recorded. Raises ValueError for a sport without positions."""
        return _gpx(self.sport, self.stock).at(self.start, escape(name))


@cache
def _fit(sport: Sport, stock: int) -> FitTemplate:
    builder = fit.FitBuilder()
    head(builder, _MADE)
    leg = Leg(sport, Outing(sport, stock, _MADE).timer_s)
    write_leg(builder, leg, _MADE, 0)
    finish(builder, _MADE, leg.seconds, 1)
    return fit_template(builder.to_bytes(), _MADE)


@cache
def _gpx(sport: Sport, stock: int) -> TextTemplate:
    if not sport.ways.outdoors:
        raise ValueError(f"no positions in {sport.value}")
    seconds = range(0, Outing(sport, stock, _MADE).timer_s + 1, 2)
    points = []
    for second in seconds:
        east, north = _circle(second * sport.ways.speed_m_s)
        lat, lon = position(east, north)
        points.append((_MADE + dt.timedelta(seconds=second), lat, lon, _height(second), None))
    return text_template(strava_track("StravaGPX iPhone", sport.ways.gpx, points), _MADE)


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch of one sport within a file.  [s]"""

    sport: Sport
    seconds: int


def head(builder: fit.FitBuilder, start: dt.datetime) -> None:
    """What an activity file of the watch begins with."""
    at = fit.fit_time(start)
    maker = {"manufacturer": GARMIN, "product": STRAP_WATCH, "serial_number": 3_900_000_019}
    builder.message(fit.FILE_ID, {"type": 4, **maker, "time_created": at})
    builder.message(fit.DEVICE_INFO, {"timestamp": at, "device_index": 0, **maker, "software_version": 15.1})


def write_leg(builder: fit.FitBuilder, leg: Leg, start: dt.datetime, number: int) -> None:
    """Timer, records, lap and session of one stretch."""
    ways, first = leg.sport.ways, fit.fit_time(start)
    draws = Draws("exports", "sport", leg.sport.value, leg.seconds)
    event(builder, first, 0)
    for second in range(0, leg.seconds + 1, 1 if ways.outdoors else 5):
        builder.message(fit.RECORD, _record(ways, first, second, draws))
    end = first + leg.seconds
    event(builder, end, 4)
    totals: Mapping[str, Value] = {
        "message_index": number,
        "timestamp": end,
        "event": 9,
        "event_type": 1,
        "start_time": first,
        "total_elapsed_time": leg.seconds,
        "total_timer_time": leg.seconds,
        "total_distance": leg.seconds * ways.speed_m_s,
        "avg_heart_rate": 128,
        "max_heart_rate": 150,
    }
    builder.message(fit.LAP, {**totals, "lap_trigger": 7, "sport": ways.number})
    builder.message(
        fit.SESSION,
        {**totals, "sport": ways.number, "sub_sport": ways.sub_number, "first_lap_index": number, "num_laps": 1, "trigger": 0},
    )


def event(builder: fit.FitBuilder, at: int, event_type: int) -> None:
    """The timer starts (0) or stops (4)."""
    builder.message(fit.EVENT, {"timestamp": at, "event": 0, "event_type": event_type, "data": 0, "event_group": 0})


def finish(builder: fit.FitBuilder, start: dt.datetime, seconds: float, sessions: int) -> None:
    """The message that closes an activity."""
    end = start + dt.timedelta(seconds=seconds)
    builder.message(
        fit.ACTIVITY,
        {
            "timestamp": fit.fit_time(end),
            "total_timer_time": seconds,
            "num_sessions": sessions,
            "type": 1 if sessions > 1 else 0,
            "event": 26,
            "event_type": 1,
            "local_timestamp": fit.fit_time(end + utc_offset(FIRST_DAY)),
        },
    )


def _record(ways: Ways, first: int, second: int, draws: Draws) -> Mapping[str, Value]:
    values: dict[str, Value] = {"timestamp": first + second, "heart_rate": 125 + draws.integer(0, 8)}
    if ways.speed_m_s:
        metres = second * ways.speed_m_s
        values |= {"distance": metres, "enhanced_speed": ways.speed_m_s + draws.uniform(-0.05, 0.05)}
        if ways.outdoors:
            lat, lon = position(*_circle(metres))
            values |= {"position_lat": fit.semicircles(lat), "position_long": fit.semicircles(lon)}
            values["enhanced_altitude"] = _height(second)
    if ways.cycles_per_min is not None:
        values["cadence"] = ways.cycles_per_min + draws.integer(-1, 1)
    return values


def _circle(metres: float, around_m: float = 5000.0) -> tuple[float, float]:
    radius, angle = around_m / (2 * math.pi), 2 * math.pi * metres / around_m
    return radius * math.sin(angle), radius * (1 - math.cos(angle))


def _height(second: int) -> float:
    return 12 + 3 * math.sin(second / 240)
