"""docs/statistics.md, from the kept results of the last trials."""

from collections.abc import Iterator
from pathlib import Path

from trials.count import Counted
from trials.plans import plans_table
from trials.results import kept
from trials.table import Table
from trials.tables import TABLES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "statistics.md"

TEMPLATE = Path(__file__).resolve().parent / "page.md"
"""The page's own words, with a name in braces for what is put in."""


def write() -> None:
    """The page in its place."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """The whole page; tables that were not tried yet are left out."""
    results = kept()
    outside = [one for counts in results.counts.values() for one in counts if not one.inside]
    seeds = sorted(set(results.seeds.values()))
    return TEMPLATE.read_text(encoding="utf-8").format(
        seeds=" and ".join(map(str, seeds)) or "none yet",
        minutes=f"{sum(results.minutes.values()):.0f}",
        outside="; ".join(f"{one.row}, {one.outcome} ({_pct(one.share)})" for one in outside) or "none",
        made=f" ({results.made})" if results.made else "",
        plans=plans_table().strip(),
        tables="\n".join(_table(table, results.counts[table.code]) for table in TABLES if table.code in results.counts),
    )


def _table(table: Table, counts: tuple[Counted, ...]) -> str:
    outcomes = list(dict.fromkeys(one.outcome for one in counts))
    head = f"| {table.title} | {' | '.join(outcomes)} | runners |"
    lines = [f"## {table.title}", "", table.about.strip(), "", head, f"|---|{'---|' * (len(outcomes) + 1)}"]
    lines += _rows(counts, outcomes)
    return "\n".join(lines) + "\n"


def _rows(counts: tuple[Counted, ...], outcomes: list[str]) -> Iterator[str]:
    for name in dict.fromkeys(one.row for one in counts):
        row = {one.outcome: one for one in counts if one.row == name}
        cells = [_cell(row.get(outcome)) for outcome in outcomes]
        runners = {one.runners for one in row.values()}
        yield f"| {name} | {' | '.join(cells)} | {' '.join(f'{count:,}' for count in sorted(runners))} |"


def _cell(one: Counted | None) -> str:
    if one is None:
        return ""
    if one.looked == 0:
        return "could look in none"
    told = f"{_pct(one.share)} ({100 * one.low:.1f}-{100 * one.high:.1f})"
    if one.looked < one.runners:
        told += f" of {one.looked:,}"
    if one.bounded:
        told += f"; {'' if one.inside else '**outside** '}{_bound(one)}"
    return told


def _bound(one: Counted) -> str:
    if one.least <= 0:
        return f"≤ {_pct(one.most)}"
    if one.most >= 1:
        return f"≥ {_pct(one.least)}"
    return f"{100 * one.least:g}-{_pct(one.most)}"


def _pct(share: float) -> str:
    return f"{100 * share:.1f} %"
