import dataclasses
import datetime as dt
import io
import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from footfall.findings.confidence import families
from footfall.findings.finding import Checked, Findings, Severity, Skipped
from footfall.history.mismatch import MatchProblem
from footfall.model.problem import REASONS, Problem
from footfall.output import Overwrite, check_target
from footfall.render.content import Content
from footfall.render.printable import printable
from footfall.render.summary import three_sentences
from footfall.render.terminal import Layout, blocks, render
from footfall.render.terminal.page import print_blocks
from footfall.render.terminal.runs import thousands
from footfall.render.terminal.weeks import bars
from footfall.wording import say
from tests.factories import measure
from tests.render_text.example import FLAG, SPIKE, WEEKS, example


@pytest.mark.parametrize("content", [example(flagged=True), example(), example(has_diary=False)])
def test_no_line_is_wider_than_80_columns_or_ends_in_blanks(content: Content) -> None:
    for line in render(content).splitlines():
        assert cell_len(line) <= 80, line
        assert line == line.rstrip()


def test_a_red_flag_stands_above_everything() -> None:
    text = render(example(flagged=True))
    places = [
        text.index(part)
        for part in ("URGENT", "You ticked fever", "Today: call", "- ticked: fever", "5 runs", "On 4 Oct you ran", "2026-09-28  ")
    ]
    assert places == sorted(places)


def test_beside_an_open_red_flag_nothing_reassures() -> None:
    content = example(flagged=True)
    checked = (dataclasses.replace(content.findings.checked[0], rule="F1", message="None is ticked."), *content.findings.checked)
    content = dataclasses.replace(content, findings=dataclasses.replace(content.findings, checked=checked))
    text = render(content)
    assert "None is ticked" not in text
    assert "No red flag" not in text
    assert "F1" in text
    quiet = dataclasses.replace(content, findings=dataclasses.replace(content.findings, found=(SPIKE,)))
    assert "No red flag" in render(quiet)


def test_every_rule_and_every_failure_is_named() -> None:
    text = render(example(flagged=True))
    for name in ("F2", "R1", "R3", "P3", "runs/broken.fit, byte 14", "row 7, column pain_max", "row 9, column onset"):
        assert name in text
    assert "3 other files" in text


def test_a_finding_that_comes_often_is_cut_short_and_counted() -> None:
    days = [
        dataclasses.replace(SPIKE, date=dt.date(2026, 10, 1) + dt.timedelta(k), headline=f"Run {k} stood out.") for k in range(8)
    ]
    content = dataclasses.replace(example(), findings=Findings(found=tuple(days)))
    text = render(content, Layout())
    assert text.count("stood out") == 3
    assert "and 5 more of R1" in text
    assert text.count(SPIKE.suggestion[:20]) == 1
    assert render(content).count("stood out") == 8, "a file is kept: it names every one"


def test_nothing_found_is_not_called_anything_more() -> None:
    content = example()
    content = dataclasses.replace(content, findings=dataclasses.replace(content.findings, found=()))
    text = render(content)
    assert "not the same as no risk" in " ".join(text.split())


def test_an_estimated_cadence_and_what_is_unknown_are_marked() -> None:
    text = render(example())
    assert "~163" in text
    assert "~ cadence estimated from speed" in " ".join(text.split())
    assert re.search(r"2026-10-06 +\? +30", text)


def test_pain_of_an_outing_stands_on_its_longest_run() -> None:
    text = render(example())
    first, second = (line for line in text.splitlines() if line.startswith("2026-10-04"))
    assert re.search(r"17\.5 +4$", first)
    assert re.search(r"- +-$", second)


def test_without_a_diary_there_are_no_columns_for_pain() -> None:
    text = render(example(has_diary=False))
    assert "onset" not in text.split("date")[1].split("\n")[0]
    assert "◆" not in text


def test_the_newest_rows_are_shown_and_the_rest_counted() -> None:
    text = render(example(), Layout(rows=2, earlier="they are in the report"))
    assert "2026-09-28  " not in text
    assert "2026-10-06" in text
    assert "3 runs before these: they are in the report." in text


def test_one_run_is_told_in_full() -> None:
    content = dataclasses.replace(example(), runs=example().runs[1:2])
    text = " ".join(render(content).split())
    for part in (
        "10.05 km (device)",
        "1:01:30 on the timer",
        "by published runners",
        "10,209 (10,107 to 10,311)",
        "note No cadence in this file",
    ):
        assert part in text


def test_a_narrow_terminal_keeps_date_distance_load_and_onset() -> None:
    page = io.StringIO()
    console = Console(file=page, width=45, color_system=None, markup=False)
    print_blocks(blocks(example(), Layout(), 45), console, 45)
    lines = page.getvalue().splitlines()
    assert all(cell_len(line) <= 45 for line in lines)
    row = next(line for line in lines if line.startswith("2026-10-04"))
    assert re.search(r"10\.0 +15–51 +17\.5 +4", row)


def test_escape_sequences_of_a_file_reach_no_terminal() -> None:
    content = example(flagged=True)
    evil = "\x1b[2J\x1b]0;title\x07\u202egnp.exe\u2066\x9b31m\r\nnext"
    problem = Problem(evil, evil, "damaged", evil)
    found = dataclasses.replace(SPIKE, headline=evil, suggestion=evil)
    flag = dataclasses.replace(FLAG, headline=evil)
    content = dataclasses.replace(content, findings=Findings(found=(flag, found), problems=(problem,)), diary_path=evil)
    page = io.StringIO()
    console = Console(file=page, width=80, force_terminal=True, color_system="truecolor", markup=False)
    print_blocks(blocks(content, Layout(next_step=evil), 80), console, 80)
    text = re.sub("\x1b\\[[0-9;]*m", "", page.getvalue())  # colours are ours
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb\x1b[0m", "ab"),
        ("a\x1b]8;;http://x\x1b\\b", "ab"),
        ("tab\tand\r\nline", "tab and line"),
        ("x\u202ey\x9bz\x7f", "x\ufffdy\ufffdz\ufffd"),
        ("Zoë, 5 km · 3–4 BW", "Zoë, 5 km · 3–4 BW"),
        ("שלום", "שלום"),
        ("\x1b", ""),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert "\x1b" not in printable(text)
    if text != "\x1b":
        assert printable(text) == shown


def test_bars_are_drawn_against_the_highest_week_and_a_week_without_a_run_is_a_dot() -> None:
    assert bars(WEEKS) == ["▄", "·", "█", "▂"]
    unknown = [dataclasses.replace(WEEKS[0], easy_km=math.nan), dataclasses.replace(WEEKS[0], easy_km=0.0)]
    assert bars(unknown) == ["?", "▁"]


def test_a_range_in_thousands_has_two_digits_as_it_is_wide() -> None:
    assert thousands(measure(11_952, "BW·footfalls", width=0.5)) == "6.0–18"
    assert thousands(measure(math.nan, "BW·footfalls")) == "?"


def test_every_reason_and_severity_has_its_words() -> None:
    for reason in REASONS:
        assert say(f"terminal.reason.{reason}")
    for severity in Severity:
        assert say(f"terminal.severity.{severity.value}")


def test_the_file_is_recognised_as_ours(tmp_path: Path) -> None:
    target = tmp_path / "summary.txt"
    target.write_text(render(example(flagged=True)), encoding="utf-8")
    check_target(str(target), overwrite=Overwrite.OURS)


@pytest.mark.parametrize(
    ("name", "content"),
    [("flagged.txt", example(flagged=True)), ("no-diary.txt", example(has_diary=False))],
)
def test_golden(golden: Callable[[str, str], None], name: str, content: Content) -> None:
    golden(name, render(content, Layout(next_step="footfall report my-runs draws the pictures.")))


def test_one_of_a_kind_is_counted_as_one() -> None:
    problems = tuple(Problem(f"{name}.csv", None, "not-a-run-file", "No run file.") for name in "ab")
    findings = example().findings
    one = render(dataclasses.replace(example(), findings=dataclasses.replace(findings, problems=problems[:1])))
    two = render(dataclasses.replace(example(), findings=dataclasses.replace(findings, problems=problems)))
    assert "1 file that is no run file" in one
    assert "2 files that are no run files" in two


def test_a_diary_of_another_time_is_the_first_thing_said() -> None:
    days = {"first_row": dt.date(2024, 1, 1), "last_row": dt.date(2024, 3, 1)}
    days |= {"first_run": dt.date(2026, 1, 1), "last_run": dt.date(2026, 3, 1)}
    apart = MatchProblem("other-period", "diary.csv", values=days)
    content = dataclasses.replace(example(), history=dataclasses.replace(example().history, mismatches=(apart,)))
    assert three_sentences(content)[0].startswith("The diary is of another time than the runs: it goes from 1 Jan 2024")


def test_where_many_rules_found_something_the_newest_of_each_is_shown() -> None:
    codes = ("R1", "R2", "R3", "P1", "P5", "P6")
    found = tuple(dataclasses.replace(SPIKE, rule=code, headline=f"{code} number {n}.") for code in codes for n in range(4))
    content = example()
    text = render(dataclasses.replace(content, findings=dataclasses.replace(content.findings, found=found)), Layout())
    for code in codes:
        assert f"{code} number 0." in text
        assert f"{code} number 1." not in text
        assert f"and 3 more of {code}" in text
    few = render(dataclasses.replace(content, findings=dataclasses.replace(content.findings, found=found[:20])), Layout())
    assert "R1 number 2." in few
    assert "and 1 more of R1" in few


def test_no_line_is_wider_than_the_screen() -> None:
    long = "A sentence that goes on and on about runs, weeks and what was written down beside them. " * 4
    rules = [f"{letter}{n}" for letter in "RPAQ" for n in range(1, 10)]
    content = example()
    findings = dataclasses.replace(
        content.findings,
        found=tuple(dataclasses.replace(SPIKE, rule=code, headline=long, suggestion=long) for code in rules[:12]),
        checked=tuple(Checked(code, "A title", long) for code in rules[12:24]),
        skipped=tuple(Skipped(code, "A title", "too few", long, "more.") for code in rules[24:]),
        families=families({"P2": 0.01, "A1": 0.2}),
    )
    assert max(map(len, render(dataclasses.replace(content, findings=findings)).splitlines())) <= 80
