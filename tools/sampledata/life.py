"""The season as it was lived: day by day, what was run and how it felt. Files and diary are written from this."""

from collections.abc import Sequence
from dataclasses import dataclass

from sampledata.draws import Draws
from sampledata.motion import Motion
from sampledata.onset_text import Pen, WrittenOnset
from sampledata.pain import Back, Felt
from sampledata.plan import DAYS, Kind, Planted, plan
from sampledata.runner import season_motions

WINDOW_DAYS = 30


@dataclass(frozen=True, slots=True)
class LivedOuting:
    """Runs that followed each other, as one, and how they felt.

    motions   as recorded: cut where she gave up, the lap button pressed where pain began.
    rpe       rate of perceived exertion.  [0-10]
    """

    motions: tuple[Motion, ...]
    felt: Felt
    written: WrittenOnset
    rpe: int

    @property
    def distance_m(self) -> float:
        """[m]."""
        return sum(motion.distance_m for motion in self.motions)

    @property
    def timer_s(self) -> int:
        """[s]."""
        return sum(motion.timer_s for motion in self.motions)

    @property
    def kind(self) -> Kind:
        """Of its main part, the last."""
        return self.motions[-1].planned.kind


@dataclass(frozen=True, slots=True)
class LivedDay:
    """One day. Pains 0-10.

    day            0 = first.   morning, next_morning   pain after rising.
    after_flare    the bad morning lies behind her.
    """

    day: int
    morning: int
    outings: tuple[LivedOuting, ...]
    next_morning: int
    after_flare: bool


_RPE = {Kind.LONG: 5, Kind.TEMPO: 7, Kind.HILLS: 6, Kind.RETURN: 3, Kind.WARM_UP: 3}


def live(seed: int, planted: Planted) -> tuple[LivedDay, ...]:
    """All 112 days."""
    outings = _outings(tuple(season_motions(plan(seed, planted), seed)))
    back, pen, draws = Back(planted, Draws(seed, "back")), Pen(Draws(seed, "pen")), Draws(seed, "effort")
    days: list[LivedDay] = []
    for day in range(DAYS):
        longest_m = longest_before(days, day)
        morning = back.now
        lived = tuple(_lived(motions, back, pen, draws, longest_m) for motions in outings.get(day, ()))
        flared = back.has_flared
        days.append(LivedDay(day, morning, lived, back.night(), flared))
    return tuple(days)


def longest_before(days: Sequence[LivedDay], day: int) -> float:
    """Longest outing of the 30 days before; 0 while there are not yet 30 days to look back on.  [m]"""
    if day < WINDOW_DAYS:
        return 0.0
    return max((outing.distance_m for past in days[day - WINDOW_DAYS : day] for outing in past.outings), default=0.0)


def _outings(motions: tuple[Motion, ...]) -> dict[int, list[list[Motion]]]:
    """Motions by day; those that join the former one in a list with it."""
    found: dict[int, list[list[Motion]]] = {}
    for motion in motions:
        day = found.setdefault(motion.planned.day, [])
        if motion.planned.joins_previous:
            day[-1].append(motion)
        else:
            day.append([motion])
    return found


def _lived(motions: list[Motion], back: Back, pen: Pen, draws: Draws, longest_m: float) -> LivedOuting:
    timer_s, distance_m = sum(motion.timer_s for motion in motions), sum(motion.distance_m for motion in motions)
    felt = back.run(motions[-1].planned.kind, timer_s, distance_m, longest_m)
    if felt.stopped_s is not None:
        *earlier, last = motions
        motions = [*earlier, last.cut(felt.stopped_s - sum(motion.timer_s for motion in earlier))]
    written = pen.write(felt, motions)
    if written.press_s is not None:
        motions = [motions[0].with_press(written.press_s)]
    rpe = _RPE.get(motions[-1].planned.kind, 4) + draws.integer(0, 1) + (1 if felt.worst >= 4 else 0)
    return LivedOuting(tuple(motions), felt, written, rpe)
