"""What all rules together take, after the import: ten years of daily runs with a diary, and one season.

A bound on milliseconds would be one on the machine: they are printed, rule by rule, beside what it takes to put the same runs and
rows on the calendar.
"""

import datetime as dt
import math
import time
from collections.abc import Callable, Mapping

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from footfall.findings import RULES
from footfall.findings.finding import Outcome
from footfall.findings.rule import Rule, check
from footfall.history.days import build_history
from footfall.history.history import History
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, DiaryEntry, Surface
from footfall.model.summary import RunSummary
from footfall.workflow.kept_findings import findings_key
from tests.bench.measuring import fastest_ms, only_when_measuring
from tests.factories import PAIN_FREE, entry, minutes_onset, run_on

FIRST = dt.date(2018, 1, 1)
DECADE = (3_000, 3_000)
SEASON = (60, 120)
"""Runs, and days with a diary row."""


@pytest.mark.parametrize(("runs", "days"), [DECADE, SEASON], ids=["3,000 runs and days", "a season of 60 runs"])
def test_every_rule_over(benchmark: BenchmarkFixture, runs: int, days: int) -> None:
    only_when_measuring(benchmark)
    build = _builder(runs, days)
    check(build(), RULES)  # what rules import late is there from now on
    calendar = fastest_ms(build, 3)
    whole, shares = _rule_by_rule(build, 3 if runs > 1000 else 15)
    history = build()
    key = fastest_ms(lambda: findings_key(history, RULES), 3)
    print(f"\n\n{runs} runs, {days} diary days: on the calendar in {calendar:.0f} ms; all rules {whole:.0f} ms more")
    for code, took in sorted(shares.items(), key=lambda each: -each[1]):
        print(f"{code:>6}{took:>10.1f} ms")
    print("what several rules share is with the first that asks")
    print(f"the key by which their findings are kept, over all that they can see: {key:.0f} ms\n")
    benchmark.extra_info["ms of all rules"] = round(whole)
    benchmark.extra_info["ms of their key"] = round(key)
    benchmark.pedantic(check, setup=lambda: ((build(), RULES), {}), rounds=3)


def _rule_by_rule(build: Callable[[], History], rounds: int) -> tuple[float, Mapping[str, float]]:
    """Milliseconds of all rules, and of each, in the fastest of several rounds; each round has a history of its own."""
    best, shares = math.inf, {}
    for _ in range(rounds):
        history, timed = build(), [_Timed(rule) for rule in RULES]
        began = time.perf_counter()
        check(history, timed)
        took = 1000 * (time.perf_counter() - began)
        if took < best:
            best, shares = took, {rule.code: rule.took_ms for rule in timed}
    return best, shares


class _Timed:
    """A rule, and how long it took."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self.code, self.title, self.source = rule.code, rule.title, rule.source
        self.took_ms = math.nan

    def check(self, history: History) -> Outcome:
        """As the rule does."""
        began = time.perf_counter()
        try:
            return self._rule.check(history)
        finally:
            self.took_ms = 1000 * (time.perf_counter() - began)


def _builder(runs: int, days: int) -> Callable[[], History]:
    """What makes the history anew: what one rule works out and keeps in it must be worked out in each."""
    made, rows = _life(runs, days)
    last = FIRST + dt.timedelta(days=days - 1)
    return lambda: build_history(made, Diary("diary.csv", tuple(rows)), Athlete(), last)[0]


def _life(runs: int, days: int) -> tuple[list[RunSummary], list[DiaryEntry]]:
    """Runs evenly over the days; an onset in about half of them; two pairs of shoes, three surfaces, mornings and evenings."""
    rng = np.random.default_rng(6)
    made, rows = [], []
    on = set(np.linspace(0, days - 1, runs).astype(int).tolist())
    for number in range(days):
        day = FIRST + dt.timedelta(days=number)
        fields: dict[str, object] = {"pain_next_morning": float(max(0, round(rng.normal(0.5, 2))))}
        if number in on:
            minutes, onset = float(rng.integers(25, 70)), float(rng.exponential(60))
            clock = ("07:00", "18:30")[int(rng.integers(2))]
            made.append(run_on(day, clock, km=minutes / 6, minutes=minutes, shoes=("one", "other")[int(rng.integers(2))]))
            hurts = onset < minutes
            fields |= {
                "onset": minutes_onset(float(math.ceil(onset))) if hurts else PAIN_FREE,
                "pain_max": float(rng.integers(1, 7)) if hurts else 0.0,
                "surface": tuple(Surface)[int(rng.integers(3))],
            }
        rows.append(entry(day, number + 2, **fields))
    return made, rows
