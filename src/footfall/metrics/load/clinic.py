"""The popular figure as a band: 2.5 to 3 body weights a footfall, whatever the speed."""

import numpy as np

from footfall.metrics.footfalls import count
from footfall.model.athlete import Athlete
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import Measured

LOW_BW, MIDDLE_BW, HIGH_BW = 2.5, 2.75, 3.0


class Clinic:
    """Footfalls times 2.5-3 BW, as clinics tell runners: shown for comparison, its band is the claim's own and no interval."""

    name = "clinic"
    title = "The popular 2.5-3 body weights a footfall"
    unit = "BW·footfalls"
    source = "popular claim; no study found that measures lumbar force in running across speeds"
    exploratory = True
    needs: tuple[str, ...] = ("moving time",)

    def load(self, measured: Measured, calibration: Calibration, athlete: Athlete) -> Measure:
        """The band, widened by the interval of the count."""
        footfalls = count(measured.bins, calibration.cadence_line)
        steps = float(np.sum(footfalls.total))
        if not steps > 0:
            return Measure.unknown(self.unit)
        half = footfalls.half_width(calibration.cadence_line)
        return Measure(steps * MIDDLE_BW, steps * (1 - half) * LOW_BW, steps * (1 + half) * HIGH_BW, self.unit, "derived")

    def per_minute(self, measured: Measured, calibration: Calibration, athlete: Athlete) -> FloatArray:
        """Footfalls of each row times the middle of the band."""
        return count(measured.minutes, calibration.cadence_line).total * MIDDLE_BW
