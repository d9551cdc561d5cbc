import csv
import datetime as dt
import json
from pathlib import Path

import pytest

from footfall.cli.demo import AS_OF
from tests.cli.conftest import Cli


@pytest.fixture(autouse=True)
def _season(sample_data: Path) -> None:
    assert (sample_data / "diary.csv").is_file(), "make sample-data"


def test_the_demo_writes_a_page_and_prints_what_it_found(cli: Cli, here: Path) -> None:
    outcome = cli("demo", "-o", "demo/report.html")
    assert outcome.code == 0, outcome.err
    assert "What stands out" in outcome.out
    assert outcome.err == "Written: demo/report.html. Open it in a browser.\n"
    assert (here / "demo" / "report.html").stat().st_size > 100_000


def test_the_demo_is_deaf_to_the_users_own_settings(cli: Cli, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = json.loads(cli("demo", "--json").raw)
    (here / "footfall.toml").write_text('load_model = "clinic"\n', encoding="utf-8")
    (here / "diary.csv").write_text("date,red_flags\n2026-11-01,fever\n", encoding="utf-8")
    monkeypatch.setenv("FOOTFALL_AS_OF", "2020-01-01")
    assert json.loads(cli("demo", "--json").raw) == plain
    assert plain["as_of"] == AS_OF
    assert len(plain["runs"]) > 45


def test_its_today_is_the_day_after_the_season(sample_data: Path) -> None:
    with (sample_data / "diary.csv").open(encoding="utf-8", newline="") as file:
        last = max(row["date"] for row in csv.DictReader(file))
    assert dt.date.fromisoformat(last) + dt.timedelta(1) == dt.date.fromisoformat(AS_OF)


def test_without_the_season_it_says_so(cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import footfall

    package = tmp_path / "deep" / "down" / "footfall"
    monkeypatch.setattr(footfall, "__file__", str(package / "__init__.py"))
    outcome = cli("demo")
    assert outcome.code == 2
    assert "not installed" in outcome.err
