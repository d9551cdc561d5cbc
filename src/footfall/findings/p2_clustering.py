"""P2: do onsets gather at 15-20 minutes, or are the runs just that long?"""

import math
from dataclasses import dataclass

from footfall.findings.confidence import FAMILY_SIZE
from footfall.findings.coverage import need_coverage
from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_diary, need_runs, not_enough
from footfall.findings.stats.clustering import WINDOW_MIN, Cells, Excess, Grain, by_time_at_risk, cells, plain
from footfall.findings.stats.trend import FURTHEST_RATIO, Beside
from footfall.findings.tolerance import MIN_ONSETS, Tolerance, tolerance
from footfall.findings.written_onsets import WrittenOnsets, written_onsets
from footfall.history.history import History
from footfall.wording import say
from footfall.wording.numbers import counted, listed, number
from footfall.wording.numbers import plain as as_written
from footfall.wording.sentence import Sentence

TESTED_ONSETS = 18
"""From here on a rate five times as high shows in three diaries of five or more; at 12 in two of three where minutes are exact,
in fewer than half where they are rounded to fives."""

P_TIME = 0.10
"""The test against time at risk must reach this, and the one beside a trend must pass `Z_TREND`: both do in at most 5 % of
simulated diaries without a gathering while the hazard is constant, falls or rises, in up to 7 % under the steepest hill. With
0.05 that hill is taken for a bump as often, and a rate twice as high is seen two to three times less in a hundred."""

Z_TREND = 1.75
"""1.645 lets hills through that no quadratic fits."""

NEIGHBOURS_MIN = (10.0, 25.0)
SHIFT_MIN = 2.5
MOST_TOLD_RATIO = 20.0
"""A ratio beyond this that would show is none to hold out."""


@dataclass(frozen=True, slots=True)
class _Tested:
    """z, ratio and shows are NaN where nothing tells the window from the trend."""

    by_time: Excess
    z: float
    ratio: tuple[float, float, float]
    shows: float

    @property
    def p_trend(self) -> float:
        """One-sided."""
        return 0.5 * math.erfc(self.z / math.sqrt(2))

    @property
    def family_p(self) -> float:
        """At most .05 exactly where both tests are passed."""
        if math.isnan(self.z):
            return 1.0
        by_limit = self.by_time.p / P_TIME, self.p_trend / (0.5 * math.erfc(Z_TREND / math.sqrt(2)))
        return min(1.0, FAMILY_SIZE * max(by_limit))


class Clustering:
    """Onsets at 15-20 minutes against the time spent there and the trend of the run."""

    code = "P2"
    title = Sentence("rule.P2.title")
    source = Sentence("rule.P2.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        need_runs(history)
        found = tolerance(history)
        need_coverage(history, found)
        written = written_onsets(found)
        _need_some(written)
        in_cells = cells(written.by_grain, written.ends)
        by_time = by_time_at_risk(in_cells)
        _need_enough(written, by_time)
        tested = _tested(in_cells, by_time)
        evidence = _evidence(found, written, tested)
        fires = tested.by_time.p <= P_TIME and tested.z > Z_TREND
        if not fires:
            return Outcome((), _quiet(written, tested), evidence, tested.family_p)
        finding = _finding(found, written, tested, evidence)
        return Outcome((finding,), f"{finding.headline}.", evidence, tested.family_p)


def _need_some(written: WrittenOnsets) -> None:
    if written.minutes.size < MIN_ONSETS:
        minutes = [as_written(minute) for minute in sorted(written.minutes)]
        raise not_enough(
            "clustering-few",
            onsets=counted(len(minutes), "onset") + _left_out(written),
            minutes=say("rule.P2.at-minutes", minutes=listed(minutes)) if minutes else "",
        )


def _need_enough(written: WrittenOnsets, by_time: Excess) -> None:
    if written.minutes.size < TESTED_ONSETS:
        raise not_enough(
            "clustering-tell",
            onsets=counted(by_time.total, "onset") + _left_out(written),
            there=as_written(by_time.onsets),
            expected=number(by_time.expected, 1),
        )


def _left_out(written: WrittenOnsets) -> str:
    """What cannot be looked at, in brackets; blank where that is nothing."""
    left_out = written.early + written.coarse
    return "" if left_out == 0 else say("rule.P2.left-out", onsets=counted(left_out, "onset"))


def _tested(in_cells: dict[Grain, Cells], by_time: Excess) -> _Tested:
    beside = Beside(in_cells)
    z = beside.z()
    untold = math.isnan(z) and by_time.p <= P_TIME
    if untold or not by_time.expected > 0:
        raise not_enough("clustering-window", onsets=counted(by_time.total, "onset"))
    return _Tested(by_time, z, beside.ratio(), beside.shows())


def _finding(found: Tolerance, written: WrittenOnsets, tested: _Tested, evidence: tuple[Evidence, ...]) -> Finding:
    last = max((*found.began, *found.free), key=lambda outing: outing.start)
    told = [say("rule.P2.how-sure", p_time=_p_text(tested.by_time.p), p_trend=_p_text(tested.p_trend))]
    fives = written.by_grain[Grain.FIVE].size
    if fives:
        told.append(say("rule.P2.how-sure.fives", fives=number(fives), onsets=number(tested.by_time.total)))
    return Finding(
        rule="P2",
        title=Clustering.title,
        run_id=None,
        date=last.day,
        severity=Severity.NOTICE,
        confidence=Confidence.LOW,
        headline=say("rule.P2.headline", **_counts(tested)),
        evidence=evidence,
        suggestion=say("rule.P2.suggestion"),
        how_sure=" ".join(told),
        source=Clustering.source,
        tested=True,
    )


def _quiet(written: WrittenOnsets, tested: _Tested) -> str:
    key = "rule.P2.quiet.trend" if tested.by_time.p <= P_TIME else "rule.P2.quiet"
    told = [say("rule.P2.quiet.bare" if math.isnan(tested.z) else key, **_counts(tested))]
    if any(minute in WINDOW_MIN for minute in written.by_grain[Grain.FIVE]):
        told.append(say("rule.P2.halves"))
    hopeful = tested.shows <= MOST_TOLD_RATIO  # not, where it is NaN
    told.append(say("rule.P2.shows", times=_times(tested.shows)) if hopeful else say("rule.P2.shows.hardly"))
    return " ".join(told)


def _counts(tested: _Tested) -> dict[str, str]:
    by_time = tested.by_time
    return {
        "there": as_written(by_time.onsets),
        "onsets": number(by_time.total),
        "expected": number(by_time.expected, 1),
        "ratio": _ratio_text(tested.ratio),
    }


def _evidence(found: Tolerance, written: WrittenOnsets, tested: _Tested) -> tuple[Evidence, ...]:
    by_time, (ratio, low, high) = tested.by_time, tested.ratio
    named: list[tuple[str, float | int | str | None, str]] = [
        ("onsets", by_time.total, ""),
        ("there", by_time.onsets, ""),
        ("expected", round(by_time.expected, 1), ""),
        ("ratio", _finite(ratio), ""),
        ("low", _finite(low), ""),
        ("high", _finite(high), ""),
        ("p-time", _p(by_time.p), ""),
        ("p-trend", None if math.isnan(tested.z) else _p(tested.p_trend), ""),
        ("shows", _shown(tested.shows), ""),
        *((f"grain.{grain.value}", minutes.size, "") for grain, minutes in written.by_grain.items()),
        *((f"beside.{name}", _excess(excess), "") for name, excess in _looks(written).items()),
        ("early", written.early, ""),
        ("coarse", written.coarse, ""),
        ("prevalent", found.prevalent, ""),
        ("unknown", found.unknown, ""),
        ("coverage", round(found.coverage * 100, 1), "%"),
    ]
    return tuple(Evidence(say(f"rule.P2.evidence.{name}"), value, unit) for name, value, unit in named)


def _looks(written: WrittenOnsets) -> dict[str, Excess]:
    """The same question asked in other ways, to look at: none of them decides."""
    low, high = WINDOW_MIN
    minutes, ends = written.minutes, written.ends
    return {
        "plain": plain(minutes, ends),
        "neighbours": plain(minutes, ends, among_min=NEIGHBOURS_MIN),
        "earlier": plain(minutes, ends, (low - SHIFT_MIN, high - SHIFT_MIN)),
        "later": plain(minutes, ends, (low + SHIFT_MIN, high + SHIFT_MIN)),
    }


def _excess(excess: Excess) -> str:
    return say(
        "rule.P2.evidence.of", there=as_written(excess.onsets), onsets=number(excess.total), expected=number(excess.expected, 1)
    )


def _p(value: float) -> float:
    """Two digits that count."""
    return float(f"{value:.2g}")


def _p_text(value: float) -> str:
    return say("rule.P2.p.below") if value < 0.001 else number(_p(value), 3 if value < 0.0995 else 2)


def _times(ratio: float) -> str:
    return number(ratio, 1 if ratio < 2.95 else 0)


def _shown(ratio: float) -> float | None:
    return round(ratio, 1 if ratio < 2.95 else 0) if math.isfinite(ratio) else None


def _finite(ratio: float) -> float | None:
    return round(ratio, 1) if math.isfinite(ratio) else None


def _ratio_text(bounds: tuple[float, float, float]) -> str:
    beyond = say("rule.P2.over", limit=number(FURTHEST_RATIO))
    ratio, low, high = (beyond if math.isinf(end) else number(end, 1) for end in bounds)
    return say("rule.P2.ratio.bare" if math.isinf(bounds[1]) else "rule.P2.ratio", ratio=ratio, low=low, high=high)
