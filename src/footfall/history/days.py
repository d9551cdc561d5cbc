"""Building a history: runs and diary rows on a calendar that leaves no day out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from footfall.history.blanks import fill_blanks
from footfall.history.history import Day, History, Outing
from footfall.history.matching import match
from footfall.history.mismatch import MatchProblem
from footfall.history.one_clock import on_one_clock
from footfall.history.outings import group_runs, one_per_time
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, DiaryEntry, UnreadFlag
from footfall.model.summary import RunSummary

FAR_APART = dt.timedelta(days=60)
"""A diary and runs further apart than this are of different times, most often by a slip in the year."""


def build_history(
    runs: Sequence[RunSummary],
    diary: Diary | None,
    athlete: Athlete,
    as_of: dt.date,
    *,
    outing_gap_min: float = 15.0,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> tuple[History, tuple[MatchProblem, ...]]:
    """Everything known of one runner up to `as_of`.

    runs    on foot and running, in any order; walks and hikes are left out by whoever calls, unless they are asked for.
    diary   None when there is none.
    since, until   what is shown; the history itself reaches back to the first run or row.
    Returns  the history, and what could not be placed in it: rows, onsets, and what lies after `as_of`.
    """
    past_runs = on_one_clock(run for run in runs if run.local_date <= as_of)
    entries = () if diary is None else diary.entries
    past_entries = sorted((entry for entry in entries if entry.day <= as_of), key=lambda entry: (entry.day, entry.source_line))
    kept, doubles = one_per_time(past_runs)
    stray = _strays(kept, past_entries)
    placed = [entry for entry in past_entries if entry not in stray]
    matches = match(group_runs(kept, outing_gap_min), placed)
    outings, placed = fill_blanks(matches.outings, placed)
    twice = tuple(
        MatchProblem("same-time", left_out.files[0].path, values={"other": stayed.files[0].path}) for left_out, stayed in doubles
    )
    apart = _no_time_in_common(past_runs, past_entries) or tuple(_stray_row(entry, kept) for entry in stray)
    problems = (*_after(as_of, runs, entries), *apart, *twice, *matches.problems)
    history = History(
        _calendar(outings, placed, as_of),
        athlete,
        as_of,
        diary is not None,
        () if diary is None else (*diary.unread_flags, *_flags_to_come(entries, as_of)),
        since,
        until,
        stray,
        problems,
    )
    return history, problems


def _calendar(outings: Sequence[Outing], entries: Sequence[DiaryEntry], as_of: dt.date) -> tuple[Day, ...]:
    outings_on, entries_on = defaultdict(list), defaultdict(list)
    for outing in outings:
        outings_on[outing.day].append(outing)
    for entry in entries:
        entries_on[entry.day].append(entry)
    first = min((*outings_on, *entries_on), default=None)
    if first is None:
        return ()
    dates = (first + dt.timedelta(days=step) for step in range((as_of - first).days + 1))
    return tuple(Day(date, tuple(outings_on.get(date, ())), tuple(entries_on.get(date, ()))) for date in dates)


def _strays(runs: Sequence[RunSummary], entries: Sequence[DiaryEntry]) -> tuple[DiaryEntry, ...]:
    """Rows that lie far before every run and far from every other row: 2006 typed for 2026 would make a thousand weeks.

    runs, entries   each by day. Without a run there is nothing to tell a slip by.
    """
    if not runs:
        return ()
    days = [entry.day for entry in entries]
    first_run = min(run.local_date for run in runs)
    alone = [
        first_run - day > FAR_APART and all(abs(day - other) > FAR_APART for other in (*days[:at][-1:], *days[at + 1 :][:1]))
        for at, day in enumerate(days)
    ]
    begin = min((day for day, stray in zip(days, alone, strict=True) if not stray), default=first_run)
    return tuple(entry for entry, stray in zip(entries, alone, strict=True) if stray and entry.day < min(begin, first_run))


def _stray_row(entry: DiaryEntry, runs: Sequence[RunSummary]) -> MatchProblem:
    values: dict[str, object] = {"day": entry.day, "first_run": min(run.local_date for run in runs)}
    if not entry.red_flags:
        return MatchProblem("other-period", entry.path, entry, "date", "row", values)
    return MatchProblem("other-period", entry.path, entry, "date", "flag", {**values, "codes": sorted(entry.red_flags)})


def _after(as_of: dt.date, runs: Sequence[RunSummary], entries: Sequence[DiaryEntry]) -> tuple[MatchProblem, ...]:
    """What lies after the day that counts as today: counted, and a red flag among it by its row."""
    problems = []
    late_runs = [run for run in runs if run.local_date > as_of]
    late_entries = [entry for entry in entries if entry.day > as_of]
    if late_runs:
        values: dict[str, object] = {"count": len(late_runs), "as_of": as_of}
        problems.append(MatchProblem("after-as-of", late_runs[0].files[0].path, detail="runs", values=values))
    if late_entries:
        values = {"count": len(late_entries), "as_of": as_of}
        problems.append(MatchProblem("after-as-of", late_entries[0].path, detail="rows", values=values))
    for entry in late_entries:
        if entry.red_flags:
            values = {"day": entry.day, "as_of": as_of, "codes": sorted(entry.red_flags)}
            problems.append(MatchProblem("after-as-of", entry.path, entry, "red_flags", "flag", values))
    return tuple(problems)


def _flags_to_come(entries: Sequence[DiaryEntry], as_of: dt.date) -> tuple[UnreadFlag, ...]:
    """Red flags in rows dated after today: the date may be a slip, so they are asked about at once and never wait for it."""
    return tuple(
        UnreadFlag(entry.path, entry.source_line, entry.day, code)
        for entry in entries
        if entry.day > as_of
        for code in (*sorted(entry.red_flags), *entry.unread_red_flags)
    )


def _no_time_in_common(runs: Sequence[RunSummary], entries: Sequence[DiaryEntry]) -> tuple[MatchProblem, ...]:
    """A diary of another year than the runs: nothing in it can go to a run."""
    if not runs or not entries:
        return ()
    days, rows = sorted(run.local_date for run in runs), [entry.day for entry in entries]
    if rows[0] <= days[-1] + FAR_APART and days[0] <= rows[-1] + FAR_APART:
        return ()
    values = {"first_row": rows[0], "last_row": rows[-1], "first_run": days[0], "last_run": days[-1]}
    return (MatchProblem("other-period", entries[0].path, values=values),)
