"""An invented squad of 14 athletes for tests of the coach's pages: every share, flags of each colour, one who sent nothing."""

import datetime as dt
import itertools

from footfall.findings.finding import Severity
from footfall.model.athlete import Share
from footfall.render.squad.content import Change, Flag, Member, Numbers, Quality, Silent, Since, SparkWeek, Squad

MONDAY = dt.date(2026, 11, 9)
NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gwen", "Hugo", "Iris", "Jon", "Kim", "Lea", "Max", "Nia")
SHARES = tuple(itertools.islice(itertools.cycle((Share.FLAGS, Share.PAIN, Share.ALL, Share.NONE)), len(NAMES)))
FLAGS = {
    "Ada": Flag("F1", Severity.EMERGENCY, "Red flag: asked to seek care, F1.", "Have you been seen?"),
    "Ben": Flag("R1", Severity.WARNING, "Sunday's run was 110 % longer than any of the 30 days before.", "What was planned?"),
    "Cleo": Flag("R3", Severity.NOTICE, "The week was 35 % above the median of four.", "Is the next one easier?"),
}
UNKNOWN = Numbers(None, None, None, None, None, None, None, None, None, None, None, None, None, None)


def member(name: str, share: Share, place: int) -> Member:
    """One athlete; the last of the squad sent nothing."""
    sent = name != NAMES[-1]
    pain = share in (Share.PAIN, Share.ALL)
    km = 30.0 + place
    numbers = Numbers(
        4, km, km * 6, km / 2, 0.5, km * 950, km * 2000, km, 4.0, 8.0, 3.0 if pain else None, 17.0 if pain else None, 5, 1
    )
    weeks = tuple(
        SparkWeek(MONDAY - dt.timedelta(weeks=back), km - back if sent else None, km - 8, km + 2, back == 0 if pain else None)
        for back in reversed(range(12))
    )
    flags = (FLAGS[name],) if name in FLAGS else ()
    sites = ("low_back",) if pain and sent else ()
    quality = Quality.RECORDED if sent else Quality.NONE
    return Member(name.lower(), name, share, numbers if sent else UNKNOWN, sites, flags, weeks, None, quality, ())


def squad() -> Squad:
    """The week from 9 November 2026."""
    members = tuple(member(name, share, place) for place, (name, share) in enumerate(zip(NAMES, SHARES, strict=True)))
    return Squad(
        "Tuesday group",
        MONDAY,
        MONDAY + dt.timedelta(days=6),
        "2026-W46",
        dt.date(2026, 11, 16),
        "monday",
        members,
        sum(one.numbers.runs or 0 for one in members),
        sum(one.numbers.distance_km or 0.0 for one in members),
        sum(len(one.flags) for one in members),
        (Since("Ben", Change.NEW, "R1"), Since("Cleo", Change.STILL_OPEN, "R3"), Since("Dan", Change.CLEARED, "R1")),
        (Silent("Nia", "no run and no diary row this week"),),
        (),
    )
