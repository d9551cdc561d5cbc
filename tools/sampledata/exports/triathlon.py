"""A triathlon in one file: a swim, a ride and a run, each a session of its own, with a change of shoes between them."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from sampledata import fit_profile as fit
from sampledata.exports.other_sports import Leg, Sport, event, finish, head, write_leg
from sampledata.exports.recordings import Run
from sampledata.exports.redate import FitTemplate, fit_template

SWIM_S, RIDE_S, CHANGE_S = 900, 1800, 120
_RUN_STOCK = 0
_MADE = Run(_RUN_STOCK, dt.datetime(2026, 7, 27, 5, 0, tzinfo=dt.UTC)).start


@dataclass(frozen=True, slots=True)
class Triathlon:
    """One of them, from `start` (UTC) on."""

    start: dt.datetime

    @property
    def ride_start(self) -> dt.datetime:
        """UTC."""
        return self.start + dt.timedelta(seconds=SWIM_S + CHANGE_S)

    @property
    def run(self) -> Run:
        """Its running leg."""
        return Run(_RUN_STOCK, self.ride_start + dt.timedelta(seconds=RIDE_S + CHANGE_S))

    def fit(self) -> bytes:
        """The file."""
        return _template().at(self.start)


@cache
def _template() -> FitTemplate:
    race = Triathlon(_MADE)
    builder = fit.FitBuilder()
    head(builder, race.start)
    write_leg(builder, Leg(Sport.SWIMMING, SWIM_S), race.start, 0)
    write_leg(builder, Leg(Sport.CYCLING, RIDE_S), race.ride_start, 1)
    _run_leg(builder, race.run)
    timer_s = SWIM_S + RIDE_S + race.run.motion.timer_s
    finish(builder, race.start, timer_s + 2 * CHANGE_S, 3)
    return fit_template(builder.to_bytes(), race.start)


def _run_leg(builder: fit.FitBuilder, run: Run) -> None:
    motion, first = run.motion, fit.fit_time(run.start)
    event(builder, first, 0)
    for moment in motion.moments:
        halves = round(moment.cadence_spm)
        lat, lon = moment.position if moment.position is not None else (None, None)
        builder.message(
            fit.RECORD,
            {
                "timestamp": first + moment.elapsed_s,
                "position_lat": None if lat is None else fit.semicircles(lat),
                "position_long": None if lon is None else fit.semicircles(lon),
                "distance": SWIM_S * Sport.SWIMMING.ways.speed_m_s + RIDE_S * Sport.CYCLING.ways.speed_m_s + moment.distance_m,
                "enhanced_speed": moment.speed_m_s,
                "enhanced_altitude": moment.altitude_m,
                "heart_rate": round(moment.heart_rate_bpm),
                "cadence": halves // 2,
                "fractional_cadence": 0.5 * (halves % 2),
            },
        )
    end = first + motion.elapsed_s
    event(builder, end, 4)
    totals = {
        "message_index": 2,
        "timestamp": end,
        "event": 9,
        "event_type": 1,
        "start_time": first,
        "total_elapsed_time": motion.elapsed_s,
        "total_timer_time": motion.timer_s,
        "total_distance": motion.distance_m,
        "total_strides": round(motion.footfalls / 2),
    }
    builder.message(fit.LAP, {**totals, "lap_trigger": 7, "sport": 1})
    session = {"sport": 1, "sub_sport": 0, "first_lap_index": 2, "num_laps": 1, "trigger": 0}
    builder.message(fit.SESSION, {**totals, **session})
