"""What a run of each kind consists of: stretches at a speed, in one gait."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sampledata.plan import Kind, PlannedRun


class Gait(Enum):
    """Running or walking."""

    RUN = "run"
    WALK = "walk"


@dataclass(frozen=True, slots=True)
class Leg:
    """One stretch: ends after `length_m` or `seconds`, whichever is given.

    pressed   the lap button is pressed at its start.
    """

    gait: Gait
    speed_m_s: float
    length_m: float | None = None
    seconds: float | None = None
    pressed: bool = False


EASY_M_S = 2.78
WALK_M_S = 1.55


def legs(planned: PlannedRun) -> Iterator[Leg]:
    """The stretches in order; the last goes on to the end of the run, however long."""
    makers = {
        Kind.TEMPO: _tempo,
        Kind.LONG: _long,
        Kind.HILLS: _hills,
        Kind.TREADMILL: _treadmill,
        Kind.RETURN: _run_walk,
        Kind.WARM_UP: _warm_up,
    }
    yield from makers.get(planned.kind, _easy)(planned)


def _run(speed_m_s: float, length_m: float | None = None, seconds: float | None = None, pressed: bool = False) -> Leg:
    return Leg(Gait.RUN, speed_m_s, length_m, seconds, pressed)


def _easy(planned: PlannedRun) -> Iterator[Leg]:
    yield _run(0.92 * EASY_M_S, 600)
    yield _run(EASY_M_S)


def _warm_up(planned: PlannedRun) -> Iterator[Leg]:
    yield _run(0.9 * EASY_M_S)


def _long(planned: PlannedRun) -> Iterator[Leg]:
    """A minute's walk every half hour, to drink."""
    yield _run(0.92 * EASY_M_S, 800)
    speed = 1.01 * EASY_M_S
    while True:
        yield _run(speed, seconds=29 * 60)
        yield Leg(Gait.WALK, WALK_M_S, seconds=60)
        speed -= 0.03


def _tempo(planned: PlannedRun) -> Iterator[Leg]:
    """Easy 1.6 km, then kilometres at tempo with two minutes' jog between them, then home."""
    yield _run(0.94 * EASY_M_S, 1600)
    for _ in range(int((planned.distance_m - 2600) // 1250)):
        yield _run(3.42, 1000, pressed=True)
        yield _run(2.3, seconds=120, pressed=True)
    yield _run(0.96 * EASY_M_S)


def _hills(planned: PlannedRun) -> Iterator[Leg]:
    yield _run(0.92 * EASY_M_S, 700)
    yield _run(1.03 * EASY_M_S, planned.distance_m - 1500)
    yield _run(0.95 * EASY_M_S)


def _treadmill(planned: PlannedRun) -> Iterator[Leg]:
    """Belt speeds in steps of half a kilometre per hour."""
    yield _run(9.0 / 3.6, seconds=300)
    yield _run(9.5 / 3.6, seconds=480)
    yield _run(10.0 / 3.6, seconds=900)
    yield _run(10.5 / 3.6)


def _run_walk(planned: PlannedRun) -> Iterator[Leg]:
    """Four minutes' run, one minute's walk."""
    while True:
        yield _run(0.95 * EASY_M_S, seconds=240)
        yield Leg(Gait.WALK, WALK_M_S, seconds=60)
