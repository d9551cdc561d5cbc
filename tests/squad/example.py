"""Invented squads for tests of the coach's pages: every share, flags of each colour, one who sent nothing."""

import datetime as dt
from dataclasses import replace

from footfall.findings.finding import Severity
from footfall.history.history import OnsetState
from footfall.model.athlete import Share
from footfall.render.squad.content import (
    Change,
    Flag,
    Member,
    Numbers,
    Quality,
    Silent,
    Since,
    SparkWeek,
    Squad,
    WeekRun,
)

MONDAY = dt.date(2026, 11, 9)
WEEK, DAY = dt.timedelta(weeks=1), dt.timedelta(days=1)
NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gwen", "Hugo", "Iris", "Jon", "Kim", "Lea", "Max", "Nia")
FURTHER = ("Ola", "Pia", "Quinn", "Rosa", "Sven", "Tove", "Uma", "Vito", "Wim", "Xenia", "Yara", "Zeno")
SHARES = (Share.FLAGS, Share.PAIN, Share.ALL, Share.NONE)
SILENT = "Nia"
FLAGS = {
    "Ada": (Flag("F1", Severity.EMERGENCY, "Red flag: asked to seek care, F1.", "Have you been seen?"),),
    "Ben": (Flag("R1", Severity.WARNING, "Sunday's run was 110 % longer than any of the 30 days before.", "What was planned?"),),
    "Cleo": (Flag("R3", Severity.NOTICE, "The week was 35 % above the median of four.", "Is the next one easier?"),),
}
LONG = Flag(
    "P8",
    Severity.WARNING,
    "Pain was written of on 31 of the 44 days since 2 October 2026, at most 5 of 10, and on 12 of the last 14 of them.",
    "Has somebody looked at it? Would the one-page summary for a clinician help?",
)
"""As many words as a flag has."""
UNKNOWN = Numbers(None, None, None, None, None, None, None, None, None, None, None, None, None, None)


def weeks(km: float, share: Share, place: int) -> tuple[SparkWeek, ...]:
    """Twelve of them; in the fifth from the end nothing is known, and the first four have no normal yet."""
    pain = share in (Share.PAIN, Share.ALL)

    def week(at: int) -> SparkWeek:
        wave = km if at == 11 else km + 3.0 * ((at * 7 + place * 3) % 5 - 2)
        low, high = (None, None) if at < 4 else (km * 0.7, km * 1.3)
        return SparkWeek(MONDAY - (11 - at) * WEEK, None if at == 7 else wave, low, high, at in (9, 11) if pain else None)

    return tuple(map(week, range(12)))


def runs(km: float, share: Share) -> tuple[WeekRun, ...]:
    """Four: pain from a minute on, from the start, none, and not written of."""
    onsets = ((OnsetState.AT, 17.4, 3.0), (OnsetState.AT_START, 0.0, 2.0), (OnsetState.NONE, None, 0.0), (None, None, None))
    told = onsets if share in (Share.PAIN, Share.ALL) else ((None, None, None),) * 4
    far = (km * 0.5, km * 0.2, km * 0.2, None)
    return tuple(
        WeekRun(MONDAY + 2 * at * DAY, far[at], 41.0, 7_000.0, 7.5, onset, minute, worst)
        for at, (onset, minute, worst) in enumerate(told)
    )


def member(name: str, share: Share, place: int) -> Member:
    """One athlete, who ran; without a flag where she shares none."""
    pain = share in (Share.PAIN, Share.ALL)
    km = 30.0 + place
    numbers = Numbers(
        runs=4,
        distance_km=km,
        moving_min=km * 6,
        longest_run_km=km / 2,
        longest_share=0.5,
        footfalls=km * 950,
        load=km * 2000,
        easy_km=km,
        change_vs_4wk_median_pct=4.0,
        session_spike_pct=8.0,
        max_pain=3.0 if pain else None,
        onset_min=17.4 if pain else None,
        diary_days=None if share is Share.NONE else 5,
        days_since_last_run=1,
    )
    sites = ("low_back", "buttock") if pain else ()
    quality = Quality.INFERRED if place % 5 == 3 else Quality.RECORDED
    flags = () if share is Share.NONE else FLAGS.get(name, ())
    return Member(name.lower(), name, share, numbers, sites, flags, weeks(km, share, place), None, quality, (), runs(km, share))


def silent(one: Member) -> Member:
    """The same one in a week in which nothing came from her: no run, no row, no mark."""
    known = tuple(replace(week, pain_marked=None, easy_km=None if at > 8 else week.easy_km) for at, week in enumerate(one.weeks))
    return replace(one, numbers=UNKNOWN, sites=(), flags=(), weeks=known, data_quality=Quality.NONE, runs=())


def members(names: tuple[str, ...]) -> tuple[Member, ...]:
    """Shares in turn, so that each stands in every squad of four and more."""
    made = [member(name, SHARES[place % len(SHARES)], place) for place, name in enumerate(names)]
    return tuple(silent(one) if one.name == SILENT else one for one in made)


def squad_with(who: tuple[Member, ...], since: tuple[Since, ...] = (), problems: tuple[str, ...] = ()) -> Squad:
    """The week from 9 November 2026 of these."""
    return Squad(
        name="Tuesday group",
        start=MONDAY,
        end=MONDAY + 6 * DAY,
        label="2026-W46",
        as_of=MONDAY + WEEK,
        week_start="monday",
        members=who,
        runs=sum(one.numbers.runs or 0 for one in who),
        distance_km=sum(one.numbers.distance_km or 0.0 for one in who),
        flags=sum(len(one.flags) for one in who),
        since=since,
        silent=tuple(Silent(one.name, "no run and no diary row this week") for one in who if one.numbers.runs is None),
        problems=problems,
        runs_before=50,
        distance_km_before=500.0,
        diary_days=sum(one.numbers.diary_days or 0 for one in who),
        diary_days_of=7 * sum(one.share is not Share.NONE for one in who),
        version="1.0.0",
        load_model="ground-force",
        inputs_sha256="ab" * 32,
    )


def squad(count: int = len(NAMES), flagged: int | None = None, flags_each: int = 1) -> Squad:
    """So many athletes: the three of FLAGS with theirs, and Nia who sent nothing.

    flagged   the first so many have flags as long as they come instead; who shares no flags has none.
    """
    names = (*NAMES, *(f"{name} {'I' * turn}".rstrip() for turn in range(4) for name in FURTHER))[:count]
    who = members(names)
    if flagged is None:
        since = (Since("Ben", Change.NEW, "R1"), Since("Cleo", Change.STILL_OPEN, "R3"), Since("Eve", Change.CLEARED, "R1"))
        return squad_with(who, since)
    sharing = [place for place, one in enumerate(who) if one.share is not Share.NONE and one.name != SILENT]
    chosen = sharing[:flagged]
    flags = tuple(replace(LONG, rule=f"P{rule}") for rule in (8, 5, 4, 3)[:flags_each])
    made = [replace(one, flags=flags if place in chosen else ()) for place, one in enumerate(who)]
    ordered = sorted(made, key=lambda one: (not one.flags, one.name))
    since = tuple(Since(ordered[place].name, change, "P8") for place, change in enumerate(Change) if ordered[place].flags)
    return squad_with(tuple(ordered), since, ("2 files lie beside the athletes' folders and belong to nobody.",))


def no_one() -> Squad:
    """Twelve who all sent data and of whom none is flagged."""
    return squad_with(tuple(replace(one, flags=()) for one in members(NAMES[:12])))
