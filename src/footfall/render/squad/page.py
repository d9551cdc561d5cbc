"""squad.html: the week of a squad on one A4, the worst first; beyond twenty athletes the quiet ones follow on the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from footfall.render.html.words import clipped
from footfall.render.limits import standing
from footfall.render.squad import view
from footfall.render.squad.content import Squad
from footfall.render.squad.paper import LINE, fit, lines, told
from footfall.render.squad.sheet import laid_out
from footfall.render.squad.spark import marks
from footfall.render.squad.view import Row
from footfall.wording import say
from footfall.wording.numbers import number

MOST_ON_ONE = 20
"""Up to so many athletes everybody stands in the table."""
_FLAGS_EACH = 3
"""Of each athlete, where there is room; the others are named in a line."""

_REASON, _QUESTION, _BELOW = 52, 42, 46
"""Letters in a printed line of each."""
_ROOM = 0.85
"""Rather fewer flags of each athlete than letters smaller than this."""
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
    return laid_out("squad.html.j2", to_page(squad, files))


def to_page(squad: Squad, files: Sequence[str]) -> Page:
    """Lay the week out: who is flagged in two lines, who is not in one."""
    every = view.rows(squad, files)
    flagged = [one for one in every if one.flags]
    rest = [one for one in every if not one.flags and not one.is_silent]
    all_here = len(every) <= MOST_ON_ONE
    quiet, others = (rest, []) if all_here else ([], rest)
    hidden = any(one.hides_flags for one in rest)
    since, notes = view.since(squad), view.notes(squad)
    in_all = view.in_all(squad)
    silent = tuple(_silent(squad, every))
    below = _Below(since, tuple((one.name, one.reason) for one in silent), notes)
    most, smaller = _most_flags(flagged, quiet, in_all, below)
    shown = [replace(one, flags=one.flags[:most]) for one in flagged]
    return Page(
        title=view.title(squad),
        name=clipped(squad.name, 60),
        when=view.when(squad),
        version=squad.version,
        fit=f"{smaller:g}",
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
        yield SilentView(clipped(one.name, view.LONGEST_NAME), files[one.name], clipped(one.reason, 300))


@dataclass(frozen=True, slots=True)
class _Below:
    """Lists under the table, each a name and what is said."""

    since: tuple[tuple[str, str], ...]
    silent: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]

    def height(self, wider: float) -> float:
        right = told(self.silent, _BELOW * wider) + told(self.notes, _BELOW * wider)
        return 36 + max(told(self.since, _BELOW * wider), right + 20 * bool(self.notes), LINE)


def _most_flags(flagged: Sequence[Row], quiet: Sequence[Row], in_all: Sequence[str], below: _Below) -> tuple[int, float]:
    """How many flags of each athlete are shown, and how much smaller everything is set then, so that it is one sheet."""

    def height(most: int, wider: float) -> float:
        table = sum(_height(one, most, wider) for one in (*flagged, *quiet))
        return _top(in_all, wider) + table + 22 * bool(quiet) + below.height(wider) + _FOOT_PX

    for most in range(_FLAGS_EACH, 0, -1):
        smaller = fit(partial(height, most))
        if smaller >= _ROOM:
            break
    return most, smaller


def _top(in_all: Sequence[str], wider: float) -> float:
    return 27 + 10 + 16 * lines(" ".join(in_all), 92 * wider) + 34


def _height(row: Row, most: int, wider: float) -> float:
    """Of one athlete in the table, with so many flags.  [px]"""
    name = 15.5 * lines(row.name, 12 * wider) + 4
    if not row.flags:
        return max(26.0, name)
    shown = row.flags[:most]
    reasons = [*(one.reason for one in shown[:-1]), f"{shown[-1].reason} {_more(row, most)}"]
    each = (
        max(lines(reason, _REASON * wider), lines(one.question, _QUESTION * wider))
        for reason, one in zip(reasons, shown, strict=True)
    )
    return max(26.0, name) + sum(max(LINE * one, 26.0) + 7 for one in each)
