"""P7: pain that settles in days off and is back at the same site on the first run after them."""

from collections.abc import Sequence

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_diary, need_runs, not_enough
from footfall.findings.rests import After, Rest, rests_after_pain
from footfall.history.history import History
from footfall.wording import say
from footfall.wording.numbers import counted, date, number
from footfall.wording.sentence import Sentence

MIN_RESTS = 3


class RestAndReturn:
    """Rest and return."""

    code = "P7"
    title = Sentence("rule.P7.title")
    source = Sentence("rule.P7.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        need_runs(history)
        rests = [rest for rest in rests_after_pain(history) if history.shows(rest.run.date)]
        told = [rest for rest in rests if rest.after in (After.BACK, After.NOT_BACK)]
        if len(told) < MIN_RESTS:
            unknown = number(sum(rest.after is After.UNKNOWN for rest in rests))
            times = counted(len(rests), "time")
            raise not_enough("rests", told=number(len(told)), rests=times, unknown=unknown, needed=MIN_RESTS)
        back = [rest for rest in told if rest.after is After.BACK]
        counts = {"back": number(len(back)), "told": counted(len(told), "time")}
        evidence = _evidence(rests, told, back)
        findings = (_finding(told, back, evidence, counts),) if len(back) > 1 and 2 * len(back) > len(told) else ()
        return Outcome(findings, say("rule.P7.quiet", **counts), evidence)


def _evidence(rests: Sequence[Rest], told: Sequence[Rest], back: Sequence[Rest]) -> tuple[Evidence, ...]:
    counts = {
        "rests": len(rests),
        "told": len(told),
        "back": len(back),
        "no-site": sum(not rest.sites for rest in back),
        "not-settled": sum(rest.after is After.NOT_SETTLED for rest in rests),
        "unknown": sum(rest.after is After.UNKNOWN for rest in rests),
    }
    listed = [Evidence(say("rule.P7.evidence.one", date=date(rest.run.date)), rest.days, "days") for rest in reversed(back)]
    return (*(Evidence(say(f"rule.P7.evidence.{name}"), count) for name, count in counts.items()), *listed)


def _finding(told: Sequence[Rest], back: Sequence[Rest], evidence: tuple[Evidence, ...], counts: dict[str, str]) -> Finding:
    return Finding(
        rule="P7",
        title=RestAndReturn.title,
        run_id=None,
        date=back[-1].run.date,
        severity=Severity.NOTICE,
        confidence=Confidence.LOW,  # a handful of rests, each in its own circumstances
        headline=say("rule.P7.headline", **counts),
        evidence=evidence,
        suggestion=say("rule.P7.suggestion"),
        how_sure=say("rule.P7.how-sure", first=date(told[0].run.date), last=date(told[-1].run.date)),
        source=RestAndReturn.source,
    )
