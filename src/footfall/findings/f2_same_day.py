"""F2: signs that should be seen the same day."""

from footfall.findings.finding import Outcome
from footfall.findings.red_flags import flag_findings, need_flag_rows, quiet
from footfall.history.history import History
from footfall.model.diary import Tier
from footfall.wording.sentence import Sentence


class SameDay:
    """Red flag: same day."""

    code = "F2"
    title = Sentence("rule.F2.title")
    source = Sentence("rule.F2.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_flag_rows(history)
        return Outcome(flag_findings(history, Tier.F2), quiet(history, Tier.F2))
