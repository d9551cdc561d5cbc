"""Made-up ground under a made-up runner: where a run leads and how high it lies.

Every route starts at one point of the open sea (of the season: some 15 km off the Dutch coast), within the waters whose clock
is the place's: nobody lives there, so no position can be anybody's home.
"""

import math
from dataclasses import dataclass

from sampledata.place import NORTH_SEA, Place
from sampledata.plan import Kind, PlannedRun

METRES_PER_DEGREE = 6_371_000 * math.pi / 180


@dataclass(frozen=True, slots=True)
class Wave:
    """One sine of a height profile."""

    amplitude_m: float
    length_m: float
    phase: float = 0.0


@dataclass(frozen=True, slots=True)
class Route:
    """A loop of gentle bends.

    loop_m      length of one round.  [m]     bend  how far the heading swings from the circle's.  [rad]
    turn        heading at the start.  [rad]  lights_per_km  where one may have to wait.
    """

    loop_m: float
    bend: float
    turn: float
    base_m: float
    waves: tuple[Wave, ...]
    lights_per_km: float

    def heading(self, distance_m: float) -> float:
        """Direction of travel, anticlockwise from east.  [rad]"""
        round_ = 2 * math.pi * distance_m / self.loop_m
        return self.turn + round_ + self.bend * math.sin(3 * round_) + 0.3 * math.sin(5 * round_ + 1)

    def altitude_m(self, distance_m: float) -> float:
        """Height at that distance.  [m]"""
        return self.base_m + sum(
            wave.amplitude_m * math.sin(2 * math.pi * distance_m / wave.length_m + wave.phase) for wave in self.waves
        )

    def grade(self, distance_m: float) -> float:
        """Slope there, rise over run."""
        return sum(
            wave.amplitude_m * (2 * math.pi / wave.length_m) * math.cos(2 * math.pi * distance_m / wave.length_m + wave.phase)
            for wave in self.waves
        )


_ROUTES = (
    Route(5200, 0.5, 0.3, 14, (Wave(4.0, 2600), Wave(1.2, 700, 1.0)), 0.35),
    Route(4300, 0.3, 2.1, 11, (Wave(3.0, 1900, 0.5), Wave(0.8, 450)), 0.5),
    Route(6800, 0.6, 4.0, 18, (Wave(6.0, 3400, 2.0), Wave(2.0, 1100)), 0.2),
)
_HILLS = Route(3600, 0.4, 5.2, 40, (Wave(12.0, 1150, -1.5), Wave(3.0, 480)), 0.0)


def route_of(planned: PlannedRun) -> Route:
    """Long runs take the long loop, hills the hills, the others take turns."""
    if planned.kind is Kind.HILLS:
        return _HILLS
    if planned.kind is Kind.LONG:
        return _ROUTES[2]
    return _ROUTES[planned.day % 2]


def position(east_m: float, north_m: float, place: Place = NORTH_SEA) -> tuple[float, float]:
    """Latitude and longitude of a point by its distance from the place's origin.  [deg]"""
    lat = place.lat_deg + north_m / METRES_PER_DEGREE
    return lat, place.lon_deg + east_m / (METRES_PER_DEGREE * math.cos(math.radians(place.lat_deg)))
