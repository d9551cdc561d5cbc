"""docs/sample-data.md tells of the season as it is."""

import csv
import io
from pathlib import Path

import pytest

from sampledata import Season

PAGE = Path(__file__).parents[2] / "docs" / "sample-data.md"


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_the_page_counts_the_files_right(page: str, planted: Season) -> None:
    endings = [name.removesuffix(".gz").rsplit(".", 1)[1] for name in planted.runs]
    assert f"{len(endings)} run files" in page
    assert f"{sum(map(len, planted.files.values())) / 1e6:.1f} MB" in page
    for ending in ("fit", "gpx", "tcx"):
        assert f"{endings.count(ending)} {ending.upper()}" in page
    assert f"{sum('treadmill' in name for name in planted.runs)} runs without positions" in page


def test_the_page_counts_the_diary_right(page: str, planted: Season) -> None:
    rows = list(csv.DictReader(io.StringIO(planted.diary)))
    onsets = [row["onset"] for row in rows]
    assert f"| onsets | {sum(onset not in {'', 'none', '0', 'start'} for onset in onsets)} in the diary" in page
    assert f"{onsets.count('none')} with `none`" in page
    spike = next(row for row in rows if row["date"] == "2026-09-27")
    assert f"pain {spike['pain_max']} in that run, {spike['pain_next_morning']} the next morning" in page
    for example in ("`14:59`", "`15.5`", "`2.5 km`", "`@08:55`", "`lap`", "`lap 3`", "`start`", "`0`"):
        assert example in page
        assert example.strip("`") in onsets
    ran = {truth.start.date().isoformat() for truth in planted.truths}
    assert len(ran - {row["date"] for row in rows}) == 2  # "two days with a run have no row"
    silent = [row for row in rows if row["surface"] and not row["onset"] and not row["sites"]]
    assert len(silent) == 1  # "one row of a run says nothing of pain"
    assert sum(row["stopped_for_pain"] == "yes" for row in rows) == 2  # "two runs were given up"
