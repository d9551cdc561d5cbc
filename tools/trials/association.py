"""A1: runners whose mornings have nothing to do with the load of the days before, and some whose mornings have."""

import math
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from footfall.findings.association import DURING_WINDOWS, MORNING_WINDOWS
from footfall.findings.stats.association import Question, relate
from trials.table import Bound, Row, Said, Table

Floats = NDArray[np.float64]

ALPHA = 0.05
BEFORE = 14
"""Days of running before the diary begins: all are known from the files."""

SPREAD = 2.0
"""Points of pain for one standard deviation of what is felt."""

RUN_DAYS = np.array([0.2, 0.8, 0.3, 0.8, 0.2, 0.7, 0.9])
LONGER = np.array([1.0, 1.0, 1.0, 1.0, 1.0, 1.2, 1.8])
ACHES = np.array([1.0, -0.3, 0.6, -0.6, 0.6, -0.9, -0.4])
"""A weekly rhythm: chance of a run, how much longer it is, and how much more the back aches, Mondays first."""

FIXED = np.array([0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0])


@dataclass(frozen=True)
class World:
    """One kind of runner.

    days       with a diary.             memory   correlation of one day's back with the next.
    weekly     size of the rhythm of the week: 0 or 1 for both load and pain.
    fixed      runs on Tuesday, Thursday, Saturday and Sunday.
    link       correlation of what is felt, rhythm aside, with the load beside its own rhythm, of `back` days before.
    avoids     how many times smaller the odds of a run are for a standard deviation more of pain that morning, as a logarithm.
    blank      share of diary days left blank, on days with and without a run.
    painless   share of scores that are 0.
    cycle      by how much, on a logarithmic scale, runs are longer at the top of an eight-week cycle of training than usual.
    silence    how many times nothing is recorded or written for ten days.
    """

    days: int = 120
    memory: float = 0.0
    weekly: float = 0.0
    fixed: float = 0.0
    link: float = 0.0
    back: tuple[int, int] = (1, 1)
    avoids: float = 0.0
    blank: tuple[float, float] = (0.0, 0.0)
    painless: tuple[float, float] = (0.59, 0.59)
    cycle: float = 0.0
    silence: int = 0


def series(rng: np.random.Generator, world: World) -> tuple[Floats, Floats, Floats]:
    """Load, morning pain and pain in runs by day, NaN = not known; shape (BEFORE + days,) each."""
    count = BEFORE + world.days
    weekday = np.arange(count) % 7
    chance = RUN_DAYS[weekday] if world.weekly else FIXED[weekday] if world.fixed else np.full(count, 0.5)
    longer = LONGER[weekday] if world.weekly else np.ones(count)
    length = rng.lognormal(0.0, 0.35, count) * longer
    usual = chance * longer * math.exp(0.35**2 / 2)
    width = world.back[1] - world.back[0] + 1
    deviation = math.sqrt(width * float(np.mean(chance * longer**2 * math.exp(2 * 0.35**2) - usual**2)))
    length *= np.exp(world.cycle * np.sin(2 * math.pi * (np.arange(count) / 56 + rng.random())))
    noise, drawn = rng.normal(size=count), rng.random(count)
    load, back, felt = np.zeros(count), np.zeros(count), np.zeros(count)
    back[0] = noise[0]
    for day in range(count):
        if day:
            back[day] = world.memory * back[day - 1] + math.sqrt(1 - world.memory**2) * noise[day]
        window = load[max(0, day - world.back[1]) : day - world.back[0] + 1]
        pull = (float(np.sum(window)) - width * float(np.mean(usual))) / deviation if day >= world.back[1] else 0.0
        felt[day] = world.link * pull + math.sqrt(1 - world.link**2) * back[day] + world.weekly * ACHES[weekday[day]]
        odds = math.log(chance[day] / (1 - chance[day])) if 0 < chance[day] < 1 else math.copysign(30.0, chance[day] - 0.5)
        goes = drawn[day] < 1 / (1 + math.exp(-(odds - world.avoids * felt[day])))
        load[day] = length[day] if goes else 0.0
    felt_running = 0.7 * felt + 0.7 * rng.normal(size=count)
    share = rng.uniform(*world.painless)
    morning, during = _scored(felt, share), _scored(felt_running, share)
    during[load == 0] = math.nan
    for _ in range(world.silence):
        first = int(rng.integers(BEFORE, count - 10))
        for each in (load, morning, during):
            each[first : first + 10] = math.nan
    return load, *_written(rng, world, load, morning, during)


def _scored(felt: Floats, painless: float) -> Floats:
    floor = np.quantile(felt[BEFORE:], painless)
    return np.clip(np.round((felt - floor) * SPREAD + 0.5), 0, 10)


def _written(rng: np.random.Generator, world: World, load: Floats, morning: Floats, during: Floats) -> tuple[Floats, Floats]:
    """A row holds the pain of the day's run and of the morning after it."""
    blank = rng.random(load.size) < np.where(load > 0, world.blank[0], world.blank[1])
    blank[: BEFORE - 1] = True
    during = np.where(blank, math.nan, during)
    during[:BEFORE] = math.nan
    return np.where(np.concatenate([[True], blank[:-1]]), math.nan, morning), during


def trial(rng: np.random.Generator, world: World) -> Said:
    """What the nine links of one runner say."""
    load, morning, during = series(rng, world)
    before = np.concatenate([[math.nan], morning[:-1]])
    tested = [Question(morning, before, window) for window in MORNING_WINDOWS]
    tested += [Question(during, before, window) for window in DURING_WINDOWS]
    found = relate(load, tested, seed=int(rng.integers(2**31)))
    if found.named is None:
        return {"speaks": None}
    speaks = found.p <= ALPHA
    told: dict[str, bool | None] = {"speaks": speaks}
    if world.link:
        window = tested[found.named].window
        told["right lag"] = (window.first, window.last) == world.back if speaks else None
    else:
        told["0 within the interval of the day before"] = bool(found.tested[0].low <= 0 <= found.tested[0].high)
    return told


SIZE = {"speaks": Bound(0.0, 0.06)}
POWER = {"speaks": Bound(0.70, 1.0), "right lag": Bound(0.90, 1.0)}
POWER_REVERSE = {"speaks": Bound(0.55, 1.0), "right lag": Bound(0.90, 1.0)}

GATES = (0.77, 0.87)
"""Of 60 days, 8-14 with pain in the morning."""


def _null(name: str, **more: object) -> Row:
    return Row(name, partial(trial, world=World(**more)), SIZE)  # type: ignore[arg-type]


def _linked(name: str, bounds: dict[str, Bound] | None = None, **more: object) -> Row:
    world = World(**{"link": 0.4, "memory": 0.6, **more})  # type: ignore[arg-type]
    return Row(name, partial(trial, world=world), bounds or {})


TABLES = (
    Table(
        "A1",
        "A1: load, and the pain of the days after",
        """Runners who run on half of the days, or by a rhythm of the week, or on Tuesday, Thursday, Saturday and Sunday; the load
of a run spread by .35 on a logarithmic scale, 0 on other days, known for two weeks before the diary too. Morning pain of 0-10 on
120 days unless said, 59 % of it 0, pain in runs a noisier look at the same back. *Memory*: correlation of one day's back with the
next. *Rhythm of the week*: in load and in pain. *Runs less after bad mornings*: the odds of a run fall to a quarter for one
standard deviation more of pain, and load does nothing. *Cycles of training*: runs two thirds longer at their top. *Speaks* is a
false alarm, for all nine links together.""",
        (
            _null("independent"),
            _null("memory .6", memory=0.6),
            _null("memory .85", memory=0.85),
            _null("rhythm of the week", weekly=1.0),
            _null("rhythm of the week, memory .6", weekly=1.0, memory=0.6),
            _null("fixed running days, memory .6", fixed=1.0, memory=0.6),
            _null("runs less after bad mornings, memory .6", memory=0.6, avoids=1.4),
            _null("runs less after bad mornings, memory .85", memory=0.85, avoids=1.4),
            _null("runs less after bad mornings, rhythm of the week, memory .6", memory=0.6, avoids=1.4, weekly=1.0),
            _null("30 % of days blank, memory .6", memory=0.6, blank=(0.3, 0.3)),
            _null("30 % of days blank, rhythm of the week, memory .6", memory=0.6, weekly=1.0, blank=(0.3, 0.3)),
            _null("45 % of days without a run blank, memory .6", memory=0.6, blank=(0.0, 0.45)),
            _null("twice 10 days of which nothing is known, memory .6", memory=0.6, silence=2),
            _null("cycles of training of eight weeks, memory .95", memory=0.95, cycle=0.5),
            _null("60 days, memory .6", days=61, memory=0.6),
            _null("60 days, 8-14 with pain", days=61, painless=GATES),
            _null("60 days, 8-14 with pain, memory .6", days=61, memory=0.6, painless=GATES),
            _null("60 days, 8-14 with pain, rhythm of the week, memory .6", days=61, memory=0.6, weekly=1.0, painless=GATES),
        ),
    ),
    Table(
        "A1-power",
        "A1: how strong a link it finds",
        """The same runners, memory .6, whose back feels the load of the day before by a correlation of .4 unless said, before
pain is rounded and cut at 0. With a rhythm of the week that is the correlation beside the rhythm; with it counted in, .31. *Right
lag*: of the runners in whom it speaks, those in whom it names the days that count, for the morning or for runs.""",
        (
            _linked("r .4, 120 days", POWER),
            _linked("r .4, 120 days, rhythm of the week", POWER, weekly=1.0),
            _linked("r .4, 120 days, runs less after bad mornings", POWER_REVERSE, avoids=1.4),
            _linked("r .4, 120 days, load two days before", back=(2, 2)),
            _linked("r .4, 120 days, load of seven days", back=(1, 7)),
            _linked("r .4, 120 days, 16 % of scores above 0", painless=(0.84, 0.84)),
            _linked("r .4, 120 days, 30 % of days blank", blank=(0.3, 0.3)),
            _linked("r .4, 120 days, 30 % of days blank, rhythm of the week", blank=(0.3, 0.3), weekly=1.0),
            _linked("r .4, 120 days, 45 % of days without a run blank", blank=(0.0, 0.45)),
            _linked("r .4, 60 days", days=61),
            _linked("r .4, 60 days, rhythm of the week", days=61, weekly=1.0),
            _linked("r .4, 90 days", days=91),
            _linked("r .3, 120 days", link=0.3),
            _linked("r .3, 120 days, rhythm of the week", link=0.3, weekly=1.0),
            _linked("r .3, 180 days", link=0.3, days=181),
            _linked("r .2, 240 days", link=0.2, days=241),
            _linked("r .2, 365 days", link=0.2, days=366),
        ),
    ),
)
