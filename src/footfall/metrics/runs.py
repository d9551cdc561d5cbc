"""From a recording to its runs: sessions told apart, the sport settled, time made to go forward."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from footfall.metrics.cadence import mean_between
from footfall.metrics.force import weighted_median
from footfall.metrics.track import way_from_positions_m, way_recorded_m
from footfall.metrics.worlds_best import fastest_m_s
from footfall.model.intervals import BoolArray, FloatArray, Intervals
from footfall.model.problem import Note
from footfall.model.run import Decoded, Lap, Run, Session

RUNNING = frozenset(
    {"running", "run", "trail_running", "trail running", "treadmill_running", "virtual_run", "street_running", "9"}
)
"""How formats and apps name running; 9 is Strava's number in a GPX type."""
WALKING = frozenset(
    {"walking", "walk", "casual_walking", "speed_walking", "nordic_walking", "treadmill_walking", "indoor_walking"}
)
HIKING = frozenset({"hiking", "hike", "mountaineering", "trekking"})
UNTOLD = frozenset({"", "generic", "all", "other", "unknown", "none", "fitness_equipment"})
"""Names that leave the sport open: speed and cadence tell then."""
UNRECOGNISED = "unrecognised"
"""The sport of what names none and does not move like a run."""
FASTEST_RUN_M_S = 7.0
"""A median speed above is that of no running, however short; over a longer time the world's best bounds it.  [m/s]"""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A session that is no run, holds nothing, or repeats others: `reason` is a reason code."""

    sport: str
    reason: str


def runs_of_all(
    recordings: Sequence[Decoded], include: Collection[str] = ()
) -> tuple[tuple[tuple[Run, ...], tuple[PassedOver, ...]], ...]:
    """The same for every recording of one file; of several that share its hash (tracks, chained files) the ids are `hash#k`.

    Returns  what `runs_of` does, for each recording.
    """
    shares = Counter(one.source.sha256 for one in recordings)
    places: Counter[str] = Counter()
    found = []
    for one in recordings:
        runs, passed = runs_of(one, include)
        sha256 = one.source.sha256
        places[sha256] += 1
        if shares[sha256] > 1:
            place = f"{sha256}#{places[sha256]}"
            runs = tuple(replace(run, id=run.id.replace(sha256, place).replace(f"{place}#", f"{place}.")) for run in runs)
        found.append((runs, passed))
    return tuple(found)


def as_sport(decoded: Decoded, sport: str) -> Decoded:
    """A recording of one session, told to be of a sport, whatever it says itself."""
    sessions = decoded.sessions or (Session(0.0, float(np.max(decoded.columns["time_s"], initial=0.0))),)
    return replace(decoded, sessions=tuple(replace(session, sport=sport) for session in sessions))


def runs_of(decoded: Decoded, include: Collection[str] = ()) -> tuple[tuple[Run, ...], tuple[PassedOver, ...]]:
    """The runs of a recording, and what in it is none.

    include  other sports on foot that were asked for: walking, hiking. They come back as runs of that sport.
    Returns  runs in the order of their start; ids carry `#k` where the recording has several sessions.
    """
    legs = decoded.sessions if len(decoded.sessions) > 1 else (decoded.sessions[0] if decoded.sessions else None,)
    runs: list[Run] = []
    passed: list[PassedOver] = []
    repeated = _repeated(decoded)
    for number, session in enumerate(legs, start=1):
        if session is not None and number - 1 in repeated:
            passed.append(PassedOver((session.sport or "generic").lower(), "duplicate"))
            continue
        run_id = decoded.source.sha256 if len(legs) == 1 else f"{decoded.source.sha256}#{number}"
        found = _leg(decoded, session, run_id, {"running", *include}, alone=len(legs) == 1)
        if isinstance(found, Run):
            runs.append(found)
        else:
            passed.append(found)
    return tuple(sorted(runs, key=lambda run: run.start)), tuple(passed)


def _repeated(decoded: Decoded) -> frozenset[int]:
    """Places of sessions most of whose points belong to others: the whole beside its legs, or one written twice.

    The shorter one keeps its points: legs say more than their sum.
    """
    time_s = decoded.columns["time_s"]
    taken = np.zeros(len(time_s), dtype=bool)
    repeated = set()
    spans = [session.end_s - session.start_s for session in decoded.sessions]
    for place in np.argsort(spans, kind="stable").tolist():
        inside = (time_s >= decoded.sessions[place].start_s) & (time_s <= decoded.sessions[place].end_s)
        if 2 * np.count_nonzero(inside & taken) > np.count_nonzero(inside):
            repeated.add(place)
        taken |= inside
    return frozenset(repeated)


def _leg(decoded: Decoded, session: Session | None, run_id: str, wanted: Collection[str], *, alone: bool) -> Run | PassedOver:
    time_s = decoded.columns["time_s"]
    inside = np.ones(len(time_s), dtype=bool)
    if session is not None and not alone:
        inside = (time_s >= session.start_s) & (time_s <= session.end_s)
    forward = inside & _forward(np.where(inside, time_s, -np.inf))
    samples = {name: values[forward] for name, values in decoded.columns.items()}
    told = (session.sport or "").lower() if session is not None else ""
    if np.count_nonzero(forward) < 2:
        return PassedOver(told or "generic", "no-samples")
    sport = _sport(told, samples)
    if sport not in wanted:
        return PassedOver(sport, "not-a-run")
    start_s = 0.0 if alone or session is None else session.start_s
    samples["time_s"] = samples["time_s"] - start_s
    backward = int(np.count_nonzero(inside) - np.count_nonzero(forward))
    notes: tuple[Note, ...] = (Note("time-mended", {"count": backward}),) if backward else ()
    if _is_open(told):
        notes += (Note("sport-inferred", {}),)
    return Run(
        id=run_id,
        start=decoded.start + np.timedelta64(round(start_s * 1e6), "us").item(),
        samples=samples,
        source=decoded.source,
        sport=sport,
        sub_sport=session.sub_sport if session is not None else None,
        laps=_moved_laps(decoded.laps, start_s, session, alone=alone),
        pauses=_moved_pauses(decoded.pauses, start_s, session, alone=alone),
        session=None if session is None else replace(session, start_s=session.start_s - start_s, end_s=session.end_s - start_s),
        utc_offset_s=decoded.utc_offset_s,
        notes=notes,
        cadence_factor=decoded.cadence_factor,
        start_kind=decoded.start_kind,
        breaks=_moved_pauses(decoded.breaks, start_s, session, alone=alone),
    )


def _forward(time_s: FloatArray) -> BoolArray:
    """The most samples whose clock goes forward, as a mask: repeated moments go, and so does a moment far ahead.

    time_s  shape (n,); -inf = not of this session.
    """
    keep = np.isfinite(time_s)
    if np.all(np.diff(time_s[keep]) > 0):
        return keep
    # longest strictly increasing subsequence (patience sorting): what is left out is least, whichever way a clock slipped
    times = time_s[keep].tolist()
    tails: list[float] = []
    last_at: list[int] = []
    before: list[int] = []
    for index, moment in enumerate(times):
        place = bisect_left(tails, moment)
        before.append(last_at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(moment)
            last_at.append(index)
        else:
            tails[place], last_at[place] = moment, index
    chain = np.zeros(len(times), dtype=bool)
    index = last_at[-1] if last_at else -1
    while index >= 0:
        chain[index] = True
        index = before[index]
    keep[np.flatnonzero(keep)[~chain]] = False
    return keep


def _sport(told: str, samples: dict[str, FloatArray]) -> str:
    """Running, walking or hiking where the file says so; where it leaves it open, what speed and cadence tell."""
    for sport, words in (("running", RUNNING), ("walking", WALKING), ("hiking", HIKING)):
        if told in words:
            return sport
    if not _is_open(told):
        return told
    return "running" if _moves_like_a_run(samples) else UNRECOGNISED


def _is_open(told: str) -> bool:
    """Whether a file leaves its sport open: no word, one that means any, or a number that no profile names yet."""
    return told in UNTOLD or (told.isdecimal() and told not in RUNNING)


def _moves_like_a_run(samples: dict[str, FloatArray]) -> bool:
    """Whether somebody mostly ran: from speed, and from cadence where speed alone would fit a slow ride or a fast walk."""
    time_s = samples["time_s"]
    nothing = np.full(len(time_s), np.nan)
    way = way_recorded_m(time_s, samples.get("distance_m", nothing))
    if np.all(np.isnan(way)):
        way = way_from_positions_m(time_s, samples.get("lat_deg", nothing), samples.get("lon_deg", nothing))
    gap = np.diff(time_s)
    speed = np.diff(way) / gap
    moving = weighted_median(np.where(speed > 0.5, speed, np.nan), gap)
    moving_s = float(np.sum(gap[speed > 0.5]))
    cadence = mean_between(time_s, samples.get("cadence_per_min", nothing))
    stepping = weighted_median(np.where(cadence > 20, cadence, np.nan), gap)
    steps_like_a_run = 70 <= stepping <= 110 or 140 <= stepping <= 220  # strides or steps; False for NaN
    if np.isnan(moving):
        return steps_like_a_run  # a treadmill without a way
    fastest = min(FASTEST_RUN_M_S, fastest_m_s(moving_s))
    return bool(1.8 <= moving <= fastest and (np.isnan(stepping) or steps_like_a_run))


def _moved_laps(laps: tuple[Lap, ...], start_s: float, session: Session | None, *, alone: bool) -> tuple[Lap, ...]:
    if alone or session is None:
        return laps
    own = [lap for lap in laps if lap.start_s >= session.start_s - 1 and lap.end_s <= session.end_s + 1]
    return tuple(replace(lap, start_s=lap.start_s - start_s, end_s=lap.end_s - start_s) for lap in own)


def _moved_pauses(pauses: Intervals, start_s: float, session: Session | None, *, alone: bool) -> Intervals:
    if alone or session is None:
        return pauses
    edges = np.clip(pauses.edges, session.start_s, session.end_s) - start_s
    return Intervals.covering(edges[:, 0], edges[:, 1])
