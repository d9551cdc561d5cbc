"""Every real file through the main job: no exception, a golden table, and right against the inventory or named as not yet."""

import datetime as dt
import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from footfall.render.content import Content
from footfall.workflow.analyze import analyze
from footfall.workflow.request import Request
from tests.conftest import CORPUS
from tests.corpus.facts import Facts, inventory, wrong

AS_OF = dt.date(2026, 11, 16)
TODO = Path(__file__).resolve().parents[1] / "corpus_todo.toml"
RIGHT_SHARE = 0.85


def todo() -> dict[str, str]:
    """Running files that are not right yet: path -> cause."""
    return tomllib.loads(TODO.read_text(encoding="utf-8"))["files"]


@cache
def read(path: str) -> Content:
    """One file through the main job."""
    return analyze(Request(paths=(str(CORPUS / path),), as_of=AS_OF))


@pytest.fixture(scope="module")
def facts(corpus: Path) -> dict[str, Facts]:
    return inventory(corpus)


def test_every_file_is_read_or_says_why_not(facts: dict[str, Facts]) -> None:
    assert len(facts) == 45
    for path in facts:
        content = read(path)
        assert content.runs or content.findings.problems, path


def test_most_running_files_are_right_and_the_rest_are_named(facts: dict[str, Facts]) -> None:
    running = {path: wrong(one, read(path)) for path, one in facts.items() if one.running}
    faulty = {path: faults for path, faults in running.items() if faults}
    assert set(faulty) == set(todo()), f"not right: {faulty}"
    assert 1 - len(faulty) / len(running) >= RIGHT_SHARE


def test_files_that_are_no_run_give_none(facts: dict[str, Facts]) -> None:
    for path, one in facts.items():
        if not one.running and any(one.sports):
            assert not read(path).runs, path


def test_one_run_in_fit_and_tcx_agrees_and_its_gpx_differs_by_its_pauses(facts: dict[str, Facts]) -> None:
    del facts  # only to be skipped with it
    fit, tcx, gpx = (read(f"aaron-schroeder__heartandsole/testdata.{kind}").runs[0] for kind in ("fit", "tcx", "gpx"))
    assert fit.distance_m is not None
    assert tcx.distance_m == pytest.approx(fit.distance_m, rel=0.01)
    assert tcx.timer_s == pytest.approx(fit.timer_s, rel=0.01)
    assert gpx.distance_m is not None
    assert gpx.distance_m > 1.1 * fit.distance_m, "the way made while the timer stood is in the GPX alone"


def test_golden_table_of_the_corpus(facts: dict[str, Facts], golden: Callable[[str, str], None]) -> None:
    golden("corpus.csv", "".join(_row(path) for path in sorted(facts)))


def test_the_whole_folder_goes_through_the_command_as_json(corpus: Path) -> None:
    command = [sys.executable, "-m", "footfall", "analyze", str(corpus), "--json", "--as-of", "2026-11-16", "--quiet"]
    result = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert result.returncode == 1, result.stderr  # some files of the corpus are damaged, the rest is done
    assert "Traceback" not in result.stderr
    shown = json.loads(result.stdout)
    assert shown["format_version"] == 1
    assert len(shown["runs"]) >= 25


def _row(path: str) -> str:
    content = read(path)
    codes = ";".join(sorted({problem.reason for problem in content.findings.problems}))
    if not content.runs:
        return f"{path},0,{codes}\n"
    run = content.runs[0]
    total = run.footfalls.total
    cells = [
        path,
        str(len(content.runs)),
        codes,
        f"{run.elapsed_s:.0f}",
        f"{run.timer_s:.0f}",
        f"{run.running_s:.0f}",
        f"{run.walking_s:.0f}",
        "" if run.distance_m is None else f"{run.distance_m:.0f}",
        run.distance_source,
        "" if run.cadence_factor is None else str(run.cadence_factor),
        total.source,
        f"{total.value:.0f}",
        "" if run.footfalls.device_total is None else str(run.footfalls.device_total),
        f"{run.force.value:.2f}",
        run.contact_time_source,
        f"{run.load.measure.value:.0f}",
        ";".join(note.code for note in run.notes),
    ]
    return ",".join(cells) + "\n"
