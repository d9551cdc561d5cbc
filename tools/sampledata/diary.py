"""The diary as the runner kept it: a row per outing or rest day, with the gaps that diaries have."""

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from footfall.model.columns import DIARY_COLUMNS
from sampledata.draws import Draws
from sampledata.life import LivedDay, LivedOuting
from sampledata.pain import Began
from sampledata.plan import FIRST_DAY, LAST_DAY, WATCH_ASKS_SINCE, Kind, Planted, utc_offset

Row = dict[str, str]

_NOTES: Final[Mapping[int, str]] = {
    6: "along the dyke and back",
    18: "hills again, legs fine",
    27: "new shoes next week",
    44: "fell asleep early",
    55: "good one",
    62: "went on with the club, much farther than planned",
    63: "socks took two goes this morning",
    66: "sat all day in the car",
    70: "no running this week",
    74: "swam 1 km",
    78: "back at it, run and walk",
    90: "clocks went back",
    101: "warm-up saved as a file of its own",
    111: "sixteen weeks",
}
_KNEE_SINCE = 36
_SURE_DAYS = frozenset({*range(62, 78), 101, 111})  # the spike, the two weeks after it, two files as one, the last
_MISSED_REST, _MISSED_RUN, _FORGOTTEN = 0.12, 0.07, 0.04
_SURFACES = {Kind.TREADMILL: "treadmill", Kind.HILLS: "trail"}
_NEW_SHOES_DAY = 31


@dataclass
class _Keeper:
    """Writes the rows of one season."""

    planted: Planted
    draws: Draws
    knee_told: bool = False

    def rows(self, day: LivedDay) -> Iterator[Row]:
        """None, one, or one per outing."""
        draws = self.draws
        sure = self.planted is Planted.YES and day.day in _SURE_DAYS
        missed = draws.chance(_MISSED_RUN if day.outings else _MISSED_REST) and not sure
        own = {"sleep_h": f"{round(2 * draws.normal(7.2, 0.7)) / 2:.1f}", **self._morning(day)}
        if missed:
            return
        base = {"date": (FIRST_DAY + dt.timedelta(days=day.day)).isoformat()}
        if self.planted is Planted.YES and day.day in _NOTES:
            own["note"] = _NOTES[day.day]
        if not day.outings:
            yield base | self._rest(day) | own
        for number, outing in enumerate(day.outings, start=1):
            last = number == len(day.outings)
            started = {} if len(day.outings) == 1 else {"start": _clock(outing)}
            yield base | started | self._outing(day, outing) | (own if last else {})

    def _morning(self, day: LivedDay) -> Row:
        """The morning after `day`; not known yet on the last one."""
        if FIRST_DAY + dt.timedelta(days=day.day) == LAST_DAY:
            return {}
        stiff = {"morning_stiffness_min": str(5 * day.next_morning)} if day.next_morning else {}
        return {"pain_next_morning": str(day.next_morning), **stiff}

    def _rest(self, day: LivedDay) -> Row:
        pain = {"pain_max": str(day.morning)}
        return pain | self._where(day) if day.morning else pain

    def _where(self, day: LivedDay) -> Row:
        """One side of the low back all season; after the flare now and then the buttock of that side too."""
        sites = "low_back_left" if self.draws.chance(0.7) else "low_back"
        if day.after_flare and self.draws.chance(0.35):
            sites += ";buttock"
        return {"sites": sites, "qualities": self.draws.one_of(("ache", "ache", "stiff", "ache;stiff"))}

    def _knee(self, day: LivedDay) -> Row:
        """Once in the season the pain is elsewhere: such a row says nothing of the back."""
        if self.knee_told or self.planted is not Planted.YES or day.day < _KNEE_SINCE:
            return {}
        self.knee_told = True
        return {"pain_max": "2", "sites": "knee", "onset": ""}

    def _outing(self, day: LivedDay, outing: LivedOuting) -> Row:
        row = {
            "rpe": str(outing.rpe),
            "surface": _SURFACES.get(outing.kind, "road"),
            "shoes": "Kestrel 2" if day.day < _NEW_SHOES_DAY else "Kestrel 3",
            "shortened_for_fear": "yes" if day.after_flare and outing.felt.before >= 2 else "no",
            "stopped_for_pain": "no" if outing.felt.stopped_s is None else "yes",
        }
        asked = outing.motions[-1].planned.recorder.is_watch and day.day >= WATCH_ASKS_SINCE
        if asked and self.draws.chance(0.5):
            del row["rpe"]  # told the watch already
        if self.draws.chance(_FORGOTTEN) and day.day not in _SURE_DAYS:
            return row  # came home and wrote down no pain, nor that there was none
        felt = outing.felt
        row |= {"pain_before": str(felt.before), "pain_max": str(felt.worst), "pain_after": str(felt.after)}
        row["onset"] = outing.written.text
        if felt.began is Began.NOT:
            return row | self._knee(day)
        row |= {"eased_after_min": str(felt.eased_min), **self._where(day)}
        row["builds"] = "yes" if felt.worst > 1 and felt.began is Began.DURING else "no"
        return row


def diary_csv(days: tuple[LivedDay, ...], planted: Planted, draws: Draws) -> str:
    """The whole diary, lines ended by a newline alone."""
    keeper = _Keeper(planted, draws)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(DIARY_COLUMNS), restval="", lineterminator="\n")
    writer.writeheader()
    for day in days:
        writer.writerows(keeper.rows(day))
    return text.getvalue()


def _clock(outing: LivedOuting) -> str:
    """Local start, to the minute."""
    motion = outing.motions[0]
    return f"{motion.start + utc_offset(motion.planned.date):%H:%M}"
