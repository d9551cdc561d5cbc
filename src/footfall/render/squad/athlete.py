"""The page of one athlete of a squad: the flags with their questions, the week in numbers, twelve weeks, the runs. One A4."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from footfall.findings.finding import Finding
from footfall.model.athlete import Share
from footfall.render.facts import fact_text
from footfall.render.html.words import clipped, day, weekday
from footfall.render.limits import standing
from footfall.render.squad import view
from footfall.render.squad.content import Change, Member, Squad
from footfall.render.squad.paper import LINE, fit, lines, told
from footfall.render.squad.sheet import laid_out
from footfall.render.squad.spark import marks, spark
from footfall.wording import say
from footfall.wording.numbers import (
    counted,
    distance,
    distance_number,
    easy,
    easy_with_unit,
    minutes,
    number,
    percent,
    plain,
    signed_percent,
)

_MOST_FACTS = 8
_TOP_PX = 330.0
"""Headings, the week in numbers and the foot."""


@dataclass(frozen=True, slots=True)
class AthleteFlag(view.FlagView):
    """A flag, and the facts behind it where everything is shared."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False)
class AthletePage:
    """Everything that the template lays out."""

    title: str
    name: str
    when: str
    version: str
    fit: str
    flags: tuple[AthleteFlag, ...]
    no_flags: str
    since: tuple[str, ...]
    silent: str
    numbers: tuple[tuple[str, str], ...]
    weeks_heading: str
    spark: dict[str, object]
    spark_key: str
    week_heads: tuple[str, ...]
    weeks: tuple[tuple[str, ...], ...]
    run_heads: tuple[tuple[str, str], ...]
    runs: tuple[tuple[str, ...], ...]
    diary: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    shared: str
    standing: str
    made: str


def athlete_page(squad: Squad, member: Member) -> str:
    """One HTML file without a script; it holds what the member holds and no more."""
    return laid_out("squad_athlete.html.j2", to_athlete(squad, member))


def to_athlete(squad: Squad, member: Member) -> AthletePage:
    """Lay one athlete's week out."""
    from markupsafe import Markup

    name, when = clipped(member.name, 60), view.when(squad)
    drawn = spark(member.weeks)
    hidden = member.share is Share.NONE
    silent = next((one.reason for one in squad.silent if one.name == member.name), "")
    flags = tuple(_flags(squad, member))
    diary = tuple(_diary(squad, member))
    notes = tuple(clipped(note, 300) for note in member.notes)
    below = (*diary, *(("", note) for note in notes))

    def height(wider: float) -> float:
        return _TOP_PX + sum(_height(flag, wider) for flag in flags) + _pictures(member) + told(below, 100 * wider)

    return AthletePage(
        title=say("weekly.athlete.title", name=name, week=squad.label),
        name=name,
        when=when,
        version=squad.version,
        fit=f"{fit(height):g}",
        flags=flags,
        no_flags=say("weekly.athlete.no-flags.hidden" if hidden else "weekly.athlete.no-flags"),
        since=tuple(_since(squad, member)),
        silent=clipped(silent, 300),
        numbers=tuple(_numbers(squad, member)),
        weeks_heading=_weeks_heading(member),
        spark_key=_spark_key(member),
        spark={"marks": Markup(marks(drawn)), "alt": drawn.alt},
        week_heads=tuple(say(f"weekly.row.{key}") for key in _week_keys(member)),
        weeks=tuple(_weeks(member)),
        run_heads=tuple((say(f"weekly.row.{key}"), kind) for key, kind in _run_keys(member)),
        runs=tuple(_runs(member)),
        diary=diary,
        notes=notes,
        shared=say(f"weekly.athlete.shared.{member.share.value}"),
        standing=standing(),
        made=view.made(squad, squad.as_of),
    )


def _flags(squad: Squad, member: Member) -> Iterator[AthleteFlag]:
    for flag in view.flags(member):
        finding = _finding(squad, member, flag.rule)
        facts = (
            () if finding is None else tuple((clipped(one.label, 120), clipped(fact_text(one), 160)) for one in finding.evidence)
        )
        yield AthleteFlag(
            flag.glyph, flag.severity, flag.word, flag.rule, flag.short, flag.reason, flag.question, facts[:_MOST_FACTS]
        )


def _height(flag: AthleteFlag, wider: float) -> float:
    """On paper.  [px]"""
    facts = sum(max(lines(label, 38 * wider), lines(value, 24 * wider)) for label, value in flag.facts) / 2
    return 12 + LINE * (
        1 + lines(flag.reason, 110 * wider) + lines(flag.question, 105 * wider) + math.ceil(facts + bool(flag.facts))
    )


def _pictures(member: Member) -> float:
    """The drawing and the runs, or the table beside them.  [px]"""
    return max(215 + 16 * len(member.runs), 50 + 16 * len(member.weeks))


def _finding(squad: Squad, member: Member, rule: str) -> Finding | None:
    """The one behind a flag, where everything is shared: of the week where there are several."""
    if member.content is None:
        return None
    found = [one for one in member.content.findings.found if one.rule == rule]
    return next((one for one in found if squad.start <= one.date <= squad.end), found[0] if found else None)


def _since(squad: Squad, member: Member) -> Iterator[str]:
    for change in Change:
        rules = [one.rule for one in squad.since if one.name == member.name and one.change is change]
        if rules:
            word = say(f"weekly.change.{change.name.lower()}")
            yield say("weekly.athlete.change", change=word[0].upper() + word[1:], rules=", ".join(map(view.short, rules)))


def _numbers(squad: Squad, member: Member) -> Iterator[tuple[str, str]]:
    week = member.numbers
    unknown = say("page.unknown")

    def far(kilometres: float | None) -> str:
        return unknown if kilometres is None else distance(kilometres * 1000)

    def change(value: float | None) -> str:
        return unknown if value is None else signed_percent(value / 100)

    yield say("weekly.column.distance"), far(week.distance_km)
    yield say("weekly.column.runs"), unknown if week.runs is None else number(week.runs)
    yield say("weekly.label.moving"), unknown if week.moving_min is None else minutes(week.moving_min)
    share = "" if week.longest_share is None else f" ({percent(week.longest_share)})"
    yield say("weekly.label.longest"), f"{far(week.longest_run_km)}{share}"
    yield say("weekly.label.footfalls"), number(week.footfalls)
    yield say("weekly.label.load", model=squad.load_model), number(week.load)
    yield say("weekly.label.easy"), unknown if week.easy_km is None else easy(week.easy_km)
    yield say("weekly.label.change"), change(week.change_vs_4wk_median_pct)
    yield say("weekly.label.spike"), change(week.session_spike_pct)
    if member.shares_pain:
        pain, onset = view.pain_cell(member), view.onset_cell(member)
        yield say("weekly.row.max-pain"), ", ".join(part for part in (pain.text, pain.small) if part)
        yield say("weekly.row.onset"), onset.text
    else:
        yield say("weekly.row.max-pain"), say("weekly.not-shared")
        yield say("weekly.row.onset"), say("weekly.not-shared")
    if member.share is Share.NONE:
        yield say("weekly.label.diary"), say("weekly.not-shared")
    else:
        yield say("weekly.label.diary"), unknown if week.diary_days is None else f"{number(week.diary_days)} / 7"
    yield say("weekly.label.ago"), unknown if week.days_since_last_run is None else counted(week.days_since_last_run, "day")
    yield say("weekly.label.data"), view.quality_word(member)


def _week_keys(member: Member) -> tuple[str, ...]:
    return ("week", "easy", "normal", "pain") if member.shares_pain else ("week", "easy", "normal")


def _weeks(member: Member) -> Iterator[tuple[str, ...]]:
    for week in reversed(member.weeks):
        low, high = week.normal_low_km, week.normal_high_km
        normal = "?" if low is None or high is None else f"{easy(low)}\N{EN DASH}{easy(high)}"
        load = say("weekly.spark.no-data") if week.easy_km is None else easy(week.easy_km)
        cells = (day(week.start), load, normal)
        marked = {True: say("weekly.yes"), False: say("weekly.no"), None: "?"}[week.pain_marked]
        yield (*cells, marked) if member.shares_pain else cells


def _weeks_heading(member: Member) -> str:
    """What the picture says, as a sentence."""
    now = member.weeks[-1] if member.weeks else None
    if now is None or now.easy_km is None:
        return say("weekly.athlete.weeks.unknown")
    low, high = now.normal_low_km, now.normal_high_km
    if low is None or high is None:
        return say("weekly.athlete.weeks.no-normal", now=easy_with_unit(now.easy_km))
    place = "above" if now.easy_km > high else "below" if now.easy_km < low else "within"
    return say(f"weekly.athlete.weeks.{place}", now=easy_with_unit(now.easy_km), low=easy(low), high=easy(high))


def _spark_key(member: Member) -> str:
    key = say("weekly.athlete.weeks.key")
    return say("weekly.athlete.weeks.key.pain", drawn=key) if member.shares_pain else key


def _run_keys(member: Member) -> tuple[tuple[str, str], ...]:
    """Names of the columns with their classes; those that go first where there is no room are `opt`."""
    whole = (("date", ""), ("distance", "n"), ("minutes", "n"), ("footfalls", "n opt"), ("easy", "n opt"))
    return (*whole, ("onset", "n"), ("max-pain", "n")) if member.shares_pain else whole


def _runs(member: Member) -> Iterator[tuple[str, ...]]:
    for run in member.runs:
        cells = (
            weekday(run.day),
            distance_number(None if run.distance_km is None else run.distance_km * 1000),
            number(run.moving_min),
            number(run.footfalls),
            easy(run.easy_km),
        )
        pain = (view.run_onset(run), "?" if run.max_pain is None else plain(run.max_pain)) if member.shares_pain else ()
        yield (*cells, *pain)


def _diary(squad: Squad, member: Member) -> Iterator[tuple[str, str]]:
    """What was written in the week beside scores: qualities, what was ticked, and notes. Where everything is shared alone."""
    if member.content is None:
        return
    for entry in member.content.history.entries:
        if not squad.start <= entry.day <= squad.end:
            continue
        ticked = (say(f"flag.{code}.name") for code in sorted(map(str, entry.red_flags)))
        words = [", ".join(sorted(map(str, entry.qualities))), ", ".join((*ticked, *entry.unread_red_flags)), entry.note or ""]
        said = "; ".join(word for word in words if word)
        if said:
            yield weekday(entry.day), clipped(said, 200)
