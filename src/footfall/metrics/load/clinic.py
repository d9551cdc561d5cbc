"""The popular figure as a band: 2.5 to 3 body weights a footfall, whatever the speed."""

import numpy as np

from footfall.metrics import spread
from footfall.metrics.footfalls import count
from footfall.metrics.force import LUMBAR_RATIO_SD, Z90
from footfall.metrics.parts import count_half_width
from footfall.metrics.spread import Drawn, Quantity
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import Measured
from footfall.model.parts import Parts

LOW_BW, MIDDLE_BW, HIGH_BW = 2.5, 2.75, 3.0


def _drawn(parts: Parts, drawn: Drawn) -> FloatArray:
    """The band as a 90 % interval, at one place in it in all runs of a runner: it stays as wide in their sum and goes from their
    ratios. Who has more at the spine than the ground force says is higher up in the band as well."""
    place = np.log(drawn.lumbar) / (Z90 * LUMBAR_RATIO_SD)
    return (MIDDLE_BW + (HIGH_BW - LOW_BW) / 2 * place) * spread.footfalls(parts, drawn)


class Clinic:
    """Footfalls times 2.5-3 BW, as clinics tell runners: shown for comparison, its band is the claim's own and no interval."""

    name = "clinic"
    title = "The popular 2.5-3 body weights a footfall"
    unit = "BW·footfalls"
    source = "popular claim; no study found that measures lumbar force in running across speeds"
    exploratory = True
    listed = True
    needs: tuple[str, ...] = ("moving time",)
    drawn: Quantity | None = staticmethod(_drawn)

    def load(self, measured: Measured, parts: Parts, calibration: Calibration) -> Measure:
        """The band, widened by the interval of the count."""
        steps = float(parts.footfalls.sum())
        if not steps > 0:
            return Measure.unknown(self.unit)
        half = count_half_width(parts)
        return Measure(steps * MIDDLE_BW, steps * (1 - half) * LOW_BW, steps * (1 + half) * HIGH_BW, self.unit, "derived")

    def per_minute(self, measured: Measured, calibration: Calibration) -> FloatArray:
        """Footfalls of each row times the middle of the band."""
        return count(measured.minutes, calibration.cadence_line).total * MIDDLE_BW
