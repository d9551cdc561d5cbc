"""The whole report: complete runners in whom nothing is going on, asked by every rule at once."""

import math
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from footfall.findings import RULES
from footfall.findings.finding import Confidence, Findings
from footfall.findings.rule import check
from footfall.history.history import History
from footfall.model.diary import Surface
from footfall.wording import say
from trials.runner import DrawnRun, Written, history_of
from trials.table import Bound, Row, Said, Table

FAMILIES = ("P2", "P3", "A1", "A2")
"""Rules that test and that need an answer for most runs; those of them that RULES has are told of."""

CODES = frozenset(rule.code for rule in RULES)

SURFACES = (Surface.ROAD, Surface.TRAIL, Surface.TREADMILL)
PAIRS = ("Pegasus 40", "Cielo")
CLOCKS_H = (7.0, 12.5, 18.0)


@dataclass(frozen=True)
class World:
    """How a runner lives and hurts.

    mornings     correlation of pain from one morning to the next.
    spells       correlation of proneness to an onset from run to run; its spread is of the log hazard.
    weekly       whether running and pain have a rhythm of the week.
    written      share of days on which the diary is kept; of runs always.
    shares       exact, whole-minute and to-five onsets.
    hazards      of pain, from one runner to another.  [1/min]
    """

    mornings: float = 0.6
    spells: float = 0.0
    spread: float = 0.0
    weekly: bool = False
    written: float = 0.9
    shares: tuple[float, float, float] = (0.2, 0.4, 0.4)
    hazards: tuple[float, float] = (0.006, 0.014)


def trial(rng: np.random.Generator, world: World) -> Said:
    """A null runner, and what the report says to her."""
    return _said(check(_history(rng, world), RULES))


def painful_only(rng: np.random.Generator, world: World) -> Said:
    """A runner who writes down nothing but runs in which pain began: which rules refuse, and say why.

    None where every run from the first row on hurt: of her diary nothing is missing.
    """
    history = _painful_history(rng, world)
    found = check(history, RULES)
    why = {one.rule: one.reason for one in found.skipped}
    first = next((day.date for day in history.days if day.entries), history.as_of)
    whole = all(outing.entry is not None for outing in history.running if outing.day >= first)
    refused: dict[str, bool | None] = {
        f"{code} skipped": None if whole else why.get(code) == say("lack.coverage.reason") for code in FAMILIES if code in CODES
    }
    return refused | {"any at all": _any_tested(found)}


def _said(found: Findings) -> Said:
    tested = [one for one in found.found if one.tested]
    looked = {family.rule: family.p for family in found.families}
    told: dict[str, bool | None] = {
        "any medium": any(one.confidence is Confidence.MEDIUM for one in tested),
        "any at all": _any_tested(found),
    }
    for code in (code for code in FAMILIES if code in CODES):
        told[f"{code} could look"] = code in looked
        told[f"{code} speaks"] = any(one.rule == code for one in tested) if code in looked else None
    for code in sorted(set(looked) - set(FAMILIES)):
        told[f"{code} speaks"] = any(one.rule == code for one in tested)
    return told


def _any_tested(found: Findings) -> bool:
    return any(one.tested for one in found.found)


def _autoregressive(rng: np.random.Generator, count: int, correlation: float) -> NDArray[np.float64]:
    noise = rng.normal(size=count)
    made = noise.copy()
    for now in range(1, count):
        made[now] = correlation * made[now - 1] + math.sqrt(1 - correlation**2) * noise[now]
    return made


@dataclass(frozen=True)
class _Season:
    """What was drawn for one runner. Arrays of runs shape (n,), `mornings` one for each day, 0-10."""

    days: int
    on: NDArray[np.int64]
    minutes: NDArray[np.float64]
    onset: NDArray[np.float64]
    score: NDArray[np.float64]
    mornings: NDArray[np.float64]

    @property
    def hurts(self) -> NDArray[np.bool_]:
        """Runs long enough for their onset."""
        return self.onset < self.minutes


def _season(rng: np.random.Generator, world: World) -> _Season:
    """120-180 days with 50-70 runs; none of what is drawn knows of the rest but by the rhythm of the week."""
    days, count = int(rng.integers(120, 181)), int(rng.integers(50, 71))
    weekly = 1.0 if world.weekly else 0.0
    weekday = np.arange(days) % 7
    likely = np.exp(weekly * rng.normal(size=7))[weekday]
    on = np.sort(rng.choice(days, count, replace=False, p=likely / likely.sum())).astype(np.int64)
    latent = _autoregressive(rng, days, world.mornings) + weekly * 0.6 * rng.normal(size=7)[weekday]
    mornings = np.clip(np.round((latent - np.quantile(latent, 0.55)) * 2.2), 0, 10)
    proneness = np.exp(world.spread * _autoregressive(rng, count, world.spells))
    onset = rng.exponential(1 / (rng.uniform(*world.hazards) * proneness))
    minutes = np.clip(rng.lognormal(np.log(42), 0.3, count), 20, 110)
    return _Season(days, on, minutes, onset, np.clip(np.round(rng.gamma(4, 0.9, count)), 1, 10), mornings)


def _runs(rng: np.random.Generator, season: _Season) -> list[DrawnRun]:
    count = season.on.size
    clock, pair = rng.choice(CLOCKS_H, count), rng.choice(2, count, p=[0.6, 0.4])
    steep = np.clip(rng.normal(0.06, 0.04, count), 0, 0.5)
    return [
        DrawnRun(int(season.on[run]), float(season.minutes[run]), 6.0, float(clock[run]), float(steep[run]), PAIRS[pair[run]])
        for run in range(count)
    ]


def _of_runs(rng: np.random.Generator, season: _Season, world: World) -> dict[int, Written]:
    """Day -> the row of its run."""
    surface = rng.choice(3, season.on.size, p=[0.5, 0.3, 0.2])
    rows = {}
    for run, day in enumerate(season.on.tolist()):
        minute, rounding, score = math.nan, 0.0, 0.0
        if season.hurts[run]:
            minute, rounding = _as_written(rng, float(season.onset[run]), float(season.minutes[run]), world.shares)
            score = float(season.score[run])
        rows[day] = Written(day, minute, rounding, score, float(season.mornings[day]), SURFACES[surface[run]])
    return rows


def _as_written(rng: np.random.Generator, minute: float, end: float, shares: tuple[float, float, float]) -> tuple[float, float]:
    """A minute as people write it, and half of what that leaves open; never beyond the run, never 0, which would be the start."""
    style = rng.choice(3, p=shares)
    if style == 0:
        return max(round(minute, 2), 0.01), 0.0
    whole = float(round(minute)) if style == 1 else 5.0 * round(minute / 5)
    whole = min(max(whole, 1.0 if style == 1 else 5.0), float(math.floor(end)))
    return whole, 2.5 if whole % 5 == 0 else 0.5


def _history(rng: np.random.Generator, world: World) -> History:
    season = _season(rng, world)
    rows = _of_runs(rng, season, world)
    for day in np.flatnonzero(rng.random(season.days) < world.written).tolist():
        rows.setdefault(day, Written(day, next_morning=float(season.mornings[day])))
    return history_of(_runs(rng, season), [rows[day] for day in sorted(rows)], season.days)


def _painful_history(rng: np.random.Generator, world: World) -> History:
    """Of all that could be written down, the runs in which pain began."""
    season = _season(rng, world)
    painful = set(season.on[season.hurts].tolist())
    rows = _of_runs(rng, season, world)
    return history_of(_runs(rng, season), [rows[day] for day in sorted(painful)], season.days)


NULL = {"any medium": Bound(0.0, 0.115), "any at all": Bound(0.0, 0.25)}
REFUSED = {f"{code} skipped": Bound(1.0, 1.0) for code in FAMILIES if code in CODES}

WORLDS = {
    "mornings in spells, mixed reports": World(),
    "everything independent, exact minutes": World(mornings=0.0, shares=(1.0, 0.0, 0.0)),
    "runs and mornings in spells, mixed reports": World(mornings=0.85, spells=0.7, spread=0.8),
    "a weekly rhythm of running and of mornings": World(weekly=True),
    "a diary kept on runs and half of the other days": World(written=0.5),
}

TABLES = (
    Table(
        "WHOLE",
        "The whole report, where nothing is going on",
        """Complete runners, made into the history that `report` makes and asked by every rule at once: 120-180 days with 50-70
runs of 20-110 minutes, a diary row for every run and for nine of ten other days. An onset comes at a constant hazard (.006-.014 a
minute), whatever the run; mornings (0-10, 0 in more than half) go their own way, in spells (correlation .6 from day to day);
surface, shoes, time of day and hills are drawn by lot. Onsets are written as exact minutes (20 %), whole ones (40 %) and fives
(40 %). *Any medium*: a finding that rests on a p value and is held for more than chance over all checks. *Any at all*: one that
rests on a p value. *Could look*: in how many the rule had enough.""",
        tuple(Row(name, partial(trial, world=world), NULL) for name, world in WORLDS.items()),
    ),
    Table(
        "COVERAGE",
        "Who writes down painful runs alone",
        """The same runners, of whose diary nothing is left but the runs in which pain began. *Skipped*: the rule refuses and
says that only the runs written down are known. A runner of whom every run hurt has left none out, and is not counted.""",
        (
            Row("nothing but painful runs", partial(painful_only, world=World()), REFUSED),
            Row("the same, where most runs hurt", partial(painful_only, world=World(hazards=(0.02, 0.06))), REFUSED),
        ),
    ),
)
