"""C1: which clock onsets keep: minutes, footfalls or load. Slow, and mostly without an answer: asked in `report --deep` alone."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from footfall.findings.coverage import need_coverage
from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_diary, need_runs, not_enough
from footfall.findings.stats import clocks as fits
from footfall.findings.stats.clocks import Likelihoods, likelihoods, log_normal
from footfall.findings.tolerance import Tolerance, tolerance
from footfall.history.clock import OutingClock
from footfall.history.history import History, OnsetState, Outing
from footfall.model.intervals import FloatArray
from footfall.wording import say
from footfall.wording.numbers import counted, number, percent
from footfall.wording.sentence import Sentence

MIN_ONSETS = 18
"""So many tell clocks apart where the rates of runs differ by 15 % and more: below, the answer is known before the question."""

BY = 2.0
"""How far one clock's log-likelihood must lie above another's."""

SHARE = 0.95
"""In how many draws of as many runs."""

AROUND_MIN = 2.5
"""The rate at an onset is taken over so many minutes before and after it, which is about what is known of its minute.  [min]"""

MOST_ONSETS = 10_000
"""More onsets than this nobody writes down."""

NAMES = ("minutes", "footfalls", "load")


@dataclass(frozen=True, eq=False)
class _Asked:
    """Runs of which all clocks are known, and what the fits say of them.

    rates_sd   log-SD between runs of the amount per minute, by clock.    onsets_sd  log-SD of the onsets, in minutes.
    """

    outings: tuple[Outing, ...]
    onsets: int
    left_out: int
    found: Likelihoods
    rates_sd: tuple[float, ...]
    onsets_sd: float

    @property
    def best(self) -> int:
        """Index of the clock of the highest likelihood."""
        return int(np.argmax(self.found.all_runs))

    @property
    def share(self) -> float:
        """In how many draws it stands out: from minutes, or minutes from both others."""
        return self.found.beats(self.best, (1, 2) if self.best == 0 else (0,), BY)

    @property
    def best_of_two(self) -> bool:
        """Whether footfalls stand out from load as well, or load from footfalls."""
        return self.best != 0 and self.found.beats(self.best, (3 - self.best,), BY) >= SHARE

    def needed(self, clock: int) -> int:
        """Onsets that it usually takes to tell minutes from another clock, in two digits; at most 10,000."""
        ratio = (self.rates_sd[clock] / self.onsets_sd) ** 2
        exact = 4 / math.log1p(ratio) if ratio > 0 else math.inf
        if exact >= MOST_ONSETS:
            return MOST_ONSETS
        return int(round(exact, min(0, 1 - math.floor(math.log10(exact)))))


class WhichClock:
    """Minutes, footfalls or load."""

    code = "C1"
    title = Sentence("rule.C1.title")
    source = Sentence("rule.C1.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        need_runs(history)
        found = tolerance(history)
        need_coverage(history, found)
        asked = _asked(found)
        apart = asked.share >= SHARE
        return Outcome((_finding(asked),) if apart else (), _quiet(asked), _evidence(asked))


def _asked(found: Tolerance) -> _Asked:
    known = [(outing, rates) for outing in (*found.began, *found.free) if (rates := _rates(outing)) is not None]
    began = np.array([outing.onset.state is OnsetState.AT for outing, _ in known], dtype=np.float64)
    onsets = int(began.sum())
    if onsets < MIN_ONSETS:
        raise not_enough("clock-onsets", onsets=counted(onsets, "onset"))
    amounts = np.array([_amounts(outing) for outing, _ in known])
    at_onset = np.array([rates for _, rates in known])
    watched = tuple(fits.Clock(amounts[:, clock], at_onset[:, clock]) for clock in range(len(NAMES)))
    logs = np.log(amounts)
    rates_sd = tuple(float(np.std(logs[:, clock] - logs[:, 0], ddof=1)) for clock in range(len(NAMES)))
    onsets_sd = float(log_normal(logs[:, 0] - logs[:, 0].mean(), began, np.ones((1, began.size)))[2][0])
    left_out = len(found.began) + len(found.free) - len(known)
    outings = tuple(outing for outing, _ in known)
    return _Asked(outings, onsets, left_out, likelihoods(watched, began), rates_sd, onsets_sd)


def _amounts(outing: Outing) -> tuple[float, float, float]:
    """On each clock, until the onset or the end."""
    onset = outing.onset
    if onset.state is OnsetState.AT:
        return onset.minute, onset.footfalls, onset.load
    return outing.timer_min, outing.footfalls, outing.load


def _rates(outing: Outing) -> tuple[float, float, float] | None:
    """Of each clock per minute, about the onset; 1 for a run without one. None where a clock is not known, or stands still."""
    if not _all_known(_amounts(outing)):
        return None
    if outing.onset.state is not OnsetState.AT:
        return 1.0, 1.0, 1.0
    clock = OutingClock.of(outing.runs)
    low = max(0.0, outing.onset.minute - AROUND_MIN)
    high = min(clock.end_min, outing.onset.minute + AROUND_MIN)
    before, after = clock.at(low), clock.at(high)
    rates = (1.0, *((after[which] - before[which]) / (high - low) for which in (0, 1)))
    return (rates[0], rates[1], rates[2]) if _all_known(rates) else None


def _all_known(values: Sequence[float]) -> bool:
    return all(math.isfinite(value) and value > 0 for value in values)


def _finding(asked: _Asked) -> Finding:
    best = _best(asked)
    return Finding(
        rule="C1",
        title=WhichClock.title,
        run_id=None,
        date=max(outing.day for outing in asked.outings),
        severity=Severity.INFO,
        confidence=Confidence.LOW,
        headline=say(f"rule.C1.headline.{best}", onsets=counted(asked.onsets, "onset")),
        evidence=_evidence(asked),
        suggestion=say("rule.C1.suggestion"),
        how_sure=_how_sure(asked, best),
        source=WhichClock.source,
    )


def _best(asked: _Asked) -> str:
    """Name of the clock that stands out; `either` where footfalls and load do, and not one from the other."""
    return NAMES[asked.best] if asked.best == 0 or asked.best_of_two else "either"


def _how_sure(asked: _Asked, best: str) -> str:
    others = "minutes" if asked.best else "both"
    told = [
        say(
            "rule.C1.how-sure",
            share=percent(asked.share),
            draws=number(fits.BOOTSTRAPS),
            clock=say(f"rule.C1.clock.{best}"),
            others=say(f"rule.C1.others.{others}"),
        )
    ]
    if asked.best:
        told.append(say("rule.C1.how-sure.both-apart" if asked.best_of_two else "rule.C1.how-sure.both-alike"))
    return " ".join(told)


def _quiet(asked: _Asked) -> str:
    return say(
        "rule.C1.quiet",
        onsets=counted(asked.onsets, "onset"),
        footfalls=percent(asked.rates_sd[1]),
        load=percent(asked.rates_sd[2]),
        for_footfalls=_needed(asked, 1),
        for_load=_needed(asked, 2),
    )


def _needed(asked: _Asked, clock: int) -> str:
    needed = asked.needed(clock)
    if needed >= MOST_ONSETS:
        return say("rule.C1.more-than", onsets=number(MOST_ONSETS))
    return say("rule.C1.about", onsets=number(needed))


def _evidence(asked: _Asked) -> tuple[Evidence, ...]:
    best: FloatArray = asked.found.all_runs - asked.found.all_runs.max()
    facts: list[tuple[str, float | int | str, str]] = [
        ("onsets", asked.onsets, ""),
        ("runs", len(asked.outings), ""),
        ("left-out", asked.left_out, ""),
        ("best", say(f"rule.C1.clock.{_best(asked)}"), ""),
        *((f"likelihood-{name}", round(float(below), 2), "") for name, below in zip(NAMES, best, strict=True)),
        ("share", round(100 * asked.share, 1), "%"),
        ("rate-footfalls", round(100 * asked.rates_sd[1], 1), "%"),
        ("rate-load", round(100 * asked.rates_sd[2], 1), "%"),
        ("onset-sd", round(100 * asked.onsets_sd, 1), "%"),
        ("needed-footfalls", asked.needed(1), ""),
        ("needed-load", asked.needed(2), ""),
    ]
    return tuple(Evidence(say(f"rule.C1.evidence.{name}"), value, unit) for name, value, unit in facts)
