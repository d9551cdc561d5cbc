"""A2: runners whose pain has nothing to do with surface, shoes, time of day or gradient, and some whose pain has."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from footfall.findings.conditions import allowed_for, blocks
from footfall.findings.stats.groups import compare
from trials.table import Bound, Row, Said, Table

FIRST = dt.date(2025, 3, 3)

SURFACES = (0.5, 0.3, 0.2)
SHOES = (0.6, 0.4)
CLOCKS = (0.4, 0.2, 0.4)


@dataclass
class Made:
    """One made-up runner; arrays shape (n,). latent is pain before it is rounded and cut at 0 and 10; factors by name."""

    day: NDArray[np.int64]
    minutes: NDArray[np.float64]
    latent: NDArray[np.float64]
    factors: dict[str, NDArray[np.int64]]


Twist = Callable[[np.random.Generator, Made], None]


def runner(rng: np.random.Generator, runs: tuple[int, int] = (18, 60), spells: float = 0.0, sticky: float = 0.0) -> Made:
    """Runs on every other day or so; pain in spells (correlation from run to run), conditions that stay for a while."""
    count = int(rng.integers(runs[0], runs[1] + 1))
    day = np.cumsum(rng.choice([1, 2, 3], count, p=[0.3, 0.5, 0.2]))
    noise = rng.normal(size=count)
    latent = noise.copy()
    for now in range(1, count):
        latent[now] = spells * latent[now - 1] + np.sqrt(1 - spells**2) * noise[now]
    surface, shoes, clock = (_levels(rng, count, shares, sticky) for shares in (SURFACES, SHOES, CLOCKS))
    steep = rng.normal(size=count) + 1.0 * (surface == 1)
    return Made(
        day,
        rng.lognormal(np.log(45), 0.3, count),
        latent,
        {"surface": surface, "shoes": shoes, "clock": clock, "slope": (steep > np.median(steep)).astype(np.int64)},
    )


def _levels(rng: np.random.Generator, count: int, shares: tuple[float, ...], sticky: float) -> NDArray[np.int64]:
    drawn = rng.choice(len(shares), count, p=shares)
    stays = rng.random(count) < sticky
    for now in range(1, count):
        if stays[now]:
            drawn[now] = drawn[now - 1]
    return drawn.astype(np.int64)


def trial(
    rng: np.random.Generator,
    twist: Twist | None = None,
    runs: tuple[int, int] = (18, 60),
    spells: float = 0.0,
    sticky: float = 0.0,
    zeros: float = 0.5,
) -> Said:
    """Pain of 0-10, spread by about 2 points, 0 in a share `zeros` of the runs."""
    made = runner(rng, runs, spells, sticky)
    if twist is not None:
        twist(rng, made)
    floor = np.quantile(made.latent, zeros)
    pain = np.clip(np.round((made.latent - floor) * 2.5), 0, 10)
    days = [FIRST + dt.timedelta(days=int(day)) for day in made.day]
    beside = allowed_for(days, made.minutes, pain)
    found = compare(pain, blocks(days), beside, list(made.factors.values()), seed=int(rng.integers(2**31)))
    speaks = bool(min(each.p for each in found) <= 0.05) if found else None
    told: dict[str, bool | None] = {"speaks": speaks}
    if twist is harder_on_road or twist is harder_at_dawn:
        told["names it"] = (
            None if speaks is None else any(each.p <= 0.05 and _right(twist, each.factor, each.z) for each in found)
        )
    return told


def _right(twist: Twist, factor: int, z: float) -> bool:
    return factor == (0 if twist is harder_on_road else 2)


def new_shoes(rng: np.random.Generator, made: Made) -> None:
    """A pair bought in the third month and worn mostly from then on, while pain has good and bad months."""
    bought = rng.integers(56, 84)
    made.factors["shoes"] = ((made.day >= bought) & (rng.random(made.day.size) < 0.8)).astype(np.int64)
    months = rng.normal(size=20)
    made.latent += months[made.day // 28] + 0.01 * rng.normal() * made.day


def trails_on_sundays(rng: np.random.Generator, made: Made) -> None:
    """Trails mostly on Sundays and long; pain has a rhythm of the week and grows with length."""
    sunday = (made.day % 7) == 6
    trail = rng.random(made.day.size) < np.where(sunday, 0.85, 0.15)
    made.factors["surface"] = np.where(trail, 1, rng.choice([0, 2], made.day.size)).astype(np.int64)
    made.minutes *= np.where(trail, 1.5, 1.0)
    made.latent += rng.normal(size=7)[made.day % 7] * 0.8 + 1.0 * (np.log(made.minutes) - np.log(45)) + 0.6 * sunday


def longer_on_trails(rng: np.random.Generator, made: Made) -> None:
    """Trail runs are half as long again, and pain grows with length."""
    made.minutes *= np.where(made.factors["surface"] == 1, 1.5, 1.0)
    made.latent += 1.5 * (np.log(made.minutes) - np.log(45))


def sore_days_choose(rng: np.random.Generator, made: Made) -> None:
    """After a painful run the next is on the treadmill in seven of ten, else in one of ten."""
    sore = np.concatenate([[False], made.latent[:-1] > 0.3])
    indoors = rng.random(made.day.size) < np.where(sore, 0.7, 0.1)
    made.factors["surface"] = np.where(indoors, 2, rng.choice([0, 1], made.day.size)).astype(np.int64)


def half_written(rng: np.random.Generator, made: Made) -> None:
    """Surface is known of three runs in five, shoes of four in five."""
    for name, share in (("surface", 0.6), ("shoes", 0.8)):
        made.factors[name] = np.where(rng.random(made.day.size) < share, made.factors[name], -1)


def evening_shift(rng: np.random.Generator, made: Made) -> None:
    """Mornings in summer, evenings in winter, some of each; pain drifts with the season."""
    late = rng.random(made.day.size) < np.clip(made.day / made.day[-1], 0.1, 0.9)
    made.factors["clock"] = np.where(late, 2, 0).astype(np.int64)
    made.latent += rng.normal() * 2 * made.day / made.day[-1]


def harder_on_road(rng: np.random.Generator, made: Made) -> None:
    """2 points more on road than elsewhere, halves of each."""
    made.factors["surface"] = (rng.random(made.day.size) < 0.5).astype(np.int64)
    made.latent += 2 / 2.5 * (made.factors["surface"] == 0)


def harder_at_dawn(rng: np.random.Generator, made: Made) -> None:
    """2 points more in the morning, two runs of five."""
    made.latent += 2 / 2.5 * (made.factors["clock"] == 0)


SIZE = {"speaks": Bound(0.0, 0.06)}


def _null(name: str, twist: Twist | None = None, runners: int | None = None, **more: object) -> Row:
    return Row(name, partial(trial, twist=twist, **more), SIZE, runners)  # type: ignore[arg-type]


TABLES = (
    Table(
        "A2",
        "A2: surface, shoes, time of day, gradient",
        """Runners with 18-60 runs on every other day or so; pain of 0-10, spread by about 2 points, 0 in half of the runs; three
surfaces (50, 30 and 20 %), two pairs of shoes (60 and 40 %), three times of day (40, 20 and 40 %), and runs above their median of
slope, which trails mostly are. In the first rows pain has nothing to do with any of them: *speaks* is a false alarm, for all
comparisons together. *In spells*: correlation of .7 from run to run. In the last rows one condition does hurt more, by 2 points
before pain is rounded and cut at 0, which leaves about 1.4: *names it* is the right condition found. Who has no 10 runs a side is
left out.""",
        (
            _null("nothing going on"),
            _null("pain in spells", spells=0.7),
            _null("pain in spells, conditions that stay for a while (.6)", spells=0.7, sticky=0.6),
            _null("no pain in four of five runs, in spells", spells=0.7, zeros=0.8),
            _null("18-26 runs, in spells", spells=0.7, runs=(18, 26)),
            _null("shoes bought in month 3, good and bad months, in spells", new_shoes, spells=0.7, runs=(40, 60)),
            _null("evenings as the season goes on, pain that drifts, in spells", evening_shift, spells=0.7),
            _null("long trails on Sundays, a weekly rhythm of pain, pain by length", trails_on_sundays, spells=0.6),
            _null("longer on trails, pain by length", longer_on_trails, runners=8000, spells=0.5),
            _null("sore days choose the treadmill, in spells", sore_days_choose, spells=0.7),
            _null("surface known of three runs in five, shoes of four in five", half_written, spells=0.7),
            *(
                Row(f"{what}, {runs} runs, {how}", partial(trial, twist=twist, runs=(runs, runs), spells=spells))
                for twist, what in ((harder_on_road, "2 points more on road"), (harder_at_dawn, "2 points more in the morning"))
                for runs in (24, 40, 60, 120)
                for spells, how in ((0.0, "no spells"), (0.7, "in spells"))
            ),
        ),
    ),
)
