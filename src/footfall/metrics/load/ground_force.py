"""The default load: peak ground force added up over footfalls."""

from footfall.metrics import spread
from footfall.metrics.footfalls import count
from footfall.metrics.footforce import minute_force_bw
from footfall.metrics.spread import Quantity
from footfall.model.calibration import Calibration
from footfall.model.intervals import FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import Measured
from footfall.model.parts import Parts


class GroundForce:
    """Sum of peak vertical ground reaction force over all footfalls, running and walking."""

    name = "ground-force"
    title = "Peak ground force over footfalls"
    unit = "BW·footfalls"
    source = "momentum balance over a step with the shape factor of Fukuchi 2017, doi 10.7717/peerj.3298"
    exploratory = False
    listed = True
    needs: tuple[str, ...] = ("moving time",)
    drawn: Quantity | None = staticmethod(spread.ground_force)

    def load(self, measured: Measured, parts: Parts, calibration: Calibration) -> Measure:
        """Sum over bins of footfalls times mean peak force."""
        if not parts.footfalls.sum() > 0:
            return Measure.unknown(self.unit)
        return spread.measure(float(parts.force.sum()), spread.draws_of(measured.run_id, parts, spread.ground_force), self.unit)

    def per_minute(self, measured: Measured, calibration: Calibration) -> FloatArray:
        """Footfalls times mean peak force of each row."""
        return count(measured.minutes, calibration.cadence_line).total * minute_force_bw(measured, calibration)
