"""The coach's week: every athlete of a squad by herself, then all together, the worst first."""

import datetime as dt
import hashlib
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from footfall.config.athlete import WEEKDAYS
from footfall.config.squad import SquadMember, SquadPlan
from footfall.config.week import last_week_over, week_label
from footfall.engines import ENGINES
from footfall.engines.engine import Lost, Options
from footfall.findings.rule import RED_FLAG_RULES
from footfall.model.athlete import Share
from footfall.render.squad.content import Member, Silent, Since, Squad
from footfall.version import __version__
from footfall.workflow.analyze import PARAMETERS
from footfall.workflow.member_week import MemberWeek, lost_week, member_week
from footfall.workflow.request import Progress, Request
from footfall.workflow.spoken_work import SpokenWork

_WORTH_WORKERS = 8
"""Fewer athletes than this are read here: workers take longer to start than they to read."""
_LAST_RANK = 99


@dataclass(frozen=True, slots=True)
class WeeklyRequest:
    """One week of a squad.

    asked     what holds for every athlete alike: `as_of`, load model and so on; paths, athlete and diary are each one's own.
    start     first day of the week.
    library   folder; None = nothing is kept.      jobs   how many athletes at a time.
    """

    plan: SquadPlan
    asked: Request
    start: dt.date
    library: str | None
    jobs: int


@dataclass(frozen=True, eq=False)
class Week:
    """A squad's week.

    failed   how many files, rows or cells could not be used.     usable   how many athletes have a run or a diary row.
    """

    squad: Squad
    failed: int
    usable: int


@dataclass(frozen=True, slots=True)
class _Named:
    """An athlete with the key and the name that pages know her by; no two of a squad share either."""

    member: SquadMember
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class _Weeks:
    """The work as a callable: athletes in, their weeks out."""

    asked: Request
    week_start: int
    start: dt.date
    library: str | None

    def __call__(self, named: tuple[_Named, ...]) -> tuple[MemberWeek, ...]:
        return tuple(self._of(one) for one in named)

    def _of(self, one: _Named) -> MemberWeek:
        athlete = replace(one.member.athlete, week_start=self.week_start)
        request = replace(self.asked, paths=(one.member.folder,), athlete=athlete, diary=one.member.diary)
        return member_week(one.member, one.key, one.name, request, self.start, self.library)


def today(plan: SquadPlan, now: dt.datetime) -> dt.date:
    """The day that it is for every athlete by now: where it is still Sunday for one of them, no week is over for all.

    now   with a time zone, which is that of athletes who name none.
    """
    return min(_date(member, now) for member in plan.members)


def waited_for(plan: SquadPlan, now: dt.datetime) -> tuple[str, ...]:
    """Names of those for whom the last week that is over by the clock of `now` is not over yet."""
    over = last_week_over(now.date(), plan.week_start)
    return tuple(member.name for member in plan.members if last_week_over(_date(member, now), plan.week_start) < over)


def _date(member: SquadMember, now: dt.datetime) -> dt.date:
    zone = member.athlete.timezone
    return now.date() if zone is None else now.astimezone(ZoneInfo(zone)).date()


def weekly(request: WeeklyRequest, progress: Progress | None = None) -> Week:
    """Read every athlete, and lay the squad's week together. A file, diary or athlete file that is broken costs a note."""
    named = _named(request.plan.members)
    work = SpokenWork(_Weeks(request.asked, request.plan.week_start, request.start, request.library))
    workers = min(request.jobs, len(named))
    engine_name = "processes" if workers > 1 and len(named) >= _WORTH_WORKERS else "serial"
    found: list[MemberWeek] = []
    with ENGINES[engine_name](Options(workers=workers)) as engine:
        for done in engine.map(work, ((one,) for one in named)):
            if isinstance(done, Lost):
                found.append(lost_week(done.item.member, done.item.key, done.item.name, request.start))
            else:
                found += done.result
            if progress is not None:
                progress(len(found), len(named))
    return Week(_squad(request, found), sum(one.failed for one in found), sum(one.usable for one in found))


def _squad(request: WeeklyRequest, found: Sequence[MemberWeek]) -> Squad:
    ordered = sorted(found, key=lambda one: _worst_first(one.member))
    members = tuple(one.member for one in ordered)
    diaries = [one.numbers.diary_days for one in members if one.numbers.diary_days is not None]
    return Squad(
        name=request.plan.name,
        start=request.start,
        end=request.start + dt.timedelta(days=6),
        label=week_label(request.start),
        as_of=request.asked.as_of,
        week_start=WEEKDAYS[request.plan.week_start],
        members=members,
        runs=sum(one.numbers.runs or 0 for one in members),
        distance_km=_total([one.numbers.distance_km for one in members]),
        flags=sum(len(one.flags) for one in members),
        since=tuple(Since(one.member.name, change, rule) for one in ordered for change, rule in one.since),
        silent=tuple(Silent(one.member.name, one.silent) for one in ordered if one.silent is not None),
        problems=request.plan.notes,
        runs_before=_sum([one.runs_before for one in found]),
        distance_km_before=_total([None if one.distance_m_before is None else one.distance_m_before / 1000 for one in found]),
        diary_days=sum(diaries),
        diary_days_of=7 * sum(one.share is not Share.NONE for one in members),
        version=__version__,
        load_model=request.asked.load_model,
        parameters=PARAMETERS,
        inputs_sha256=hashlib.sha256("\n".join(sorted(one.inputs for one in found)).encode()).hexdigest(),
    )


def _worst_first(member: Member) -> tuple[bool, int, str, str]:
    """Red flags stand above everything else, then the most pressing."""
    worst, red = member.worst, any(flag.rule in RED_FLAG_RULES for flag in member.flags)
    return (not red, _LAST_RANK if worst is None else worst.rank, member.name.casefold(), member.key)


def _total(values: Sequence[float | None]) -> float | None:
    """Of those that are known; None where none is."""
    known = [value for value in values if value is not None and not math.isnan(value)]
    return math.fsum(known) if known else None


def _sum(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _named(members: Sequence[SquadMember]) -> list[_Named]:
    """Each with a key and a name of her own: where two would have one, the folder stands beside it."""
    keys = _apart([member.athlete.id or member.folder for member in members], [member.folder for member in members])
    names = _apart([member.name for member in members], [member.folder for member in members])
    return [_Named(*one) for one in zip(members, keys, names, strict=True)]


def _apart(called: Sequence[str], folders: Sequence[str]) -> list[str]:
    often = Counter(one.casefold() for one in called)
    return [
        f"{one} ({folder.replace(chr(92), '/').rpartition('/')[2]})" if often[one.casefold()] > 1 else one
        for one, folder in zip(called, folders, strict=True)
    ]
