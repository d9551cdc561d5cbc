"""The default load: peak ground force added up over footfalls."""

import math

import numpy as np

from footfall.metrics.footfalls import count
from footfall.metrics.footforce import bin_force_bw, minute_force_bw
from footfall.metrics.force import Z90, force_sd, lognormal_interval
from footfall.model.athlete import Athlete
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import GradeBand, Measured


class GroundForce:
    """Sum of peak vertical ground reaction force over all footfalls, running and walking."""

    name = "ground-force"
    title = "Peak ground force over footfalls"
    unit = "BW·footfalls"
    source = "momentum balance over a step with the shape factor of Fukuchi 2017, doi 10.7717/peerj.3298"
    exploratory = False
    needs: tuple[str, ...] = ("moving time",)

    def load(self, measured: Measured, calibration: Calibration, athlete: Athlete) -> Measure:
        """Sum over bins of footfalls times mean peak force. Errors of count and force are independent of each other."""
        footfalls = count(measured.bins, calibration.cadence_line)
        steps = footfalls.total
        if not np.sum(steps) > 0:
            return Measure.unknown(self.unit)
        value = float(np.sum(steps * bin_force_bw(measured, calibration)))
        sd = math.hypot(force_sd(steep_share(measured, steps)), footfalls.half_width(calibration.cadence_line) / Z90)
        low, high = lognormal_interval(value, sd)
        return Measure(value, low, high, self.unit, "derived")

    def per_minute(self, measured: Measured, calibration: Calibration, athlete: Athlete) -> FloatArray:
        """Footfalls times mean peak force of each row."""
        return count(measured.minutes, calibration.cadence_line).total * minute_force_bw(measured, calibration)


def steep_share(measured: Measured, steps: FloatArray) -> float:
    """Share of footfalls on slopes beyond 5 %, 0-1."""
    steep = np.isin(measured.bins.grade, (GradeBand.STEEP_DOWN, GradeBand.STEEP_UP))
    return float(np.sum(steps[steep]) / np.sum(steps))
