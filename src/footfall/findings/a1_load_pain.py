"""A1: did mornings and runs hurt more after days with more load?"""

import datetime as dt
import math

from footfall.findings.association import Lagged, LoadPain, load_pain
from footfall.findings.confidence import FAMILY_SIZE
from footfall.findings.coverage import need_scores
from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_diary, need_runs, not_enough
from footfall.findings.tolerance import tolerance
from footfall.history.history import History
from footfall.wording import say
from footfall.wording.numbers import counted, number, signed
from footfall.wording.sentence import Sentence

MIN_PAIRS = 60
MIN_PAIN_DAYS = 8
MIN_FREE_DAYS = 8

MANY_PAIRS = 120
"""Below so many only a strong link shows reliably: at 60 a correlation of .4 in half to two thirds of made-up runners."""


class LoadPainLink:
    """Load, and the pain of the days after."""

    code = "A1"
    title = Sentence("rule.A1.title")
    source = Sentence("rule.A1.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        need_runs(history)
        need_scores(history, tolerance(history))
        found = load_pain(history)
        if found is None:
            raise not_enough("load-pain", mornings=counted(0, "morning"), pain_days=counted(0, "day"), free=counted(0, "day"))
        if found.pairs < MIN_PAIRS or found.pain_days < MIN_PAIN_DAYS or found.free_days < MIN_FREE_DAYS:
            raise not_enough(
                "load-pain",
                mornings=counted(found.pairs, "morning"),
                pain_days=counted(found.pain_days, "day"),
                free=counted(found.free_days, "day"),
            )
        if found.named is None:
            raise not_enough("load-pain-weeks", mornings=counted(found.pairs, "morning"))
        findings = (_finding(found, found.named, min(found.last_day, history.as_of)),) if found.p <= FAMILY_SIZE else ()
        return Outcome(findings, _quiet(found, found.named), _evidence(found), found.p)


def _finding(found: LoadPain, named: Lagged, day: dt.date) -> Finding:
    link = named.link
    return Finding(
        rule="A1",
        title=LoadPainLink.title,
        run_id=None,
        date=day,
        severity=Severity.NOTICE,
        confidence=Confidence.LOW,  # until `check` has seen every family
        headline=say(f"rule.A1.headline.{named.pain}", when=_when(named), r=number(link.r, 2), days=_counted(named)),
        evidence=(
            Evidence(say("rule.A1.evidence.r"), round(link.r, 2)),
            Evidence(say("rule.A1.evidence.low"), round(link.low, 2)),
            Evidence(say("rule.A1.evidence.high"), round(link.high, 2)),
            Evidence(say("rule.A1.evidence.n"), link.n),
            *_evidence(found),
        ),
        suggestion=say("rule.A1.suggestion"),
        how_sure=_joined(
            say("rule.A1.how-sure", low=number(link.low, 2), high=number(link.high, 2), when=_when(named)), _after(found)
        ),
        source=LoadPainLink.source,
        tested=True,
    )


def _quiet(found: LoadPain, named: Lagged) -> str:
    told = say(
        "rule.A1.quiet",
        links=counted(_tested(found), "link"),
        named=_name(named),
        r=number(named.link.r, 2),
        low=number(named.link.low, 2),
        high=number(named.link.high, 2),
        days=_counted(named),
    )
    key = "few" if found.pairs < MANY_PAIRS else "many"
    hidden = say(f"rule.A1.hidden.{key}", mornings=counted(found.pairs, "morning"), visible=number(found.visible, 2))
    return _joined(told, hidden, _after(found))


def _after(found: LoadPain) -> str:
    """What the runner did on the days of bad mornings: told, and claimed as nothing. Blank where there is too little."""
    link = found.after[0].link
    if math.isnan(link.low):
        return ""
    direction = "less" if link.high < 0 else "more" if link.low > 0 else "neither"
    return say(
        f"rule.A1.after.{direction}",
        r=number(link.r, 2),
        low=number(link.low, 2),
        high=number(link.high, 2),
        mornings=counted(link.n, "morning"),
    )


def _evidence(found: LoadPain) -> tuple[Evidence, ...]:
    after = (
        Evidence(say("rule.A1.evidence.after", when=_when(each), days=_counted(each)), _interval(each)) for each in found.after
    )
    return (
        Evidence(say("rule.A1.evidence.pairs"), found.pairs),
        Evidence(say("rule.A1.evidence.pain-days"), found.pain_days),
        Evidence(say("rule.A1.evidence.free-days"), found.free_days),
        *(
            Evidence(say("rule.A1.evidence.link", named=_name(each), days=_counted(each)), _interval(each))
            for each in found.tested
        ),
        Evidence(say("rule.A1.evidence.same-run", days=_counted(found.same_run)), _interval(found.same_run)),
        *after,
        Evidence(say("rule.A1.evidence.visible"), round(found.visible, 2)),
        Evidence(say("rule.A1.evidence.p"), round(found.p, 3)),
        Evidence(say("rule.A1.evidence.tested"), _tested(found)),
    )


def _tested(found: LoadPain) -> int:
    return sum(not math.isnan(each.link.r) for each in found.tested)


def _name(lagged: Lagged) -> str:
    """`morning pain, load of the day before`."""
    return say(f"rule.A1.name.{lagged.pain}", when=_when(lagged))


def _when(lagged: Lagged) -> str:
    window = lagged.window
    return say(f"rule.A1.when.{window.first}.{window.last}")


def _counted(lagged: Lagged) -> str:
    return counted(lagged.link.n, "morning" if lagged.pain == "morning" else "day with a run")


def _interval(lagged: Lagged) -> str | None:
    link = lagged.link
    if math.isnan(link.r):
        return None
    return say("rule.A1.interval", r=signed(link.r, 2), low=signed(link.low, 2), high=signed(link.high, 2))


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
