"""P1: pain that began 15-20 minutes into a run."""

import math

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_diary, need_runs, not_enough
from footfall.history.history import History, OnsetState, Outing
from footfall.model.diary import Onset, OnsetKind
from footfall.wording import say
from footfall.wording.numbers import counted, date, number, plain, weekday
from footfall.wording.sentence import Sentence

WINDOW_MIN = (15.0, 20.0)
"""Both ends included: the window of the question, set before looking."""

MULTIPLE = 5
"""People round to multiples of this many minutes."""


class Window:
    """Pain that began 15-20 minutes in."""

    code = "P1"
    title = Sentence("rule.P1.title")
    source = Sentence("rule.P1.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        need_runs(history)
        shown = [outing for outing in history.running if history.shows(outing.day)]
        answered = [outing for outing in shown if outing.onset.state is not OnsetState.UNKNOWN]
        if not answered:
            raise not_enough("answers", runs=counted(len(shown), "run"))
        began = [outing for outing in answered if outing.onset.state is OnsetState.AT]
        low, high = WINDOW_MIN
        findings = tuple(_finding(outing) for outing in reversed(began) if low <= stated_minute(outing) <= high)
        key, runs = ("rule.P1.quiet", began) if began else ("rule.P1.quiet.none", answered)
        return Outcome(
            findings, say(key, runs=counted(len(runs), "run")), (Evidence(say("rule.P1.evidence.onsets"), len(began)),)
        )


def stated_minute(outing: Outing) -> float:
    """The onset as written where it was written in minutes, else as read on the outing's clock; NaN without one."""
    onset = _written(outing)
    if onset is not None and onset.kind is OnsetKind.MINUTES and onset.value is not None:
        return onset.value
    return outing.onset.minute


def _written(outing: Outing) -> Onset | None:
    return None if outing.entry is None else outing.entry.onset


def _finding(outing: Outing) -> Finding:
    minute = stated_minute(outing)
    return Finding(
        rule="P1",
        title=Window.title,
        run_id=outing.run_id,
        date=outing.day,
        severity=Severity.NOTICE,
        confidence=Confidence.LOW if _rounded(outing) or _wide(outing) else Confidence.MEDIUM,
        headline=say("rule.P1.headline", weekday=weekday(outing.day), date=date(outing.day), minute=plain(round(minute, 1))),
        evidence=_evidence(outing, minute),
        suggestion=say("rule.P1.suggestion"),
        how_sure=_how_sure(outing),
        source=Window.source,
    )


def _rounded(outing: Outing) -> bool:
    """True on a multiple of five that was written as whole minutes."""
    return not outing.onset.exact and _in_minutes(outing) and stated_minute(outing) % MULTIPLE == 0


def _wide(outing: Outing) -> bool:
    """True where a coarse distance, or a clock time, leaves more open than a whole minute would."""
    return not outing.onset.exact and not _in_minutes(outing)


def _in_minutes(outing: Outing) -> bool:
    onset = _written(outing)
    return onset is not None and onset.kind is OnsetKind.MINUTES


def _how_sure(outing: Outing) -> str:
    if outing.onset.exact:
        return say("rule.P1.how-sure.exact")
    if _rounded(outing):
        return say("rule.P1.how-sure.five", low=plain(outing.onset.low), high=plain(outing.onset.high))
    if _in_minutes(outing):
        return say("rule.P1.how-sure.minute")
    return say("rule.P1.how-sure.wide", low=number(outing.onset.low, 1), high=number(outing.onset.high, 1))


def _evidence(outing: Outing, minute: float) -> tuple[Evidence, ...]:
    onset, run_id = outing.onset, outing.run_id
    span = (onset.low, onset.high)
    evidence = [Evidence(say("rule.P1.evidence.minute"), round(minute, 2), "min", run_id, span)]
    if onset.high > onset.low:
        between = say("rule.P1.evidence.between-value", low=number(onset.low, 1), high=number(onset.high, 1))
        evidence.append(Evidence(say("rule.P1.evidence.between"), between, "min", run_id, span))
    evidence += [
        Evidence(say("rule.P1.evidence.footfalls"), _rounded_or_none(onset.footfalls, 0), "", run_id),
        Evidence(
            say("rule.P1.evidence.load"),
            _rounded_or_none(onset.load, 1 if onset.load < 100 else 0),
            outing.runs[0].load.measure.unit,
            run_id,
        ),
        Evidence(say("rule.P1.evidence.distance"), _rounded_or_none(onset.distance_m / 1000, 3), "km", run_id),
        Evidence(say("rule.P1.evidence.length"), round(outing.timer_min, 1), "min", run_id),
    ]
    if outing.entry is not None and outing.entry.pain_max is not None:
        evidence.append(Evidence(say("rule.P1.evidence.pain"), outing.entry.pain_max, "", run_id))
    return tuple(evidence)


def _rounded_or_none(value: float, digits: int) -> float | None:
    return None if math.isnan(value) else round(value, digits)
