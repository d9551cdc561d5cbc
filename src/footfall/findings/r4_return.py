"""R4: coming back after two weeks or more without a run."""

import datetime as dt
from dataclasses import dataclass

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_runs, not_enough
from footfall.findings.r2_footfalls_load import footfall_step
from footfall.findings.ramp_steps import ramp_steps
from footfall.findings.spikes import WINDOW
from footfall.history.history import History, Outing
from footfall.history.recorded import silent_days
from footfall.wording import say
from footfall.wording.numbers import counted, date, weekday
from footfall.wording.sentence import Sentence

LAY_OFF = dt.timedelta(days=14)
"""From so long on without a run it is a lay-off. Ours: two weeks, as in "worse despite two weeks off" (F4)."""

DAYS_OFF = "days-off"
"""Key of the evidence that says how long the lay-off was."""

LATELY = dt.timedelta(days=30)
"""A return before that is history: what to do on coming back is no longer the question."""


@dataclass(frozen=True, eq=False)
class _Return:
    """The first outing after a lay-off, and the last one before it.

    off       from start to start.
    longest   the longest of the 30 days before the lay-off whose distance can be believed; None where there is none.
    """

    first: Outing
    last: Outing
    longest: Outing | None

    @property
    def off(self) -> dt.timedelta:
        return self.first.start - self.last.start


class Return:
    """Return after a lay-off."""

    code = "R4"
    title = Sentence("rule.R4.title")
    source = Sentence("rule.R4.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_runs(history)
        if len(history.running) < 2:
            raise not_enough("returns", date=date(history.running[0].day))
        shown = _shown(history)
        counts = (Evidence(say("rule.R4.evidence.lay-offs"), len(shown)),)
        if not _lately(history, shown):
            return Outcome((), _quiet(history, shown), counts)
        if named_return(history) is None:
            day, days = date(shown[-1].first.day), counted(shown[-1].off.days, "day")
            return Outcome((), say("rule.R4.quiet.named", date=day, days=days), counts)
        return Outcome((_finding(history, shown[-1]),), _quiet(history, shown), counts)


def named_return(history: History) -> Outing | None:
    """The outing that R4 names; None where there is no return lately, or R1 or R2 names it."""
    shown = _shown(history)
    if not _lately(history, shown):
        return None
    first, ramps = shown[-1].first, ramp_steps(history)
    return None if first in ramps.by_distance or footfall_step(ramps, first) is not None else first


def _shown(history: History) -> list[_Return]:
    """Every return on a day that is shown, the oldest first."""
    return [each for each in _returns(history) if history.shows(each.first.day)]


def _lately(history: History, shown: list[_Return]) -> bool:
    return bool(shown) and _today(history) - shown[-1].first.day <= LATELY


def _today(history: History) -> dt.date:
    return history.as_of if history.shown_until is None else min(history.as_of, history.shown_until)


def _returns(history: History) -> list[_Return]:
    """Every return, the oldest first."""
    running = history.running
    gaps = [at for at in range(1, len(running)) if running[at].start - running[at - 1].start >= LAY_OFF]
    return [_Return(running[at], running[at - 1], _longest_before(history, at)) for at in gaps]


def _longest_before(history: History, at: int) -> Outing | None:
    running = history.running
    longest: Outing | None = None
    most = 0.0
    for outing in reversed(running[:at]):
        if running[at - 1].start - outing.start > WINDOW:
            break
        metres = history.believed_m(outing)
        if metres is not None and metres > most:
            longest, most = outing, metres
    return longest


def _finding(history: History, found: _Return) -> Finding:
    no_baseline = found.off > WINDOW
    rows = sum(bool(day.entries) for day in history.days if found.last.day < day.date < found.first.day)
    silent = any(found.last.day < day < found.first.day for day in silent_days(history))
    return Finding(
        rule="R4",
        title=Return.title,
        run_id=found.first.run_id,
        date=found.first.day,
        severity=Severity.NOTICE if no_baseline else Severity.INFO,
        confidence=Confidence.LOW if silent else Confidence.MEDIUM,
        headline=say(
            "rule.R4.headline",
            weekday=weekday(found.first.day),
            date=date(found.first.day),
            days=counted(found.off.days, "day"),
        ),
        evidence=_evidence(history, found, rows),
        suggestion=say("rule.R4.suggestion"),
        how_sure=" ".join(
            (say(f"rule.R4.how-sure.{'silent' if silent else 'lived'}"), say("rule.R4.how-sure"))
            + ((say("rule.R4.no-baseline"),) if no_baseline else ())
        ),
        source=Return.source,
    )


def _evidence(history: History, found: _Return, rows: int) -> tuple[Evidence, ...]:
    evidence = [
        Evidence(say("rule.R4.evidence.days", date=date(found.last.day)), found.off.days, "days", key=DAYS_OFF),
        Evidence(say("rule.R4.evidence.rows"), rows),
    ]
    for label, outing in (
        (say("rule.R4.evidence.first"), found.first),
        ("" if found.longest is None else say("rule.R4.evidence.longest", date=date(found.longest.day)), found.longest),
    ):
        metres = None if outing is None else history.believed_m(outing)
        if outing is not None and metres is not None:
            evidence.append(Evidence(label, round(metres / 1000, 3), "km", outing.run_id))
    since = sum(outing.start > found.first.start for outing in history.running)
    return (*evidence, Evidence(say("rule.R4.evidence.since"), since))


def _quiet(history: History, shown: list[_Return]) -> str:
    last, today = history.running[-1], _today(history)
    if today - last.day >= LAY_OFF:
        return say("rule.R4.quiet.off", date=date(last.day), days=counted((today - last.day).days, "day"))
    if not shown:
        return say("rule.R4.quiet.none")
    latest = shown[-1]
    return say("rule.R4.quiet", date=date(latest.first.day), days=counted(latest.off.days, "day"))
