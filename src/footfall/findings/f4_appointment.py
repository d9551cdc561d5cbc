"""F4: signs that ask for an appointment, and mornings that stay stiff over months."""

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.morning_stiffness import long_stiffness
from footfall.findings.red_flags import flag_findings, need_flag_rows, quiet
from footfall.history.history import History
from footfall.model.diary import DiaryEntry, Tier
from footfall.wording import say
from footfall.wording.numbers import date


class Appointment:
    """Red flag: appointment."""

    code = "F4"
    title = say("rule.F4.title")
    source = say("rule.F4.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_flag_rows(history)
        findings = flag_findings(history, Tier.F4)
        stiff = long_stiffness(history)
        if stiff:
            findings = (*findings, _stiff_mornings(stiff))
        return Outcome(findings, quiet(history, Tier.F4))


def _stiff_mornings(stiff: tuple[DiaryEntry, ...]) -> Finding:
    return Finding(
        rule=Tier.F4,
        title=say("rule.F4.title"),
        run_id=None,
        date=stiff[-1].day,
        severity=Severity.NOTICE,
        confidence=Confidence.MEDIUM,
        headline=say("rule.F4.stiffness.headline"),
        evidence=(
            Evidence(say("evidence.stiff-mornings"), len(stiff)),
            Evidence(say("evidence.stiff-since"), date(stiff[0].day)),
            Evidence(say("evidence.stiff-until"), date(stiff[-1].day)),
        ),
        suggestion=say("rule.F4.stiffness.suggestion"),
        how_sure=say("rule.F4.stiffness.how-sure"),
        source=say("rule.F4.source"),
    )
