"""Made runs for the metrics: constant or stepped speed and cadence, so that every sum is known beforehand."""

import datetime as dt
from collections.abc import Sequence

import numpy as np

from footfall.model.intervals import FloatArray, Intervals
from footfall.model.run import Lap, Run, Session, Source

START = dt.datetime(2026, 5, 3, 6, 12, 9, tzinfo=dt.UTC)


def made_run(
    *,
    seconds: float = 1800.0,
    speed_m_s: float | FloatArray = 2.8,
    cadence_per_min: float | FloatArray | None = 83.0,
    stance_time_s: float | None = None,
    altitude_m: FloatArray | None = None,
    step_s: float | FloatArray = 1.0,
    pauses: Sequence[tuple[float, float]] = (),
    session: Session | None = None,
    laps: Sequence[Lap] = (),
    file_format: str = "fit",
    producer: str | None = None,
    device: str | None = "made",
    with_distance: bool = True,
    drop: FloatArray | None = None,
    with_positions: bool = False,
) -> Run:
    """A run whose samples are `step_s` apart; the way is the exact integral of `speed_m_s`, which stands in pauses.

    drop             indices of samples to leave out: a gap, not a pause.
    with_positions   northward along the way.
    """
    time_s = np.arange(0.0, seconds + 1e-9, step_s) if isinstance(step_s, float) else np.cumsum(step_s) - step_s[0]
    speed = np.broadcast_to(np.asarray(speed_m_s, dtype=np.float64), time_s.shape)
    gaps = Intervals(np.array(pauses, dtype=np.float64).reshape(-1, 2))
    timer = time_s - gaps.before(time_s)
    way = np.concatenate([[0.0], np.cumsum(np.diff(timer) * speed[1:])])
    columns: dict[str, FloatArray] = {"time_s": time_s}
    if with_distance:
        columns["distance_m"] = way
    if with_positions:
        columns["lat_deg"], columns["lon_deg"] = 10.0 + way / 111_195.0, np.full(len(way), -30.0)
    if cadence_per_min is not None:
        columns["cadence_per_min"] = np.broadcast_to(np.asarray(cadence_per_min, dtype=np.float64), time_s.shape).copy()
    if stance_time_s is not None:
        columns["stance_time_s"] = np.full(len(time_s), stance_time_s)
    if altitude_m is not None:
        columns["altitude_m"] = altitude_m
    keep = np.ones(len(time_s), dtype=bool)
    if drop is not None:
        keep[drop.astype(int)] = False
    return Run(
        id=f"made-{seconds}-{np.mean(speed):.3f}-{cadence_per_min if isinstance(cadence_per_min, float) else 'x'}",
        start=START,
        samples={name: values[keep] for name, values in columns.items()},
        source=Source("made.fit", "made", file_format, "footfall", producer=producer, device=device),
        sport="running",
        laps=tuple(laps),
        pauses=gaps,
        session=session,
    )
