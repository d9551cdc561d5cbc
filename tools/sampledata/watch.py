"""What a recorder keeps of a run: which seconds, and where its laps end."""

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from sampledata.draws import Draws
from sampledata.motion import Motion
from sampledata.plan import Kind, Recorder

AUTO_LAP_M = 1000


class Trigger(Enum):
    """What closed a lap, with FIT's number for it."""

    MANUAL = 0
    DISTANCE = 2
    SESSION_END = 7


@dataclass(frozen=True, slots=True)
class LapSpan:
    """One lap by seconds of the timer: what lies after `start` up to and with `end`."""

    start: int
    end: int
    trigger: Trigger


_STEPS_S = {
    Recorder.WATCH_DENSE: (1, 1),
    Recorder.WATCH_SMART: (2, 7),
    Recorder.WATCH_BARE: (3, 8),
    Recorder.PHONE: (3, 8),
    Recorder.PHONE_DENSE: (1, 1),
    Recorder.OLD_WATCH: (4, 10),
}


def laps(motion: Motion) -> tuple[LapSpan, ...]:
    """Every kilometre and every press of the button; in a tempo session, as set by hand, the presses alone."""
    ends = dict.fromkeys(motion.presses, Trigger.MANUAL)
    if motion.planned.kind is not Kind.TEMPO:
        for second, (before, after) in enumerate(pairwise(motion.moments), start=1):
            if int(after.distance_m / AUTO_LAP_M) > int(before.distance_m / AUTO_LAP_M):
                ends.setdefault(second, Trigger.DISTANCE)
    ends.pop(0, None)
    ends[motion.timer_s] = Trigger.SESSION_END
    return tuple(LapSpan(start, end, ends[end]) for start, end in pairwise([0, *sorted(ends)]))


def kept_seconds(motion: Motion, draws: Draws) -> tuple[int, ...]:
    """Seconds of the timer that become a record: all, or every few as the recorder likes; always the ends of laps and
    both sides of a pause.
    """
    low, high = _STEPS_S[motion.planned.recorder]
    kept = {0, motion.timer_s}
    second = 0
    while (second := second + draws.integer(low, high)) < motion.timer_s:
        kept.add(second)
    for at, _ in motion.pauses:
        kept.update((at, min(at + 1, motion.timer_s)))
    if not motion.planned.recorder.is_phone:
        kept.update(lap.end for lap in laps(motion))
    return tuple(sorted(kept))
