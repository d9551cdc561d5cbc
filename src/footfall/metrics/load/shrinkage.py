"""Exploratory: by how much a group of runners grew shorter in a run this long. Never one runner's millimetres."""

import math

import numpy as np

from footfall.metrics.force import lognormal_interval
from footfall.metrics.spread import Quantity
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import Gait, Measured
from footfall.model.parts import Parts

FINAL_MM, TIME_CONSTANT_MIN = 9.3, 34.9
"""Of S(t) = FINAL (1 - exp(-t / TIME_CONSTANT)), through 3.26 mm at 15 and 5.38 mm at 30 minutes (Garbutt 1990,
doi 10.1249/00005768-199012000-00006)."""

LAST_MIN = 60.0
"""Measured to 30 minutes, and to 60 by one other study (Rodacki 2024: 7.51 mm; the curve says 7.63); beyond, nothing is known."""

GROUP_SD = 0.12
"""Spread of a group's mean, as a fraction: standard errors of 9 % in 14 and 15 runners (Dowzer 1998, Rodacki 2024; 23 % in the 14
of Garbutt at 15 minutes), and means of 4.6, 5.3 and 5.4 mm at 30 minutes in the three. Persons differ by 36 to 85 % of it."""


class Shrinkage:
    """Mean stature loss of a group after so many minutes of running; NaN past 60 minutes.

    By time alone: it knows no speed, cadence or mass. Loss is made good at rest, so runs are never added up.
    """

    name = "shrinkage"
    title = "Stature loss of a group in a run this long"
    unit = "mm, mean of a group"
    source = "Garbutt 1990, doi 10.1249/00005768-199012000-00006; checked by Rodacki 2024, doi 10.1016/j.gaitpost.2024.07.298"
    exploratory = True
    listed = False
    needs: tuple[str, ...] = ("running time of at most 60 minutes",)
    drawn: Quantity | None = None

    def load(self, measured: Measured, parts: Parts, calibration: Calibration) -> Measure:
        """The curve at the run's running time; its interval is that of such a mean."""
        minutes = measured.totals.running_s / 60.0
        if not 0 < minutes <= LAST_MIN:
            return Measure.unknown(self.unit)
        value = stature_loss_mm(minutes)
        low, high = lognormal_interval(value, GROUP_SD)
        return Measure(value, low, high, self.unit, "derived")

    def per_minute(self, measured: Measured, calibration: Calibration) -> FloatArray:
        """What each row adds to the curve; NaN throughout where the run is longer than the curve."""
        rows = measured.minutes
        running_min = np.where(rows.gait == Gait.RUN, rows.time_s, 0.0) / 60.0
        until = np.cumsum(running_min)
        if not len(until) or until[-1] > LAST_MIN:
            return np.full(len(rows), np.nan)
        lost = np.array([stature_loss_mm(minutes) for minutes in until])
        return np.diff(lost, prepend=0.0)


def stature_loss_mm(minutes: float) -> float:
    """Mean loss of a group after `minutes` of running.  [mm]

    Source   Garbutt 1990. Differs: 1. an exponential through its two means; it fits none. 2. used to 60 minutes, it measured 30.
    """
    return FINAL_MM * (1 - math.exp(-minutes / TIME_CONSTANT_MIN))
