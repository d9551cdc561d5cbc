"""P6: pain that shoots or goes below the knee; with numbness it asks for the signs of a weak leg."""

import datetime as dt

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.flag_signs import WALKING
from footfall.findings.leg_pain import LegDay, leg_days
from footfall.findings.need import need_diary, not_enough
from footfall.findings.red_flags import any_open, open_signs
from footfall.history.history import History
from footfall.model.diary import Tier
from footfall.wording import say
from footfall.wording.numbers import counted, date, number
from footfall.wording.sentence import Sentence

TOLD_FOR = dt.timedelta(days=60)
"""Days longer ago are not told of: F4 keeps what lasted, until it is resolved."""


class BelowKnee:
    """Shooting, electric, or below the knee."""

    code = "P6"
    title = Sentence("rule.P6.title")
    source = Sentence("rule.P6.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        since = history.as_of - TOLD_FOR
        rows = [entry for entry in history.entries if entry.day >= since and history.shows(entry.day)]
        told = [entry for entry in rows if entry.sites or entry.qualities]
        if not told:
            raise not_enough("sites", rows=counted(len({entry.day for entry in rows}), "diary day"), days=number(TOLD_FOR.days))
        days = len({entry.day for entry in told})
        found = [day for day in leg_days(history) if day.day >= since and history.shows(day.day)]
        resolved = [entry.day for entry in rows if entry.red_flags_resolved]
        key, values = ("rule.P6.quiet", {}) if not resolved else ("rule.P6.quiet.resolved", {"date": date(max(resolved))})
        quiet = say(key, days=counted(days, "diary day"), **values)
        return Outcome((_finding(history, found, days),) if found else (), quiet)


def _finding(history: History, found: list[LegDay], days: int) -> Finding:
    numb = [day for day in found if day.numb]
    asks = bool(numb) and not _weak_leg_open(history)
    suggestion = [say("rule.P6.suggestion")]
    if asks:
        suggestion.append(say("rule.P6.question.flags-open" if any_open(history) else "rule.P6.question", help=say("help.F2")))
    evidence = [
        Evidence(say("rule.P6.evidence.days"), len(found)),
        Evidence(say("rule.P6.evidence.told"), days),
        Evidence(say("rule.P6.evidence.shooting"), sum(day.shooting for day in found)),
        Evidence(say("rule.P6.evidence.below"), sum(day.below_knee for day in found)),
        Evidence(say("rule.P6.evidence.numb"), len(numb)),
        Evidence(say("rule.P6.evidence.first"), date(found[0].day)),
        Evidence(say("rule.P6.evidence.last"), date(found[-1].day)),
    ]
    if asks:
        evidence += [_definition(code) for code in sorted(WALKING)]
    return Finding(
        rule="P6",
        title=BelowKnee.title,
        run_id=None,
        date=found[-1].day,
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        headline=say(
            "rule.P6.headline.numb" if numb else "rule.P6.headline",
            found=number(len(found)),
            days=counted(days, "diary day"),
            numb=number(len(numb)),
        ),
        evidence=tuple(evidence),
        suggestion=" ".join(suggestion),
        how_sure=say("rule.P6.how-sure"),
        source=BelowKnee.source,
        asks=asks,
    )


def _definition(code: str) -> Evidence:
    return Evidence(say(f"flag.{code}.name"), say("evidence.list-item", code=code, means=say(f"flag.{code}.means")))


def _weak_leg_open(history: History) -> bool:
    """True where the question is answered already: the flag speaks for itself."""
    return any(sign.code in WALKING for tier in (Tier.F1, Tier.F2) for sign in open_signs(history, tier))
