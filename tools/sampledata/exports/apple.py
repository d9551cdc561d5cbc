"""An Apple-shaped export: routes without steps, steps by six who each counted all of them, and years of heartbeats between.

apple_health_export/export.xml (its name and those of its sources in the phone's language), workout-routes/*.gpx,
export_cda.xml, electrocardiograms/*.csv, clinical-records/*.json.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sampledata.draws import Draws
from sampledata.exports.apple_xml import PHONE_ZONE, Workout, Writer, document, phone, record, watch
from sampledata.exports.archive import zipped
from sampledata.exports.days import Days
from sampledata.exports.recordings import STOCK, Run, is_indoors
from sampledata.exports.strava_table import Language
from sampledata.exports.truth import PlantedRun, Truth
from sampledata.motion import Motion
from sampledata.route import position

FIRST_DAY = dt.date(2024, 1, 3)
_FOLDER = "apple_health_export"
_ROUTES = "workout-routes"
_EVERY_S = 60  # the watch writes steps about once a minute
_EVERYDAY_TYPES = (
    ("ActiveEnergyBurned", "kcal"),
    ("BasalEnergyBurned", "kcal"),
    ("HeartRate", "count/min"),
    ("PhysicalEffort", "kcal/hr·kg"),
    ("EnvironmentalAudioExposure", "dBASPL"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """What a phone calls things. `file` the name of export.xml."""

    locale: str
    file: str
    watch: str
    phone: str


_WORDS = {
    Language.ENGLISH: Words("en_GB", "export.xml", "Sam’s Apple\u00a0Watch", "Sam’s iPhone"),
    Language.GERMAN: Words("de_DE", "Export.xml", "Apple\u00a0Watch von Sam", "iPhone von Sam"),
    Language.FRENCH: Words("fr_FR", "exporter.xml", "L’Apple\u00a0Watch de Sam", "iPhone de Sam"),
}
_CDA = b'<?xml version="1.0"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Health Data Export</title></ClinicalDocument>\n'
_ECG = "Name,Sam\nRecorded Date,2024-05-04 07:12:00 +0200\nSample Rate,512 hertz\n\n" + "".join(
    f"{value % 90 - 40}\n" for value in range(512)
)
_APPS = ("Pedometer++", "Connect", "Health Mate")


@dataclass(frozen=True, slots=True)
class AppleSize:
    """How many of what.

    runs       outdoors, each with a route and a workout.   treadmill   without a route.
    unlisted   routes of runs whose workout was deleted.     twice       runs that an app wrote down as a workout of its own.
    rides, walks   with routes.                              everyday    records of everyday life, per day of a run.
    """

    runs: int = 6
    treadmill: int = 1
    unlisted: int = 1
    twice: int = 1
    rides: int = 2
    walks: int = 1
    everyday: int = 40


def apple_export(
    seed: int,
    language: Language = Language.ENGLISH,
    size: AppleSize = AppleSize(),
    first_day: dt.date = FIRST_DAY,
    version: int = 12,
) -> tuple[bytes, Truth]:
    """One export.zip and what is in it; the same seed gives the same bytes.

    version   of the export; 12 has a document type that no parser takes.
    """
    members, truth = apple_members(seed, language, size, first_day, version)
    return zipped(members), truth


def apple_members(
    seed: int, language: Language, size: AppleSize, first_day: dt.date, version: int
) -> tuple[Mapping[str, bytes], Truth]:
    """The same, as files by path."""
    export = _Export(Draws(seed, "apple", language.value), _WORDS[language], first_day)
    outdoors = [stock for stock in range(STOCK) if not is_indoors(stock)]
    indoors = [stock for stock in range(STOCK) if is_indoors(stock)]
    for number in range(size.runs):
        export.run(outdoors[number % len(outdoors)], twice=number < size.twice)
    for number in range(size.treadmill):
        export.run(indoors[number % len(indoors)], twice=False)
    for number in range(size.unlisted):
        export.lone_route(outdoors[-1 - number % len(outdoors)])
    for number in range(size.rides):
        export.other("Cycling", 6.9, 1800 + 900 * (number % 3), 0.0)
    for number in range(size.walks):
        export.other("Walking", 1.45, 1800 + 900 * (number % 3), 108.0)
    for _ in range(size.runs + size.treadmill):
        export.everyday(size.everyday)
    return export.members(version), export.truth(size)


class _Export:
    """On its way: days go by, and records and workouts gather."""

    def __init__(self, draws: Draws, words: Words, first_day: dt.date) -> None:
        self._draws = draws
        self._words = words
        self._days = Days(first_day, draws)
        self._watch, self._phone = watch(words.watch), phone(words.phone)
        self._records: list[str] = []
        self._workouts: list[Workout] = []
        self._routes: dict[str, bytes] = {}
        self._runs: list[PlantedRun] = []

    def run(self, stock: int, *, twice: bool) -> None:
        """A run with the watch, the phone in the pocket."""
        run = Run(stock, self._days.next())
        motion = run.motion
        later = run.start - motion.start
        route = None if run.indoors else self._route(run.start, _track(motion, later))
        end = motion.at(motion.timer_s) + later
        steps = round(motion.footfalls)
        new = len(self._workouts) % 2 == 0
        workout = Workout(
            "Running",
            self._watch,
            run.start,
            end,
            float(motion.timer_s),
            motion.distance_m,
            steps if new else None,
            run.indoors,
            [(motion.at(at) + later, motion.at(at) + later + dt.timedelta(seconds=long)) for at, long in motion.pauses],
            route,
        )
        self._workouts.append(workout)
        if twice:
            copy = Workout(
                "Running", Writer("Nike Run Club"), run.start + dt.timedelta(seconds=4), end, float(motion.timer_s - 4)
            )
            self._workouts.append(copy)
        self._records += self._counted(motion, later)
        self._records += self._sensed(motion, later)
        self._plant(run.start, motion, steps, route, logged=True)

    def lone_route(self, stock: int) -> None:
        """A route whose workout, and whose steps, were deleted."""
        run = Run(stock, self._days.next())
        route = self._route(run.start, _track(run.motion, run.start - run.motion.start))
        self._plant(run.start, run.motion, None, route, logged=False)

    def other(self, kind: str, speed_m_s: float, long_s: int, cadence_spm: float) -> None:
        """A ride or a walk: straight on, at one speed."""
        start = self._days.next()
        end = start + dt.timedelta(seconds=long_s)
        points = [
            (start + dt.timedelta(seconds=second), *position(0.0, speed_m_s * second), 4.0, speed_m_s)
            for second in range(0, long_s + 1, 5)
        ]
        route = self._route(start, points)
        self._workouts.append(Workout(kind, self._watch, start, end, float(long_s), speed_m_s * long_s, route=route))
        if cadence_spm > 0:
            count = str(round(cadence_spm * long_s / 60))
            self._records.append(record("StepCount", "count", self._watch, start, end, count))

    def everyday(self, records: int) -> None:
        """A day without a run: what fills such exports."""
        start = self._days.next()
        for number in range(records):
            kind, unit = _EVERYDAY_TYPES[number % len(_EVERYDAY_TYPES)]
            at = start + dt.timedelta(seconds=90 * number)
            value = f"{self._draws.uniform(0.2, 90):.3f}"
            self._records.append(record(kind, unit, self._watch, at, at + dt.timedelta(seconds=61), value))
        last = start + dt.timedelta(seconds=90 * records)
        self._records.append(record("StepCount", "count", self._phone, start, last, str(records * 30)))

    def members(self, version: int) -> Mapping[str, bytes]:
        """All files by path."""
        words = self._words
        made = self._days.next()
        records = sorted(self._records, key=lambda line: line.split('"', 2)[1])  # Apple has them by type
        export = document(words.locale, made, version, records, self._workouts)
        return {
            f"{_FOLDER}/{words.file}": export,
            f"{_FOLDER}/export_cda.xml": _CDA,
            f"{_FOLDER}/electrocardiograms/ecg_2024-05-04.csv": _ECG.encode(),
            f"{_FOLDER}/clinical-records/Condition-1.json": json.dumps({"resourceType": "Condition"}).encode(),
            **{f"{_FOLDER}/{name}": data for name, data in self._routes.items()},
        }

    def truth(self, size: AppleSize) -> Truth:
        """What is in it."""
        others = {name: count for name, count in (("cycling", size.rides), ("walking", size.walks)) if count}
        return Truth(
            runs=tuple(sorted(self._runs, key=lambda run: run.start)),
            others=others,
            logged_others=others,
            unknown={"xml": 1, "csv": 1, "json": 1},
        )

    def _plant(self, start: dt.datetime, motion: Motion, steps: int | None, route: str | None, *, logged: bool) -> None:
        members = () if route is None else (f"{_FOLDER}/{route}",)
        counted = None if steps is None else float(steps)
        self._runs.append(PlantedRun(start, motion.timer_s, motion.distance_m, counted, members=members, logged=logged))

    def _route(self, start: dt.datetime, points: "list[Point]") -> str:
        """Write a route; its path inside the folder."""
        local = start.astimezone(PHONE_ZONE)
        clock = f"{local.hour % 12 or 12}.{local:%M}{'am' if local.hour < 12 else 'pm'}"
        name = f"{_ROUTES}/route_{local:%Y-%m-%d}_{clock}.gpx"
        self._routes[name] = _gpx(f"Route {local:%Y-%m-%d} {clock.replace('.', ':')}", points)
        return name

    def _counted(self, motion: Motion, later: dt.timedelta) -> Iterator[str]:
        """Steps by six, who all counted the same run, and the way by two of them."""
        for first, last in _minutes(motion, _EVERY_S):
            start, end = _goes_on(motion, first) + later, motion.at(last) + later
            steps = round(motion.moments[last].footfalls) - round(motion.moments[first].footfalls)
            way_m = motion.moments[last].distance_m - motion.moments[first].distance_m
            yield record("StepCount", "count", self._watch, start, end, str(steps))
            yield record("DistanceWalkingRunning", "km", self._watch, start, end, f"{way_m / 1000:.9g}")
            yield record("StepCount", "count", Writer(_APPS[0]), start, end, str(steps))
        for first, last in _minutes(motion, 5 * _EVERY_S):
            start, end = _goes_on(motion, first) + later, motion.at(last) + later
            steps = round(0.97 * (motion.moments[last].footfalls - motion.moments[first].footfalls))
            yield record("StepCount", "count", self._phone, start, end, str(steps))
            yield record("StepCount", "count", Writer(_APPS[1]), start, end, str(round(1.02 * steps)))
            yield record("DistanceWalkingRunning", "km", self._phone, start, end, f"{0.9 * 5 * _EVERY_S * 0.003:.5g}")
        midnight = (motion.start + later).replace(hour=0, minute=0, second=0, microsecond=0)
        day = dt.timedelta(hours=23, minutes=59)
        for name in (_APPS[2], "Bandage"):
            yield record("StepCount", "count", Writer(name), midnight, midnight + day, str(round(motion.footfalls) + 4000))

    def _sensed(self, motion: Motion, later: dt.timedelta) -> Iterator[str]:
        """Heart rate every five seconds, and ground contact where it is sensed."""
        for second in range(0, motion.timer_s, 5):
            moment, at = motion.moments[second], motion.at(second) + later
            yield record("HeartRate", "count/min", self._watch, at, at, f"{moment.heart_rate_bpm:.0f}")
            if moment.stance_time_ms is not None:
                yield record("RunningGroundContactTime", "ms", self._watch, at, at, f"{moment.stance_time_ms:.0f}")


Point = tuple[dt.datetime, float, float, float, float]
"""Time, latitude, longitude [deg], altitude [m], speed [m/s]."""


def _minutes(motion: Motion, every_s: int) -> Iterator[tuple[int, int]]:
    """Spans of timer seconds, cut at each stop: nobody writes steps across one."""
    cuts = {0, motion.timer_s, *range(0, motion.timer_s, every_s)}
    for first, last in pairwise(sorted(cuts)):
        inner = sorted({first, last, *(at for at, _ in motion.pauses if first < at < last)})
        yield from pairwise(inner)


def _goes_on(motion: Motion, second: int) -> dt.datetime:
    """When the timer goes on from that second: after the stop that follows it, where one does."""
    return motion.at(second) + dt.timedelta(seconds=dict(motion.pauses).get(second, 0))


def _track(motion: Motion, later: dt.timedelta) -> list[Point]:
    points: list[Point] = []
    for second, moment in enumerate(motion.moments):
        if moment.position is not None and moment.altitude_m is not None:
            points.append((motion.at(second) + later, *moment.position, moment.altitude_m, moment.speed_m_s))
    return points


_GPX_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Apple Health Export" xmlns="http://www.topografix.com/GPX/1/1" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <metadata>
    <time>2026-01-01T10:00:00Z</time>
  </metadata>
  <trk>
    <name>{name}</name>
    <trkseg>
"""
_GPX_TAIL = "    </trkseg>\n  </trk>\n</gpx>\n"


def _gpx(name: str, points: list[Point]) -> bytes:
    lines = [
        f'      <trkpt lon="{lon:.6f}" lat="{lat:.6f}"><ele>{ele:.6f}</ele><time>{time:%Y-%m-%dT%H:%M:%SZ}</time><extensions>'
        f"<speed>{speed:.6f}</speed><course>90.000000</course><hAcc>3.723220</hAcc><vAcc>2.774929</vAcc></extensions></trkpt>\n"
        for time, lat, lon, ele, speed in points
    ]
    return "".join([_GPX_HEAD.format(name=name), *lines, _GPX_TAIL]).encode()
