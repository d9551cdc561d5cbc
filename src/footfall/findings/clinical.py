"""What a clinician asks of a runner's diary and runs, in numbers: the last weeks shown, and totals of what lies before."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from footfall.findings.clinical_flags import FlagRecord, flag_record
from footfall.findings.clinical_pain import Mornings, Onsets, Settling, Words, mornings, onsets, settling, words
from footfall.findings.clinical_training import Training, training
from footfall.findings.finding import Findings
from footfall.findings.tolerance import MIN_ONSETS, Tolerance, tolerance
from footfall.findings.tolerance_trend import Change, change
from footfall.history.history import History, Outing
from footfall.history.recorded import silent_days
from footfall.history.weeks import Week, first_day

WEEKS = 12
"""Calendar weeks of which the page tells everything, a choice of ours: one page holds no more. The rest is told in totals."""


@dataclass(frozen=True, eq=False)
class Totals:
    """Of the days from `first` to `last`, both included.

    days          how many of the calendar.       rows   of them with a diary row.
    runs          outings.                        distance_m  of those whose distance is known, `with_distance` of them.
    began, free   outings in which pain began, and that stayed free of it.    median  pain-free minutes, NaN without a curve.
    """

    first: dt.date
    last: dt.date
    days: int
    rows: int
    runs: int
    distance_m: float
    with_distance: int
    began: int
    free: int
    median: float


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded, and what was not, in the weeks that the page tells of.

    runs       outings.         recorded_cadence  of their files, how many have a cadence of their own, of `files`.
    answered   outings of whose pain something is known or said, of `asked` since the first diary row.
    silent     days in stretches of 7 or more with neither a run nor a row.
    doubtful   outings whose distance cannot be what was run, or is not known.
    since      days from the last run or row to the day that counts as today.
    """

    runs: int
    files: int
    recorded_cadence: int
    answered: int
    asked: int
    silent: int
    doubtful: int
    since: int


@dataclass(frozen=True, eq=False)
class ClinicalSummary:
    """All numbers of the clinician's page.

    now      totals of the weeks told; None where neither a run nor a row is shown.    before   of what is shown before them.
    weeks    calendar weeks told.      outings    those of them that tell how long the back stayed free of pain, by day.
    change   what the dates say of the pain-free minutes, over all that is shown; None below `needed` onsets and 16 weeks.
    """

    has_diary: bool
    flags: FlagRecord
    now: Totals | None
    before: Totals | None
    weeks: tuple[Week, ...]
    tolerance: Tolerance | None
    words: Words
    onsets: Onsets
    settling: Settling
    mornings: Mornings
    change: Change | None
    training: Training | None
    recorded: Recorded
    needed: int = MIN_ONSETS


def clinical_summary(history: History, findings: Findings, weeks: Sequence[Week]) -> ClinicalSummary:
    """Of one runner.

    weeks   calendar weeks shown, oldest first.
    """
    active = [day.date for day in history.days if history.shows(day.date) and (day.outings or day.entries)]
    last = active[-1] if active else history.as_of
    start = first_day(last, history.athlete.week_start) - dt.timedelta(weeks=WEEKS - 1)
    first = max(start, active[0]) if active else last
    told = replace(history, shown_since=first, shown_until=last)
    found = tolerance(told)
    entries = [entry for entry in told.entries if told.shows(entry.day)]
    return ClinicalSummary(
        has_diary=history.has_diary,
        flags=flag_record(history, findings),
        now=_totals(history, first, last) if active else None,
        before=_totals(history, active[0], first - dt.timedelta(days=1)) if active and active[0] < first else None,
        weeks=tuple(week for week in weeks if start <= week.start <= last),
        tolerance=found if history.has_diary else None,
        words=words(entries),
        onsets=onsets(found),
        settling=settling([each.entry for each in told.running if each.entry is not None and told.shows(each.day)]),
        mornings=mornings(told, entries),
        change=change(tolerance(history)) if history.has_diary else None,
        training=training(history, first, last),
        recorded=_recorded(told, found, last, active=bool(active)),
    )


def _totals(history: History, first: dt.date, last: dt.date) -> Totals:
    days = [day for day in history.days if first <= day.date <= last]
    outings = [outing for day in days for outing in day.outings]
    known = [outing.distance_m for outing in outings if outing.distance_m is not None]
    found = tolerance(replace(history, shown_since=first, shown_until=last))
    return Totals(
        first=first,
        last=last,
        days=(last - first).days + 1,
        rows=sum(bool(day.entries) for day in days),
        runs=len(outings),
        distance_m=math.fsum(known),
        with_distance=len(known),
        began=len(found.events),
        free=len(found.free),
        median=math.nan if found.curve is None else found.curve.median,
    )


def _recorded(told: History, found: Tolerance, last: dt.date, *, active: bool) -> Recorded:
    outings: list[Outing] = [outing for outing in told.outings if told.shows(outing.day)]
    files = [run for outing in outings for run in outing.runs]
    return Recorded(
        runs=len(outings),
        files=len(files),
        recorded_cadence=sum(run.cadence.known and run.cadence.source in ("recorded", "footpod") for run in files),
        answered=found.answered,
        asked=found.outings,
        silent=sum(told.shows(day) for day in silent_days(told)),
        doubtful=sum(told.believed_m(outing) is None for outing in outings),
        since=(told.as_of - last).days if active else 0,
    )
