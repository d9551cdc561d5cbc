"""The clinician's page in words and numbers ready to be read, and the page itself: one A4, no script, nothing beside it."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from footfall.findings.clinical import ClinicalSummary, Totals, clinical_summary
from footfall.findings.finding import Finding
from footfall.findings.flag_signs import Sign
from footfall.render.content import Content
from footfall.render.facts import fact_text
from footfall.render.html import embed, theme
from footfall.render.html.banner import Flag, banner
from footfall.render.html.clinician_pain import Key, Pair, keys, mornings, spells, where
from footfall.render.html.clinician_training import BlockRow, recorded, rows, spikes, worst
from footfall.render.html.environment import environment
from footfall.render.html.footer import digest
from footfall.render.html.onset_dates import OnsetDates, onset_dates
from footfall.render.html.strip import Strip, strip
from footfall.render.html.words import clipped, count, day, period, whole
from footfall.render.limits import standing
from footfall.wording import say
from footfall.wording.numbers import date, distance_number, height, mass, number, percent

MOST_SIGNS = 6
MOST_TEXTS = 2
MOST_OPEN = 3
"""So many signs, pieces of text and further open lists stand on the page; the others are counted."""


@dataclass(frozen=True, slots=True)
class SignRow:
    """One sign, from its first row to its last."""

    name: str
    told: str
    is_open: bool


@dataclass(frozen=True, eq=False)
class Sheet:
    """Everything that the template lays out."""

    version: str
    title: str
    who: str
    facts: str
    told: str
    before: str
    flag: Flag | None
    instruction: str
    flag_signs: str
    also: tuple[str, ...]
    wait: str
    quiet: str
    unread: str
    asks: str
    signs: tuple[SignRow, ...]
    cut: str
    no_diary: str
    keys: tuple[Key, ...]
    where: tuple[Pair, ...]
    spells: tuple[Pair, ...]
    spells_note: str
    mornings: tuple[Pair, ...]
    mornings_note: str
    strip: Strip | None
    onsets: OnsetDates | None
    worst: str
    blocks: tuple[BlockRow, ...]
    spikes: str
    recorded: tuple[str, ...]
    standing: str
    footer: str


def to_sheet(content: Content) -> Sheet:
    """Lay out the summary; what does not fit is counted, never dropped in silence."""
    found = clinical_summary(content.history, content.findings, content.weeks)
    athlete = content.history.athlete
    who = clipped(athlete.name, 40) if athlete.name else say("page.title.nobody")
    top = banner(content)
    flag = _first(top.flags)
    told = _told(found, content)
    spell_pairs, spells_note = spells(found)
    morning_pairs, mornings_note = mornings(found)
    when = period(found.now.first, found.now.last) if found.now else date(content.history.as_of)
    return Sheet(
        version=content.version,
        title=say("clinician.title", who=who, when=when),
        who=who,
        facts=_facts(content),
        told=told,
        before=_before(found),
        flag=flag,
        instruction=clipped(flag.instruction, 220) if flag else "",
        flag_signs=_flag_signs(top.flags, found.flags.signs),
        also=_also([each for each in top.flags if each is not flag]),
        wait=top.wait,
        quiet=top.quiet,
        unread=_unread(found),
        asks=_asks(found),
        signs=tuple(_sign(sign) for sign in found.flags.signs[:MOST_SIGNS]),
        cut=_cut(found.flags.signs[MOST_SIGNS:]),
        no_diary="" if found.has_diary else say("clinician.no_diary"),
        keys=keys(found),
        where=where(found),
        spells=spell_pairs,
        spells_note=spells_note,
        mornings=morning_pairs,
        mornings_note=mornings_note,
        strip=strip(found.weeks),
        onsets=onset_dates(found.tolerance, found.now),
        worst=worst(found),
        blocks=rows(found),
        spikes=spikes(found),
        recorded=recorded(found, content.history.as_of),
        standing=standing(),
        footer=say(
            "clinician.footer",
            version=content.version,
            as_of=date(content.history.as_of),
            files=count("page.footer.files", len({file.sha256 for run in content.runs for file in run.files})),
            digest=digest(content)[:16],
        ),
    )


def _facts(content: Content) -> str:
    athlete = content.history.athlete
    facts = []
    if athlete.birth_year is not None:
        facts.append(say("clinician.born", year=athlete.birth_year))
    if athlete.body_mass_kg is not None:
        facts.append(say("clinician.mass", mass=mass(athlete.body_mass_kg)))
    if athlete.height_m is not None:
        facts.append(say("clinician.height", height=height(athlete.height_m)))
    return " · ".join(facts)


def _told(found: ClinicalSummary, content: Content) -> str:
    if found.now is None:
        return say("clinician.empty", date=date(content.history.as_of))
    key = "clinician.told" if found.has_diary else "clinician.told.no_diary"
    return say(
        key,
        when=period(found.now.first, found.now.last),
        share=percent(found.now.rows / found.now.days),
        **_sums(found.now),
    )


def _before(found: ClinicalSummary) -> str:
    if found.before is None:
        return ""
    before = found.before
    median = "" if math.isnan(before.median) else say("clinician.before.median", minutes=number(before.median))
    return say(
        "clinician.before" if found.has_diary else "clinician.before.no_diary",
        date=date(before.first),
        began=count("clinician.began", before.began),
        free=whole(before.free),
        median=median,
        **_sums(before),
    )


def _sums(totals: Totals) -> dict[str, str]:
    return {
        "runs": count("clinician.runs", totals.runs),
        "km": _km(totals),
        "rows": whole(totals.rows),
        "days": whole(totals.days),
    }


def _km(totals: Totals) -> str:
    km = distance_number(totals.distance_m, 0)
    if totals.with_distance == totals.runs:
        return say("clinician.km", km=km)
    if totals.with_distance == 0:
        return say("clinician.km.unknown")
    return say("clinician.km.part", km=km, n=whole(totals.with_distance), of=whole(totals.runs))


def _first(flags: Sequence[Flag]) -> Flag | None:
    """The most pressing; among equals one with a sentence for the phone before text that could not be read."""
    pressing = [flag for flag in flags if flag.severity == flags[0].severity]
    return next((flag for flag in pressing if flag.phone), flags[0] if flags else None)


def _flag_signs(flags: Sequence[Flag], signs: Sequence[Sign]) -> str:
    """What text that could not be read may stand for, beside the signs that are open; blank where there is none."""
    ticked = {say(f"flag.{sign.code}.name") for sign in signs if sign.resolved is None}
    names = [_lower(name) for flag in flags for name, _ in flag.to_check if name not in ticked]
    return say("clinician.flags.signs", signs=", ".join(dict.fromkeys(names))) if names else ""


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


def _also(flags: Sequence[Flag]) -> tuple[str, ...]:
    """The further open lists, in a line each."""
    further = [flag for flag in flags if not flag.to_check]  # text that could not be read stands in a line of its own
    lines = [f"{flag.tag}: {clipped(flag.instruction, 110)}" for flag in further[:MOST_OPEN]]
    rest = len(further) - MOST_OPEN
    return tuple([*lines, say("clinician.flags.more", n=whole(rest))] if rest > 0 else lines)


def _sign(sign: Sign) -> SignRow:
    resolved = sign.resolved
    return SignRow(
        name=say(f"flag.{sign.code}.name"),
        told=say(
            "clinician.flags.told",
            when=_when(sign),
            state=say("clinician.flags.open") if resolved is None else say("clinician.flags.resolved", date=date(resolved)),
        ),
        is_open=resolved is None,
    )


def _when(sign: Sign) -> str:
    """`4 Oct 2026`; from the first row to the last, and how many, where there are several."""
    if sign.first == sign.newest:
        return date(sign.newest)
    rows = count("clinician.rows", len(sign.rows))
    return say("clinician.flags.span", first=day(sign.first, sign.newest.year), last=date(sign.newest), rows=rows)


def _cut(rest: Sequence[Sign]) -> str:
    if not rest:
        return ""
    named = [_lower(say(f"flag.{sign.code}.name")) for sign in rest if sign.resolved is None]
    still = say("clinician.flags.cut.open", signs=", ".join(named)) if named else say("clinician.flags.cut.resolved")
    return say(
        "clinician.flags.cut",
        n=whole(len(rest)),
        open=still,
        first=date(min(sign.first for sign in rest)),
        last=date(max(sign.newest for sign in rest)),
    )


def _unread(found: ClinicalSummary) -> str:
    flags = found.flags.unread
    if not flags:
        return ""
    texts = [_text(clipped(flag.text, 50), flag.day) for flag in flags[:MOST_TEXTS]]
    return say("clinician.flags.unread", texts=", ".join(texts), more=_more(len(flags)))


def _text(text: str, written: dt.date | None) -> str:
    if written is None:
        return say("clinician.flags.unread.undated", text=text)
    return say("clinician.flags.unread.one", text=text, date=date(written))


def _asks(found: ClinicalSummary) -> str:
    asks = found.flags.asks
    if not asks:
        return ""
    return say(
        "clinician.asks",
        headlines="; ".join(_ask(ask) for ask in asks[:MOST_TEXTS]),
        more=_more(len(asks)),
    )


def _ask(ask: Finding) -> str:
    """The sign that the newest note may speak of, and what was written."""
    quote = clipped(fact_text(ask.evidence[0]), 60)
    return say("clinician.asks.one", sign=_lower(ask.evidence[-1].label), quote=quote, date=date(ask.date))


def _more(have: int) -> str:
    return say("clinician.more", n=whole(have - MOST_TEXTS)) if have > MOST_TEXTS else ""


def render_clinician(content: Content) -> str:
    """One HTML file of one A4 that needs nothing beside it. The same content gives the same bytes."""
    from markupsafe import Markup

    return (
        environment()
        .get_template("clinician.html.j2")
        .render(
            sheet=to_sheet(content),
            policy="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
            tokens_light=Markup(theme.style_variables(dark=False)),
            tokens_dark=Markup(theme.style_variables(dark=True)),
            style=Markup(embed.own("clinician.css")),
        )
    )
