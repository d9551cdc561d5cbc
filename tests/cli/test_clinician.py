"""`report --clinician FILE` writes the page to take along, beside the report."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def test_the_page_is_written_beside_the_report(season: Path, here: Path, cli: Cli) -> None:
    done = cli("report", "runs", "--clinician", "visit.html")
    assert done.code == 0, done.err
    page = (here / "visit.html").read_text(encoding="utf-8")
    assert "Time to settle" in page
    assert "<script" not in page
    assert (here / "footfall-report.html").exists()
    assert "visit.html" in done.err


def test_it_is_written_beside_json_too_and_again_over_itself_with_the_same_bytes(season: Path, here: Path, cli: Cli) -> None:
    pages = []
    for _ in range(2):
        done = cli("report", "runs", "--json", "--as-of", "2026-11-20", "--clinician", "visit.html")
        assert done.code == 0, done.err
        assert done.out.startswith("{")
        pages.append((here / "visit.html").read_bytes())
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--clinician", "-"), "--clinician writes a page to a file"),
        (("--clinician", "./footfall-report.html"), "cannot hold the report and the page for the clinician"),
        (("--clinician", "runs/diary.csv"), "diary.csv"),
        (("--clinician", "mine.html"), "mine.html"),
    ],
)
def test_what_it_may_not_replace_is_refused_before_any_work(
    season: Path, here: Path, cli: Cli, args: tuple[str, ...], told: str
) -> None:
    (here / "mine.html").write_text("my own", encoding="utf-8")
    diary = (season / "diary.csv").read_bytes()
    done = cli("report", "runs", *args)
    assert done.code == 2
    assert told in done.err
    assert (here / "mine.html").read_text(encoding="utf-8") == "my own"
    assert (season / "diary.csv").read_bytes() == diary
    assert not (here / "footfall-report.html").exists()


def test_a_diary_alone_makes_a_page_with_its_red_flag_first(here: Path, cli: Cli) -> None:
    (here / "diary.csv").write_text("date,red_flags\n2026-11-01,saddle_numbness\n", encoding="utf-8")
    (here / "empty").mkdir()
    cli("report", "empty", "--diary", "diary.csv", "--as-of", "2026-11-02", "--clinician", "visit.html")
    page = (here / "visit.html").read_text(encoding="utf-8")
    assert page.index("Emergency") < page.index("Time to onset")
    assert "I have numbness between my legs" in page
