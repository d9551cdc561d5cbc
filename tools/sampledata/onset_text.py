"""How the runner writes down when pain began: in minutes mostly, but also by distance, by clock and by lap."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from sampledata.draws import Draws
from sampledata.motion import Motion
from sampledata.pain import Began, Felt
from sampledata.plan import Kind, utc_offset
from sampledata.watch import Trigger, laps


class Style(Enum):
    """One way to say when."""

    MINUTE = "17"
    DECIMAL = "17.5"
    SECONDS = "17:30"
    DISTANCE = "2.3 km"
    CLOCK = "@07:42"
    LAP = "lap"


_DECK = (
    *(Style.MINUTE,) * 9,
    *(Style.SECONDS,) * 3,
    *(Style.DISTANCE,) * 3,
    *(Style.CLOCK,) * 2,
    *(Style.LAP,) * 2,
    Style.DECIMAL,
)
_NEAR_A_LAP_S = 25


@dataclass(frozen=True, slots=True)
class WrittenOnset:
    """The diary's cell, and the timer second at which the lap button was pressed for it."""

    text: str
    press_s: int | None = None


class Pen:
    """Goes through the styles in a shuffled order, so that a season of twenty onsets holds each of them."""

    def __init__(self, draws: Draws) -> None:
        self._draws = draws
        self._deck: list[Style] = []

    def write(self, felt: Felt, motions: Sequence[Motion]) -> WrittenOnset:
        """The cell for one outing."""
        if felt.began is Began.NOT:
            return WrittenOnset("none")
        if felt.onset_s is None:
            return WrittenOnset(self._draws.one_of(("start", "0")))
        if len(motions) > 1:
            return WrittenOnset(_minutes(felt.onset_s, self._draws))
        return self._of_one_run(felt.onset_s, motions[0])

    def _of_one_run(self, onset_s: int, motion: Motion) -> WrittenOnset:
        has_laps = not motion.planned.recorder.is_phone and motion.planned.kind is not Kind.TEMPO
        near = _lap_near(onset_s, motion) if has_laps else None
        if near is not None:
            return WrittenOnset(f"lap {near}")
        style = self._next()
        if style is Style.LAP and has_laps:
            return WrittenOnset("lap", min(onset_s + self._draws.integer(2, 8), motion.timer_s - 1))
        return WrittenOnset(_in_style(style, onset_s, motion, self._draws))

    def _next(self) -> Style:
        if not self._deck:
            left = list(_DECK)
            while left:
                self._deck.append(left.pop(self._draws.integer(0, len(left) - 1)))
        return self._deck.pop()


def _in_style(style: Style, onset_s: int, motion: Motion, draws: Draws) -> str:
    if style is Style.SECONDS:
        return f"{onset_s // 60}:{onset_s % 60:02d}"
    if style is Style.DECIMAL:
        return f"{round(onset_s / 30) / 2:.1f}"
    if style is Style.DISTANCE:
        return f"{motion.moments[onset_s].distance_m / 1000:.1f} km"
    if style is Style.CLOCK:
        return f"@{motion.at(onset_s) + utc_offset(motion.planned.date):%H:%M}"
    return _minutes(onset_s, draws)


def _minutes(onset_s: int, draws: Draws) -> str:
    """A whole minute, now and then the nearest multiple of five: people like 15 and 20."""
    if draws.chance(0.2):
        return str(5 * round(onset_s / 300))
    return str(round(onset_s / 60))


def _lap_near(onset_s: int, motion: Motion) -> int | None:
    """Number of the kilometre lap that ended as pain began; None when none did."""
    for number, span in enumerate(laps(motion), start=1):
        if span.trigger is Trigger.DISTANCE and abs(span.end - onset_s) <= _NEAR_A_LAP_S:
            return number
    return None
