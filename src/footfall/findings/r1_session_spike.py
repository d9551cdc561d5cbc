"""R1: a run much longer than the longest of the 30 days before it."""

import datetime as dt
from collections.abc import Sequence

from footfall.findings.exposures import exposure_evidence, exposures
from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_runs
from footfall.findings.nothing_to_compare import digits, nothing_to_compare, shown
from footfall.findings.ramp_steps import RampSteps, ramp_steps
from footfall.findings.spikes import BANDS, Spike
from footfall.history.history import Day, History, Outing
from footfall.history.pain import back_pain
from footfall.model.diary import DiaryEntry
from footfall.wording import say
from footfall.wording.numbers import counted, date, distance, percent, plain, signed_percent, weekday
from footfall.wording.sentence import Sentence

SEVERITIES = (Severity.INFO, Severity.NOTICE, Severity.WARNING)
"""Of a step above 10, 30 and 100 %."""

FOLLOWED = dt.timedelta(days=3)
CHANGE, THIS, LONGEST = "change", "this", "longest"
"""Keys of the evidence: how much longer a run was, in percent, its distance, and that of the longest before it."""

MIN_BASE_RUNS = 2
"""Below this a percentage says little: the confidence is low."""

MENDED = frozenset({"distance-cut", "positions-cut", "distance-not-believed"})
"""Notes of a run whose distance was put right by what else its file says."""

PAIN = 3.0
"""Back pain from here on, within three days, raises the severity by one level."""

STUDY = {
    Severity.INFO: ("1.64", "1.31\N{EN DASH}2.05"),
    Severity.NOTICE: ("1.52", "1.16\N{EN DASH}2.00"),
    Severity.WARNING: ("2.28", "1.50\N{EN DASH}3.48"),
}
"""Hazard ratio and its 95 % interval in Schuster Brandt Frandsen 2025, by band."""


class SessionSpike:
    """Session spike."""

    code = "R1"
    title = Sentence("rule.R1.title")
    source = Sentence("rule.R1.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_runs(history)
        ramps = ramp_steps(history)
        steps = ramps.distance
        if not steps.compared:
            raise nothing_to_compare(steps, "distance")
        findings = tuple(_finding(history, ramps, spike) for spike in reversed(steps.compared) if spike.change > BANDS[0])
        largest = max(steps.compared, key=lambda spike: spike.change)
        quiet = [_quiet(largest, len(steps.compared))]
        if ramps.doubtful:
            quiet.append(say("rule.R1.quiet.doubtful", runs=counted(ramps.doubtful, "run")))
        return Outcome(findings, " ".join(quiet), _counts(ramps))


def _quiet(largest: Spike, compared: int) -> str:
    runs = counted(compared, "run")
    if largest.change < 0:
        shorter = percent(shown(-largest.change), digits(largest.change))
        return say("rule.R1.quiet.shorter" if compared > 1 else "rule.R1.quiet.shorter.one", runs=runs, change=shorter)
    return say("rule.R1.quiet", runs=runs, change=_signed(largest.change), date=date(largest.outing.day))


def _finding(history: History, ramps: RampSteps, spike: Spike) -> Finding:
    band = band_of(spike.change)
    pain = worst_pain_after(history.days, spike.outing)
    followed = pain is not None and pain >= PAIN
    severity = SEVERITIES[min(SEVERITIES.index(band) + followed, len(SEVERITIES) - 1)]
    ratio, interval = STUDY[band]
    outing = spike.outing
    band_words = say(f"rule.R1.band.{band}")
    how_sure = [say("rule.R1.how-sure", number=_exactness(spike), band=band_words, ratio=ratio, interval=interval)]
    if spike.runs_before < MIN_BASE_RUNS:
        how_sure.append(say("rule.R1.little.alone"))
    if severity is not band and pain is not None:
        how_sure.append(say("rule.R1.raised", pain=plain(pain)))
    limit_m = spike.before * (1 + BANDS[0])
    decimals = next((few for few in (1, 2) if distance(spike.value, few) != distance(limit_m, few)), 3)
    return Finding(
        rule="R1",
        title=SessionSpike.title,
        run_id=outing.run_id,
        date=outing.day,
        severity=severity,
        confidence=_confidence(spike),
        headline=say(
            "rule.R1.headline",
            weekday=weekday(outing.day),
            date=date(outing.day),
            distance=distance(spike.value, decimals),
            change=percent(shown(spike.change), digits(spike.change)),
        ),
        evidence=(*_evidence(spike, pain), *_beside(history, ramps, outing)),
        suggestion=say("rule.R1.suggestion", limit=distance(limit_m, decimals)),
        how_sure=" ".join(how_sure),
        source=SessionSpike.source,
    )


def band_of(change: float) -> Severity:
    """Severity of a step above 10 % by its size alone, as a fraction: what followed the run plays no part."""
    return SEVERITIES[sum(change > bound for bound in BANDS) - 1]


def _evidence(spike: Spike, pain: float | None) -> tuple[Evidence, ...]:
    longest_id, longest_day = spike.longest.run_id, date(spike.longest.day)
    change = round(shown(spike.change) * 100, digits(spike.change))
    evidence = [
        Evidence(say("rule.R1.evidence.this"), round(spike.value / 1000, 3), "km", spike.outing.run_id, key=THIS),
        Evidence(
            say("rule.R1.evidence.longest", date=longest_day),
            round(spike.before / 1000, 3),
            "km",
            longest_id,
            key=LONGEST,
        ),
        Evidence(say("rule.R1.evidence.change"), change, "%", key=CHANGE),
        Evidence(say("rule.R1.evidence.runs"), spike.runs_before),
    ]
    if spike.unknown_before:
        evidence.append(Evidence(say("rule.R1.evidence.unknown"), spike.unknown_before))
    if pain is not None:
        evidence.append(Evidence(say("rule.R1.evidence.pain"), pain, "", spike.outing.run_id))
    return tuple(evidence)


def _beside(history: History, ramps: RampSteps, outing: Outing) -> tuple[Evidence, ...]:
    """What R2 and R5 would say of this run: it has one headline."""
    evidence = []
    for name, of in (("footfalls", ramps.footfalls_of), ("lumbar", ramps.lumbar_of)):
        spike = of.get(outing)
        if spike is not None:
            value = round(shown(spike.change) * 100, digits(spike.change))
            evidence.append(Evidence(say(f"rule.R2.evidence.{name}.change"), value, "%", outing.run_id))
    exposure = exposures(history).ramps.get(outing)
    return (*evidence, *(() if exposure is None else exposure_evidence(outing, exposure)))


def _signed(change: float) -> str:
    return signed_percent(shown(change), digits(change))


def _confidence(spike: Spike) -> Confidence:
    if spike.runs_before < MIN_BASE_RUNS:
        return Confidence.LOW
    if spike.unknown_before or any(_estimated(each) or _mended(each) for each in (spike.outing, spike.longest)):
        return Confidence.MEDIUM
    return Confidence.HIGH


def _exactness(spike: Spike) -> str:
    if spike.unknown_before:
        return say("rule.R1.left-out", runs=counted(spike.unknown_before, "run"))
    for estimated, key in ((_indoors, "rule.R1.indoor"), (_logged, "rule.R1.log")):
        if estimated(spike.outing) or estimated(spike.longest):
            return say(key)
    if _mended(spike.outing) or _mended(spike.longest):
        return say("rule.R1.mended")
    return say("rule.R1.exact")


def _estimated(outing: Outing) -> bool:
    """True when a distance of it was not measured outdoors: on a treadmill, or written down by hand."""
    return _indoors(outing) or _logged(outing)


def _indoors(outing: Outing) -> bool:
    return any(run.sub_sport in ("treadmill", "indoor_running") for run in outing.runs)


def _logged(outing: Outing) -> bool:
    return any(run.distance_source == "log" for run in outing.runs)


def _mended(outing: Outing) -> bool:
    return any(note.code in MENDED for run in outing.runs for note in run.notes)


def worst_pain_after(days: Sequence[Day], outing: Outing) -> float | None:
    """Worst back pain written for the outing, the rest of its day and the three days after; None when none is written.

    Of its own day, what was felt before the run, and rows of runs that began earlier, tell nothing of what followed.
    """
    if not days:
        return None
    first = (outing.day - days[0].date).days
    scores: list[float] = []
    for day in days[max(first, 0) : first + FOLLOWED.days + 1]:
        for entry in day.entries:
            if not entry.about_the_back:
                continue
            if day.date > outing.day:
                scores += back_pain(entry) if day.date < outing.day + FOLLOWED else _on_its_day(entry)
                continue
            earlier = any(other.entry is entry and other.start < outing.start for other in day.outings)
            during = () if earlier else (entry.pain_max, entry.pain_after)
            scores += [score for score in (*during, entry.pain_next_morning) if score is not None]
    return max(scores, default=None)


def _on_its_day(entry: DiaryEntry) -> list[float]:
    """Back pain of the row's own day: its next morning is a day too far."""
    return [score for score in (entry.pain_before, entry.pain_max, entry.pain_after) if score is not None]


def _counts(ramps: RampSteps) -> tuple[Evidence, ...]:
    steps = ramps.distance
    named = {
        "compared": len(steps.compared),
        "young": len(steps.young),
        "no-baseline": len(steps.no_baseline),
        "no-distance": steps.no_value - ramps.doubtful,
        "doubtful": ramps.doubtful,
    }
    return tuple(Evidence(say(f"rule.R1.evidence.{name}"), count) for name, count in named.items() if count or name == "compared")
