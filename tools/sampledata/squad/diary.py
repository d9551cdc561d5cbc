"""The diary of a member: a short row per run and per day of rest that she remembers to write down."""

import csv
import datetime as dt
import io
from collections.abc import Iterator, Sequence

from sampledata.draws import Draws
from sampledata.motion import Motion
from sampledata.plan import Kind
from sampledata.squad.members import Member, Trouble

COLUMNS = (
    *("date", "pain_before", "pain_max", "pain_after", "pain_next_morning", "onset", "eased_after_min", "sites"),
    *("qualities", "red_flags", "rpe", "note"),
)
_NO_PAIN = {"pain_max": "0", "pain_next_morning": "0"}
_RPE = {Kind.LONG: 5, Kind.TEMPO: 7}
_FORGOTTEN, _FORGOTTEN_REST, _HURTS = 0.08, 0.25, 0.75
_WINDOW_MIN = (15, 20)
_ENOUGH_AFTER_MIN = 3

UNREADABLE = bytes(512)
"""What is left of a diary when a phone's battery dies while it is saved: nothing but zeros."""


def diary_csv(member: Member, motions: Sequence[Motion], draws: Draws) -> str:
    """Her rows from the first run to the last, lines ended by a newline alone."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    ran = {motion.planned.date: motion for motion in motions}
    for date in _days(min(ran), max(ran)):
        row = {"date": date.isoformat(), **_NO_PAIN}
        if date in ran:
            row |= _after_a_run(member, ran[date], draws)
        if member.trouble is Trouble.RED_FLAG and date == max(ran):
            row |= {"pain_max": "5", "pain_after": "4", "pain_next_morning": "", "onset": "24", "sites": "low_back"}
            row |= {"qualities": "ache", "red_flags": "leg_weakness", "note": "right leg gave way on the stairs afterwards"}
        elif draws.chance(_FORGOTTEN if date in ran else _FORGOTTEN_REST):
            continue
        writer.writerow(row)
    return text.getvalue()


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    yield from (first + dt.timedelta(days=day) for day in range((last - first).days + 1))


def _after_a_run(member: Member, motion: Motion, draws: Draws) -> dict[str, str]:
    onset_min = draws.integer(*_WINDOW_MIN)
    row = {"pain_before": "0", "pain_after": "0", "onset": "none"}
    row["rpe"] = str(_RPE.get(motion.planned.kind, 3) + draws.integer(0, 1))
    if member.trouble is not Trouble.EARLY_PAIN or not draws.chance(_HURTS):
        return row
    if motion.timer_s < 60 * (onset_min + _ENOUGH_AFTER_MIN):
        return row
    worst = draws.integer(2, 4)
    return row | {
        "pain_max": str(worst),
        "pain_after": str(worst - 1),
        "onset": str(onset_min),
        "eased_after_min": str(draws.integer(10, 25)),
        "sites": "low_back",
        "qualities": "ache",
    }
