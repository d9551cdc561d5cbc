"""P9: how many flares of pain came within days of a session spike, and how many would by chance."""

from dataclasses import dataclass

import numpy as np

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.flares import flares
from footfall.findings.need import need_diary, need_runs, not_enough
from footfall.findings.ramp_steps import ramp_steps
from footfall.findings.spikes import WINDOW
from footfall.findings.stats.shifts import WEEK, Following, following
from footfall.history.day_pain import index_of, worst_by_day
from footfall.history.history import History
from footfall.wording import say
from footfall.wording.numbers import counted, date, number
from footfall.wording.sentence import Sentence

WITHIN_DAYS = 3
MIN_EACH = 3
"""Below so many spikes or flares not even the counts say anything."""

TESTED_SPIKES, TESTED_FLARES = 8, 12
"""From both on "more than chance" may be said; even then flares five times as frequent show in some 8 of 10 runners alone."""

TESTED_WEEKS = 20
"""In fewer weeks no p value can be .05: there are as many as there are whole weeks to shift by."""

ALPHA = 0.05


@dataclass(frozen=True, slots=True)
class _Marked:
    """Spikes and flares as days since `begin`; `days` of them are looked at, from `begin` in the history's calendar."""

    begin: int
    days: int
    spikes: np.ndarray
    flares: np.ndarray


class FlaresAfterSpikes:
    """Flares after spikes."""

    code = "P9"
    title = Sentence("rule.P9.title")
    source = Sentence("rule.P9.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        need_runs(history)
        marked = _marked(history)
        many = min(len(marked.spikes), len(marked.flares)) >= MIN_EACH
        if not many or marked.days < 2 * WEEK:
            raise not_enough(
                "flares",
                spikes=counted(len(marked.spikes), "spike"),
                flares=counted(len(marked.flares), "flare"),
                needed=MIN_EACH,
                tested_spikes=TESTED_SPIKES,
                tested_flares=TESTED_FLARES,
                tested_weeks=TESTED_WEEKS,
            )
        found = following(marked.spikes, marked.flares, marked.days, WITHIN_DAYS)
        enough = len(marked.spikes) >= TESTED_SPIKES and len(marked.flares) >= TESTED_FLARES
        tested = enough and marked.days >= TESTED_WEEKS * WEEK
        evidence = _evidence(found, marked, tested=tested)
        return Outcome(
            (_finding(history, found, marked, evidence),) if tested and found.p <= ALPHA else (),
            say("rule.P9.quiet.tested" if tested else "rule.P9.quiet", **_counts(found, marked)),
            evidence,
            found.p if tested else None,
        )


def _marked(history: History) -> _Marked:
    """Whole weeks, from about the first shown day on which both can be told to the last day with a score that is shown."""
    worst = worst_by_day(history)
    first_days, told = flares(worst)
    shown = np.array([history.shows(day.date) for day in history.days], dtype=bool)
    known = np.flatnonzero(told & shown)
    compared = index_of(history, history.running[0].day + WINDOW)
    if not known.size or known[-1] < compared:
        return _Marked(0, 0, np.array([], dtype=np.int64), np.array([], dtype=np.int64))
    end = int(known[-1])
    begin = end + 1 - (end + 1 - max(int(known[0]), compared)) // WEEK * WEEK  # whole weeks, up to the newest score
    spiked = sorted({index_of(history, outing.day) for outing in ramp_steps(history).by_distance})
    days = np.array(spiked, dtype=np.int64)
    inside = [marked[(marked >= begin) & (marked <= end)] - begin for marked in (days, first_days)]
    return _Marked(begin, end - begin + 1, *inside)


def _counts(found: Following, marked: _Marked) -> dict[str, str]:
    return {
        "followed": number(found.followed),
        "flares": counted(found.events, "flare"),
        "spikes": counted(len(marked.spikes), "spike"),
        "expected": number(found.expected, 1),
    }


def _evidence(found: Following, marked: _Marked, *, tested: bool) -> tuple[Evidence, ...]:
    evidence = [
        Evidence(say("rule.P9.evidence.spikes"), len(marked.spikes)),
        Evidence(say("rule.P9.evidence.flares"), found.events),
        Evidence(say("rule.P9.evidence.followed"), found.followed),
        Evidence(say("rule.P9.evidence.expected"), round(found.expected, 2)),
        Evidence(say("rule.P9.evidence.days"), marked.days, "days"),
    ]
    if tested:
        evidence.append(Evidence(say("rule.P9.evidence.p"), round(found.p, 3)))
    return tuple(evidence)


def _finding(history: History, found: Following, marked: _Marked, evidence: tuple[Evidence, ...]) -> Finding:
    first, last = history.days[marked.begin].date, history.days[marked.begin + marked.days - 1].date
    return Finding(
        rule="P9",
        title=FlaresAfterSpikes.title,
        run_id=None,
        date=history.days[marked.begin + int(marked.flares[-1])].date,
        severity=Severity.INFO,
        confidence=Confidence.LOW,
        headline=say("rule.P9.headline", **_counts(found, marked)),
        evidence=evidence,
        suggestion=say("rule.P9.suggestion"),
        how_sure=say("rule.P9.how-sure", first=date(first), last=date(last), p=number(found.p, 3)),
        source=FlaresAfterSpikes.source,
        tested=True,
    )
