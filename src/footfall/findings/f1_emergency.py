"""F1: signs for which hours count, and red-flag text that nobody could read."""

import datetime as dt

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.red_flags import flag_findings, need_flag_rows, quiet, unread
from footfall.history.history import History
from footfall.model.diary import Tier, UnreadFlag
from footfall.wording import red_flags as words
from footfall.wording import say
from footfall.wording.numbers import date, listed


class Emergency:
    """Red flag: emergency."""

    code = "F1"
    title = say("rule.F1.title")
    source = say("rule.F1.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_flag_rows(history)
        texts = unread(history)
        findings = flag_findings(history, Tier.F1)
        if texts:
            findings = (*findings, _unread(texts, history.as_of))
        return Outcome(findings, quiet(history, Tier.F1))


def _unread(flags: tuple[UnreadFlag, ...], as_of: dt.date) -> Finding:
    texts = list(dict.fromkeys(f"“{flag.text}”" for flag in flags))
    to_check = [
        Evidence(name, say("evidence.list-item", code=code, means=means))
        for tier, code, name, means in words.definitions()
        if tier in (Tier.F1, Tier.F2)
    ]
    days = [flag.day for flag in flags if flag.day is not None]
    return Finding(
        rule=Tier.F1,
        title=say("rule.F1.title"),
        run_id=None,
        date=max(days) if len(days) == len(flags) else as_of,
        severity=Severity.EMERGENCY,
        confidence=Confidence.LOW,
        headline=say("red-flags.unread", texts=listed(texts)),
        evidence=(*(Evidence(_row(flag), flag.text) for flag in flags), *to_check),
        suggestion=say("red-flags.unread.suggestion"),
        how_sure=say("red-flags.unread.how-sure"),
        source=say("rule.F1.source"),
    )


def _row(flag: UnreadFlag) -> str:
    if flag.day is None:
        return say("red-flags.unread.row", row=flag.source_line, path=flag.path)
    return say("red-flags.unread.row-dated", row=flag.source_line, path=flag.path, date=date(flag.day))
