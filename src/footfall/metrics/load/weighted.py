"""Loads in which a footfall twice as hard counts 16 or 1,024 times: exponents 4 and 10."""

from footfall.metrics import spread
from footfall.metrics.footfalls import count
from footfall.metrics.footforce import minute_force_bw
from footfall.metrics.spread import Quantity
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import Measured
from footfall.model.parts import Parts


class Weighted:
    """Footfalls weighted by (peak force / the runner's easy force)^b: Miner's sum, its exponent unknown for a living back.

    Errors that her easy footfalls share (shape of the force, her duty factor) cancel; those of one run count b times. Differs
    from its sources: 1. force is ground force over her easy footfall's, not stress in a bone or a spine. 2. load^2.0 x cycles^0.2
    of Coenen 2012 is taken as cycles x load^10: the same ranking, and footfalls add up.
    """

    unit = "easy footfalls"
    exploratory = True
    listed = True
    needs: tuple[str, ...] = ("moving time",)

    def __init__(self, exponent: int, source: str) -> None:
        self.exponent = exponent
        self.name = f"weighted-{exponent}"
        self.title = f"Footfalls weighted by force to the power of {exponent}"
        self.source = source
        self.drawn: Quantity | None = spread.weighted(exponent)

    def load(self, measured: Measured, parts: Parts, calibration: Calibration) -> Measure:
        """Sum over bins of footfalls times relative force to the power of the exponent."""
        if not parts.footfalls.sum() > 0:
            return Measure.unknown(self.unit)
        draws = spread.draws_of(measured.run_id, parts, spread.weighted(self.exponent))
        return spread.measure(float(parts.weighted[self.exponent].sum()), draws, self.unit)

    def per_minute(self, measured: Measured, calibration: Calibration) -> FloatArray:
        """Footfalls of each row, weighted by the force of its mean speed."""
        relative = minute_force_bw(measured, calibration) / calibration.easy.force_bw
        result: FloatArray = count(measured.minutes, calibration.cadence_line).total * relative**self.exponent
        return result
