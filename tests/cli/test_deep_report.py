"""`report --deep` asks the slow rules too."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.workflow.test_one_run import gpx, written


@pytest.fixture
def season(tmp_path: Path) -> Path:
    return written(tmp_path / "ada", {"a.gpx": gpx(), "diary.csv": "date,onset\n2026-05-03,17\n"})


def places(out: str) -> dict[str, str]:
    """Rule -> where it stands."""
    document = json.loads(out)
    return {one["rule"]: place for place in ("findings", "checked", "skipped") for one in document[place]}


def test_the_slow_rules_are_asked_where_it_is_wanted_and_nothing_else_changes(season: Path, cli: Cli) -> None:
    plain, deep = (places(cli("report", season, "--json", *more).out) for more in ((), ("--deep",)))
    assert "C1" not in plain
    assert deep == {**plain, "C1": "skipped"}


def test_what_a_library_keeps_of_one_is_no_answer_for_the_other(season: Path, cli: Cli, tmp_path: Path) -> None:
    kept = ("--json", "--library", tmp_path / "kept")
    assert "C1" not in places(cli("report", season, *kept).out)
    assert "C1" in places(cli("report", season, *kept, "--deep").out)
    assert "C1" not in places(cli("report", season, *kept).out)
    assert "C1" in places(cli("report", *kept, "--deep").out)


def test_other_commands_have_no_such_option(season: Path, cli: Cli) -> None:
    assert cli("analyze", season, "--deep").code == 2
