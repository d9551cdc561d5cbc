"""The runner's report in words and numbers that are ready to be read: what the templates lay out."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footfall.findings.red_flags import red_flag_open
from footfall.model.diary import Tier
from footfall.model.summary import RunSummary
from footfall.render.content import Content
from footfall.render.cumulated import shown_outings
from footfall.render.fields import counted_runs
from footfall.render.html.banner import Banner, banner
from footfall.render.html.findings_view import Group as FindingGroup
from footfall.render.html.findings_view import (
    Piece,
    QuietView,
    finding_groups,
    linked,
    quiet_views,
    skipped_views,
)
from footfall.render.html.footer import footer_lines, value_of
from footfall.render.html.pictures.climb import climbs_of, places
from footfall.render.html.pictures.order import pictures_of
from footfall.render.html.pictures.picture import Picture
from footfall.render.html.problems_view import ProblemView, problem_views
from footfall.render.html.provenance import Quantity, quantities
from footfall.render.html.runs_table import MOST_ROWS, Column, Row, columns, rows
from footfall.render.html.strip import Strip, strip
from footfall.render.html.words import clipped, count, day, period, whole
from footfall.render.limits import by_chance, reassurance, standing
from footfall.render.loads import chosen_model, how_sure, most_load, published_easy
from footfall.render.summary import FLAG_RULES, SpikeFound, emphasised_sentences, spikes_found
from footfall.wording import say
from footfall.wording.numbers import distance_number
from footfall.wording.red_flags import definitions


@dataclass(frozen=True, eq=False)
class Page:
    """Everything the templates lay out, in words and numbers ready to be read.

    choosable   run id -> its place in the select of the picture of one run.
    most_rows   so many of the runs stand in the page itself; its script holds every one.
    about_runs  what the loads in the table say of each other, and how sure they are.
    """

    version: str
    title: str
    who: str
    when: str
    banner: Banner
    sentences: tuple[str, ...]
    strip: Strip | None
    counts: str
    findings: tuple[FindingGroup, ...]
    nothing_found: str
    quiet: tuple[QuietView, ...]
    skipped: tuple[QuietView, ...]
    pictures: tuple[Picture, ...]
    choosable: Mapping[str, int]
    sources: tuple[Quantity, ...]
    method: tuple[tuple[str, tuple[Piece, ...]], ...]
    columns: tuple[Column, ...]
    most_rows: int
    runs: tuple[Row, ...]
    about_runs: tuple[str, ...]
    help: tuple[tuple[str, str], ...]
    standing: str
    by_chance: str
    reassurance: tuple[Piece, ...]
    problems: tuple[ProblemView, ...]
    more_problems: str
    footer: tuple[str, ...]


def to_page(content: Content) -> Page:
    """Lay out a result; nothing is computed here that is not also drawn."""
    outings = shown_outings(content.runs, content.history)
    spikes = tuple(spikes_found(content.findings).values())
    flagged = red_flag_open(content.findings)
    climbs = climbs_of(outings)
    problems, more_problems = problem_views(content.findings.problems)
    who, when = _who(content), _when(content)
    return Page(
        version=content.version,
        title=f"{who}, {when}" if when else who,
        who=who,
        when=_facts(content, when),
        banner=banner(content),
        sentences=emphasised_sentences(content),
        strip=strip(content.weeks, _strip_mark(content, spikes)),
        counts=_counts(content),
        findings=finding_groups(content),
        nothing_found=say("page.findings.none.flagged" if flagged else "page.findings.none"),
        quiet=quiet_views(content),
        skipped=skipped_views(content),
        pictures=pictures_of(content, outings, climbs),
        choosable=places(climbs),
        sources=quantities(counted_runs(content.runs, content.history)),
        method=_method(content),
        columns=columns(),
        most_rows=MOST_ROWS,
        runs=rows(content),
        about_runs=tuple(
            line
            for line in (
                most_load(content),
                how_sure(content),
                published_easy(content),
                chosen_model(content, "load.model.page"),
            )
            if line
        ),
        help=_help(),
        standing=standing(),
        by_chance=by_chance(content.findings),
        reassurance=linked(reassurance(content.findings)),
        problems=problems,
        more_problems=more_problems,
        footer=footer_lines(content),
    )


def _who(content: Content) -> str:
    name = content.history.athlete.name
    return clipped(name, 60) if name else say("page.title.nobody")


def _span(content: Content) -> tuple[dt.date, dt.date] | None:
    """First and last day that the page speaks of."""
    shown = [day for day in content.history.days if content.history.shows(day.date) and (day.outings or day.entries)]
    return (shown[0].date, shown[-1].date) if shown else None


def _when(content: Content) -> str:
    span = _span(content)
    return period(*span) if span else ""


def _facts(content: Content, when: str) -> str:
    """`3 August – 15 November 2026 · 48 runs · 341 km · 100 of 105 days in the diary`."""
    span = _span(content)
    runs = counted_runs(content.runs, content.history)
    facts = [when] if when else []
    facts += [count("page.runs", len(runs)), _distance(runs)]
    if not content.history.has_diary or span is None:
        return " · ".join([*facts, say("page.facts.no_diary")])
    days = (span[1] - span[0]).days + 1
    written = sum(bool(day.entries) for day in content.history.days if span[0] <= day.date <= span[1])
    return " · ".join([*facts, say("page.facts.diary", n=whole(written), of=whole(days))])


def _distance(runs: Sequence[RunSummary]) -> str:
    """`341 km`, or how many runs a sum is of that is not of all: a part is not the whole."""
    known = [run.distance_m for run in runs if run.distance_m is not None]
    km = distance_number(sum(known) if known or not runs else None, 0)
    if known and len(known) < len(runs):
        return say("page.facts.km.part", km=km, n=whole(len(known)), of=whole(len(runs)))
    return say("page.facts.km", km=km)


def _counts(content: Content) -> str:
    findings = content.findings
    patterns = sum(one.rule not in FLAG_RULES for one in findings.found)
    return say(
        "page.findings.count",
        found=count("page.findings.found", patterns),
        checked=count("page.findings.checked", len(findings.checked)),
        skipped=count("page.findings.skipped", len(findings.skipped)),
    )


def _strip_mark(content: Content, spikes: Sequence[SpikeFound]) -> Mapping[str, object] | None:
    """The week of the largest spike, with its day."""
    if not spikes:
        return None
    largest = max(spikes, key=lambda spike: spike.change).day
    start = next((week.start for week in content.weeks if 0 <= (largest - week.start).days < 7), None)
    return None if start is None else {"start": start, "text": day(largest)}


def _help() -> tuple[tuple[str, str], ...]:
    """How soon, and for which signs: the list that the red-flag rules work by, and what they find without a tick."""
    more = {Tier.F3: say("page.help.F3.more"), Tier.F4: say("page.help.F4.more")}
    signs = {tier: [name[0].lower() + name[1:] for own, _, name, _ in definitions() if own is tier] for tier in Tier}
    listed = {tier: "; ".join([*signs[tier], *([more[tier]] if tier in more else [])]) for tier in Tier}
    return tuple((say(f"help.{tier}"), words[0].upper() + words[1:]) for tier, words in listed.items())


def _method(content: Content) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
    """How it is worked out: paragraphs, with the parameters as used."""
    shown = {"k": content.parameters.get("shape_k"), "ratio": content.parameters.get("lumbar_ratio")}
    filled = {key: value_of(value) for key, value in shown.items()}
    keys = ("footfalls", "force", "lumbar", "pain", "cause")
    return tuple((say(f"page.method.{key}"), linked(say(f"page.method.{key}.text", **filled))) for key in keys)
