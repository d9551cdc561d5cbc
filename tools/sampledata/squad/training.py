"""The calendar of a member: weeks that grow and ease a little, up to week 2026-W46: what stands out is what was put there."""

from collections.abc import Iterator
from dataclasses import replace

from sampledata.draws import Draws
from sampledata.plan import DAYS, Kind, PlannedRun, Recorder
from sampledata.squad.members import Gear, Member, Trouble

WEEKS = 13
"""Of every member, unless more runs are asked for than thirteen weeks hold."""

LAST_WEEK = DAYS // 7 - 1
"""Number of week 2026-W46, the season's last."""

SPIKE = 1.62
"""Times the longest run of the four weeks before."""

_SILENT_WEEKS = 2
_LONG_SHARE, _NEXT_SHARE = 0.37, 0.9
"""Of the week the long run, and of that at most any other."""
_RHYTHMS = ((0.92, 1.0, 1.08, 0.72), (1.0, 0.84, 1.04, 0.94), (0.75, 0.95, 1.0, 1.05), (0.97, 1.0, 1.03, 0.99))
_GROWTHS = (0.0, 0.012, -0.01, 0.006)
"""Of four weeks, times the usual, and how that changes from week to week: slowly enough that no run stands more than 10 % out."""

_MOST_PER_WEEK = 6

# Weekdays of a week of so many runs, Monday = 0; the last is the long run.
_WEEKDAYS = {1: (6,), 2: (2, 6), 3: (1, 3, 6), 4: (1, 3, 5, 6), 5: (1, 2, 3, 5, 6), 6: (0, 1, 2, 3, 5, 6)}
_RECORDERS = {
    Gear.WATCH: (Recorder.WATCH_SMART, Recorder.WATCH_SMART, Recorder.WATCH_DENSE),
    Gear.BARE_WATCH: (Recorder.WATCH_BARE,),
    Gear.PHONE: (Recorder.PHONE,),
    Gear.OLD_WATCH: (Recorder.OLD_WATCH,),
    Gear.SEVERAL: (Recorder.WATCH_SMART, Recorder.PHONE, Recorder.OLD_WATCH),
}


def training(member: Member, draws: Draws, runs: int | None = None) -> tuple[PlannedRun, ...]:
    """Her runs by start.

    runs   how many in all; None = as many as she runs in thirteen weeks.
    """
    spans = _runs_by_week(member, runs)
    last = LAST_WEEK - (_SILENT_WEEKS if member.trouble is Trouble.SILENT else 0)
    rhythm, growth = draws.one_of(_RHYTHMS), draws.one_of(_GROWTHS)
    planned: list[PlannedRun] = []
    for week, count in enumerate(spans, start=last - len(spans) + 1):
        usual_km = member.weekly_km * (1 + growth * (week - last)) * rhythm[week % len(rhythm)]
        planned += _week(member, week, count, usual_km, draws)
    if member.trouble is Trouble.SPIKE:
        before_m = [run.distance_m for run in planned[:-1] if run.day >= planned[-1].day - 28]
        planned[-1] = replace(planned[-1], distance_m=SPIKE * max(before_m, default=planned[-1].distance_m))
    return tuple(planned)


def _runs_by_week(member: Member, runs: int | None) -> list[int]:
    """Runs of each week, the earliest first."""
    if runs is None:
        return [member.runs_per_week] * WEEKS
    weeks = min(max(WEEKS, -(-runs // _MOST_PER_WEEK)), runs)
    return [runs // weeks + (place >= weeks - runs % weeks) for place in range(weeks)]


def _week(member: Member, week: int, count: int, week_km: float, draws: Draws) -> Iterator[PlannedRun]:
    long_m = _LONG_SHARE * 1000 * week_km
    other_m = min((1000 * week_km - long_m) / max(count - 1, 1), _NEXT_SHARE * long_m)
    recorders = _RECORDERS[member.gear]
    for weekday in _WEEKDAYS[count]:
        kind = {3: Kind.TEMPO, 6: Kind.LONG}.get(weekday, Kind.EASY)
        morning = kind is Kind.LONG or draws.chance(0.5)
        yield PlannedRun(
            day=7 * week + weekday,
            start_min=(7 if morning else 17) * 60 + draws.integer(0, 119),
            kind=kind,
            distance_m=(long_m if kind is Kind.LONG else other_m) * draws.uniform(0.985, 1.015),
            recorder=recorders[(week + weekday) % len(recorders)],
            place=member.place,
        )
