"""docs/simulation.md, from the kept results of the last simulation."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from simulate.assumptions import Assumption, Beside, assumptions
from simulate.coverage import LEAST, MOST, Row
from simulate.product import INDEPENDENT, ONE, RATIO, WEEKS
from simulate.scenarios import SCENARIOS
from simulate.worlds import USUAL, WORLDS

RESULTS = Path(__file__).resolve().parent / "results.json"
PAGE = Path(__file__).resolve().parents[2] / "docs" / "simulation.md"

TEMPLATE = Path(__file__).resolve().parent / "page.md"
"""The page's own words, with a name in braces for each table."""


def page() -> str:
    """The whole page."""
    kept = json.loads(RESULTS.read_text(encoding="utf-8"))
    rows = [Row(**row) for row in kept["rows"]]
    usual = [row for row in rows if row.world == "usual"]
    outside = [row for row in usual if row.of != INDEPENDENT and not row.inside]
    named = [f"{SCENARIOS[row.scenario].title}, {row.quantity}, {row.of} ({100 * row.coverage:.1f} %)" for row in outside]
    return TEMPLATE.read_text(encoding="utf-8").format(
        runners=f"{usual[0].runners:,}",
        seed=kept["seed"],
        made=kept.get("made", "in one run of the command"),
        bounds=f"{100 * LEAST:.1f}-{100 * MOST:.1f}",
        coverage="\n".join(f"### {_capital(one.title)}\n\n{_table(usual, name)}" for name, one in SCENARIOS.items()),
        outside="; ".join(named) or "none",
        anew="\n".join(_anew(usual)),
        others="\n".join(_others(rows)),
        assumptions="\n".join(map(_assumed, assumptions(USUAL))),
    )


def _others(rows: Sequence[Row]) -> Iterator[str]:
    for name, other in list(WORLDS.items())[1:]:
        for scenario in other.scenarios:
            here = [row for row in rows if (row.world, row.scenario) == (name, scenario)]
            if not here:
                continue  # a simulation that has not come so far yet
            title = f"**{_capital(other.title)}**; {SCENARIOS[scenario].title} ({here[0].runners} runners)"
            yield f"{title}\n\n{_table(here, scenario)}"


def _capital(title: str) -> str:
    return title[0].upper() + title[1:]


def _table(rows: Sequence[Row], scenario: str) -> str:
    lines = [
        "| | one run | width, off | 16 weeks | width, off | ratio of two runs | width, off |",
        "|---|---|---|---|---|---|---|",
    ]
    for quantity in ("footfalls", "load", "lumbar"):
        cells = [quantity]
        for of in (ONE, WEEKS, RATIO):
            row = _row(rows, scenario, of, quantity)
            cells += (
                ["as load", ""]
                if of == RATIO and quantity == "lumbar"
                else [_share(row), f"±{_pct(row.half_width)}, {_pct(row.off)}"]
            )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _anew(rows: Sequence[Row]) -> Iterator[str]:
    for name, scenario in SCENARIOS.items():
        cells = [_share(_row(rows, name, INDEPENDENT, quantity)) for quantity in ("footfalls", "load", "lumbar")]
        yield f"| {scenario.title} | {' | '.join(cells)} |"


def _row(rows: Sequence[Row], scenario: str, of: str, quantity: str) -> Row:
    return next(row for row in rows if (row.scenario, row.of, row.quantity) == (scenario, of, quantity))


def _share(row: Row) -> str:
    return f"{100 * row.coverage:.1f} % ({100 * row.low:.1f}-{100 * row.high:.1f})"


def _pct(value: float) -> str:
    return f"{100 * value:.2g} %"


def _assumed(row: Assumption) -> str:
    beside = f"{row.beside}: {row.model}" if row.beside is Beside.OTHER else str(row.beside)
    return f"| {row.about} | {row.text} | {row.source} | {beside} |"
