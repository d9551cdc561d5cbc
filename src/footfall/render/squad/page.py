"""squad.html: the week of a squad on one A4, the worst first; beyond twenty athletes the quiet ones follow on the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from footfall.render.html import embed, theme
from footfall.render.html.environment import environment
from footfall.render.html.words import clipped
from footfall.render.limits import standing
from footfall.render.squad import view
from footfall.render.squad.content import Squad
from footfall.render.squad.paper import LINE, fit, lines, told
from footfall.render.squad.spark import marks
from footfall.render.squad.view import Row
from footfall.wording import say
from footfall.wording.locale import spoken
from footfall.wording.numbers import number

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
MOST_ON_ONE = 20
"""Up to so many athletes everybody stands in the table."""
_MANY_FLAGS = 12
_FLAGS_EACH = 3

_REASON, _QUESTION, _BELOW = 52, 42, 46
"""Letters in a printed line of each."""
_FOOT_PX = 72.0
"""What stands below everything else."""


@dataclass(frozen=True, slots=True)
class Head:
    """Head of a column. `kind` is its classes: n for numbers, opt for what goes first where there is no room."""

    text: str
    unit: str
    kind: str


@dataclass(frozen=True, slots=True)
class SilentView:
    """Who sent no run, and the way to her page."""

    name: str
    file: str
    reason: str


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
    silent: tuple[SilentView, ...]
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
    rest = [one for one in every if not one.flags and not one.is_silent]
    all_here = len(every) <= MOST_ON_ONE
    quiet, others = (rest, []) if all_here else ([], rest)
    hidden = any(one.hides_flags for one in rest)
    most = _FLAGS_EACH if sum(len(one.flags) for one in flagged) <= _MANY_FLAGS else 1
    shown = [replace(one, flags=one.flags[:most]) for one in flagged]
    since, notes = view.since(squad), view.notes(squad)
    in_all = view.in_all(squad)
    silent = tuple(_silent(squad, every))
    cut = 16.0 * sum(len(one.flags) > most for one in flagged)
    below = max(told(since, _BELOW), told([(one.name, one.reason) for one in silent], _BELOW) + told(notes, _BELOW) + 20)
    return Page(
        title=view.title(squad),
        name=clipped(squad.name, 60),
        when=view.when(squad),
        version=squad.version,
        fit=fit([_top(in_all), *map(_height, shown), *map(_height, quiet), 22.0 * bool(quiet), cut, below, _FOOT_PX]),
        in_all=in_all,
        heads=heads(),
        kinds=tuple(head.kind for head in heads()[2:]),
        flagged=tuple(_printed(one, _more(whole, most)) for one, whole in zip(shown, flagged, strict=True)),
        quiet=tuple(_printed(one, "") for one in quiet),
        quiet_heading=say("weekly.quiet.hidden" if hidden else "weekly.quiet", count=number(len(quiet))),
        others=tuple(others),
        others_heading=say("weekly.others.hidden" if hidden else "weekly.others", count=number(len(others))),
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
        ("spike", "n step", "weekly.column.spike.unit"),
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
    if not rest:
        return ""
    return say("weekly.more-flags", rules=", ".join(f"{flag.short} ({flag.rule}, {flag.word.lower()})" for flag in rest))


def _silent(squad: Squad, rows: Sequence[Row]) -> Iterator[SilentView]:
    files = {member.name: row.file for member, row in zip(squad.members, rows, strict=True)}
    for one in squad.silent:
        yield SilentView(clipped(one.name, 60), files[one.name], clipped(one.reason, 300))


def _top(in_all: Sequence[str]) -> float:
    return 27 + 10 + 16 * lines(" ".join(in_all), 92) + 34


def _height(row: Row) -> float:
    """Of one athlete in the table, flags and all.  [px]"""
    name = 15.5 * lines(row.name, 11)
    if not row.flags:
        return max(24.5, name + 4)
    each = (max(LINE * max(lines(one.reason, _REASON), lines(one.question, _QUESTION)), 26.0) + 7 for one in row.flags)
    return max(26.0, name + 4) + sum(each)
