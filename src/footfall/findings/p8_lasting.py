"""P8: pain on most diary days for more than two weeks, or six."""

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.lasting import WEEKS_2, WEEKS_6, Spell, current_spell
from footfall.findings.need import need_diary, not_enough
from footfall.history.day_pain import pain_by_day
from footfall.history.history import History
from footfall.wording import say
from footfall.wording.numbers import counted, date, number
from footfall.wording.sentence import Sentence

WEEK = 7


class Lasting:
    """Pain that lasts."""

    code = "P8"
    title = Sentence("rule.P8.title")
    source = Sentence("rule.P8.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        told = [day.date for day, pain in zip(history.days, pain_by_day(history), strict=True) if pain == pain]
        if not told or told[-1] - told[0] < WEEKS_2:
            raise not_enough("lasting", told=counted(len(told), "diary day"))
        spell = current_spell(history)
        if spell is None:
            return Outcome((), say("rule.P8.quiet.none", told=counted(len(told), "diary day")))
        if not spell.lasts or not history.shows(spell.last):
            return Outcome((), say("rule.P8.quiet", **_told(spell)), _evidence(spell))
        return Outcome((_finding(spell),), say("rule.P8.quiet", **_told(spell)))


def _told(spell: Spell) -> dict[str, str]:
    return {
        "pain": number(spell.pain),
        "told": counted(spell.told, "diary day"),
        "first": date(spell.first),
        "last": date(spell.last),
        "weeks": number(spell.length.days // WEEK),
    }


def _finding(spell: Spell) -> Finding:
    beyond = spell.length > WEEKS_6
    severity = Severity.WARNING if beyond and not spell.known else Severity.INFO
    return Finding(
        rule="P8",
        title=Lasting.title,
        run_id=None,
        date=spell.last,
        severity=severity,
        confidence=Confidence.MEDIUM,
        headline=say("rule.P8.headline.six" if beyond else "rule.P8.headline.two", **_told(spell)),
        evidence=_evidence(spell),
        suggestion=say(_advice(spell, beyond=beyond), help=say("help.F4")),
        how_sure=say("rule.P8.how-sure"),
        source=Lasting.source,
    )


def _advice(spell: Spell, *, beyond: bool) -> str:
    if not beyond:
        return "rule.P8.suggestion.two"
    return "rule.P8.suggestion.known" if spell.known else "rule.P8.suggestion.six"


def _evidence(spell: Spell) -> tuple[Evidence, ...]:
    return (
        Evidence(say("rule.P8.evidence.pain"), spell.pain),
        Evidence(say("rule.P8.evidence.told"), spell.told),
        Evidence(say("rule.P8.evidence.first"), date(spell.first)),
        Evidence(say("rule.P8.evidence.last"), date(spell.last)),
        Evidence(say("rule.P8.evidence.days"), spell.length.days + 1, "days"),
    )
