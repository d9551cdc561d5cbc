"""R5: a run with far more steep downhill, or far more fast minutes, than any of the 30 days before."""

from footfall.findings.exposures import Exposure, Exposures, exposure_evidence, exposures
from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_runs, not_enough
from footfall.findings.r1_session_spike import PAIN, worst_pain_after
from footfall.findings.r2_footfalls_load import footfall_step
from footfall.findings.r4_return import named_return
from footfall.findings.ramp_steps import ramp_steps
from footfall.history.history import History, Outing
from footfall.wording import say
from footfall.wording.numbers import counted, date, number, plain, weekday
from footfall.wording.sentence import Sentence


class DownhillFast:
    """Downhill or fast-running ramp."""

    code = "R5"
    title = Sentence("rule.R5.title")
    source = Sentence("rule.R5.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_runs(history)
        found = exposures(history)
        if not (found.downhill or found.fast):
            raise not_enough("exposures", runs=counted(len(history.running), "run"))
        ramps, back = ramp_steps(history), named_return(history)
        own = [
            outing
            for outing in found.ramps
            if outing not in ramps.by_distance and outing is not back and footfall_step(ramps, outing) is None
        ]
        findings = tuple(_finding(history, outing, found.ramps[outing]) for outing in reversed(own))
        return Outcome(findings, _quiet(found, len(found.ramps) - len(own)), _counts(found))


def _finding(history: History, outing: Outing, exposure: Exposure) -> Finding:
    pain = worst_pain_after(history.days, outing)
    followed = pain is not None and pain >= PAIN
    how_sure = [say(f"rule.R5.how-sure.{name}") for name in _names(exposure)]
    evidence = [*exposure_evidence(outing, exposure)]
    if pain is not None:
        evidence.append(Evidence(say("rule.R1.evidence.pain"), pain, "", outing.run_id))
    if followed and pain is not None:
        how_sure.append(say("rule.R1.raised", pain=plain(pain)))
    return Finding(
        rule="R5",
        title=DownhillFast.title,
        run_id=outing.run_id,
        date=outing.day,
        severity=Severity.NOTICE if followed else Severity.INFO,
        confidence=Confidence.LOW,
        headline=say(
            "rule.R5.headline",
            weekday=weekday(outing.day),
            date=date(outing.day),
            what=say("rule.R5.and").join(_told(exposure)),
        ),
        evidence=tuple(evidence),
        suggestion=say("rule.R5.suggestion"),
        how_sure=" ".join((say("rule.R5.how-sure"), *how_sure)),
        source=DownhillFast.source,
    )


def _names(exposure: Exposure) -> list[str]:
    return [name for name, ramp in (("downhill", exposure.downhill), ("fast", exposure.fast)) if ramp is not None]


def _told(exposure: Exposure) -> list[str]:
    told = []
    if exposure.downhill is not None:
        value, most = (number(round(each, -1)) for each in (exposure.downhill.value, exposure.downhill.most))
        told.append(say("rule.R5.headline.downhill", value=value, most=most))
    if exposure.fast is not None:
        told.append(say("rule.R5.headline.fast", value=number(exposure.fast.value), most=number(exposure.fast.most)))
    return told


def _quiet(found: Exposures, elsewhere: int) -> str:
    told = say("rule.R5.quiet", downhill=counted(found.downhill, "run"), fast=counted(found.fast, "run"))
    return f"{told} {say('rule.R5.quiet.elsewhere', runs=counted(elsewhere, 'run'))}" if elsewhere else told


def _counts(found: Exposures) -> tuple[Evidence, ...]:
    return (
        Evidence(say("rule.R5.evidence.asked.downhill"), found.downhill),
        Evidence(say("rule.R5.evidence.asked.fast"), found.fast),
    )
