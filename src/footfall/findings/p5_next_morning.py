"""P5: pain that is worst the next morning, with the minutes of morning stiffness."""

from collections.abc import Sequence

import numpy as np

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_diary, not_enough
from footfall.history.day_pain import PAIN, in_the_day
from footfall.history.history import History
from footfall.model.diary import DiaryEntry
from footfall.wording import say
from footfall.wording.numbers import counted, date, number, plain
from footfall.wording.sentence import Sentence

WORSE_BY = 1.0
"""The next morning is the worst when it stands at least so many points above all else of the row."""

MIN_ROWS = 3
SURER_ROWS = 8


class NextMorning:
    """Worst the next morning."""

    code = "P5"
    title = Sentence("rule.P5.title")
    source = Sentence("rule.P5.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        shown = [entry for entry in history.entries if history.shows(entry.day) and entry.about_the_back]
        told = [entry for entry in shown if entry.pain_next_morning is not None and in_the_day(entry) and _worst(entry) >= PAIN]
        if len(told) < MIN_ROWS:
            raise not_enough("mornings", told=counted(len(told), "row"), needed=MIN_ROWS)
        worst = [entry for entry in told if _morning(entry) >= max(in_the_day(entry)) + WORSE_BY]
        stiff = [entry.morning_stiffness_min for entry in shown if entry.morning_stiffness_min is not None]
        evidence = _evidence(told, worst, stiff)
        counts = {"worst": number(len(worst)), "told": counted(len(told), "diary day")}
        findings = (_finding(told, worst, stiff, evidence),) if len(worst) >= MIN_ROWS and 2 * len(worst) > len(told) else ()
        return Outcome(findings, say("rule.P5.quiet", **counts), evidence)


def _morning(entry: DiaryEntry) -> float:
    assert entry.pain_next_morning is not None
    return entry.pain_next_morning


def _worst(entry: DiaryEntry) -> float:
    return max(*in_the_day(entry), _morning(entry))


def _evidence(told: Sequence[DiaryEntry], worst: Sequence[DiaryEntry], stiff: Sequence[float]) -> tuple[Evidence, ...]:
    above = [_morning(entry) - max(in_the_day(entry)) for entry in told]
    evidence = [
        Evidence(say("rule.P5.evidence.told"), len(told)),
        Evidence(say("rule.P5.evidence.worst"), len(worst)),
        Evidence(say("rule.P5.evidence.above"), float(np.median(above))),
    ]
    if stiff:
        evidence += [
            Evidence(say("rule.P5.evidence.stiff"), len(stiff)),
            Evidence(say("rule.P5.evidence.stiff-median"), float(np.median(stiff)), "min"),
            Evidence(say("rule.P5.evidence.stiff-longest"), float(max(stiff)), "min"),
        ]
    return tuple(evidence)


def _finding(
    told: Sequence[DiaryEntry], worst: Sequence[DiaryEntry], stiff: Sequence[float], evidence: tuple[Evidence, ...]
) -> Finding:
    headline = say("rule.P5.headline", worst=number(len(worst)), told=counted(len(told), "diary day"))
    if stiff:
        minutes = plain(float(np.median(stiff)))
        headline = say("rule.P5.headline.stiff", headline=headline, minutes=minutes, mornings=number(len(stiff)))
    return Finding(
        rule="P5",
        title=NextMorning.title,
        run_id=None,
        date=worst[-1].day,
        severity=Severity.NOTICE,
        confidence=Confidence.MEDIUM if len(told) >= SURER_ROWS else Confidence.LOW,
        headline=headline,
        evidence=evidence,
        suggestion=say("rule.P5.suggestion"),
        how_sure=say("rule.P5.how-sure", first=date(told[0].day), last=date(told[-1].day)),
        source=NextMorning.source,
    )
