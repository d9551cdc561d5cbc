import datetime as dt
from itertools import product
from pathlib import Path

import pytest

from footfall.cli.exit_codes import Exit, exit_code
from footfall.findings.finding import Confidence, Finding, Severity
from footfall.model.problem import REASONS, Consequence, Problem
from tests.cli.conftest import Cli

FAILURES = {reason for reason, consequence in REASONS.items() if consequence is Consequence.FAILED} | {"unknown-format"}


def finding(severity: Severity) -> Finding:
    return Finding("R1", "t", None, dt.date(2026, 1, 1), severity, Confidence.HIGH, "h", (), "s", "w", "d")


def problem(reason: str) -> Problem:
    return Problem("a", None, reason, "m")


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_each_reason_counts_as_the_interface_says(reason: str) -> None:
    expected = Exit.SOME_FAILED if reason in FAILURES else Exit.DONE
    assert exit_code(usable=True, problems=[problem(reason)]) == expected


def test_the_reasons_that_fail_are_those_of_the_interface() -> None:
    named = {"damaged", "no-time", "no-samples", "bad-clock", "too-large", "unreadable", "encrypted", "unsafe-xml"}
    passed = ["not-an-activity", "not-a-run", "duplicate", "bad-checksum", "truncated"]
    assert named | {"unknown-format"} <= FAILURES
    assert not set(passed) & FAILURES


@pytest.mark.parametrize(
    ("usable", "failed", "severity", "level"), list(product([True, False], [True, False], [None, *Severity], [None, *Severity]))
)
def test_the_order_is_3_then_4_then_1_then_0(
    usable: bool, failed: bool, severity: Severity | None, level: Severity | None
) -> None:
    found = [] if severity is None else [finding(severity)]
    code = exit_code(usable=usable, problems=[problem("damaged")] if failed else [], found=found, fail_on=level)
    flagged = severity is not None and level is not None and list(Severity).index(severity) <= list(Severity).index(level)
    assert code == (3 if not usable else 4 if flagged else 1 if failed else 0)


@pytest.mark.parametrize("command", ["analyze", "report"])
@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["good.fit"], 0),
        (["good.fit", "empty.fit"], 1),
        (["good.fit", "garbage.bin"], 1),
        (["good.fit", "gone.fit"], 1),
        (["good.fit", "diary.csv"], 0),
        (["folder"], 0),
        (["empty.fit"], 3),
        (["garbage.bin"], 3),
        (["gone.fit"], 3),
        (["nothing"], 3),
    ],
)
def test_exit_codes_of_whole_commands(cli: Cli, here: Path, run_file: Path, command: str, names: list[str], code: int) -> None:
    (here / "good.fit").write_bytes(run_file.read_bytes())
    (here / "empty.fit").write_bytes(b"")
    (here / "garbage.bin").write_bytes(bytes(range(256)) * 40)
    (here / "folder").mkdir()
    (here / "folder" / "good.fit").write_bytes(run_file.read_bytes())
    (here / "folder" / "garbage.bin").write_bytes(bytes(range(256)) * 40)
    (here / "nothing").mkdir()
    if "diary.csv" in names:
        (here / "diary.csv").write_text("date,pain_max\n2026-11-13,2\n", encoding="utf-8")
    outcome = cli(command, *names, "--as-of", "2026-11-16")
    assert outcome.code == code, outcome.err
    for name in set(names) & {"empty.fit", "garbage.bin", "gone.fit"}:
        assert name in outcome.out + outcome.err
    if code == 3:
        assert ("There is no file" if names == ["nothing"] else "No run to work with") in outcome.err
        assert not (here / "footfall-report.html").exists()


def test_a_level_to_fail_on_goes_before_failed_files(cli: Cli, season: Path, days: list[str], here: Path) -> None:
    (season / "diary.csv").write_text(f"date,red_flags\n{days[-1]},fever\n", encoding="utf-8")
    (here / "empty.fit").write_bytes(b"")
    paths = ("runs", "empty.fit", "--as-of", "2026-11-16")
    assert cli("analyze", *paths).code == 1
    assert cli("analyze", *paths, "--fail-on-flag", "emergency").code == 1
    assert cli("analyze", *paths, "--fail-on-flag", "urgent").code == 4
    assert cli("report", *paths, "--fail-on-flag", "warning").code == 4
    assert cli("analyze", "empty.fit", "--fail-on-flag", "info").code == 3


def test_bad_cells_of_a_diary_are_failures(cli: Cli, season: Path, days: list[str]) -> None:
    (season / "diary.csv").write_text(f"date,pain_max\n{days[-1]},11\n", encoding="utf-8")
    outcome = cli("analyze", "runs", "--as-of", "2026-11-16")
    assert outcome.code == 1
    assert "row 2, column pain_max" in outcome.out


@pytest.mark.parametrize(("how", "code"), [(("--since", "2030-01-01"), 0), (("--as-of", "2020-01-01"), 3)])
def test_runs_that_are_not_shown_are_no_failure_and_a_today_before_them_leaves_nothing(
    cli: Cli, season: Path, how: tuple[str, ...], code: int
) -> None:
    outcome = cli("analyze", "runs", *how)
    assert outcome.code == code
    assert ("No runs" in outcome.out) is (code == 0)
    assert ("--as-of" in outcome.err) is (code == 3)


def test_for_analyze_which_speaks_of_runs_a_diary_alone_is_nothing(cli: Cli, season: Path, here: Path) -> None:
    (here / "empty.fit").write_bytes(b"")
    assert cli("analyze", "empty.fit", "--diary", "runs/diary.csv", "--as-of", "2026-11-16").code == 3


def test_for_report_a_diary_alone_is_something_to_work_on(cli: Cli, season: Path) -> None:
    for run in season.glob("*.*"):
        if run.name != "diary.csv":
            run.unlink()
    outcome = cli("report", "runs", "--as-of", "2026-11-16")
    assert outcome.code == 0, outcome.err
