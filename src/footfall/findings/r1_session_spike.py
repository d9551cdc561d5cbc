"""R1: a run much longer than the longest of the 30 days before it."""

import datetime as dt
from collections.abc import Sequence

from footfall.errors import NotEnoughData
from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_runs, not_enough
from footfall.findings.spikes import BANDS, Spike, Steps, spikes
from footfall.history.history import Day, History, Outing
from footfall.history.pain import back_pain
from footfall.model.diary import DiaryEntry
from footfall.wording import say
from footfall.wording.numbers import counted, date, digits_beside, half_up, km, percent, plain, signed_percent, weekday

SEVERITIES = (Severity.INFO, Severity.NOTICE, Severity.WARNING)
"""Of a step above 10, 30 and 100 %."""

FOLLOWED = dt.timedelta(days=3)
CHANGE = "change"
"""Key of the evidence that says how much longer a run was, in percent."""

MIN_BASE_M = 1000.0
MIN_BASE_RUNS = 2
"""Below these a percentage says little: the confidence is low."""

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
    title = say("rule.R1.title")
    source = say("rule.R1.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_runs(history)
        steps = spikes(history.running, lambda outing: outing.distance_m, history.shows)
        if not steps.compared:
            raise _nothing_to_compare(steps)
        findings = tuple(_finding(history, spike) for spike in reversed(steps.compared) if spike.change > BANDS[0])
        largest = max(steps.compared, key=lambda spike: spike.change)
        return Outcome(findings, _quiet(largest, len(steps.compared)), _counts(steps))


def _quiet(largest: Spike, compared: int) -> str:
    runs = counted(compared, "run")
    if largest.change < 0:
        shorter = percent(_shown(-largest.change), _digits(largest.change))
        return say("rule.R1.quiet.shorter" if compared > 1 else "rule.R1.quiet.shorter.one", runs=runs, change=shorter)
    return say("rule.R1.quiet", runs=runs, change=_signed(largest.change), date=date(largest.outing.day))


def _digits(change: float) -> int:
    return digits_beside(change, BANDS)


def _shown(change: float) -> float:
    """The one number that heading, table and summary give."""
    return half_up(round(change * 100, 7), _digits(change)) / 100


def _finding(history: History, spike: Spike) -> Finding:
    band = SEVERITIES[sum(spike.change > bound for bound in BANDS) - 1]
    pain = worst_pain_after(history.days, spike.outing)
    followed = pain is not None and pain >= PAIN
    severity = SEVERITIES[min(SEVERITIES.index(band) + followed, len(SEVERITIES) - 1)]
    ratio, interval = STUDY[band]
    outing = spike.outing
    band_words = say(f"rule.R1.band.{band}")
    how_sure = [say("rule.R1.how-sure", number=_exactness(spike), band=band_words, ratio=ratio, interval=interval)]
    if _little(spike):
        how_sure.append(say(f"rule.R1.little.{_little(spike)}", distance=km(spike.before)))
    if severity is not band and pain is not None:
        how_sure.append(say("rule.R1.raised", pain=plain(pain)))
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
            distance=km(spike.value),
            change=percent(_shown(spike.change), _digits(spike.change)),
        ),
        evidence=_evidence(spike, pain),
        suggestion=say("rule.R1.suggestion", limit=km(spike.before * (1 + BANDS[0]))),
        how_sure=" ".join(how_sure),
        source=SessionSpike.source,
    )


def _evidence(spike: Spike, pain: float | None) -> tuple[Evidence, ...]:
    longest_id = spike.longest.run_id
    change = round(_shown(spike.change) * 100, _digits(spike.change))
    evidence = [
        Evidence(say("rule.R1.evidence.this"), round(spike.value / 1000, 3), "km", spike.outing.run_id),
        Evidence(say("rule.R1.evidence.longest", date=date(spike.longest.day)), round(spike.before / 1000, 3), "km", longest_id),
        Evidence(say("rule.R1.evidence.change"), change, "%", key=CHANGE),
        Evidence(say("rule.R1.evidence.runs"), spike.runs_before),
    ]
    if spike.unknown_before:
        evidence.append(Evidence(say("rule.R1.evidence.unknown"), spike.unknown_before))
    if pain is not None:
        evidence.append(Evidence(say("rule.R1.evidence.pain"), pain, "", spike.outing.run_id))
    return tuple(evidence)


def _signed(change: float) -> str:
    return signed_percent(_shown(change), _digits(change))


def _confidence(spike: Spike) -> Confidence:
    if _little(spike):
        return Confidence.LOW
    if spike.unknown_before or _estimated(spike.outing) or _estimated(spike.longest):
        return Confidence.MEDIUM
    return Confidence.HIGH


def _little(spike: Spike) -> str:
    """Why there is little to compare with: `short`, `alone`, or blank where there is enough."""
    if spike.before < MIN_BASE_M:
        return "short"
    return "alone" if spike.runs_before < MIN_BASE_RUNS else ""


def _exactness(spike: Spike) -> str:
    if spike.unknown_before:
        return say("rule.R1.left-out", runs=counted(spike.unknown_before, "run"))
    if _estimated(spike.outing) or _estimated(spike.longest):
        return say("rule.R1.indoor")
    return say("rule.R1.exact")


def _estimated(outing: Outing) -> bool:
    """True when a distance of it was not measured outdoors: on a treadmill, or written down by hand."""
    return any(run.sub_sport in ("treadmill", "indoor_running") or run.distance_source == "log" for run in outing.runs)


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


def _counts(steps: Steps) -> tuple[Evidence, ...]:
    named = {
        "compared": len(steps.compared),
        "young": len(steps.young),
        "no-baseline": len(steps.no_baseline),
        "no-distance": steps.no_value,
    }
    return tuple(Evidence(say(f"rule.R1.evidence.{name}"), count) for name, count in named.items() if count or name == "compared")


def _nothing_to_compare(steps: Steps) -> NotEnoughData:
    if not (steps.young or steps.no_baseline or steps.no_value):
        return not_enough("shown")
    if not (steps.young or steps.no_baseline):
        return not_enough("distance", runs=counted(steps.no_value, "run"))
    if steps.no_baseline:
        return not_enough("baseline", runs=counted(len(steps.no_baseline), "run"), date=date(steps.no_baseline[-1].day))
    runs, first, last = counted(len(steps.young), "run"), date(steps.young[0].day), date(steps.young[-1].day)
    if not steps.young_steps:
        return not_enough("history", runs=runs, first=first, last=last)
    largest = max(steps.young_steps, key=lambda spike: spike.change)
    change = _signed(largest.change)
    return not_enough("history-value", runs=runs, first=first, last=last, change=change, date=date(largest.outing.day))
