"""calibrate: what is personal, learned from one athlete's own measured runs."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from footfall.metrics.cadence import AT_3_SPM, MEAN_HEIGHT_M, PER_METRE, SLOPE
from footfall.metrics.contact import duty_factor_at
from footfall.metrics.footfalls import (
    NO_HEIGHT_HALF_WIDTH,
    POPULATION_HALF_WIDTH,
    count,
    half_width_of,
    own_line_errors,
    published_line_errors,
)
from footfall.metrics.footforce import bin_force_bw, device_of
from footfall.metrics.force import weighted_median
from footfall.model.athlete import Athlete
from footfall.model.calibration import Anchor, CadenceLine, Calibration, Easy
from footfall.model.intervals import BoolArray, FloatArray
from footfall.model.measured import Bins, Gait, GradeBand, Measured

LINE_RUNS = 3
"""Runs with cadence that a line of one's own needs."""
RUN_S = 300.0
"""Running time that makes a run count: with cadence for the line, on the level for the easy level.  [s]"""
SLOPE_SPAN_M_S = 0.6
"""Spread of speeds (10th to 90th percentile of time) that a slope of one's own needs.  [m/s]"""
SLOPE_LOW, SLOPE_HIGH = 0.0, 25.0
"""Slopes outside are noise of few speeds; the published one is used then.  [steps/min per m/s]"""

ANCHOR_NEAR_M_S, ANCHOR_WITHIN_M_S, ANCHOR_LEAST_S = 3.0, 0.5, 60.0
"""Duty factors of a device are matched around this speed, when it has so much time there, else over all speeds."""

EASY_RUNS = 5
PUBLISHED_EASY = Easy(speed_m_s=None, force_bw=2.27, footfalls_per_km=1011.0, runs=0)
"""An easy kilometre until there are EASY_RUNS: 2.68 m/s (10 minutes a mile) on the published lines, at 1.75 m."""


_RUN, _LEVEL = int(Gait.RUN), int(GradeBand.LEVEL)


def population_line(height_m: float | None) -> CadenceLine:
    """The published cadence line, for the runner's height where it is known."""
    tall = 0.0 if height_m is None else PER_METRE * (height_m - MEAN_HEIGHT_M)
    half_width = NO_HEIGHT_HALF_WIDTH if height_m is None else POPULATION_HALF_WIDTH
    return CadenceLine(AT_3_SPM + tall, SLOPE, "population", half_width, published_line_errors(half_width), 0)


def population(athlete: Athlete) -> Calibration:
    """What holds before any run is known."""
    line = population_line(athlete.height_m)
    return Calibration(line, PUBLISHED_EASY, line.errors)


def calibrate(measured: Sequence[Measured], athlete: Athlete) -> Calibration:
    """Learn the cadence line, the contact-time anchor per device and the easy level.

    measured  one athlete's runs, in any order: the result does not depend on it.
    """
    measured = sorted(measured, key=lambda run: (run.header.start, run.run_id))  # sums of floats depend on their order
    published = population(athlete)
    line, anchors = _cadence_line(measured, published.cadence_line), _anchors(measured)
    known = replace(published, cadence_line=line, contact_anchor=anchors)
    return replace(known, easy=_easy(measured, known))


def _cadence_line(measured: Sequence[Measured], published: CadenceLine) -> CadenceLine:
    """The published line moved, then tilted, to the runner's own recorded cadence; robust against single odd runs."""
    speeds: list[FloatArray] = []
    cadences: list[FloatArray] = []
    weights: list[FloatArray] = []
    for run in measured:
        bins = run.bins
        use = (bins.gait == _RUN) & (bins.cadence_time_s > 0) & np.isfinite(bins.speed_m_s)
        if np.sum(bins.cadence_time_s[use]) < RUN_S:
            continue
        speeds.append(bins.speed_m_s[use])
        cadences.append(60.0 * bins.footfalls[use] / bins.cadence_time_s[use])
        weights.append(bins.cadence_time_s[use] / np.sum(bins.cadence_time_s[use]))  # a run is a run, however long
    if len(speeds) < LINE_RUNS:
        return published
    speed, cadence, weight = np.concatenate(speeds), np.concatenate(cadences), np.concatenate(weights)
    slope = _slope(speed, cadence, weight, published.slope)
    at_3 = weighted_median(cadence - slope * (speed - 3.0), weight)
    errors = own_line_errors(len(speeds))
    return CadenceLine(at_3, slope, "personal", half_width_of(errors), errors, len(speeds))


def _slope(speed: FloatArray, cadence: FloatArray, weight: FloatArray, published: float) -> float:
    """Weighted median of the slopes between speed steps (Theil-Sen); the published one when speeds are too alike."""
    order = np.argsort(speed)
    share = np.cumsum(weight[order]) / np.sum(weight)
    low, high = (float(speed[order][np.searchsorted(share, level)]) for level in (0.1, 0.9))
    if high - low < SLOPE_SPAN_M_S:
        return published
    step = np.floor(speed / 0.1).astype(np.int64)
    steps = np.unique(step)
    at = np.array([np.average(speed[step == one], weights=weight[step == one]) for one in steps])
    of = np.array([weighted_median(cadence[step == one], weight[step == one]) for one in steps])
    heavy = np.array([np.sum(weight[step == one]) for one in steps])
    first, second = np.triu_indices(len(steps), 1)
    apart = np.abs(at[second] - at[first]) >= 0.2
    if not np.any(apart):
        return published
    first, second = first[apart], second[apart]
    slope = weighted_median((of[second] - of[first]) / (at[second] - at[first]), heavy[first] * heavy[second])
    return slope if SLOPE_LOW <= slope <= SLOPE_HIGH else published


def _anchors(measured: Sequence[Measured]) -> dict[str, Anchor]:
    """Per device, the factor that brings its duty factors onto the published level: devices read contact
    2 to 16 % short (Garcia-Pinillos 2019, doi 10.1371/journal.pone.0222872; Rodriguez-Barbero 2024, Sports Biomech)."""
    by_device: dict[str, list[Bins]] = defaultdict(list)
    for run in measured:
        if np.any(run.bins.contact_time_s > 0):
            by_device[device_of(run)].append(run.bins)
    return {device: Anchor(_scale(runs), len(runs)) for device, runs in sorted(by_device.items())}


def _scale(runs: Sequence[Bins]) -> float:
    speed = np.concatenate([bins.speed_m_s for bins in runs])
    duty = np.concatenate([bins.duty_factor for bins in runs])
    weight = np.concatenate([bins.contact_time_s for bins in runs])
    near = np.abs(speed - ANCHOR_NEAR_M_S) <= ANCHOR_WITHIN_M_S
    if np.sum(weight[near]) >= ANCHOR_LEAST_S:
        speed, duty, weight = speed[near], duty[near], weight[near]
    scale = weighted_median(duty_factor_at(speed) / duty, weight)
    return scale if np.isfinite(scale) else 1.0


def _easy(measured: Sequence[Measured], calibration: Calibration) -> Easy:
    """The runner's own easy level: level running at or below her median speed."""
    with_way = [run for run in measured if np.sum(run.bins.time_s[_level(run.bins)]) >= RUN_S]
    if len(with_way) < EASY_RUNS:
        return PUBLISHED_EASY
    speed = np.concatenate([run.bins.speed_m_s[_level(run.bins)] for run in with_way])
    time_s = np.concatenate([run.bins.time_s[_level(run.bins)] for run in with_way])
    median = weighted_median(speed, time_s)
    force, footfalls, by_line, way = [], 0.0, 0.0, 0.0
    weights = []
    for run in with_way:
        easy = _level(run.bins) & (run.bins.speed_m_s <= median)
        counted = count(run.bins, calibration.cadence_line)
        steps = counted.total[easy]
        force.append(bin_force_bw(run, calibration)[easy])
        weights.append(steps)
        footfalls += float(np.sum(steps))
        by_line += float(np.sum(counted.estimated[easy]))
        way += float(np.sum(run.bins.distance_m[easy]))
    force_bw = weighted_median(np.concatenate(force), np.concatenate(weights))
    return Easy(
        speed_m_s=median,
        force_bw=force_bw,
        footfalls_per_km=1000.0 * footfalls / way,
        runs=len(with_way),
        by_line=by_line / footfalls,
    )


def _level(bins: Bins) -> BoolArray:
    level: BoolArray = (bins.gait == _RUN) & (bins.grade == _LEVEL) & np.isfinite(bins.speed_m_s) & (bins.distance_m > 0)
    return level
