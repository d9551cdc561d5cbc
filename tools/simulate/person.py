"""A runner as she is: what nobody but the simulator knows of her."""

from dataclasses import dataclass

import numpy as np

from simulate.world import World


@dataclass(frozen=True, slots=True)
class Watch:
    """What she wears.

    smart           records every 1-8 s as it likes, instead of each second.
    resolution      of recorded cadence.  [strides/min]
    dropouts        share of seconds in which the sensor loses the foot.
    recorded_error, recorded_run_sd   of its cadence, in all runs and by run, as fractions.
    contact_bias, contact_per_m_s   of its contact time at 3 m/s, and how that grows with speed, as fractions.
    """

    smart: bool
    resolution: float
    dropouts: float
    recorded_error: float
    recorded_run_sd: float
    contact_bias: float
    contact_per_m_s: float


@dataclass(frozen=True, slots=True)
class Person:
    """One runner. Fractions where no unit is named.

    cadence_off_spm     her running cadence over the published one, at her own easy speed.
    cadence_slope       of it, against speed.  [steps/min per m/s]
    cadence_run_sd, duty_run_sd   how much she differs from run to run.
    walk_cadence_off    her walking cadence over the published one.
    duty_off            her duty factor minus the published one.
    shape               peak over mean force while a foot is down.
    lumbar_ratio        compression at the low back over ground force.
    walk_force_bw       of a walking footfall at 1.5 m/s.
    steep_up, steep_down   what steep slopes do to her force, as a factor.
    hills               slope of the hills where she runs (amplitude).
    takes_walks, walk_speed_m_s   whether she walks for a while now and then, and how fast.
    runs_a_week         on average.
    """

    height_m: float
    easy_speed_m_s: float
    cadence_off_spm: float
    cadence_slope: float
    cadence_run_sd: float
    walk_cadence_off: float
    duty_off: float
    duty_run_sd: float
    shape: float
    lumbar_ratio: float
    walk_force_bw: float
    steep_up: float
    steep_down: float
    hills: float
    takes_walks: bool
    walk_speed_m_s: float
    runs_a_week: float
    watch: Watch


PUBLISHED_SPM = 165.0
"""What a fraction of cadence is taken of, when it becomes steps/min of her own."""
PUBLISHED_DUTY = 0.37
"""The same for duty factor."""


def drawn_person(random: np.random.Generator, world: World) -> Person:
    """A runner by chance. What differs between persons and within one adds up to the spread that was published."""
    run_sd, duty_run_sd = random.uniform(*world.cadence_run_sd), random.uniform(*world.duty_run_sd)
    cadence_off = random.normal(0.0, np.sqrt(world.cadence_sd**2 - run_sd**2))
    walk_own_sd = world.walk_cadence_sd * np.sqrt(1 - world.walk_like_run**2)
    like_running = world.walk_like_run * world.walk_cadence_sd / world.cadence_sd * cadence_off
    watch_share = random.uniform(*world.recorded_watch_share)
    low, high = world.easy_speed_span_m_s
    easy = random.normal(world.easy_speed_m_s, world.easy_speed_sd_m_s)
    while not low <= easy <= high:
        easy = random.normal(world.easy_speed_m_s, world.easy_speed_sd_m_s)
    return Person(
        height_m=random.normal(world.height_m, world.height_sd_m),
        easy_speed_m_s=easy,
        cadence_off_spm=PUBLISHED_SPM * cadence_off,
        cadence_slope=9.9 + random.normal(0.0, world.cadence_slope_sd),
        cadence_run_sd=run_sd,
        walk_cadence_off=like_running + random.normal(0.0, walk_own_sd),
        duty_off=random.normal(0.0, np.sqrt(world.duty_sd**2 - (PUBLISHED_DUTY * duty_run_sd) ** 2)),
        duty_run_sd=duty_run_sd,
        shape=random.normal(world.shape, world.shape_sd),
        lumbar_ratio=world.lumbar_ratio * np.exp(random.normal(0.0, world.lumbar_ratio_log_sd)),
        walk_force_bw=world.walk_force_bw * (1 + random.normal(0.0, world.walk_force_sd)),
        steep_up=1 + random.normal(0.0, world.steep_sd),
        steep_down=1 + random.normal(0.0, world.steep_sd),
        hills=float(random.choice([0.005, 0.03, 0.07], p=[0.5, 0.35, 0.15])),
        takes_walks=random.random() < 0.3,
        walk_speed_m_s=random.normal(1.5, 0.12),
        runs_a_week=random.uniform(*world.runs_a_week),
        watch=Watch(
            smart=random.random() < 0.4,
            resolution=float(random.choice([0.5, 1.0])),
            dropouts=float(random.choice([0.0, 0.002])),
            recorded_error=random.normal(0.0, world.recorded_sd * np.sqrt(watch_share)),
            recorded_run_sd=world.recorded_sd * np.sqrt(1 - watch_share),
            contact_bias=random.uniform(*world.contact_bias),
            contact_per_m_s=world.contact_per_m_s * random.random(),
        ),
    )
