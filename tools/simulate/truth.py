"""What a run truly came to: footfalls and forces summed second by second, from published numbers and what is her own."""

from dataclasses import dataclass

import numpy as np

from simulate.noise import Floats, wandering
from simulate.outing import Does, Outing
from simulate.person import Person
from simulate.world import World

STEEP = 0.05


@dataclass(frozen=True, eq=False)
class Motion:
    """Her legs, second by second, shape (n,); 0 where she stands.

    cadence_spm   steps/min of both feet.     duty   duty factor while running.     peak_bw  peak force of a footfall.
    """

    cadence_spm: Floats
    duty: Floats
    peak_bw: Floats


@dataclass(frozen=True, slots=True)
class Truth:
    """One run's footfalls, and over them ground force and lumbar compression, both in BW·footfalls."""

    footfalls: float
    load: float
    lumbar: float


def motion(random: np.random.Generator, person: Person, outing: Outing, world: World) -> Motion:
    """What her legs did, and with what force."""
    runs, walks = outing.does == Does.RUNS, outing.does == Does.WALKS
    unrest = 1 + wandering(random, len(outing), world.cadence_second_sd, world.cadence_memory_s)
    cadence = np.select(
        [runs, walks], [running_spm(person, outing.speed_m_s), walking_spm(person, outing.speed_m_s)], default=0.0
    )
    cadence *= unrest * (1 + outing.cadence_day)
    unrest = 1 + wandering(random, len(outing), world.duty_second_sd, world.cadence_memory_s)
    duty = np.where(runs, duty_factor(person, outing.speed_m_s) * (1 + outing.duty_day) * unrest, 0.0)
    peak = np.select(
        [runs, walks],
        [person.shape / (2.0 * np.where(runs, duty, 1.0)), walking_peak_bw(person, outing.speed_m_s, world)],
        default=0.0,
    )
    peak = peak * np.select([outing.slope > STEEP, outing.slope < -STEEP], [person.steep_up, person.steep_down], default=1.0)
    return Motion(cadence, duty, peak)


def truth(person: Person, outing: Outing, legs: Motion) -> Truth:
    """Sums over the seconds in which the timer ran."""
    counts = np.where(outing.does == Does.HAS_STOPPED_THE_TIMER, 0.0, legs.cadence_spm / 60.0)
    load = float(np.sum(counts * legs.peak_bw))
    return Truth(float(np.sum(counts)), load, person.lumbar_ratio * load)


def running_spm(person: Person, speed_m_s: Floats) -> Floats:
    """Her own line, through the published cadence for her height and easy speed plus what is hers, with a slope of her own."""
    at_easy = 167.0 + 9.9 * (person.easy_speed_m_s - 3.0) - 55.0 * (person.height_m - 1.73) + person.cadence_off_spm
    return at_easy + person.cadence_slope * (speed_m_s - person.easy_speed_m_s)


def walking_spm(person: Person, speed_m_s: Floats) -> Floats:
    """Published walking cadence, and what is hers of it."""
    return (101.0 + 46.6 * (speed_m_s - 1.04)) * (1 + person.walk_cadence_off)


def duty_factor(person: Person, speed_m_s: Floats) -> Floats:
    """Straight lines between Fukuchi's means and an assumed one at 2 m/s, the last going on; plus what is hers."""
    slow = 0.42 - 0.052 * (speed_m_s - 2.0)
    middle = 0.394 - 0.046 * (speed_m_s - 2.5)
    fast = 0.348 - 0.020 * (speed_m_s - 3.5)
    published = np.where(speed_m_s < 2.5, slow, np.where(speed_m_s < 3.5, middle, fast))
    return np.clip(published, 0.30, 0.45) + person.duty_off


def walking_peak_bw(person: Person, speed_m_s: Floats, world: World) -> Floats:
    """Harder the faster she walks; hers at 1.5 m/s."""
    return person.walk_force_bw + world.walk_force_per_m_s * (speed_m_s - 1.5)
