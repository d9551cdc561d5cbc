"""One Chromium for this folder's tests, and reports opened in it as files, as readers open them."""

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from footfall.output import encoded
from tests.browser.reports import REPORTS
from tests.render_html.browser import executable

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route

QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic")
FLAGS = ["--no-sandbox", "--disable-gpu", *QUIET]
AXE = "axe_playwright_python"
PATIENCE_MS, LOOK_MS = 30_000, 25


# For the folder and not for the session: while Playwright runs, its thread has a running event loop, in which other tests' own
# could not start. With xdist that is one browser for each worker.
@pytest.fixture(scope="package")
def chromium() -> "Iterator[Browser]":
    """Debian's browser, driven by Playwright; skipped where either is not here."""
    path = executable()
    if path is None:
        pytest.skip("no Chromium here: install `chromium` to use the pages as readers do")
    driver = pytest.importorskip("playwright.sync_api", reason="no Playwright here: install footfall[dev] to use the pages")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's script, as the package brings it along."""
    found = importlib.util.find_spec(AXE)
    if found is None or found.origin is None:
        pytest.skip("no axe-core here: install footfall[dev] to check who can read the pages")
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def until(page: "Page", holds: str) -> None:
    """Wait for something to be so. Playwright's own way asks again from within the page, where the page's policy forbids it."""
    for _ in range(PATIENCE_MS // LOOK_MS):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(LOOK_MS)
    pytest.fail(f"never so: {holds}")


@dataclass
class Visit:
    """A report that is open, with what it said and asked for since."""

    page: "Page"
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


class Reader:
    """Opens reports, each written to a file once."""

    def __init__(self, browser: "Browser", folder: Path) -> None:
        self._browser = browser
        self._folder = folder

    def _file(self, report: str) -> Path:
        path = self._folder / f"{report.replace(', ', '-').replace(' ', '-')}.html"
        if not path.exists():
            path.write_bytes(encoded(REPORTS[report]()))
        return path

    def open(self, report: str, width: int = 1280, theme: Literal["light", "dark"] = "light", still: bool = False) -> Visit:
        """A new window on the report, which is drawn when this returns. `still`: the reader wants less motion.

        Anything that the page asks for beyond itself is noted and refused.
        """
        address = self._file(report).as_uri()
        page = self._browser.new_page(
            viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce" if still else "no-preference"
        )
        visit = Visit(page)

        def console(message: "ConsoleMessage") -> None:
            visit.said.append(f"{message.type}: {message.text}")

        def asked(request: "Request") -> None:
            if request.url.partition("#")[0] != address and not request.url.startswith(("data:", "blob:")):
                visit.asked.append(request.url)

        def answer(route: "Route") -> None:
            if route.request.url.partition("#")[0] == address:
                route.continue_()
            else:
                route.abort()

        page.on("console", console)
        page.on("pageerror", lambda error: visit.said.append(f"error: {error}"))
        page.on("request", asked)
        page.route("**/*", answer)
        page.goto(address)
        until(page, "Array.from(document.querySelectorAll('.plot')).every((plot) => plot.querySelector('svg.main-svg'))")
        return visit


@pytest.fixture(scope="package")
def reader(chromium: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(chromium, tmp_path_factory.mktemp("reports"))
