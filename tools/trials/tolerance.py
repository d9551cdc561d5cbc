"""P3 and C1 on made-up runs: does the date tell anything, does the median's interval hold it, which clock do onsets keep?"""

import math
from dataclasses import dataclass
from functools import partial

import numpy as np
from scipy.signal import lfilter
from scipy.stats import CensoredData, logrank

from footfall.findings.c1_clock import BY, SHARE
from footfall.findings.c1_clock import MIN_ONSETS as FEWEST_ONSETS
from footfall.findings.stats.clocks import Clock, likelihoods
from footfall.findings.stats.cox import MIN_BLOCKS, block_p, blocks_of
from footfall.findings.stats.survival import kaplan_meier
from footfall.findings.tolerance_trend import MIN_ONSETS, P_CHANGE
from trials.table import Bound, Row, Said, Table

Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]

DAYS_PER_MONTH = 30.4375

CLAIMS, WRONG = "a clock is claimed", "a wrong one is claimed"

SEES, AT_FIVE, HALVES = "a change is seen", "with p ≤ 0.05", "log-rank of halves (not used)"

USUAL_MIN = 45.0
"""Scale on which hazards with a shape are written.  [min]"""


@dataclass(frozen=True)
class World:
    """Runs of one runner, and what makes pain begin in them.

    onsets, count, months   how many onsets in how many runs over how long.
    shape      of a Weibull hazard over the minutes of a run: 1 constant, 2 rising.
    growth     factor by which runs grow longer per month.
    per_month  factor by which the hazard changes per month; turned round in every second runner.
    alike      correlation of good and bad form from one run to the next.    spell_sd  SD of its effect on the log hazard.
    """

    onsets: int
    count: int
    months: float
    shape: float = 1.0
    growth: float = 1.0
    per_month: float = 1.0
    alike: float = 0.0
    spell_sd: float = 0.0

    def runs(self, rng: np.random.Generator) -> tuple[Numbers, Numbers, Numbers]:
        """Whole minutes until the onset or the end, whether it began, and the day of each run; as many onsets as asked for."""
        every_day = np.arange(1.0, round(self.months * DAYS_PER_MONTH))
        days = np.sort(rng.choice(every_day, self.count, replace=False))
        months = days / DAYS_PER_MONTH
        ends = rng.uniform(25, 70, self.count) * self.growth**months
        factor = self.per_month if rng.random() < 0.5 else 1 / self.per_month
        while True:
            weight = factor**months * np.exp(self.spell_sd * _form(rng, self.count, self.alike))
            until_end = weight * (ends / USUAL_MIN) ** self.shape
            base = _base(until_end, self.onsets)
            onset = USUAL_MIN * (rng.exponential(size=self.count) / (base * weight)) ** (1 / self.shape)
            began = onset <= ends
            if began.sum() == self.onsets:
                return np.maximum(np.round(np.minimum(onset, ends)), 1.0), began.astype(np.float64), days


def _form(rng: np.random.Generator, count: int, alike: float) -> Numbers:
    """How it goes from run to run: a chain of standard normals."""
    new = math.sqrt(1 - alike**2) * rng.standard_normal(count)
    new[0] = rng.standard_normal()
    return np.asarray(lfilter([1.0], [1.0, -alike], new), dtype=np.float64)


def _base(until_end: Numbers, onsets: int) -> float:
    """Hazard with which so many onsets are to be expected."""
    low, high = -12.0, 12.0
    for _ in range(40):
        middle = (low + high) / 2
        expected = float(np.sum(-np.expm1(-np.exp(middle) * until_end)))
        low, high = (middle, high) if expected < onsets else (low, middle)
    return math.exp((low + high) / 2)


def trend(world: World, rng: np.random.Generator) -> Said:
    """Whether the rule sees a change."""
    times, began, days = world.runs(rng)
    blocks = blocks_of(days)
    if began.sum() < MIN_ONSETS or blocks.count < MIN_BLOCKS:
        return {SEES: None, AT_FIVE: None, HALVES: None}
    first = days < np.median(days)
    halves = of_halves(times[first], began[first], times[~first], began[~first])
    p = block_p(times, began, days, blocks.block)
    return {SEES: p <= P_CHANGE, AT_FIVE: p <= 0.05, HALVES: halves <= 0.05}


def of_halves(times: Numbers, began: Numbers, other_times: Numbers, other_began: Numbers) -> float:
    """p value of the log-rank test between two sets of runs: what is mostly done, and takes runs as independent of each other."""
    one, other = (
        CensoredData.right_censored(minutes, event == 0) for minutes, event in ((times, began), (other_times, other_began))
    )
    return float(logrank(one, other).pvalue)


def coverage(onsets: int, rng: np.random.Generator) -> Said:
    """Whether the interval of the median holds the true one, in runs of which some 45 % end free of pain."""
    per_min = 0.0175
    count = round(onsets / 0.55)
    onset, ends = rng.exponential(1 / per_min, count), rng.uniform(25, 70, count)
    began = onset <= ends
    curve = kaplan_meier(onset[began], ends[~began])
    truth = math.log(2) / per_min
    low = 0.0 if math.isnan(curve.median_low) else curve.median_low
    high = math.inf if math.isnan(curve.median_high) else curve.median_high
    holds = low <= truth <= high
    enough = began.sum() >= 8
    return {
        "interval holds the median": holds,
        "the same where the rule would speak": holds if enough else None,
        "it has no upper end": math.isnan(curve.median_high) if enough else None,
    }


def clock(keeps: int, onsets: int, rate_sd: float, rng: np.random.Generator) -> Said:
    """Whether the rule claims a clock, and whether it is a wrong one. Onsets keep 0 minutes, 1 footfalls, 2 load."""
    count = round(onsets / 0.7)
    rates = np.column_stack([np.ones(count), *np.exp(rate_sd * rng.standard_normal((2, count)))])
    ends = rng.uniform(30, 80, count)
    onset = 42 * np.exp(0.3 * rng.standard_normal(count)) / rates[:, keeps]
    minutes, began = np.minimum(onset, ends), (onset <= ends).astype(np.float64)
    if began.sum() < FEWEST_ONSETS:
        return {CLAIMS: None, WRONG: None}
    watched = tuple(Clock(minutes * rates[:, which], rates[:, which]) for which in range(3))
    found = likelihoods(watched, began, bootstraps=100)
    best = int(np.argmax(found.all_runs))
    claims = found.beats(best, (1, 2) if best == 0 else (0,), BY) >= SHARE
    return {CLAIMS: claims, WRONG: claims and (best == 0) != (keeps == 0)}


SIZE = {SEES: Bound(0.0, 0.06)}
IN_SPELLS = {SEES: Bound(0.0, 0.075)}
POWER = {SEES: Bound(0.75, 1.0)}
HOLDS = {"interval holds the median": Bound(0.935, 0.965)}

DIARIES = ((18, 54, 4.0), (30, 90, 6.0), (50, 150, 9.0))
SEEN = (2.0, 1.42, 1.22)
"""Change per month that is asked to show in each of the diaries."""


def _named(diary: tuple[int, int, float]) -> str:
    onsets, count, months = diary
    return f"{onsets} onsets in {count} runs over {months:g} months"


NULLS = (
    *(
        Row(f"{name}; {_named(diary)}", partial(trend, World(*diary, shape=shape, growth=growth)), SIZE)
        for diary in DIARIES
        for name, shape, growth in (
            ("constant hazard", 1.0, 1.0),
            ("Weibull 2", 2.0, 1.0),
            ("runs grow by 8 % a month", 1.0, 1.08),
        )
    ),
    *(
        Row(f"good and bad spells; {_named(diary)}", partial(trend, World(*diary, alike=0.7, spell_sd=0.8)), IN_SPELLS, 8000)
        for diary in DIARIES
    ),
)
POWERS = tuple(
    Row(f"times {seen:g} or 1/{seen:g} a month; {_named(diary)}", partial(trend, World(*diary, per_month=seen)), POWER)
    for diary, seen in zip(DIARIES, SEEN, strict=True)
)
COVERAGES = tuple(Row(f"some {onsets} onsets", partial(coverage, onsets), HOLDS, runners=6000) for onsets in (8, 12, 18, 30))

CLOCKS = tuple(
    Row(
        f"onsets keep {name}; some {onsets} of them, rates differ by {100 * rate_sd:g} %",
        partial(clock, keeps, onsets, rate_sd),
        {WRONG: Bound(0.0, 0.06)},
        runners=300,
    )
    for keeps, name in enumerate(("minutes", "footfalls", "load"))
    for onsets, rate_sd in ((30, 0.03), (30, 0.15), (100, 0.15))
)

_CHANGE = """Runs of 25-70 minutes on days drawn at random, onsets in whole minutes, as many as the row says. Nothing changes in
the first rows; in good and bad spells the form of one run is correlated with that of the next (0.7), and one SD of it
multiplies the hazard by e^0.8. In the last rows the hazard at any minute of a run changes by a factor each month, up
or down. The test is the score of Cox's model on the date, against 999 orders of blocks of weeks (the longest of 4, 3
and 2 weeks that leave 8 blocks). Beside it, for comparison, the log-rank test of the first half of the runs against
the second: good and bad spells deceive it."""

_MEDIAN = """A constant hazard, runs of 25-70 minutes of which some 45 % end free of pain; the row says how many onsets are to be
expected. The log-log interval of the Kaplan-Meier median is asked whether it holds the true one; the rule itself
speaks from 8 onsets on."""

_CLOCKS = """Runs of 30-80 minutes at rates of footfalls and of load a minute that differ from run to run by a log-SD as the row
says; onsets with a log-SD of 0.3 on the clock that they keep. 100 draws of as many runs, where the rule takes 400:
the share of runners in whom it claims a clock, and in whom it takes minutes for another clock or another for minutes."""

TABLES: tuple[Table, ...] = (
    Table("P3", "P3: do pain-free minutes change with the date?", _CHANGE, (*NULLS, *POWERS)),
    Table("P3 median", "P3: the interval of the median", _MEDIAN, COVERAGES),
    Table("C1", "C1: which clock do onsets keep?", _CLOCKS, CLOCKS),
)
