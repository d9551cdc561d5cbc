"""What is personal, learned from one athlete's own runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LineErrors:
    """Spread of a count that rests on a cadence line, as SD of a fraction.

    shared   the same in all runs of the runner: by how much her own line differs from the one used.
    own      of one run, independent of the others.
    """

    shared: float
    own: float


@dataclass(frozen=True, slots=True)
class CadenceLine:
    """Running cadence as a line in speed: `at_3 + slope * (v - 3.0)`.

    at_3      cadence at 3.0 m/s.  [steps/min]
    slope     [steps/min per m/s]
    source    personal or population.
    half_width  half-width of the 90 % interval of one run's footfalls that rest on the line, as a fraction.
    errors    the same spread, split into what her runs share and what each has alone.
    runs      how many runs the line rests on; 0 for the population's.
    """

    at_3: float
    slope: float
    source: str
    half_width: float
    errors: LineErrors
    runs: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """Factor that brings one device's duty factors onto the published level, and how many runs it rests on."""

    scale: float
    runs: int


@dataclass(frozen=True, slots=True)
class Easy:
    """The runner's own easy level running: the yardstick of easy kilometres.

    speed_m_s           median running speed over all level running; None until there are enough runs.
    force_bw            peak force of an easy footfall.  [BW]
    footfalls_per_km    footfalls of an easy kilometre.
    runs                how many runs this rests on; 0 = the published values.
    by_line             share of its footfalls that the cadence line counted, 0-1.
    """

    speed_m_s: float | None
    force_bw: float
    footfalls_per_km: float
    runs: int
    by_line: float = 0.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """One athlete's own line, anchors and easy level.

    walk_errors      spread of walking footfalls that the published walking line counts.
    contact_anchor   device name -> Anchor; a device that is not in it has no usable contact times.
    """

    cadence_line: CadenceLine
    easy: Easy
    walk_errors: LineErrors
    contact_anchor: Mapping[str, Anchor] = field(default_factory=dict)
