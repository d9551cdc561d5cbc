"""The report from end to end, as a user waits for it: a season, and ten years of runs with a row of diary for each; its page in a
browser.

Seconds are those of the machine, so they are printed and not asserted; the size of the page is the same everywhere and is.
"""

import time
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench.fleet import write_runs
from tests.bench.measuring import Took, only_when_measuring, took
from tests.browser.conftest import FLAGS
from tests.render_html.browser import executable

MINUTES_20 = 1_200
SIZES = {"a season": (60, 6_000_000), "ten years": (3_000, 8_000_000)}
"""Runs, and the most bytes of their page."""


@pytest.mark.parametrize("name", SIZES)
def test_report_of(benchmark: BenchmarkFixture, tmp_path: Path, name: str) -> None:
    only_when_measuring(benchmark)
    runs, most = SIZES[name]
    write_runs(tmp_path / "runs", runs, seconds=MINUTES_20)
    _write_diary(tmp_path / "runs" / "diary.csv", runs)
    page = tmp_path / "page.html"
    first = _report(tmp_path, "2026-01-01")
    kept = min(_report(tmp_path, "2026-01-01") for _ in range(3))
    asked_anew = min(_report(tmp_path, f"2026-01-0{day}") for day in (2, 3))
    size = page.stat().st_size
    print(f"\n\n{name}, {runs} runs: {first} from the files, {asked_anew} from the library with every rule asked anew,")
    print(f"{kept} with findings kept; the page {size / 1e6:.2f} MB; in a browser {_in_a_browser(page)}\n")
    assert size < most
    benchmark.extra_info["bytes of the page"] = size
    benchmark.pedantic(_report, args=(tmp_path, "2026-01-01"), rounds=1)


def _report(folder: Path, today: str) -> Took:
    settings = ["--as-of", today, "--timezone", "UTC", "--library", "kept", "-o", "page.html", "--quiet"]
    return took(["report", "runs", *settings], folder)


def _in_a_browser(page: Path) -> str:
    """From the address to two frames with nothing in the way: pictures in sight are drawn, the table of runs answers."""
    path = executable()
    if path is None or find_spec("playwright") is None:
        return "not tried: no Chromium or no Playwright here"
    from playwright.sync_api import sync_playwright

    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for _ in range(3):
            window = browser.new_page(viewport={"width": 1280, "height": 900})
            began = time.perf_counter()
            window.goto(page.as_uri())
            window.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            found.append(time.perf_counter() - began)
            window.close()
        browser.close()
    return f"{min(found):.1f} s"


def _write_diary(path: Path, runs: int) -> None:
    """A row for each run, as `write_runs` starts them; pain before minute 18 in about a third."""
    rng = np.random.default_rng(7)
    starts = np.datetime64("2016-01-03T06:30") + 29 * np.arange(runs) * np.timedelta64(1, "h")
    rows = ["date,start,onset,pain_max,pain_next_morning,surface"]
    for number, start in enumerate(starts):
        day, clock = str(start)[:10], str(start)[11:16]
        minute = int(rng.exponential(45))
        pain = f"{max(1, minute)},{rng.integers(1, 7)}" if minute < 18 else "none,0"
        rows.append(f"{day},{clock},{pain},{max(0, round(rng.normal(0.5, 2)))},{('road', 'trail', 'track')[number % 3]}")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
