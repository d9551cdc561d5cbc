"""The pages on the science, as the tests of them read them."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
METRICS = ROOT / "src" / "footfall" / "metrics"

SCIENCE, SOURCES, CONSTANTS = (
    (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("science.md", "sources.md", "constants.md")
)

TELLING_RUNS_APART = {"same_run", "clusters", "apart", "merge", "sighting", "local_time", "runs", "unread_steps", "worlds_best"}
"""Modules that tell which recordings are of one run: their limits stand beside what they decide."""


def one_line(page: str) -> str:
    """A page as a reader sees it: line ends are spaces."""
    return re.sub(r"\s+", " ", page)


def rows(page: str) -> Iterator[list[str]]:
    """Cells of every row of every table, headings and rules of tables left out."""
    for line in page.splitlines():
        if line.startswith("| ") and not line.startswith(("| ---", "|---")):
            yield [cell.strip() for cell in line.strip().strip("|").split(" |")]


def modules() -> Iterator[tuple[str, Path]]:
    """Dotted name below footfall.metrics and file of each module that takes part in measure, calibrate and express."""
    for path in sorted(METRICS.rglob("*.py")):
        if path.stem not in TELLING_RUNS_APART | {"__init__"}:
            yield ".".join(path.relative_to(METRICS).with_suffix("").parts), path
