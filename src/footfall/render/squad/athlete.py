"""The page of one athlete of a squad: the flags with their questions, the week in numbers, twelve weeks, the runs. One A4."""

from collections.abc import Iterator
from dataclasses import dataclass

from footfall.findings.finding import Finding
from footfall.render.facts import fact_text
from footfall.render.html import embed, theme
from footfall.render.html.environment import environment
from footfall.render.html.words import clipped, day, weekday
from footfall.render.limits import standing
from footfall.render.squad import view
from footfall.render.squad.content import Change, Member, Squad
from footfall.render.squad.page import POLICY
from footfall.render.squad.spark import marks, spark
from footfall.wording import say
from footfall.wording.locale import spoken
from footfall.wording.numbers import counted, distance, distance_number, easy, minutes, number, percent, plain, signed_percent

_MOST_FACTS = 8


@dataclass(frozen=True, slots=True)
class AthleteFlag:
    """A flag, and the facts behind it where everything is shared."""

    glyph: str
    severity: str
    word: str
    rule: str
    reason: str
    question: str
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
    since: tuple[tuple[str, str], ...]
    silent: str
    numbers: tuple[tuple[str, str], ...]
    spark: dict[str, object]
    week_heads: tuple[str, ...]
    weeks: tuple[tuple[str, ...], ...]
    run_heads: tuple[str, ...]
    runs: tuple[tuple[str, ...], ...]
    diary: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    shared: str
    standing: str
    made: str


def athlete_page(squad: Squad, member: Member) -> str:
    """One HTML file without a script; it holds what the member holds and no more."""
    from markupsafe import Markup

    return (
        environment()
        .get_template("squad_athlete.html.j2")
        .render(
            page=to_athlete(squad, member),
            lang=spoken().lang,
            policy=POLICY,
            tokens_light=Markup(theme.style_variables(dark=False)),
            tokens_dark=Markup(theme.style_variables(dark=True)),
            style=Markup(embed.own("squad.css")),
        )
    )


def to_athlete(squad: Squad, member: Member) -> AthletePage:
    """Lay one athlete's week out."""
    from markupsafe import Markup

    name, when = clipped(member.name, 60), view.when(squad)
    drawn = spark(member.weeks)
    hidden = member.share.value == "none"
    silent = next((one.reason for one in squad.silent if one.name == member.name), "")
    flags = tuple(_flags(squad, member))
    facts = sum(len(flag.facts) for flag in flags)
    return AthletePage(
        title=say("weekly.athlete.title", name=name, week=squad.label),
        name=name,
        when=when,
        version=squad.version,
        fit="1" if len(flags) * 3 + facts // 2 + len(member.runs) <= 24 else "0.8",
        flags=flags,
        no_flags=say("weekly.athlete.no-flags.hidden" if hidden else "weekly.athlete.no-flags"),
        since=tuple(_since(squad, member)),
        silent=clipped(silent, 300),
        numbers=tuple(_numbers(squad, member)),
        spark={"marks": Markup(marks(drawn)), "alt": drawn.alt},
        week_heads=tuple(say(f"weekly.row.{key}") for key in _week_keys(member)),
        weeks=tuple(_weeks(member)),
        run_heads=tuple(say(f"weekly.row.{key}") for key in _run_keys(member)),
        runs=tuple(_runs(member)),
        diary=tuple(_diary(squad, member)),
        notes=tuple(clipped(note, 300) for note in member.notes),
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
        yield AthleteFlag(flag.glyph, flag.severity, flag.word, flag.rule, flag.reason, flag.question, facts[:_MOST_FACTS])


def _finding(squad: Squad, member: Member, rule: str) -> Finding | None:
    """The one behind a flag, where everything is shared: of the week where there are several."""
    if member.content is None:
        return None
    found = [one for one in member.content.findings.found if one.rule == rule]
    return next((one for one in found if squad.start <= one.date <= squad.end), found[0] if found else None)


def _since(squad: Squad, member: Member) -> Iterator[tuple[str, str]]:
    for change in Change:
        rules = [one.rule for one in squad.since if one.name == member.name and one.change is change]
        if rules:
            yield say(f"weekly.change.{change.name.lower()}"), ", ".join(rules)


def _numbers(squad: Squad, member: Member) -> Iterator[tuple[str, str]]:
    told = member.numbers
    unknown = say("page.unknown")

    def far(kilometres: float | None) -> str:
        return unknown if kilometres is None else distance(kilometres * 1000)

    def change(value: float | None) -> str:
        return unknown if value is None else signed_percent(value / 100)

    yield say("weekly.column.distance"), far(told.distance_km)
    yield say("weekly.column.runs"), unknown if told.runs is None else number(told.runs)
    yield say("weekly.label.moving"), unknown if told.moving_min is None else minutes(told.moving_min)
    share = "" if told.longest_share is None else f" ({percent(told.longest_share)})"
    yield say("weekly.label.longest"), f"{far(told.longest_run_km)}{share}"
    yield say("weekly.label.footfalls"), number(told.footfalls)
    yield say("weekly.label.load", model=squad.load_model), number(told.load)
    yield say("weekly.label.easy"), unknown if told.easy_km is None else easy(told.easy_km)
    yield say("weekly.label.change"), change(told.change_vs_4wk_median_pct)
    yield say("weekly.label.spike"), change(told.session_spike_pct)
    if member.shares_pain:
        pain, onset = view.pain_cell(member), view.onset_cell(member)
        yield say("weekly.row.max-pain"), f"{pain.text} {pain.small}".rstrip()
        yield say("weekly.row.onset"), onset.text
    if told.diary_days is not None:
        yield say("weekly.label.diary"), f"{number(told.diary_days)} / 7"
    yield say("weekly.label.ago"), unknown if told.days_since_last_run is None else counted(told.days_since_last_run, "day")
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


def _run_keys(member: Member) -> tuple[str, ...]:
    whole = ("date", "distance", "minutes", "footfalls", "easy")
    return (*whole, "onset", "max-pain") if member.shares_pain else whole


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
        words = [", ".join(sorted(map(str, entry.qualities))), ", ".join(sorted(map(str, entry.red_flags))), entry.note or ""]
        said = "; ".join(word for word in words if word)
        if said:
            yield weekday(entry.day), clipped(said, 200)
