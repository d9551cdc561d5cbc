"""squad.html: the week of a squad on one A4, the worst first; beyond twenty athletes the quiet ones follow on the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from footfall.render.html import embed, theme
from footfall.render.html.environment import environment
from footfall.render.html.words import clipped
from footfall.render.limits import standing
from footfall.render.squad import view
from footfall.render.squad.content import Squad
from footfall.render.squad.spark import marks
from footfall.render.squad.view import Row
from footfall.wording import say
from footfall.wording.locale import spoken

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
MOST_ON_ONE = 20
"""Up to so many athletes everybody stands in the table."""
_MANY_FLAGS = 12
_FLAGS_EACH = 3

_PAGE_PX = 1030.0
_LINE = {"head": 235.0, "flagged": 27.0, "why": 31.0, "more": 17.0, "quiet": 26.5, "below": 13.5}
"""What a printed line of each kind takes up, so that the page can be set smaller before it is two. Measured in Chromium."""
_LEAST_FIT = 0.62


@dataclass(frozen=True, slots=True)
class Head:
    """Head of a column. `kind` is its classes: n for numbers, opt for what goes first where there is no room."""

    text: str
    unit: str
    kind: str


@dataclass(frozen=True, eq=False)
class Page:
    """Everything that the template lays out."""

    title: str
    name: str
    when: str
    version: str
    fit: str
    in_all: tuple[str, ...]
    heads: tuple[Head, ...]
    kinds: tuple[str, ...]
    flagged: tuple[dict[str, object], ...]
    quiet: tuple[dict[str, object], ...]
    quiet_heading: str
    others: tuple[Row, ...]
    others_heading: str
    since: tuple[tuple[str, str], ...]
    silent: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    standing: str
    made: str


def squad_page(squad: Squad, files: Sequence[str]) -> str:
    """One HTML file without a script. files   of each member's page, relative to this one."""
    from markupsafe import Markup

    return (
        environment()
        .get_template("squad.html.j2")
        .render(
            page=to_page(squad, files),
            lang=spoken().lang,
            policy=POLICY,
            tokens_light=Markup(theme.style_variables(dark=False)),
            tokens_dark=Markup(theme.style_variables(dark=True)),
            style=Markup(embed.own("squad.css")),
        )
    )


def to_page(squad: Squad, files: Sequence[str]) -> Page:
    """Lay the week out: who is flagged in two lines, who is not in one."""
    every = view.rows(squad, files)
    flagged = [one for one in every if one.flags]
    rest = [one for one in every if not one.flags]
    all_here = len(every) <= MOST_ON_ONE
    quiet = rest if all_here else [one for one in rest if not one.has_data]
    most = _FLAGS_EACH if sum(len(one.flags) for one in flagged) <= _MANY_FLAGS else 1
    since, notes = view.since(squad), view.notes(squad)
    silent = tuple((clipped(one.name, 60), clipped(one.reason, 300)) for one in squad.silent)
    lines = {
        "flagged": len(flagged),
        "why": sum(min(most, len(one.flags)) for one in flagged),
        "more": sum(len(one.flags) > most for one in flagged),
        "quiet": len(quiet) + bool(quiet),
        "below": max(_lines(since), _lines(silent) + _lines(notes) + bool(notes)),
    }
    return Page(
        title=view.title(squad),
        name=clipped(squad.name, 60),
        when=view.when(squad),
        version=squad.version,
        fit=_fit(lines),
        in_all=view.in_all(squad),
        heads=heads(),
        kinds=tuple(head.kind for head in heads()[2:]),
        flagged=tuple(_printed(replace(one, flags=one.flags[:most]), _more(one, most)) for one in flagged),
        quiet=tuple(_printed(one, "") for one in quiet),
        quiet_heading=say("weekly.quiet", count=len(quiet)),
        others=() if all_here else tuple(one for one in rest if one.has_data),
        others_heading=say("weekly.others", count=sum(one.has_data for one in rest)),
        since=since,
        silent=silent,
        notes=notes,
        standing=standing(),
        made=view.made(squad, squad.as_of),
    )


def heads() -> tuple[Head, ...]:
    """Of the columns, the athlete and the weeks first."""
    named = (
        ("athlete", "", ""),
        ("weeks", "weeks", "weekly.column.weeks.unit"),
        ("distance", "n", "weekly.column.distance.unit"),
        ("runs", "n opt", ""),
        ("longest", "n opt", "weekly.column.longest.unit"),
        ("change", "n", "weekly.column.change.unit"),
        ("spike", "n", "weekly.column.spike.unit"),
        ("pain", "pain-cell", "weekly.column.pain.unit"),
        ("onset", "n opt", "weekly.column.onset.unit"),
        ("diary", "n opt2", "weekly.column.diary.unit"),
        ("ago", "n opt2", "weekly.column.ago.unit"),
        ("data", "n quality opt2", ""),
    )
    return tuple(Head(say(f"weekly.column.{key}"), say(unit) if unit else "", kind) for key, kind, unit in named)


def _printed(row: Row, more: str) -> dict[str, object]:
    from markupsafe import Markup

    drawn = {"marks": Markup(marks(row.spark)), "alt": row.spark.alt}
    shown = {name: getattr(row, name) for name in ("name", "file", "cells", "flags", "changes", "worst")}
    return {**shown, "spark": drawn, "more": more}


def _more(row: Row, most: int) -> str:
    rest = row.flags[most:]
    return say("weekly.more-flags", rules=", ".join(f"{flag.rule} ({flag.word.lower()})" for flag in rest)) if rest else ""


def _lines(told: Sequence[tuple[str, str]]) -> int:
    """Printed lines: some sixty characters stand in one."""
    return sum(1 + len(text) // 60 for _, text in told)


def _fit(lines: dict[str, int]) -> str:
    """How much smaller the print is set, so that it is one page: 1 where it is anyway."""
    height = _LINE["head"] + sum(_LINE[kind] * count for kind, count in lines.items())
    return f"{max(_LEAST_FIT, min(1.0, _PAGE_PX / height)):.3f}"
