"""A run that has not been run: level, at one speed, without a watch; measured like any other, so that its numbers are ours."""

import datetime as dt
import math

import numpy as np

from footfall.model.intervals import Intervals
from footfall.model.measured import Bins, Gait, GradeBand, Header, Measured, Minutes, Totals
from footfall.model.run import Source, StartKind

FORMAT = "plan"


def planned(distance_m: float, speed_m_s: float, start: dt.datetime, utc_offset_s: int) -> Measured:
    """One level run at a constant speed.

    distance_m, speed_m_s   above 0.    start   UTC.    utc_offset_s   of the runner's clock.
    """
    seconds = distance_m / speed_m_s
    source = Source("", f"{FORMAT} {start.isoformat()} {distance_m:.1f} {speed_m_s:.4f}", FORMAT, "footfall")
    whole = np.arange(math.ceil(seconds / 60))
    in_minute = np.minimum(seconds - 60.0 * whole, 60.0)
    one, every = np.ones(1), np.ones(whole.size)
    return Measured(
        run_id=source.sha256,
        header=Header(source, start, "running", None, utc_offset_s, None, None, StartKind.UTC),
        bins=Bins(
            speed_m_s=speed_m_s * one,
            gait=np.full(1, Gait.RUN),
            grade=np.full(1, GradeBand.LEVEL),
            time_s=seconds * one,
            distance_m=distance_m * one,
            cadence_time_s=0 * one,
            footfalls=0 * one,
            contact_time_s=0 * one,
            duty_factor=math.nan * one,
        ),
        minutes=Minutes(
            minute=whole,
            speed_m_s=speed_m_s * every,
            gait=np.full(whole.size, Gait.RUN),
            time_s=in_minute,
            distance_m=in_minute * speed_m_s,
            cadence_time_s=0 * every,
            footfalls=0 * every,
        ),
        totals=Totals(
            elapsed_s=seconds,
            timer_s=seconds,
            running_s=seconds,
            walking_s=0.0,
            standing_s=0.0,
            unknown_s=0.0,
            distance_m=distance_m,
            distance_source="device",  # it is what was asked for, not an estimate
            ascent_m=None,
            descent_m=None,
            cadence_factor=None,
            grade_coverage=0.0,
        ),
        laps=(),
        pauses=Intervals.none(),
    )
