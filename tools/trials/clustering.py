"""P2 tried on made-up runners: how often it speaks where nothing gathers at 15-20 minutes, and how often where something does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial

import numpy as np

from footfall.findings.p2_clustering import P_TIME, Z_TREND
from footfall.findings.stats.clustering import Grain, by_time_at_risk, cells, plain
from footfall.findings.stats.trend import Beside
from trials.onsets import Lengths, Runs, World, Writing, bumped, constant, log_normal, prone_days, runs, weibull
from trials.table import Bound, Row, Said, Table

ONSETS = (18, 30, 104)
"""At the gate, in a season, in some years."""

FIVE_PER_CENT = 0.05
"""What tests that stand alone are tried at."""

MODERATE = Bound(high=0.06)
ADVERSE = Bound(high=0.075)


@dataclass(frozen=True)
class Kind:
    """A world by its name and how to make it, so that other processes need no more than that."""

    make: Callable[..., World]
    numbers: tuple[float, ...]
    ratio: float = 1.0

    def world(self) -> World:
        """Made once in each process."""
        return _world(self)


@cache
def _world(kind: Kind) -> World:
    world = kind.make(*kind.numbers)
    return world if kind.ratio == 1 else bumped(world, kind.ratio)


def asked(made: Runs) -> Said:
    """What P2's functions say of a diary, and what a plain test against time at risk would."""
    in_cells = cells(_by_grain(made), _ends(made))
    p, z = by_time_at_risk(in_cells).p, Beside(in_cells).z()
    return {
        "P2 speaks": p <= P_TIME and z > Z_TREND,
        "with p ≤ 0.05": p <= FIVE_PER_CENT and z > Z_TREND,
        "time at risk alone": p <= FIVE_PER_CENT,
        "trend alone": z > Z_TREND,
        "as written, plain": plain(made.minute, _ends(made)).p <= FIVE_PER_CENT,
    }


def _by_grain(made: Runs) -> Mapping[Grain, np.ndarray[tuple[int], np.dtype[np.float64]]]:
    exact, five = made.to_the_second == 1, made.minute % 5 == 0
    return {
        Grain.EXACT: made.minute[exact],
        Grain.MINUTE: made.minute[~exact & ~five],
        Grain.FIVE: made.minute[~exact & five],
    }


def _ends(made: Runs) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.concatenate([made.minute, made.free])


def tried(kind: Kind, lengths: Lengths, writing: Writing, onsets: int, rng: np.random.Generator) -> Said:
    """One runner with so many onsets."""
    return asked(runs(rng, kind.world(), lengths, writing, onsets))


def told(kind: Kind, lengths: Lengths, writing: Writing, onsets: int, rng: np.random.Generator) -> Said:
    """One runner in whom nothing gathers is told which rate would show; another, who has it, is asked whether it does."""
    made = runs(rng, kind.world(), lengths, writing, onsets)
    ratio = Beside(cells(_by_grain(made), _ends(made))).shows()
    return {"P2 speaks": asked(runs(rng, bumped(kind.world(), ratio), lengths, writing, onsets))["P2 speaks"]}


SMOOTH = {
    "constant, 0.006 a minute": Kind(constant, (0.006,)),
    "constant, 0.02 a minute": Kind(constant, (0.02,)),
    "falling (Weibull 0.7)": Kind(weibull, (0.7, 80)),
    "rising (Weibull 2)": Kind(weibull, (2, 80)),
    "log-normal, median 45 min, log-SD 0.6": Kind(log_normal, (45, 0.6)),
}
HILLS = {
    "humped: log-normal, median 25 min, log-SD 0.5": Kind(log_normal, (25, 0.5)),
    "half of the days pain-prone, none before minute 8": Kind(prone_days, (0.02, 8, 0.5)),
}


def _sizes() -> tuple[Row, ...]:
    return tuple(
        Row(
            f"{name}; runs {lengths.value}; {writing.value}; {onsets} onsets",
            partial(tried, kind, lengths, writing, onsets),
            {"P2 speaks": MODERATE if name in SMOOTH and writing is not Writing.MIXED else ADVERSE},
        )
        for name, kind in {**SMOOTH, **HILLS}.items()
        for lengths in Lengths
        for writing in Writing
        for onsets in ONSETS
    )


def _sudden() -> tuple[Row, ...]:
    return tuple(
        Row(
            f"half of the days pain-prone, none before minute {begins}; {onsets} onsets",
            partial(tried, Kind(prone_days, (0.03, begins, 0.5)), Lengths.A, Writing.MINUTES, onsets),
        )
        for begins in (10, 12, 14)
        for onsets in (18, 104)
    )


POWERS = ((5.0, 18), (3.0, 37), (2.0, 104))
BELOW_THE_GATE = ((5.0, 8), (5.0, 12))
NEARLY_ALL = ((50.0, 0.002), (1000.0, 0.0001))


def _powers() -> tuple[Row, ...]:
    least = {Writing.EXACT: 0.68, Writing.MINUTES: 0.68, Writing.TO_FIVE: 0.5}
    bars = [
        Row(
            f"rate {ratio:g} times as high; {writing.value}; {onsets} onsets",
            partial(tried, Kind(constant, (0.006,), ratio), Lengths.A, writing, onsets),
            {"P2 speaks": Bound(low=least[writing])} if writing in least and (ratio, onsets) in POWERS else {},
        )
        for ratio, onsets in (*POWERS, *BELOW_THE_GATE)
        for writing in Writing
    ]
    nearly_all = [
        Row(
            f"nearly every onset there (rate {ratio:,.0f} times as high); {writing.value}; 18 onsets",
            partial(tried, Kind(constant, (per_min,), ratio), Lengths.A, writing, 18),
            {"P2 speaks": Bound(low=0.9)},
        )
        for ratio, per_min in NEARLY_ALL
        for writing in Writing
    ]
    return (*bars, *nearly_all)


def _told() -> tuple[Row, ...]:
    return tuple(
        Row(
            f"{name}; runs {lengths.value}; {writing.value}; {onsets} onsets",
            partial(told, SMOOTH[name], lengths, writing, onsets),
            {"P2 speaks": Bound(low=0.7)},
            runners=500,
        )
        for name, lengths in (
            ("constant, 0.006 a minute", Lengths.A),
            ("constant, 0.02 a minute", Lengths.B),
            ("falling (Weibull 0.7)", Lengths.A),
        )
        for writing in (Writing.EXACT, Writing.MINUTES, Writing.TO_FIVE)
        for onsets in ONSETS
    )


WORLDS_TOLD = """A runner goes out until so many onsets of minute 2.5 or later are written. Runs last 25-70 minutes,
evenly, or mostly (80 %) 20-30 and else 30-60. Onsets are written to the second; in whole minutes; 60 % to the nearest five and
the rest in whole minutes; or half to the second and half in that last way."""

TABLES: tuple[Table, ...] = (
    Table(
        "P2",
        "P2 where nothing gathers",
        f"""{WORLDS_TOLD} The hazard of pain is constant, falls, rises, or makes a hill; or half of the days are prone to pain,
which then begins at 0.02 a minute from minute 8 on: over all days, a leap and a slow fall. P2 speaks where both of its tests do:
the exact one against time at risk, way of writing by way of writing (p ≤ {P_TIME}), and the score test beside a trend
(z > {Z_TREND}). Beside it: what it would say if the first asked for 0.05; each test by itself, the first at 0.05; and what a
test of the minutes as written would claim at 0.05 (15 to just under 20, against time at risk).""",
        _sizes(),
    ),
    Table(
        "P2-sudden",
        "P2 where pain never begins before a late minute, and then often",
        """What P2 cannot tell from a gathering, and no bound is set for: half of the days prone, at 0.03 a minute from the minute
given; runs of 25-70 minutes, whole minutes.""",
        _sudden(),
    ),
    Table(
        "P2-power",
        "P2 where onsets do gather",
        f"""{WORLDS_TOLD} Here runs last 25-70 minutes and the hazard is 0.006 a minute, times what the row says from minute 15 to
minute 20; lower where nearly every onset is to lie there. 8 and 12 onsets are below P2's gate and show why it stands where it
does.""",
        _powers(),
    ),
    Table(
        "P2-told",
        "P2 at the rate that a quiet report names",
        """A quiet P2 names the rate ratio that its onsets would show reliably: exp(2.4 / sqrt(information of the score test)). A
first runner without a gathering gives the ratio; a second, in whom the rate at 15-20 minutes is that many times as high, is
asked.""",
        _told(),
    ),
)
