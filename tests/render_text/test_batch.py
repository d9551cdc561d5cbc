"""The end of a batch as text."""

import dataclasses
import io
import shlex
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest
from rich.cells import cell_len
from rich.console import Console

from footfall.model.problem import REASONS, Problem
from footfall.render.terminal.batch import blocks, shortened
from footfall.render.terminal.page import PLAIN_WIDTH, as_text, print_blocks
from tests.conftest import ROOT


@dataclass(frozen=True)
class End:
    output: str = "runs.csv"
    files: int = 0
    unchanged: int = 0
    resumed: int = 0
    read: int = 0
    runs: int | None = 0
    athletes: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def some(reason: str, count: int, path: str = "club/lee/{}.fit", what: str | None = None) -> list[Problem]:
    return [Problem(path.format(f"{reason}-{k}"), None, reason, "A sentence.", what) for k in range(count)]


PROBLEMS = (
    *some("duplicate", 41),
    *some("not-a-run", 30, what="cycling"),
    *some("not-a-run", 8, "club/kim/{}.tcx", what="hiking"),
    *some("truncated", 2),
    *some("no-time", 1, "club/kim/older watch/years 2009 to 2014/exports/tracks of the long way round/{}.gpx"),
    *some("damaged", 12),
)
CLUB = End(
    files=4120,
    unchanged=4002,
    resumed=3,
    read=115,
    runs=3812,
    athletes=41,
    counts=Counter(one.reason for one in PROBLEMS) + Counter({"unknown-format": 1200}),
    problems=PROBLEMS,
)


def text(end: End, *steps: str, log: str | None = None, width: int = PLAIN_WIDTH) -> str:
    if width == PLAIN_WIDTH:
        return as_text(blocks(end, steps, log=log, width=width))
    page = io.StringIO()
    console = Console(file=page, width=width, color_system=None, markup=False, emoji=False, highlight=False)
    print_blocks(blocks(end, steps, log=log, width=width), console, width)
    return page.getvalue()


def test_a_club(golden: Callable[[str, str], None]) -> None:
    golden("batch.txt", text(CLUB, "footfall doctor club/lee/damaged-0.fit"))


def test_the_page_of_the_command_shows_the_same() -> None:
    page = text(CLUB, "footfall doctor club/lee/damaged-0.fit")
    assert f"```text\n{page}```\n" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def test_names_of_any_length_and_with_any_sign_keep_to_the_line(golden: Callable[[str, str], None]) -> None:
    problems = (
        *some("damaged", 1, "a" * 196 + "{}.fit"),
        *some("no-time", 1, "長距離" * 40 + "{}.gpx"),
        *some("duplicate", 1, "club/\x1b[31mred\x1b]0;title\x07\u202e{}.fit"),
    )
    page = text(End(files=3, read=3, problems=problems), log="l" * 200)
    assert "\x1b" not in page
    assert "\u202e" not in page
    golden("batch-names.txt", page)


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    every = tuple(one for reason in REASONS for one in some(reason, 2, "x" * 200 + "/{}.fit", what="alpine skiing"))
    page = text(dataclasses.replace(CLUB, problems=every, output="o" * 200), "footfall doctor " + "x" * 200, width=width)
    assert max(cell_len(line) for line in page.splitlines()) <= width


def test_every_reason_has_a_line_failures_first() -> None:
    every = tuple(reversed([one for reason in REASONS for one in some(reason, 1, "{}.fit")]))
    page = text(dataclasses.replace(CLUB, problems=every, counts={}))
    failed, passed_over = page.split("Passed over, or used with a remark")
    assert sum(f"{one.reason}-0.fit" in (failed if one.failed else passed_over) for one in every) == len(REASONS)


def test_the_most_frequent_stands_first_among_failures() -> None:
    page = text(CLUB)
    places = [page.index(word) for word in ("damaged", "no times", "same recording", "recordings that are no run", "ends early")]
    assert places == sorted(places)


def test_files_are_counted_and_rows_are_told() -> None:
    rows = tuple(Problem("log.csv", f"row {k}", "bad-row", "A sentence.") for k in range(37))
    page = text(End(files=1, read=1, problems=rows))
    assert "      1  37 rows that cannot be read  log.csv" in page


def test_what_there_is_none_of_is_not_said() -> None:
    page = text(End(files=3, read=3, runs=3, athletes=1))
    assert page == "runs.csv: 3 runs of 1 runner.\n3 files: 3 read.\n"


def test_no_run_and_no_file() -> None:
    assert text(End()) == "runs.csv: no run.\n0 files.\n"


def test_a_shard_writes_no_table() -> None:
    assert text(End(files=9, resumed=4, read=5, runs=None)) == (
        "9 files: 5 read, 4 taken over from an earlier batch or a shard.\n"
    )


def test_a_named_file_of_no_format_is_not_counted_twice() -> None:
    named = End(files=3, read=3, counts={"unknown-format": 3}, problems=tuple(some("unknown-format", 1)))
    page = text(named)
    assert "      1  no format footfall knows" in page
    assert "      2  other files in the folders" in page


def test_a_command_is_whole_on_one_line_or_names_no_file() -> None:
    long, short = (shlex.join(["footfall", "doctor", name]) for name in ("y" * 90, "my runs/a.fit"))
    assert "  footfall doctor 'my runs/a.fit'\n" in text(CLUB, long, short)
    page = text(CLUB, long)
    assert "  footfall doctor FILE\n" in page
    assert "yyy" not in page


def test_the_log_is_named_where_there_is_one_and_proposed_where_there_are_many() -> None:
    assert "Every file by name: club.jsonl" in text(CLUB, log="club.jsonl")
    assert "--log status.jsonl" in text(CLUB)
    assert "--log" not in text(CLUB, log="club.jsonl")
    assert "--log" not in text(End(files=1, read=1, problems=tuple(some("damaged", 1))))


@pytest.mark.parametrize(
    ("name", "columns", "shown"),
    [
        ("club/a.fit", 10, "club/a.fit"),
        ("club/lee/2019/a.fit", 13, "club…19/a.fit"),
        ("長距離長距離長距離.gpx", 13, "長距…距離.gpx"),
    ],
)
def test_the_middle_gives_way(name: str, columns: int, shown: str) -> None:
    assert shortened(name, columns) == shown
    assert cell_len(shortened(name, columns)) <= columns
