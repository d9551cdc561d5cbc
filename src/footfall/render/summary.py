"""The three sentences that every report begins with: tolerance, the run that stood out, and what the onsets say."""

import datetime as dt
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from footfall.findings.finding import Checked, Findings, Skipped
from footfall.findings.r1_session_spike import CHANGE
from footfall.findings.red_flags import comfort_waits, red_flag_open
from footfall.findings.spikes import BANDS
from footfall.model.diary import Tier
from footfall.render.content import Content
from footfall.wording import say
from footfall.wording.numbers import counted, date, digits_beside, number, percent

EMPHASIS = "**"
FLAG_RULES = tuple(tier.value for tier in Tier)
"""Codes of the red-flag rules, which have a place of their own above all others."""


@dataclass(frozen=True, slots=True)
class SpikeFound:
    """A run that rule R1 found: its local day, and how much longer it was, as a fraction."""

    day: dt.date
    change: float


def three_sentences(content: Content) -> tuple[str, ...]:
    """At most three sentences, the first thing a reader learns; plain text."""
    return tuple(sentence.replace(EMPHASIS, "") for sentence in emphasised_sentences(content))


def emphasised_sentences(content: Content) -> tuple[str, ...]:
    """The same, with `**` around what carries weight.

    With a red flag of F1 to F3 open, or a question about one, nothing that could reassure is said: what was not found stays
    unsaid.
    """
    if not content.runs:
        return (_no_runs(content),)
    candidates: tuple[Callable[[Content], str], ...] = (_tolerance, _spike, _onsets, _rest)
    if comfort_waits(content.findings):
        key = "summary.red_flag" if red_flag_open(content.findings) else "summary.question"
        candidates = (lambda _: say(key), _spike_found, _onsets)
    said = [sentence for sentence in (make(content) for make in candidates) if sentence]
    return tuple(said[:3])


def _no_runs(content: Content) -> str:
    """Nothing found, or nothing of what was found lies on the days that are shown."""
    hidden = len(content.history.outings)
    if hidden:
        return say(
            "summary.no_runs.hidden", first=date(content.history.outings[0].day), last=date(content.history.outings[-1].day)
        )
    late = any(problem.reason == "after-as-of" and problem.path != content.diary_path for problem in content.findings.problems)
    return say("summary.no_runs.late", as_of=date(content.history.as_of)) if late else say("summary.no_runs")


def _tolerance(content: Content) -> str:
    tolerance = content.tolerance
    if tolerance is None:
        return say("summary.no_diary")
    apart = next((one for one in content.history.mismatches if one.code == "other-period" and one.entry is None), None)
    if apart is not None:
        return say("summary.other_period", **{name: _day(value) for name, value in apart.values.items()})
    lack = _skipped(content, "P3")
    if lack is not None or tolerance.curve is None:
        return "" if lack is None else say("summary.tolerance.few", has=lack.has, needs=lack.needs)
    curve = tolerance.curve
    known = {
        "runs": counted(len(tolerance.events) + len(tolerance.free), "run"),
        "began": number(len(tolerance.events)),
    }
    if math.isnan(curve.median):
        free, began = len(tolerance.free), len(tolerance.events)
        return say("summary.tolerance.no_median", free=free, of=free + began, began=began)
    known["minute"] = number(curve.median)
    if math.isnan(curve.median_low):
        return say("summary.tolerance.bare", **known)
    known["low"] = number(curve.median_low)
    if math.isnan(curve.median_high):
        return say("summary.tolerance.open", **known)
    return say("summary.tolerance", high=number(curve.median_high), **known)


def _day(value: object) -> str:
    return date(value) if isinstance(value, dt.date) else str(value)


def _spike(content: Content) -> str:
    found = _spike_found(content)
    if found:
        return found
    lack = _skipped(content, "R1")
    if lack is not None:
        return say("summary.spike.skipped", has=lack.has, needs=lack.needs)
    return say("summary.no_spike") if _checked(content, "R1") is not None else ""


def _spike_found(content: Content) -> str:
    spikes = spikes_found(content.findings)
    if not spikes:
        return ""
    furthest = max(spikes.values(), key=lambda spike: (spike.change, spike.day))
    known = {"day": date(furthest.day), "change": percent(furthest.change, digits_beside(furthest.change, BANDS))}
    return say("summary.spike", **known) if len(spikes) == 1 else say("summary.spikes", n=len(spikes), **known)


def spikes_found(findings: Findings) -> Mapping[str, SpikeFound]:
    """Id of each run that rule R1 found -> its step, from the finding's own evidence."""
    return {
        finding.run_id: SpikeFound(finding.date, item.value / 100)
        for finding in findings.found
        if finding.rule == "R1" and finding.run_id is not None
        for item in finding.evidence
        if item.key == CHANGE and isinstance(item.value, int | float)
    }


def _onsets(content: Content) -> str:
    """Whether onsets gather at 15-20 minutes, where that was asked (P2); else how many lie there, which does not say it."""
    gather = next((finding.headline for finding in content.findings.found if finding.rule == "P2"), None)
    if gather is not None:
        what, colon, counts = gather.partition(": ")
        return say("summary.onset.gather", what=what, counts=f"{colon}{counts}")
    inside = sum(finding.rule == "P1" for finding in content.findings.found)
    if not inside or content.tolerance is None:
        return ""
    asked = _checked(content, "P2") is not None and not comfort_waits(content.findings)
    known = {"of": len(content.tolerance.began), "says": say(f"summary.onset.{'no-gathering' if asked else 'count-alone'}")}
    return say("summary.onset.one", **known) if inside == 1 else say("summary.onset.many", n=inside, **known)


def _rest(content: Content) -> str:
    """Where nothing else is to be said: how much was found, and how much could not be looked at."""
    patterns = len(content.findings.found)
    lacking = len(content.findings.skipped)
    skipped = say("summary.skipped.one") if lacking == 1 else say("summary.skipped.many", n=lacking)
    return say(f"summary.findings.{'one' if patterns == 1 else 'many'}", n=patterns, skipped=skipped)


def _skipped(content: Content, rule: str) -> Skipped | None:
    return next((lack for lack in content.findings.skipped if lack.rule == rule), None)


def _checked(content: Content, rule: str) -> Checked | None:
    return next((one for one in content.findings.checked if one.rule == rule), None)
