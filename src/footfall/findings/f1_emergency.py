"""F1: signs for which hours count, and red-flag text that nobody could read."""

from footfall.findings.finding import Outcome
from footfall.findings.red_flags import flag_findings, need_flag_rows, quiet, unread
from footfall.findings.unread_flags import unread_finding
from footfall.history.history import History
from footfall.model.diary import Tier
from footfall.wording.sentence import Sentence


class Emergency:
    """Red flag: emergency."""

    code = "F1"
    title = Sentence("rule.F1.title")
    source = Sentence("rule.F1.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_flag_rows(history)
        texts = unread(history)
        findings = flag_findings(history, Tier.F1)
        if texts:
            findings = (*findings, unread_finding(texts, history.as_of))
        return Outcome(findings, quiet(history, Tier.F1))
