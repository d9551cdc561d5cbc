"""What is missing in a run and widens or colours its numbers."""

from footfall.metrics.footfalls import Count
from footfall.metrics.load.model import LoadModel
from footfall.model.athlete import Athlete
from footfall.model.calibration import Calibration
from footfall.model.measured import Gait, Measured
from footfall.model.problem import Note
from footfall.model.run import StartKind
from footfall.model.summary import Load

WORTH_SAYING_S = 30.0
"""Time without any record of motion that is worth a note.  [s]"""

NEAR_TRANSITION_M_S, NEAR_TRANSITION_SHARE = (1.7, 2.3), 0.3
"""Where speed alone tells running from walking badly, [m/s], and the share of moving time there that is worth a note. Ours: of
simulated runners with an easy pace in that band the load's interval held the truth in half the cases only."""

_MOSTLY = 0.5


def run_notes(
    measured: Measured, calibration: Calibration, athlete: Athlete, counted: Count, offset_source: str
) -> tuple[Note, ...]:
    """Notes on the run's record and on what is not known of the runner.

    counted        footfalls of `measured.bins` under `calibration`.
    offset_source  where the run's offset from UTC is known from.
    """
    totals = measured.totals
    notes: list[Note] = []
    if totals.unknown_s >= WORTH_SAYING_S:
        notes.append(Note("motion-unknown", {"minutes": totals.unknown_s / 60}))
    estimated = float(counted.estimated.sum()) > (1 - _MOSTLY) * float(counted.total.sum())
    said = {note.code for note in measured.notes}
    if estimated and not said & {"cadence-unit-unclear", "cadence-not-usable", "apple-steps-not-read"}:
        notes.append(Note("no-cadence" if totals.cadence_factor is None else "cadence-not-usable", {}))
    walked, ran = _near_transition(measured)
    if walked + ran > NEAR_TRANSITION_SHARE:
        notes.append(Note("gait-by-speed", {"percent": 100 * (walked + ran), "walked": 100 * walked}))
    if estimated and athlete.height_m is None and calibration.cadence_line.source == "population":
        notes.append(Note("no-height", {}))
    if athlete.body_mass_kg is None:
        notes.append(Note("no-body-mass", {}))
    if offset_source == "assumed-utc" and measured.header.start_kind is StartKind.UTC:  # else the day is known as it is
        notes.append(Note("assumed-utc", {}))
    if totals.distance_source == "none" and len(measured.bins):
        notes.append(Note("no-distance", {}))
    return tuple(notes)


def load_notes(load: Load, model: LoadModel, counted: Count) -> tuple[Note, ...]:
    """Why the load asked for is not known, where the footfalls are."""
    if load.measure.known or not counted.total.sum() > 0:
        return ()
    return (Note("load-not-known", {"model": load.model, "needs": " and ".join(model.needs)}),)


def _near_transition(measured: Measured) -> tuple[float, float]:
    """Shares of moving time without cadence near the transition: of what counts as walking there, and of what as running."""
    bins = measured.bins
    low, high = NEAR_TRANSITION_M_S
    near = (bins.speed_m_s >= low) & (bins.speed_m_s < high)  # False where the speed is not known
    moving_s, without_s = float(bins.time_s.sum()), bins.time_s - bins.cadence_time_s
    if not moving_s > 0:
        return 0.0, 0.0
    walking = bins.gait == Gait.WALK
    return float(without_s[near & walking].sum()) / moving_s, float(without_s[near & ~walking].sum()) / moving_s
