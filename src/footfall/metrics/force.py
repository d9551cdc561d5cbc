"""Peak vertical ground reaction force of a footfall, and the range of force at the low back that goes with it."""

import math

import numpy as np

from footfall.model.intervals import FloatArray

SHAPE_K, SHAPE_K_SD = 1.75, 0.12
"""Peak over mean stance force when contact is where 20 N are exceeded; pi/2 would be a half sine (Morin 2005, doi
10.1123/jab.21.2.167), which is 8-17 % low on the force-plate files of Fukuchi 2017 (doi 10.7717/peerj.3298)."""

WALKING_BW = 1.2
"""Peak of a walking footfall at 1.5 m/s: Keller 1996, doi 10.1016/0268-0033(95)00068-2.  [BW]"""

WALKING_SD = 0.10
"""Spread of a walking footfall's force, as a fraction: 1.0-1.5 BW from slow to fast (Nilsson & Thorstensson 1989, doi
10.1111/j.1748-1716.1989.tb08655.x), for one value at all speeds and persons."""

STEEP_SD = 0.05
"""What slopes beyond 5 % add to the spread of force. The active peak itself does not change on slopes to 9 degrees
(Gottschall & Kram 2005, doi 10.1016/j.jbiomech.2004.04.023), so there is no multiplier."""

LUMBAR_RATIO, LUMBAR_RATIO_SD = 1.24, 0.35
"""Lumbar compression over peak ground force: median, and SD of its logarithm (90 % interval 0.70-2.2). No study measures it
in running; the width spans in-vivo disc pressure (n = 1) and muscle-driven models."""

Z90 = 1.6448536269514722
"""Half-width of a 90 % interval in standard deviations."""

GRAVITY_M_S2 = 9.80665


def peak_force_bw(duty_factor: FloatArray) -> FloatArray:
    """Peak vertical ground reaction force of running footfalls on the level.

    duty_factor  any shape, 0-1; NaN = not known.
    Returns      the same shape; NaN where the duty factor is NaN.  [BW]
    Source       momentum balance over a step: the mean stance force is BW / (2 DF), exactly; times SHAPE_K. Differs from Morin
                 2005: 1. peak over mean is 1.75, not the half sine's pi/2, which is low on force plates. 2. one value at all
                 speeds: two runners carry no curve (the means of Munro 1987 would give 1.79 at 3 and 1.66 at 5 m/s).
    """
    return SHAPE_K / (2.0 * duty_factor)


def lognormal_interval(middle: float, sd: float) -> tuple[float, float]:
    """90 % interval around a middle value whose logarithm has the SD `sd`."""
    spread = math.exp(Z90 * sd)
    return middle / spread, middle * spread


def kilonewtons(body_weights: float, body_mass_kg: float) -> float:
    """Body weights as kilonewtons.  [kN]"""
    return body_weights * body_mass_kg * GRAVITY_M_S2 / 1000.0


def weighted_median(values: FloatArray, weights: FloatArray) -> float:
    """The value that half of the weight lies at or below; NaN when there is no weight.

    values, weights  shape (n,); values that are NaN have no say.
    """
    use = np.isfinite(values) & (weights > 0)
    if not np.any(use):
        return math.nan
    order = np.argsort(values[use], kind="stable")
    heaped = np.cumsum(weights[use][order])
    return float(values[use][order][np.searchsorted(heaped, heaped[-1] / 2)])
