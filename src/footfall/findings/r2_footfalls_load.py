"""R2: a run with clearly more footfalls or lumbar load than any of the 30 days before, where its distance is no such step."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from footfall.findings.exposures import Exposure, exposure_evidence, exposures
from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_runs
from footfall.findings.nothing_to_compare import digits, nothing_to_compare, shown
from footfall.findings.ramp_steps import RampSteps, ramp_steps, step_ratio
from footfall.findings.spikes import BANDS, Spike
from footfall.history.history import History, Outing
from footfall.metrics import spread
from footfall.model.measure import Measure
from footfall.wording import say
from footfall.wording.numbers import counted, date, number, percent, signed_percent, weekday
from footfall.wording.sentence import Sentence


@dataclass(frozen=True, eq=False)
class FootfallStep:
    """One outing. clear   `footfalls`, `lumbar` or both -> its step, with the interval of its ratio; the first speaks."""

    outing: Outing
    clear: Mapping[str, tuple[Spike, Measure]]

    @property
    def headline(self) -> tuple[str, Spike]:
        """Which, and its step."""
        name = next(iter(self.clear))
        return name, self.clear[name][0]


class FootfallsLoad:
    """Spike in footfalls or lumbar load."""

    code = "R2"
    title = Sentence("rule.R2.title")
    source = Sentence("rule.R2.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_runs(history)
        ramps = ramp_steps(history)
        if not ramps.footfalls.compared:
            raise nothing_to_compare(ramps.footfalls, "footfalls")
        steps = [step for spike in reversed(ramps.footfalls.compared) if (step := footfall_step(ramps, spike.outing)) is not None]
        return Outcome(tuple(_finding(history, step) for step in steps), _quiet(ramps), _counts(ramps))


def footfall_step(ramps: RampSteps, outing: Outing) -> FootfallStep | None:
    """What R2 names an outing for; None where R1 names it, or neither number is clearly more."""
    if outing in ramps.by_distance:
        return None
    asked = {
        "footfalls": _clear(ramps.footfalls_of.get(outing), spread.footfalls),
        "lumbar": _clear(ramps.lumbar_of.get(outing), spread.lumbar),
    }
    clear = {name: found for name, found in asked.items() if found is not None}
    return FootfallStep(outing, clear) if clear else None


def _clear(spike: Spike | None, quantity: spread.Quantity) -> tuple[Spike, Measure] | None:
    """More than 10 % more, with an interval above 1: a count from speed against a recorded one may differ by that much alone."""
    if spike is None or not spike.change > BANDS[0]:
        return None
    ratio = step_ratio(spike, quantity)
    return (spike, ratio) if ratio.low > 1 else None


def _finding(history: History, step: FootfallStep) -> Finding:
    name, spike = step.headline
    return Finding(
        rule="R2",
        title=FootfallsLoad.title,
        run_id=step.outing.run_id,
        date=step.outing.day,
        severity=Severity.INFO,
        confidence=Confidence.LOW,
        headline=say(
            f"rule.R2.headline.{name}",
            weekday=weekday(step.outing.day),
            date=date(step.outing.day),
            count=number(round(step.outing.footfalls, -2)),
            change=percent(shown(spike.change), digits(spike.change)),
        ),
        evidence=_evidence(step, exposures(history).ramps.get(step.outing)),
        suggestion=say("rule.R2.suggestion"),
        how_sure=say(f"rule.R2.how-sure.{_counted(spike)}"),
        source=FootfallsLoad.source,
    )


def _counted(spike: Spike) -> str:
    """`recorded` where both counts rest on recorded cadence, else `estimated`."""
    sources = {run.footfalls.total.source for outing in (spike.outing, spike.longest) for run in outing.runs}
    return "recorded" if sources <= {"recorded", "footpod"} else "estimated"


def _evidence(step: FootfallStep, exposure: Exposure | None) -> tuple[Evidence, ...]:
    evidence = []
    for name, (spike, ratio) in step.clear.items():
        run_id, before_id = spike.outing.run_id, spike.longest.run_id
        if name == "footfalls":
            before = say("rule.R2.evidence.most", date=date(spike.longest.day))
            evidence.append(Evidence(say("rule.R2.evidence.this"), round(spike.value), "", run_id))
            evidence.append(Evidence(before, round(spike.before), "", before_id))
        change = round(shown(spike.change) * 100, digits(spike.change))
        evidence.append(Evidence(say(f"rule.R2.evidence.{name}.change"), change, "%", run_id))
        evidence += [
            Evidence(say(f"rule.R2.evidence.{name}.{end}"), round((bound - 1) * 100, 1), "%")
            for end, bound in (("low", ratio.low), ("high", ratio.high))
            if not math.isnan(bound)
        ]
        evidence.append(Evidence(say("rule.R1.evidence.runs"), spike.runs_before))
    if exposure is not None:
        evidence += exposure_evidence(step.outing, exposure)
    return tuple({one.label: one for one in evidence}.values())


def _quiet(ramps: RampSteps) -> str:
    compared = ramps.footfalls.compared
    largest = max(compared, key=lambda spike: spike.change)
    named = sum(spike.outing in ramps.by_distance for spike in compared)
    told = say(
        "rule.R2.quiet",
        runs=counted(len(compared), "run"),
        change=signed_percent(shown(largest.change), digits(largest.change)),
        date=date(largest.outing.day),
    )
    return f"{told} {say('rule.R2.quiet.named', runs=counted(named, 'run'))}" if named else told


def _counts(ramps: RampSteps) -> tuple[Evidence, ...]:
    return (
        Evidence(say("rule.R1.evidence.compared"), len(ramps.footfalls.compared)),
        Evidence(say("rule.R2.evidence.unknown"), ramps.footfalls.no_value),
    )
