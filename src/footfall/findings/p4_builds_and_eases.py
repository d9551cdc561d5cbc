"""P4: pain that builds during the run and eases when stopping."""

from collections.abc import Sequence

import numpy as np

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_diary, not_enough
from footfall.history.day_pain import PAIN
from footfall.history.history import History
from footfall.model.diary import DiaryEntry, OnsetKind
from footfall.wording import say
from footfall.wording.numbers import counted, date, number, plain
from footfall.wording.sentence import Sentence

EASED_MIN = 30.0
"""Eased within so many minutes counts as easing when stopping; a choice of ours, for the descriptions give no figure."""

MIN_ROWS = 3
SURER_ROWS = 8


class BuildsAndEases:
    """Builds, and eases when stopping."""

    code = "P4"
    title = Sentence("rule.P4.title")
    source = Sentence("rule.P4.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        painful = [entry for entry in history.entries if history.shows(entry.day) and _hurt(entry)]
        told = [entry for entry in painful if entry.builds is not None and entry.eased_after_min is not None]
        both = [entry for entry in told if entry.builds and _eased(entry)]
        if len(told) < MIN_ROWS:
            # What did not build cannot do both, whether or not its easing is written.
            raise not_enough("builds", painful=counted(len(painful), "run"), told=number(len(told)), needed=MIN_ROWS)
        evidence = _evidence(painful, told, both)
        counts = {"both": number(len(both)), "told": counted(len(told), "run"), "minutes": plain(EASED_MIN)}
        findings = (_finding(told, both, evidence, counts),) if len(both) >= MIN_ROWS and 2 * len(both) > len(told) else ()
        return Outcome(findings, say("rule.P4.quiet", **counts), evidence)


def _hurt(entry: DiaryEntry) -> bool:
    """True for a row about a run in which the back hurt."""
    if not entry.about_the_back:
        return False
    began = entry.onset is not None and entry.onset.kind is not OnsetKind.NONE
    return began or (entry.pain_max is not None and entry.pain_max >= PAIN)


def _eased(entry: DiaryEntry) -> bool:
    return entry.eased_after_min is not None and entry.eased_after_min <= EASED_MIN


def _evidence(painful: Sequence[DiaryEntry], told: Sequence[DiaryEntry], both: Sequence[DiaryEntry]) -> tuple[Evidence, ...]:
    eased = [entry.eased_after_min for entry in told if entry.eased_after_min is not None]
    return (
        Evidence(say("rule.P4.evidence.painful"), len(painful)),
        Evidence(say("rule.P4.evidence.told"), len(told)),
        Evidence(say("rule.P4.evidence.builds"), sum(entry.builds is True for entry in told)),
        Evidence(say("rule.P4.evidence.eased", minutes=plain(EASED_MIN)), sum(map(_eased, told))),
        Evidence(say("rule.P4.evidence.both"), len(both)),
        Evidence(say("rule.P4.evidence.median"), float(np.median(eased)), "min"),
        Evidence(say("rule.P4.evidence.longest"), max(eased), "min"),
    )


def _finding(
    told: Sequence[DiaryEntry], both: Sequence[DiaryEntry], evidence: tuple[Evidence, ...], counts: dict[str, str]
) -> Finding:
    return Finding(
        rule="P4",
        title=BuildsAndEases.title,
        run_id=None,
        date=both[-1].day,
        severity=Severity.NOTICE,
        confidence=Confidence.MEDIUM if len(told) >= SURER_ROWS else Confidence.LOW,
        headline=say("rule.P4.headline", **counts),
        evidence=evidence,
        suggestion=say("rule.P4.suggestion"),
        how_sure=say("rule.P4.how-sure", first=date(told[0].day), last=date(told[-1].day)),
        source=BuildsAndEases.source,
    )
