"""A made-up back: when pain begins in a run, how bad it gets, and what is left of it the next morning.

A model for making data, not a claim about any back. Its rates are what is planted, so they are what a test may expect to find.
"""

from dataclasses import dataclass
from enum import Enum

from sampledata.draws import Draws
from sampledata.plan import Kind, Planted

AT_START_FROM = 2
"""Pain before a run from which it counts as there from the start.  [0-10]"""

CHANCE_PER_MIN = 0.012
"""Rate of onset, the same in every minute, of a season where pain begins by chance.  [1/min]"""

# Planted: from minute -> onsets per minute of running; most of it lies at 14-21 min.
_PLANTED_PER_MIN = ((0.0, 0.001), (8.0, 0.004), (14.0, 0.115), (21.0, 0.012), (26.0, 0.004))
_FLARE_FROM = 1.25  # times the longest run of 30 days: the next morning is a bad one
_FLARE_MORNING = 7.0
_GIVES_UP = 0.1  # of runs in which it began, long ones aside


class Began(Enum):
    """Of the pain in one outing."""

    NOT = "not"
    AT_START = "at start"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class Felt:
    """One outing as it felt. Pains 0-10.

    onset_s     timer seconds since the outing's first start; None unless it began during the run.  [s]
    stopped_s   the timer second at which she gave up because of it; None when she did not.  [s]
    eased_min   from the end until it eased; None without pain.  [min]
    """

    began: Began
    before: int
    worst: int
    after: int
    onset_s: int | None = None
    stopped_s: int | None = None
    eased_min: int | None = None


def rate_per_min(planted: Planted, minute: float) -> float:
    """Onsets per minute of running at that minute, before the day's form is taken into account."""
    if planted is Planted.NO:
        return 0.0
    if planted is Planted.CHANCE:
        return CHANCE_PER_MIN
    return [rate for since, rate in _PLANTED_PER_MIN if minute >= since][-1]


class Back:
    """Carries the pain from day to day. Ask it in the order of the days."""

    def __init__(self, planted: Planted, draws: Draws) -> None:
        self._planted = planted
        self._draws = draws
        self._level = 0.0
        self._flared = False
        self._today_worst = 0
        self._today_m = 0.0
        self._today_flare = False

    @property
    def now(self) -> int:
        """Pain at rest.  [0-10]"""
        return min(10, round(self._level))

    @property
    def has_flared(self) -> bool:
        """The bad morning lies behind her."""
        return self._flared

    def run(self, kind: Kind, timer_s: int, distance_m: float, longest_m: float) -> Felt:
        """How an outing of that length feels.

        longest_m   longest outing of the 30 days before; 0 without one.  [m]
        """
        before = self.now
        spike = self._planted is Planted.YES and longest_m > 0 and distance_m > _FLARE_FROM * longest_m
        self._today_m += distance_m
        self._today_flare |= spike
        felt = self._from_the_start(before) if before >= AT_START_FROM else self._during(before, kind, timer_s, spike)
        self._today_worst = max(self._today_worst, felt.worst)
        return felt

    def night(self) -> int:
        """Sleep on it: the pain of the next morning."""
        draws = self._draws
        if self._planted is Planted.YES:
            self._level *= 0.7 if self._level > 2 else 0.45
            self._level += 0.24 * self._today_worst + 0.06 * self._today_m / 1000 + draws.normal(-0.4, 0.35)
            if self._today_flare:
                self._level, self._flared = _FLARE_MORNING, True
        elif self._planted is Planted.CHANCE:
            self._level = 0.3 * self._today_worst + draws.normal(-0.2, 0.3)
        self._level = max(0.0, self._level)
        self._today_worst, self._today_m, self._today_flare = 0, 0.0, False
        return self.now

    def _form(self, kind: Kind, spike: bool) -> float:
        """What the day makes of the rate: 1 = as written."""
        if self._planted is not Planted.YES:
            return 1.0
        if spike:
            return 6.0
        form = 1.1 if self._flared else 0.65
        if kind in (Kind.RETURN, Kind.TREADMILL):
            form *= 0.8
        return form * (0.7 + 0.5 * self._level)

    def _during(self, before: int, kind: Kind, timer_s: int, spike: bool) -> Felt:
        form = self._form(kind, spike)
        onset_s = next((second for second in range(60, timer_s) if self._begins(second, form)), None)
        if onset_s is None:
            return Felt(Began.NOT, before, 0, 0)
        stopped_s = None
        if self._planted is Planted.YES and kind is not Kind.LONG and self._draws.chance(_GIVES_UP):
            stopped_s = min(timer_s, onset_s + self._draws.integer(360, 780))
        minutes = ((timer_s if stopped_s is None else stopped_s) - onset_s) / 60
        grown = (
            1.6
            + 3.6 * minutes / (minutes + 25)
            + self._draws.normal(0, 0.5)
            + (1.5 if spike else 0)
            + (0 if stopped_s is None else 1)
        )
        worst = max(1, round(grown))
        after = max(1, worst - self._draws.integer(1, 2))
        eased = self._draws.integer(4, 12) + 3 * worst
        return Felt(Began.DURING, before, worst, after, onset_s, stopped_s, eased)

    def _begins(self, second: int, form: float) -> bool:
        return self._draws.chance(form * rate_per_min(self._planted, second / 60) / 60)

    def _from_the_start(self, before: int) -> Felt:
        worst = before + self._draws.integer(0, 1)
        return Felt(Began.AT_START, before, worst, before, eased_min=self._draws.integer(20, 45))
