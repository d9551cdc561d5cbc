"""A clinician's page to work out by hand, and one with as much as can stand on it."""

import datetime as dt

from footfall.model.athlete import Athlete
from footfall.model.diary import RED_FLAGS, Quality, Site
from footfall.render.content import Content
from tests.factories import FROM_THE_START, PAIN_FREE, entry, minutes_onset, run_on
from tests.render_html import seasons

FIRST = dt.date(2026, 9, 7)


def day(number: int) -> dt.date:
    """Day 0 is Monday 7 September 2026."""
    return FIRST + dt.timedelta(days=number)


def by_hand() -> Content:
    """Five weeks of runs every other day: 18 of them; rows for the first ten and for two more."""
    runs = [
        run_on(day(2 * at), km=13.0 if at == 16 else 5.0 + 0.5 * (at % 3), minutes=85.0 if at == 16 else 40.0) for at in range(18)
    ]
    rows = [
        entry(day(0), 2, onset=minutes_onset(15.0), pain_before=1.0, pain_max=3.0, pain_next_morning=1.0, eased_after_min=20.0),
        entry(day(2), 3, onset=minutes_onset(22.0), pain_before=0.0, pain_max=2.0, pain_next_morning=2.0, eased_after_min=40.0),
        entry(day(3), 4, pain_next_morning=1.0, morning_stiffness_min=10.0),
        entry(day(4), 5, onset=PAIN_FREE, pain_before=0.0, pain_max=0.0, pain_next_morning=2.0, morning_stiffness_min=30.0),
        entry(day(5), 6, pain_next_morning=0.0),
        entry(day(6), 7, onset=minutes_onset(30.5), pain_max=4.0, sites=frozenset({Site.LOW_BACK_LEFT}), builds=True),
        entry(day(8), 8, onset=FROM_THE_START, pain_max=5.0, sites=frozenset({Site.LOW_BACK_LEFT, Site.BUTTOCK})),
        entry(day(32), 9, onset=minutes_onset(35.0), pain_max=6.0, stopped_for_pain=True, qualities=frozenset({Quality.ACHE})),
        entry(day(33), 10, pain_max=7.0),
        entry(day(34), 11, onset=PAIN_FREE, pain_max=8.0),
    ]
    who = Athlete(name="Kim", birth_year=1988, body_mass_kg=62.0, height_m=1.72)
    return seasons.content(runs, rows, athlete=who, as_of=day(40))


def crowded(ticked: int = len(RED_FLAGS)) -> Content:
    """Ten years in which every row names every site and quality, text without end, and as many red flags as the page can meet.

    ticked   how many signs are open; notes ask about the others.
    """
    last = dt.date(2026, 11, 15)
    lengths = [5.0 + at % 3 + 2.0 * max(10 - at, 0) for at in range(1800)]
    runs = [
        run_on(last - dt.timedelta(days=2 * at), km=None if at % 50 == 37 else km, minutes=7.5 * km)
        for at, km in enumerate(lengths)
    ]
    codes = list(RED_FLAGS)
    every = {"sites": frozenset(Site), "qualities": frozenset(Quality), "builds": True, "eased_after_min": 1234.0}
    rows = []
    for at, run in enumerate(reversed(runs)):
        onset = (minutes_onset(17.0), minutes_onset(17.5), minutes_onset(20.0), PAIN_FREE, FROM_THE_START)[at % 5]
        pain = 0.0 if onset is PAIN_FREE else 1.0 + at % 9
        flags = frozenset({codes[at // 9 % len(codes)]}) if at % 9 == 0 and at < 1700 else frozenset()
        more = {"red_flags": flags, "red_flags_resolved": at % 18 == 1 and at < 1740, "pain_before": 1.0 if pain else 0.0}
        rows.append(
            entry(
                run.local_date,
                at + 2,
                onset=onset,
                pain_max=10.0 if run.local_date > last - dt.timedelta(days=8) and pain else pain,
                pain_next_morning=float(at % 7),
                morning_stiffness_min=45.0,
                **every,
                **more,
            )
        )
    rows += [
        entry(last - dt.timedelta(days=1 + 2 * at), 5000 + at, unread_red_flags=("\u6f22 " * 100 + str(at),)) for at in range(20)
    ]
    said = (
        "shooting pain in both legs, my foot drops, fever, lost weight without trying, night pain wakes me, numb between the legs"
    )
    rows += [
        entry(last - dt.timedelta(days=3), 5500 + at, note=part.strip() + " " + "\u6f22 " * 200)
        for at, part in enumerate(said.split(","))
    ]
    rows += [
        entry(last - dt.timedelta(days=d), 6000 + at, red_flags=frozenset({code}))
        for d in (12, 4)
        for at, code in enumerate(codes[:ticked])
    ]
    return seasons.content(runs, rows, athlete=Athlete(name="\u6f22" * 900, birth_year=1950, body_mass_kg=123.4, height_m=1.99))
