"""One athlete of a squad: her files and diary to her week, as much of it as she shares."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from footfall.config.squad import SquadMember
from footfall.errors import FootfallError, LibraryError, place_of
from footfall.findings import RULES
from footfall.findings.rule import check
from footfall.history.days import build_history
from footfall.history.history import History
from footfall.library.store import Library
from footfall.model.athlete import Share
from footfall.model.diary import Diary
from footfall.model.problem import Problem
from footfall.render.content import Content
from footfall.render.squad.content import Change, Member
from footfall.wording import say
from footfall.wording.errors import sentence
from footfall.wording.numbers import counted, date
from footfall.workflow.analyze import Check, content_of, read_diary_file
from footfall.workflow.kept_diaries import read_and_keep
from footfall.workflow.kept_findings import from_library
from footfall.workflow.measure_paths import Measurement, measure_paths
from footfall.workflow.report import measured_paths
from footfall.workflow.request import Request
from footfall.workflow.share import WholeWeek, shared
from footfall.workflow.week_flags import changes, week_flags, worth_showing
from footfall.workflow.week_numbers import entries_of, numbers, outings_of, quality, sites, spark_weeks, week_runs

_WEEK = dt.timedelta(days=7)
_MOST_NAMED = 3


@dataclass(frozen=True, eq=False)
class MemberWeek:
    """What a squad needs of one athlete, cut to what she shares.

    since       what became of her flags since the week before, by rule.
    silent      why there is too little of her; None where there is a run.
    runs_before, distance_m_before   of the week before; None where nothing is known.
    inputs      SHA-256 of her files, diary and athlete file; blank where nothing could be read.
    failed      how many files or cells could not be used.
    usable      True with a run or a diary row up to the end of the week.
    """

    member: Member
    since: tuple[tuple[Change, str], ...] = ()
    silent: str | None = None
    runs_before: int | None = None
    distance_m_before: float | None = None
    inputs: str = ""
    failed: int = 0
    usable: bool = False


def member_week(member: SquadMember, key: str, name: str, request: Request, start: dt.date, library: str | None) -> MemberWeek:
    """The week from `start`.

    key, name  by which pages know her.
    request    of her folder: `as_of` counts as today for red flags; everything else ends with the week.
    library    folder of the library; None = nothing is kept.
    """
    notes = list(member.faults)
    try:
        if library is None:
            return _read(member, key, name, request, start, notes)
        try:
            with Library.open(library) as opened:
                made = _read(member, key, name, request, start, notes, opened)
                if made.usable and {one.key: one.athlete for one in opened.athletes()}.get(member.key) != member.athlete:
                    opened.keep_athlete(member.key, member.athlete)
                return made
        except LibraryError as error:
            notes.append(say("weekly.note.not-kept", sentence=sentence(error)))
            return _read(member, key, name, request, start, notes)
    except FootfallError as error:
        notes.append(sentence(error))
    except Exception as fault:  # whatever it is, a fault of ours: it costs this athlete her numbers, named, and nobody else's
        notes.append(say("weekly.note.fault", fault=type(fault).__name__, place=place_of(fault)))
    return _nothing(member, key, name, start, notes)


def lost_week(member: SquadMember, key: str, name: str, start: dt.date) -> MemberWeek:
    """Of an athlete over whose files workers died."""
    return _nothing(member, key, name, start, (*member.faults, say("problem.worker-died")))


def _read(
    member: SquadMember,
    key: str,
    name: str,
    request: Request,
    start: dt.date,
    notes: Sequence[str],
    library: Library | None = None,
) -> MemberWeek:
    if library is None:
        found: Measurement = measure_paths(request)
        diary, problems = read_diary_file(request.diary)
        ask: Check = check
    else:
        found = measured_paths(request, library, member.key)
        diary, problems = read_and_keep(library, member.key, request.diary)
        ask = from_library(library, member.key)
    share = member.athlete.share
    end = start + _WEEK
    content = content_of(replace(request, until=end - dt.timedelta(days=1)), found, diary, problems, ask)
    history = content.history
    now = week_flags(content.findings, share, start)
    before = week_flags(ask(_until(content, diary, request, start), RULES), share, start - _WEEK)
    week = next((one for one in content.weeks if one.start == start), None)
    last = next((one for one in content.weeks if one.start == start - _WEEK and one.outings), None)
    of_diary = {None if share is not Share.NONE else member.diary}  # who shares nothing shares no slip in the diary either
    failed = [problem for problem in content.findings.problems if problem.failed and problem.path not in of_diary]
    whole = WholeWeek(
        key=key,
        name=name,
        numbers=numbers(history, week, start),
        sites=sites(history, start),
        weeks=spark_weeks(content.weeks, start),
        runs=week_runs(history, start),
        content=content,
        quality=quality(history, start),
        flags=worth_showing(now, before),
        notes=(*notes, *_told(failed, member, share)),
    )
    return MemberWeek(
        member=shared(whole, share),
        since=changes(now, before),
        silent=_silent(history, start, failed, member, share),
        runs_before=last.outings if last is not None else None,
        distance_m_before=last.distance_m if last is not None else None,
        inputs=_inputs(content, member),
        failed=len(failed) + len(member.faults),
        usable=bool(history.outings) or bool(history.entries) or bool(history.unread_flags),
    )


def _until(content: Content, diary: Diary | None, request: Request, start: dt.date) -> History:
    """What was known on the morning of `start`: the week before by the same measures, for what became of its flags."""
    runs = [run for outing in content.history.outings for run in outing.runs if run.local_date < start]
    rows = None if diary is None else _before(diary, start)
    history, _ = build_history(runs, rows, request.athlete, start, outing_gap_min=request.outing_gap_min)
    return replace(history, shown_until=start - dt.timedelta(days=1))


def _before(diary: Diary, start: dt.date) -> Diary:
    """Its rows before a day. Text under red_flags in a row without a date counts as new until it is put right."""
    entries = tuple(entry for entry in diary.entries if entry.day < start)
    unread = tuple(flag for flag in diary.unread_flags if flag.day is not None and flag.day < start)
    return replace(diary, entries=entries, unread_flags=unread)


def _silent(history: History, start: dt.date, failed: Sequence[Problem], member: SquadMember, share: Share) -> str | None:
    if outings_of(history, start):
        return None
    end = start + _WEEK
    days = [outing.day for outing in history.outings if outing.day < end]
    if days:
        last = max(days)
        said = say("weekly.silent.run", date=date(last), days=counted((end - last).days - 1, "day"))
    else:
        said = say("weekly.silent.never")
    rows = {entry.day for entry in entries_of(history, start)}
    if rows and share is not Share.NONE:
        said = say("weekly.silent.diary", silent=said, days=counted(len(rows), "day"))
    files = {problem.path for problem in failed if problem.path != member.diary}
    return say("weekly.silent.files", silent=said, files=counted(len(files), "file")) if files else said


def _told(failed: Sequence[Problem], member: SquadMember, share: Share) -> Iterator[str]:
    """Failures in a sentence for files and one for the diary: never what a cell holds, which only its writer may pass on."""
    files = sorted({problem.path for problem in failed if problem.path != member.diary})
    if files:
        names = ", ".join(Path(path).name for path in files[:_MOST_NAMED])
        if len(files) > _MOST_NAMED:
            names = say("weekly.note.files.more", names=names, more=len(files) - _MOST_NAMED)
        yield say("weekly.note.files", files=counted(len(files), "file"), names=names)
    cells = [problem for problem in failed if problem.path == member.diary]
    if not cells or share is Share.NONE:
        return
    if any(problem.where is None for problem in cells):
        yield say("weekly.note.diary-unread", path=_near(member.diary))
        return
    count = say("weekly.note.rows.one") if len(cells) == 1 else say("weekly.note.rows", count=len(cells))
    yield say("weekly.note.diary", cells=count, path=_near(member.diary))


def _near(path: str | None) -> str:
    """With its own folder alone: a page is sent on, and says nothing of the machine that it was made on."""
    return "" if path is None else "/".join(Path(path).parts[-2:])


def _inputs(content: Content, member: SquadMember) -> str:
    """Of the bytes of every run file that counted and of what was told beside them, but for a diary that is not shared."""
    whole = hashlib.sha256()
    for sha in sorted({file.sha256 for run in content.runs for file in run.files}):
        whole.update(sha.encode())
    for path in (None if member.athlete.share is Share.NONE else member.diary, member.path):
        if path is not None and Path(path).is_file():
            whole.update(hashlib.sha256(Path(path).read_bytes()).digest())
    return whole.hexdigest()


def _nothing(member: SquadMember, key: str, name: str, start: dt.date, notes: Sequence[str]) -> MemberWeek:
    """Of an athlete over whose files the work broke off: the notes, and no number."""
    history, _ = build_history((), None, member.athlete, start)
    whole = WholeWeek(
        key, name, numbers(history, None, start), (), spark_weeks((), start), (), None, quality(history, start), (), notes
    )
    return MemberWeek(shared(whole, member.athlete.share), silent=say("weekly.silent.never"), failed=1)
