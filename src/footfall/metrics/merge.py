"""Several recordings of one run to one: the richest speaks, and each quantity that it lacks comes from whoever has most of it.

The richest recording gives the time base, laps, pauses and totals. What it has enough of is not touched, so a copy adds nothing,
and the numbers of a merged run are those of its best recording, with less left to estimate.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from footfall.metrics.apart import track_shift_s
from footfall.metrics.cadence import BRIDGE_S
from footfall.metrics.clusters import richest_first
from footfall.metrics.measure import measure
from footfall.metrics.same_run import APART_M, Why, clock_shift_s, same_run
from footfall.metrics.sighting import RISING, Sighting, coarse_track, column_coverage, sighting
from footfall.metrics.stretches import stretches_of
from footfall.model.columns import COLUMNS
from footfall.model.intervals import FloatArray, Intervals
from footfall.model.measured import Measured
from footfall.model.problem import Note
from footfall.model.run import Lap, Run, Session

Number = TypeVar("Number", int, float)

ENOUGH, MORE = 0.9, 0.1
"""A quantity recorded for 90 % of the time needs no other source; else it is taken from one that has it for 10 % more of it."""
STANDING_M_S = 0.5
"""The mean cadence of a log's row is of the time in motion: below this speed it is 0.  [m/s]"""
FINE_TRACK_S, FINE_SHIFT_S, MOST_SHIFT_S = 5.0, 1.0, 125.0
"""Clocks are set to the second where the tracks show that they are apart.  [s]"""
ALIKE = 0.05
"""Strides counted by another device are the run's own only where both recordings are of one length."""

_WAY = frozenset({"distance_m", "speed_m_s"})
"""Each tells the way: where one does, the other is not needed."""
_POSITION = frozenset({"lat_deg", "lon_deg"})
_IN_ROWS = frozenset({"cadence_per_min"})
"""What a log's row, which has totals alone, can tell of each moment."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What a recording lacks and another of the same run has.

    columns    names of COLUMNS.
    measured   the other adds samples, laps or totals: the run has to be measured anew with it.
    """

    columns: tuple[str, ...]
    measured: bool


def addition(first: Sighting, other: Sighting) -> Addition:
    """What another recording could add to the richest one."""
    bare = _with_words(first.bare, other.bare, first, other, _clock_s(first, other))
    columns = _columns(first, other)
    counted = _counted(bare.session) != _counted(first.bare.session)
    timed = bare.laps != first.bare.laps or len(bare.pauses) != len(first.bare.pauses)
    return Addition(columns, bool(columns) or counted or timed)


def merge(runs: Sequence[Run]) -> Run:
    """One run from recordings of it, in any order.

    runs     at least one; that they are of one run is the caller's word.
    Returns  the richest with `also` and `taken`. Columns of others are on its time base by absolute time, gaps over BRIDGE_S left
             open; a clock is moved only where tracks ask for it. A row of a log gives mean cadence and totals.
    Raises   ValueError without a run.
    """
    if not runs:
        raise ValueError("nothing to merge")
    seen = {run.id: (sighting(run, measure(run)), run) for run in runs}
    return merge_seen([seen[sight.run_id] for sight in richest_first(sight for sight, _ in seen.values())])


def merge_seen(runs: Sequence[tuple[Sighting, Run]]) -> Run:
    """The same with what is known of each already, the one that speaks first, then the richest.

    A recording whose `addition` is not measured need not have its samples.
    """
    (richest, merged), *others = runs
    givers = _givers(richest, [sight for sight, _ in others])
    for sight, other in others:
        shift_s = _shift_s(merged, other, richest, sight)
        names = [name for name, giver in givers.items() if giver is sight]
        merged = _with_words(_with_samples(merged, other, sight, names, shift_s), other, richest, sight, shift_s)
    return _noted(merged)


def join(measured: Measured, first: Sighting, others: Sequence[Sighting]) -> Measured:
    """The same for others that add no samples, laps or counted totals: as if the merged run had been measured.

    measured, first   of the richest recording.     others   the richest first.
    """
    bare = first.bare
    for other in others:
        bare = _with_words(bare, other.bare, first, other)
    bare = _noted(bare)
    header = replace(
        measured.header, also=bare.also, session=bare.session, sub_sport=bare.sub_sport, utc_offset_s=bare.utc_offset_s
    )
    return replace(measured, header=header, notes=(*bare.notes, *measured.notes[len(first.bare.notes) :]))


def _columns(first: Sighting, other: Sighting) -> tuple[str, ...]:
    """Names of COLUMNS that the first recording lacks, wholly or in part, and the other has."""
    if other.is_row:
        return tuple(name for name in sorted(_IN_ROWS & other.coverage.keys()) if first.covers(name) < MORE)
    return tuple(
        name for name in COLUMNS if (has := _covered(first, name)) < ENOUGH and other.coverage.get(name, 0.0) >= has + MORE
    )


def _covered(first: Sighting, name: str) -> float:
    """Share of the time for which a recording needs no other for this quantity."""
    own = name.removeprefix("pod_")
    names = _WAY if own in _WAY else {own}
    if name != own:
        return max(first.coverage.get(one, 0.0) for one in {name, *names})
    return max(first.covers(one) for one in names)


def _givers(first: Sighting, others: Sequence[Sighting]) -> dict[str, Sighting]:
    """Who gives each column that the richest lacks: who has most of it, of equals the richer; a row where nobody else can."""
    givers: dict[str, Sighting] = {}
    for other in others:
        for name in _columns(first, other):
            giver = givers.get(name)
            if giver is None or (other.coverage[name] > giver.coverage[name] and not other.is_row):
                givers[name] = other
    if givers.keys() & _POSITION:  # from one source or not at all
        givers = {name: givers.get("lat_deg", other) if name in _POSITION else other for name, other in givers.items()}
    return givers if givers.keys() >= _POSITION else {name: one for name, one in givers.items() if name not in _POSITION}


def _with_samples(merged: Run, other: Run, sight: Sighting, names: Sequence[str], shift_s: float) -> Run:
    """Columns of another recording in the place of the run's own, where that is a gain on its time base."""
    samples, taken, factor = dict(merged.samples), dict(merged.taken), merged.cadence_factor
    for name in names:
        values = _row_cadence(merged, other) if sight.is_row else _on_base(merged, other, name, shift_s)
        on_base = replace(merged, samples={**merged.samples, name: values})
        gains = column_coverage(on_base, name) >= column_coverage(merged, name) + MORE
        if not gains if name != "lon_deg" else "lat_deg" not in taken:
            continue  # what it has more of lies outside the run; a longitude comes with its latitude
        samples[name], taken[name] = values, other.source
        if name == "cadence_per_min":
            factor = other.cadence_factor
    return replace(merged, samples=samples, taken=taken, cadence_factor=factor)


def _on_base(merged: Run, other: Run, name: str, shift_s: float) -> FloatArray:
    """Another recording's column at the times of the run, gaps over BRIDGE_S left open. Shape (n,)."""
    values = other.column(name)
    known = np.isfinite(values)
    later_s = (other.start - merged.start).total_seconds() + shift_s
    at_s, of, time_s = other.samples["time_s"][known] + later_s, values[known], merged.samples["time_s"]
    if name == "lon_deg":
        of = np.unwrap(of, period=360.0)
    after = np.clip(np.searchsorted(at_s, time_s), 1, max(len(at_s) - 1, 1))
    found = np.interp(time_s, at_s, of, left=np.nan, right=np.nan)
    if len(at_s) > 1:
        found = np.where((at_s[after] - at_s[after - 1] <= BRIDGE_S) | np.isin(time_s, at_s), found, np.nan)
    if name == "lon_deg":
        found = (found + 180.0) % 360.0 - 180.0
    if name in RISING and at_s[0] < time_s[0]:
        found = found - np.interp(time_s[0], at_s, of)  # what it had counted before this run began
    return found


def _row_cadence(merged: Run, row: Run) -> FloatArray:
    """The mean cadence of a log's row over the time in motion, 0 where the run stands. Shape (n,)."""
    mean = float(np.nanmedian(row.column("cadence_per_min")))
    stretches = stretches_of(merged)
    standing = (stretches.speed_m_s < STANDING_M_S)[-(len(merged) - 1) :]  # without the lead-in before the first sample
    at_rest = np.concatenate([standing[:1], standing]) & np.concatenate([standing, standing[-1:]])
    return np.where(at_rest, 0.0, mean)


def _clock_s(first: Sighting, sight: Sighting) -> float:
    """Seconds to add to the other's clock, by the kinds of the starts and for a wrong zone; 0 for a row."""
    if sight.is_row:
        return 0.0
    match = same_run(first, sight)
    if match is not None and match.why is Why.ZONE:
        return match.shift_s
    clock_s = clock_shift_s(first, sight)
    return 0.0 if clock_s is None else clock_s


def _shift_s(merged: Run, other: Run, first: Sighting, sight: Sighting) -> float:
    """The same, and what the tracks show; 0 for a row."""
    if sight.is_row:
        return 0.0
    clock_s = _clock_s(first, sight)
    later_s = (other.start - merged.start).total_seconds() + clock_s
    own, theirs = coarse_track(merged, FINE_TRACK_S), coarse_track(other, FINE_TRACK_S)
    found = track_shift_s(own, theirs, later_s, most_s=MOST_SHIFT_S, step_s=FINE_SHIFT_S, within_m=APART_M)
    return clock_s if found is None else clock_s + found[1]


def _with_words(merged: Run, other: Run, first: Sighting, sight: Sighting, shift_s: float = 0.0) -> Run:
    """What another recording adds besides samples: its source, what was stated, and laps and pauses where there are none."""
    timer = len(merged.pauses) > 0 or (merged.session is not None and merged.session.timer_s is not None)
    session = _session(merged.session, other.session, first, sight)
    way_told = session is not None and session.distance_m is not None
    own_told = merged.session is not None and merged.session.distance_m is not None
    return replace(
        merged,
        also=merged.also if other.source in (merged.source, *merged.also) else (*merged.also, other.source),
        taken={"distance_m": other.source, **merged.taken} if way_told and not own_told else merged.taken,
        session=session,
        sub_sport=merged.sub_sport or other.sub_sport,
        utc_offset_s=other.utc_offset_s if merged.utc_offset_s is None else merged.utc_offset_s,
        laps=merged.laps or _laps(merged, other, first, shift_s),
        pauses=merged.pauses if timer else _pauses(merged, other, first, shift_s),
    )


def _session(own: Session | None, other: Session | None, first: Sighting, sight: Sighting) -> Session | None:
    """The device's own totals, with what they lack from the other's: never times, which belong to the time base."""
    if other is None:
        return own
    alike = abs(first.span_s - sight.span_s) <= ALIKE * max(first.span_s, sight.span_s)
    no_way, no_height = first.covers_way < MORE, first.covers("altitude_m") < MORE
    base = Session(0.0, first.to_s) if own is None else own
    filled = replace(
        base,
        workout_rpe=_or(base.workout_rpe, other.workout_rpe),
        workout_feel=_or(base.workout_feel, other.workout_feel),
        total_strides=_or(base.total_strides, other.total_strides if alike else None),
        distance_m=_or(base.distance_m, other.distance_m if no_way else None),
        ascent_m=_or(base.ascent_m, other.ascent_m if no_height else None),
        descent_m=_or(base.descent_m, other.descent_m if no_height else None),
    )
    return own if filled == base else filled


def _or(own: Number | None, other: Number | None) -> Number | None:
    return other if own is None else own


def _counted(session: Session | None) -> tuple[float | None, ...]:
    """Totals that the measure of a run rests on."""
    if session is None:
        return (None,) * 4
    return session.total_strides, session.distance_m, session.ascent_m, session.descent_m


def _laps(merged: Run, other: Run, first: Sighting, shift_s: float) -> tuple[Lap, ...]:
    """The other's laps on the clock of the run; those outside it are left out, and what reaches beyond it is cut off."""
    later_s = (other.start - merged.start).total_seconds() + shift_s
    moved = [replace(lap, start_s=lap.start_s + later_s, end_s=lap.end_s + later_s) for lap in other.laps]
    inside = [lap for lap in moved if lap.end_s > 0 and lap.start_s < first.to_s]
    return tuple(replace(lap, start_s=max(lap.start_s, 0.0), end_s=min(lap.end_s, first.to_s)) for lap in inside)


def _pauses(merged: Run, other: Run, first: Sighting, shift_s: float) -> Intervals:
    """The other's pauses within the run, on its clock, of which nothing tells when its timer stood.

    Breaks of the other's track are not taken: they only help to find pauses in that very track.
    """
    edges = other.pauses.edges + (other.start - merged.start).total_seconds() + shift_s
    edges = np.clip(edges, 0.0, first.to_s)
    return Intervals.covering(edges[:, 0], edges[:, 1])


def _noted(merged: Run) -> Run:
    if not merged.also:
        return merged
    taken = tuple((name, source.path) for name, source in merged.taken.items())
    note = Note("merged", {"path": merged.source.path, "others": tuple(source.path for source in merged.also), "taken": taken})
    return replace(merged, notes=(*merged.notes, note))
