"""F4: signs that ask for an appointment: ticked; mornings stiff over months; pain down the leg that comes again; that lasts."""

import datetime as dt

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.lasting import Spell, beyond_six_weeks
from footfall.findings.leg_pain import LegDay, lasting_leg_pain
from footfall.findings.morning_stiffness import long_stiffness
from footfall.findings.red_flags import flag_findings, need_flag_rows, quiet
from footfall.history.history import History
from footfall.model.diary import DiaryEntry, Tier
from footfall.wording import say
from footfall.wording.numbers import date
from footfall.wording.sentence import Sentence


class Appointment:
    """Red flag: appointment."""

    code = "F4"
    title = Sentence("rule.F4.title")
    source = Sentence("rule.F4.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_flag_rows(history)
        findings = flag_findings(history, Tier.F4)
        stiff = long_stiffness(history)
        if stiff:
            findings = (*findings, _stiff_mornings(stiff))
        legs = lasting_leg_pain(history)
        if legs:
            findings = (*findings, _down_the_leg(legs))
        spell = beyond_six_weeks(history)
        if spell is not None:
            findings = (*findings, _lasting(spell))
        return Outcome(findings, quiet(history, Tier.F4))


def _stiff_mornings(stiff: tuple[DiaryEntry, ...]) -> Finding:
    evidence = (
        Evidence(say("evidence.stiff-mornings"), len(stiff)),
        Evidence(say("evidence.stiff-since"), date(stiff[0].day)),
        Evidence(say("evidence.stiff-until"), date(stiff[-1].day)),
    )
    return _unticked("stiffness", stiff[-1].day, evidence)


def _down_the_leg(legs: tuple[LegDay, ...]) -> Finding:
    evidence = (
        Evidence(say("rule.P6.evidence.days"), len(legs)),
        Evidence(say("rule.P6.evidence.shooting"), sum(day.shooting for day in legs)),
        Evidence(say("rule.P6.evidence.below"), sum(day.below_knee for day in legs)),
        Evidence(say("rule.P6.evidence.numb"), sum(day.numb for day in legs)),
        Evidence(say("rule.P6.evidence.first"), date(legs[0].day)),
        Evidence(say("rule.P6.evidence.last"), date(legs[-1].day)),
    )
    return _unticked("leg", legs[-1].day, evidence)


def _lasting(spell: Spell) -> Finding:
    evidence = (
        Evidence(say("rule.P8.evidence.pain"), spell.pain),
        Evidence(say("rule.P8.evidence.told"), spell.told),
        Evidence(say("rule.P8.evidence.first"), date(spell.first)),
        Evidence(say("rule.P8.evidence.last"), date(spell.last)),
    )
    return _unticked("lasting", spell.last, evidence)


def _unticked(what: str, day: dt.date, evidence: tuple[Evidence, ...]) -> Finding:
    """What the rows say without a tick."""
    return Finding(
        rule=Tier.F4,
        title=say("rule.F4.title"),
        run_id=None,
        date=day,
        severity=Severity.NOTICE,
        confidence=Confidence.MEDIUM,
        headline=say(f"rule.F4.{what}.headline"),
        evidence=evidence,
        suggestion=say(f"rule.F4.{what}.suggestion"),
        how_sure=say(f"rule.F4.{what}.how-sure"),
        source=say("rule.F4.source"),
    )
