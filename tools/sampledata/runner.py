"""The made-up runner: how she moves through a workout, second by second.

Her cadence is a line in speed, her contact time the published duty factor at her speed less a little of her own, so that what the
product learns from the files can be held against what was put in.
Sources: duty factor by speed from Fukuchi 2017, doi 10.7717/peerj.3298; walking cadence from Winiarski 2019.
"""

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from sampledata.draws import Draws, Wobble
from sampledata.motion import Moment, Motion, climbed
from sampledata.plan import Kind, PlannedRun
from sampledata.route import Route, position, route_of
from sampledata.workout import Gait, Leg, legs

CADENCE_AT_3_SPM = 168.2
CADENCE_SLOPE_SPM = 9.4
DUTY_FACTOR_OFFSET = -0.012
DUTY_FACTORS = ((2.0, 0.42), (2.5, 0.394), (3.5, 0.348), (4.5, 0.328))


def running_cadence_spm(speed_m_s: float) -> float:
    """Her line: 166 steps/min at her easy 2.78 m/s.  [steps/min, both feet]"""
    return CADENCE_AT_3_SPM + CADENCE_SLOPE_SPM * (speed_m_s - 3.0)


def walking_cadence_spm(speed_m_s: float) -> float:
    """[steps/min, both feet]."""
    return 101 + 46.6 * (speed_m_s - 1.04)


def duty_factor(speed_m_s: float) -> float:
    """Hers at a running speed, linear between the published points, held flat beyond them."""
    speed = min(max(speed_m_s, DUTY_FACTORS[0][0]), DUTY_FACTORS[-1][0])
    for (v0, low), (v1, high) in pairwise(DUTY_FACTORS):
        if speed <= v1:
            return low + (high - low) * (speed - v0) / (v1 - v0) + DUTY_FACTOR_OFFSET
    raise AssertionError("speed was clamped to the table")


@dataclass(frozen=True, slots=True)
class Stride:
    """How somebody differs from the runner of the season.

    pace          times her speed, whatever the gait.
    cadence_spm   beside her line, at the same speed.  [steps/min, both feet]
    """

    pace: float = 1.0
    cadence_spm: float = 0.0


HERS = Stride()


@dataclass(frozen=True, slots=True)
class Stop:
    """A wait at a light or a pump: the watch pauses by itself (or the button is pressed), unless it does not notice."""

    distance_m: float
    seconds: int
    paused: bool


def stops_of(planned: PlannedRun, route: Route, draws: Draws) -> tuple[Stop, ...]:
    """Where she has to wait, by distance; none indoors."""
    if planned.kind is Kind.TREADMILL:
        return (Stop(0.6 * planned.distance_m, draws.integer(25, 60), True),) if draws.chance(0.4) else ()
    stops = []
    for kilometre in range(int(planned.distance_m / 1000)):
        if draws.chance(route.lights_per_km):
            where = 1000 * kilometre + draws.uniform(150, 900)
            paused = draws.chance(0.75)
            stops.append(Stop(where, draws.integer(14, 55) if paused else draws.integer(8, 18), paused))
    if planned.kind is Kind.LONG:
        stops.append(Stop(0.55 * planned.distance_m, draws.integer(110, 240), True))  # water
    return tuple(sorted(stops, key=lambda stop: stop.distance_m))


@dataclass
class _Body:
    """The state that is carried from one second to the next."""

    planned: PlannedRun
    route: Route
    draws: Draws
    stride: Stride
    speed_m_s: float = 0.0
    distance_m: float = 0.0
    footfalls: float = 0.0
    heart_rate_bpm: float = 82.0
    east_m: float = 0.0
    north_m: float = 0.0
    day_cadence_spm: float = field(init=False)
    day_duty: float = field(init=False)

    def __post_init__(self) -> None:
        draws = self.draws
        self.day_cadence_spm = self.stride.cadence_spm + draws.normal(0, 1.1)
        self.day_duty = draws.normal(0, 0.003)
        indoors = self.planned.kind is Kind.TREADMILL
        self.indoors = indoors
        self.pace = Wobble(draws, 0.015 if indoors else 0.05, 25)
        self.rhythm = Wobble(draws, 1.2, 12)
        self.contact = Wobble(draws, 0.004, 8)
        self.bounce = Wobble(draws, 1.8, 10)
        self.fix_east, self.fix_north = Wobble(draws, 1.6, 45), Wobble(draws, 1.6, 45)
        self.air = Wobble(draws, 0.5, 240)

    def second(self, target_m_s: float, gait: Gait, elapsed_s: int) -> Moment:
        """Live through one second, wanting that speed."""
        self._move(target_m_s)
        cadence = self._cadence_spm(gait)
        self.footfalls += cadence / 60
        self._beat(elapsed_s)
        running = gait is Gait.RUN and self.speed_m_s >= 1.9
        return Moment(
            elapsed_s=elapsed_s,
            distance_m=self.distance_m,
            speed_m_s=self.speed_m_s,
            cadence_spm=cadence,
            footfalls=self.footfalls,
            heart_rate_bpm=self.heart_rate_bpm,
            altitude_m=None if self.indoors else self.route.altitude_m(self.distance_m) + self.air.next(),
            position=None if self.indoors else self._fix(),
            stance_time_ms=self._stance_ms(cadence) if running else None,
            oscillation_mm=85 + 4 * (self.speed_m_s - 2.8) + self.bounce.next() if running else None,
        )

    def _grade(self) -> float:
        return 0.0 if self.indoors else self.route.grade(self.distance_m)

    def _move(self, target_m_s: float) -> None:
        grade = self._grade()
        if target_m_s > 0:
            target_m_s = target_m_s * (1 - (2.6 if grade > 0 else 1.2) * grade) + self.pace.next()
        quick = 2.0 if target_m_s < self.speed_m_s else 3.5
        self.speed_m_s = max(0.0, self.speed_m_s + (target_m_s - self.speed_m_s) / quick)
        if target_m_s == 0 and self.speed_m_s < 0.2:
            self.speed_m_s = 0.0
        heading = self.route.heading(self.distance_m)
        self.east_m += self.speed_m_s * math.cos(heading)
        self.north_m += self.speed_m_s * math.sin(heading)
        self.distance_m += self.speed_m_s

    def _cadence_spm(self, gait: Gait) -> float:
        rhythm = self.rhythm.next()
        if self.speed_m_s < 0.5:
            return 0.0
        if gait is Gait.WALK and self.speed_m_s < 2.0:
            return walking_cadence_spm(self.speed_m_s) + rhythm
        return running_cadence_spm(self.speed_m_s) + self.day_cadence_spm + rhythm

    def _stance_ms(self, cadence_spm: float) -> float:
        duty = duty_factor(self.speed_m_s) + self.day_duty + self.contact.next()
        return 120_000 * duty / cadence_spm

    def _beat(self, elapsed_s: int) -> None:
        wanted = 62 + 30 * self.speed_m_s + 220 * max(0.0, self._grade()) + 0.1 * elapsed_s / 60
        self.heart_rate_bpm += (min(wanted, 184) - self.heart_rate_bpm) / 38 + self.draws.normal(0, 0.25)

    def _fix(self) -> tuple[float, float]:
        east_m, north_m = self.east_m + self.fix_east.next(), self.north_m + self.fix_north.next()
        return position(east_m, north_m, self.planned.place)


class _Walkthrough:
    """Runs a body through the legs and stops of one run, and keeps what happened."""

    def __init__(self, body: _Body, stops: tuple[Stop, ...]) -> None:
        self.body = body
        self.stops = list(stops)
        self.moments = [body.second(0.0, Gait.RUN, 0)]
        self.pauses: list[tuple[int, int]] = []
        self.presses: list[int] = []
        self.elapsed_s = 0

    def leg(self, leg: Leg, until_m: float) -> bool:
        """One leg; False when the run is at its end."""
        if leg.pressed:
            self.presses.append(len(self.moments) - 1)
        from_m, seconds = self.body.distance_m, 0
        while self.body.distance_m < until_m:
            if leg.length_m is not None and self.body.distance_m - from_m >= leg.length_m:
                return True
            if leg.seconds is not None and seconds >= leg.seconds:
                return True
            if self.stops and self.body.distance_m >= self.stops[0].distance_m:
                self._wait(self.stops.pop(0))
            self._tick(self.body.stride.pace * leg.speed_m_s, leg.gait)
            seconds += 1
        return False

    def _tick(self, speed_m_s: float, gait: Gait) -> None:
        self.elapsed_s += 1
        self.moments.append(self.body.second(speed_m_s, gait, self.elapsed_s))

    def _wait(self, stop: Stop) -> None:
        while self.body.speed_m_s > 0:
            self._tick(0.0, Gait.RUN)
        if stop.paused:
            self.pauses.append((len(self.moments) - 1, stop.seconds))
            self.elapsed_s += stop.seconds
            return
        for _ in range(stop.seconds):
            self._tick(0.0, Gait.RUN)


def move(planned: PlannedRun, draws: Draws, stride: Stride = HERS) -> Motion:
    """One run as it happens."""
    route = route_of(planned)
    walkthrough = _Walkthrough(_Body(planned, route, draws, stride), stops_of(planned, route, draws))
    for leg in legs(planned):
        if not walkthrough.leg(leg, planned.distance_m):
            break
    start = planned.starts + dt.timedelta(seconds=draws.integer(0, 59))
    moments = tuple(walkthrough.moments)
    altitudes = [moment.altitude_m for moment in moments if moment.altitude_m is not None]
    return Motion(
        planned=planned,
        start=start,
        moments=moments,
        pauses=tuple(walkthrough.pauses),
        presses=tuple(walkthrough.presses),
        ascent_m=climbed(altitudes, lambda step: max(step, 0.0)) if altitudes else None,
        descent_m=climbed(altitudes, lambda step: max(-step, 0.0)) if altitudes else None,
    )


def season_motions(plan: tuple[PlannedRun, ...], seed: int) -> Iterator[Motion]:
    """Every run of the plan, each from its own stream of random numbers."""
    for number, planned in enumerate(plan):
        yield move(planned, Draws(seed, "run", number))
