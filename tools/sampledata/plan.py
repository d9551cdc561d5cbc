"""The calendar of a season: which day has which run, how long, on which ground, recorded by what."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sampledata.draws import Draws
from sampledata.place import NORTH_SEA, Place

FIRST_DAY = dt.date(2026, 7, 27)
DAYS = 112
LAST_DAY = FIRST_DAY + dt.timedelta(days=DAYS - 1)
TIMEZONE = NORTH_SEA.timezone
WATCH_ASKS_SINCE = 28
"""Day of the season from which the watch asks how hard a run was."""


def utc_offset(day: dt.date) -> dt.timedelta:
    """Local time minus UTC in TIMEZONE at daytime."""
    return NORTH_SEA.utc_offset(day)


class Planted(Enum):
    """What the season holds to be found."""

    YES = "yes"
    """A session spike with a flare after it, a week off and a return, onsets of pain that cluster at 14-22 minutes."""
    CHANCE = "chance"
    """Even weeks without a spike; pain begins at a constant rate, whatever the minute and the load."""
    NO = "no"
    """Even weeks without a spike, and no pain at all."""


class Kind(Enum):
    """What sort of run it is."""

    EASY = "easy"
    LONG = "long"
    TEMPO = "tempo"
    HILLS = "hills"
    TREADMILL = "treadmill"
    RETURN = "run-walk"
    WARM_UP = "warm-up"


class Recorder(Enum):
    """What recorded it, and how often."""

    WATCH_DENSE = "watch with chest strap, every second"
    WATCH_SMART = "watch with chest strap, smart recording"
    WATCH_BARE = "watch alone, smart recording: no running dynamics"
    PHONE = "phone: GPX"
    PHONE_DENSE = "phone: GPX, every second"
    OLD_WATCH = "old watch: TCX"

    @property
    def is_watch(self) -> bool:
        """It writes FIT."""
        return self in (Recorder.WATCH_DENSE, Recorder.WATCH_SMART, Recorder.WATCH_BARE)

    @property
    def is_phone(self) -> bool:
        """It writes GPX."""
        return self in (Recorder.PHONE, Recorder.PHONE_DENSE)

    @property
    def has_strap(self) -> bool:
        """It writes running dynamics."""
        return self in (Recorder.WATCH_DENSE, Recorder.WATCH_SMART)


@dataclass(frozen=True, slots=True)
class PlannedRun:
    """One run of the plan.

    day            0 = FIRST_DAY.        start_min  local clock, minutes after midnight.
    distance_m     what she sets out to run.
    joins_previous the file goes on where the day's former one ended, a few minutes later: one outing.
    gzipped        the file is kept as .gz.
    place          where it is run.
    """

    day: int
    start_min: int
    kind: Kind
    distance_m: float
    recorder: Recorder
    joins_previous: bool = False
    gzipped: bool = False
    place: Place = NORTH_SEA

    @property
    def date(self) -> dt.date:
        """Local date."""
        return FIRST_DAY + dt.timedelta(days=self.day)

    @property
    def starts(self) -> dt.datetime:
        """The minute she sets out, UTC."""
        midnight = dt.datetime.combine(self.date, dt.time(), dt.UTC) - self.utc_offset
        return midnight + dt.timedelta(minutes=self.start_min)

    @property
    def utc_offset(self) -> dt.timedelta:
        """Local time minus UTC on that date."""
        return self.place.utc_offset(self.date)


_KINDS = {
    "easy": Kind.EASY,
    "long": Kind.LONG,
    "tempo": Kind.TEMPO,
    "hills": Kind.HILLS,
    "mill": Kind.TREADMILL,
    "walk": Kind.RETURN,
    "warm": Kind.WARM_UP,
}
_RECORDERS = {
    "dense": Recorder.WATCH_DENSE,
    "smart": Recorder.WATCH_SMART,
    "bare": Recorder.WATCH_BARE,
    "gpx": Recorder.PHONE,
    "gpx-dense": Recorder.PHONE_DENSE,
    "tcx": Recorder.OLD_WATCH,
}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

# weekday  local start  kind  km  recorder; `+` in front: goes on from the run before it; `.gz` behind: kept compressed.
# The long run of week 9 is the spike: 43 % over the longest of the 30 days before. Week 11 is off, weeks 12-16 the return.
_SEASON = """
Tue 06:48 easy 6.0 dense | Thu 18:20 mill 5.0 smart | Sat 08:30 easy 4.5 gpx | Sun 09:05 long 8.0 smart
Tue 06:50 easy 6.2 tcx | Thu 18:15 tempo 6.0 smart | Sun 09:10 long 8.6 smart
Tue 06:45 easy 6.4 smart | Wed 18:30 mill 5.0 bare | Fri 17:55 hills 5.6 dense.gz | Sun 09:00 long 9.2 tcx
Tue 06:52 easy 6.5 gpx | Thu 18:10 tempo 6.2 dense | Sun 08:55 long 9.6 smart
Mon 06:40 easy 5.0 gpx | Wed 06:47 easy 6.6 smart | Fri 18:25 mill 5.5 smart | Sun 09:00 long 10.2 smart
Tue 17:50 hills 6.6 bare | Thu 18:05 tempo 6.4 smart | Sun 08:50 long 10.6 smart
Tue 06:44 easy 6.8 tcx | Thu 06:46 easy 7.0 smart | Sun 09:00 long 11.0 bare
Tue 18:35 mill 6.0 dense | Wed 06:42 easy 4.6 gpx | Wed 18:40 easy 3.4 smart | Fri 18:10 tempo 5.8 tcx | Sun 09:02 long 11.4 smart
Tue 06:50 easy 7.0 gpx | Thu 17:45 hills 6.5 dense | Sun 08:40 long 16.3 smart.gz
Wed 07:05 easy 4.5 tcx | Fri 07:02 easy 5.0 bare | Sun 09:15 easy 7.0 gpx

Tue 07:10 walk 3.0 smart | Thu 07:08 walk 3.5 gpx | Sat 09:20 walk 4.0 tcx
Tue 07:15 easy 4.4 smart | Thu 18:20 mill 4.6 smart | Sun 09:10 easy 5.5 gpx
Mon 07:10 easy 4.8 bare | Wed 07:12 easy 5.4 tcx | Fri 18:15 mill 5.0 smart | Sun 09:05 long 6.4 gpx-dense
Tue 07:14 easy 6.0 gpx | Thu 17:58 warm 1.2 smart | +Thu 18:12 tempo 5.1 dense | Sat 08:45 easy 4.5 tcx | Sun 09:08 long 6.9 smart
Tue 07:16 easy 6.2 smart | Thu 16:50 hills 5.8 bare | Fri 18:20 mill 4.4 smart | Sun 09:00 long 7.5 dense
"""

# Two kinds of even week that add up to the same distance; only the recorders change from week to week.
_EVEN_WEEK = "Tue 06:48 easy 6.9 {0} | Thu 18:15 tempo 6.5 {1} | Sun 09:00 long 10.0 {2}"
_EVEN_WEEK_OF_FOUR = "Mon 18:20 mill 3.9 bare | Tue 06:48 easy 3.2 {0} | Thu 18:15 tempo 6.5 {1} | Sun 09:00 long 9.8 {2}"


def plan(seed: int, planted: Planted) -> tuple[PlannedRun, ...]:
    """All runs of the season, by start."""
    draws = Draws(seed, "plan")
    if planted is Planted.YES:
        weeks = _SEASON.strip("\n").split("\n")
        return tuple(_runs(weeks, draws, 0.004))
    return tuple(_runs(list(_even_weeks()), draws, 0.015))


def _even_weeks() -> Iterator[str]:
    codes = ("dense", "smart", "bare", "gpx", "tcx")
    for week in range(DAYS // 7):
        text = _EVEN_WEEK_OF_FOUR if week % 4 == 3 else _EVEN_WEEK
        yield text.format(*(codes[(week + step) % len(codes)] for step in (0, 2, 4)))


def _runs(weeks: list[str], draws: Draws, jitter: float) -> Iterator[PlannedRun]:
    for week, line in enumerate(weeks):
        for cell in filter(None, (cell.strip() for cell in line.split("|"))):
            weekday, clock, kind, kilometres, recorder = cell.removeprefix("+").split()
            hours, minutes = clock.split(":")
            yield PlannedRun(
                day=7 * week + _WEEKDAYS.index(weekday),
                start_min=60 * int(hours) + int(minutes),
                kind=_KINDS[kind],
                distance_m=1000 * float(kilometres) * draws.uniform(1 - jitter, 1 + jitter),
                recorder=_RECORDERS[recorder.removesuffix(".gz")],
                joins_previous=cell.startswith("+"),
                gzipped=recorder.endswith(".gz"),
            )
