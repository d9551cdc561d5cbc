"""P3: how long runs stay free of pain."""

import math
from collections.abc import Callable

import numpy as np

from footfall.findings.coverage import need_coverage
from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_diary, need_runs, not_enough
from footfall.findings.p3_change import change_evidence, change_finding, no_change
from footfall.findings.stats.survival import SurvivalCurve, kaplan_meier
from footfall.findings.tolerance import MIN_ONSETS, Tolerance, tolerance
from footfall.findings.tolerance_trend import change
from footfall.history.history import History, Outing
from footfall.wording import say
from footfall.wording.numbers import counted, number
from footfall.wording.sentence import Sentence

STEADY_ONSETS = 18
"""From here on the median lies within about half to one and a half times the truth, and its upper end is mostly there."""


class PainFree:
    """Pain-free minutes."""

    code = "P3"
    title = Sentence("rule.P3.title")
    source = Sentence("rule.P3.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        need_runs(history)
        found = tolerance(history)
        _need_enough(history, found)
        assert found.curve is not None
        changes = change(found)
        moves = changes is not None and changes.moves
        still = "" if moves else no_change(found, changes)
        silent = math.isnan(found.curve.median) and math.isnan(found.curve.median_low)
        evidence = _evidence(found, found.curve)
        of_median = (*evidence, *(change_evidence(changes) if still else ()))
        findings = [] if silent else [_finding(found, found.curve, of_median, still)]
        if changes is not None and moves:
            findings.append(change_finding(found, changes))
        quiet = say("rule.P3.quiet", runs=_runs(found), onsets=number(len(found.events)))
        return Outcome(
            tuple(findings),
            f"{quiet} {still}".rstrip(),
            (*evidence, *change_evidence(changes)),
            None if changes is None else changes.family_p,
        )


def _need_enough(history: History, found: Tolerance) -> None:
    need_coverage(history, found)
    if len(found.began) < MIN_ONSETS:
        raise not_enough(
            "onsets-stopped" if found.stopped else "onsets",
            onsets=counted(len(found.began), "onset"),
            free=counted(len(found.free), "run"),
            stopped=counted(len(found.stopped), "run"),
        )


def _finding(found: Tolerance, curve: SurvivalCurve, evidence: tuple[Evidence, ...], still: str) -> Finding:
    steady = curve.events >= STEADY_ONSETS and not math.isnan(curve.median_high)
    return Finding(
        rule="P3",
        title=PainFree.title,
        run_id=None,
        date=found.watched[-1].day,
        severity=Severity.INFO,
        confidence=Confidence.MEDIUM if steady else Confidence.LOW,
        headline=_headline(found, curve),
        evidence=evidence,
        suggestion=say("rule.P3.suggestion"),
        how_sure=_how_sure(found, curve, still),
        source=PainFree.source,
        comforts=True,
    )


def _headline(found: Tolerance, curve: SurvivalCurve) -> str:
    low, high = number(curve.median_low), number(curve.median_high)
    key = "rule.P3.headline"
    if math.isnan(curve.median):
        key = "rule.P3.headline.no-median"
    elif math.isnan(curve.median_low):  # so few different minutes that the interval is nowhere defined
        key = "rule.P3.headline.bare"
    elif math.isnan(curve.median_high):
        key = "rule.P3.headline.open"
    return say(key, median=number(curve.median), low=low, high=high, runs=_runs(found), began=number(len(found.events)))


def _how_sure(found: Tolerance, curve: SurvivalCurve, still: str) -> str:
    interval = "both"
    if math.isnan(curve.median_low):
        interval = "bare"
    elif math.isnan(curve.median_high):
        interval = "open"
    told = [say(f"rule.P3.how-sure.{interval}")]
    if interval != "bare":
        told.append(say("rule.P3.how-sure.spells"))
    if found.stopped:
        told.append(say("rule.P3.how-sure.stopped", runs=counted(len(found.stopped), "run")))
    if found.shortened:
        told.append(say("rule.P3.how-sure.shortened", runs=counted(found.shortened, "run")))
    if still:
        told.append(still)
    return " ".join(told)


def _evidence(found: Tolerance, curve: SurvivalCurve) -> tuple[Evidence, ...]:
    unit = found.began[0].runs[0].load.measure.unit
    stopped = sum(outing.entry is not None and outing.entry.stopped_for_pain is True for outing in found.events)
    named: list[tuple[str, float | int | None, str]] = [
        ("median", _known(curve.median), "min"),
        ("low", _known(curve.median_low), "min"),
        ("high", _known(curve.median_high), "min"),
        ("footfalls", _median(found, lambda outing: (outing.onset.footfalls, outing.footfalls)), ""),
        ("load", _median(found, lambda outing: (outing.onset.load, outing.load)), unit),
        ("onsets", len(found.events), ""),
        ("free", len(found.free), ""),
        ("prevalent", found.prevalent, ""),
        ("unknown", found.unknown, ""),
        ("stopped", stopped, ""),
        ("no-minute", len(found.stopped), ""),
        ("shortened", found.shortened, ""),
        ("coverage", round(found.coverage * 100, 1), "%"),
    ]
    return tuple(Evidence(say(f"rule.P3.evidence.{name}"), value, unit) for name, value, unit in named)


def _median(found: Tolerance, amounts: Callable[[Outing], tuple[float, float]]) -> float | None:
    """Median until onset in another quantity; None where the curve does not fall to one half, or a run's is not known.

    amounts   of an outing: until its onset, and until its end.
    """
    events = np.array([amounts(outing)[0] for outing in found.events])
    ends = np.array([amounts(outing)[1] for outing in found.free if outing.timer_min > 0])
    every = np.concatenate([events, ends])
    if not np.all(np.isfinite(every) & (every > 0)):
        return None
    return _known(kaplan_meier(events, ends).median)


def _known(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 1)


def _runs(found: Tolerance) -> str:
    return counted(len(found.watched), "run")
