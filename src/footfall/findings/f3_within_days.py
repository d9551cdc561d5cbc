"""F3: signs that should be seen within days, and new back pain at an age at which it is looked at sooner."""

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.new_back_pain import new_back_pain
from footfall.findings.red_flags import flag_findings, need_flag_rows, quiet
from footfall.history.history import History
from footfall.model.diary import DiaryEntry, Tier
from footfall.wording import say
from footfall.wording.numbers import date
from footfall.wording.sentence import Sentence


class WithinDays:
    """Red flag: within days."""

    code = "F3"
    title = Sentence("rule.F3.title")
    source = Sentence("rule.F3.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_flag_rows(history)
        findings = flag_findings(history, Tier.F3)
        first = new_back_pain(history)
        if first is not None:
            findings = (*findings, _at_your_age(history, first))
        return Outcome(findings, quiet(history, Tier.F3))


def _at_your_age(history: History, first: DiaryEntry) -> Finding:
    before = [entry for entry in history.entries if (entry.day, entry.source_line) < (first.day, first.source_line)]
    return Finding(
        rule=Tier.F3,
        title=say("rule.F3.title"),
        run_id=None,
        date=first.day,
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM if before else Confidence.LOW,  # pain may be older than the diary
        headline=say("rule.F3.age.headline"),
        evidence=(
            Evidence(say("evidence.first-back-pain"), date(first.day)),
            Evidence(say("evidence.earlier-rows"), len(before)),
            Evidence(say("evidence.birth-year"), str(history.athlete.birth_year)),
        ),
        suggestion=say("rule.F3.age.suggestion"),
        how_sure=say("rule.F3.age.how-sure"),
        source=say("rule.F3.source"),
    )
