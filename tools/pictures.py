"""Makes the pictures of README and docs: `make pictures`. The sample season and the made-up squad, in a headless Chromium.

Nobody in them exists, and none of them is a map. A picture is not the same byte for byte under another Chromium or other fonts,
so none is compared; tests hold that each one that is shown is made here, and is light enough to load.
"""

import base64
import fcntl
import io
import os
import pty
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from sampledata.__main__ import main as sampledata

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
LARGEST_BYTES = 300_000
AS_OF, WEEK = "2026-11-16", "2026-W46"
QUALITY = 82
COLUMNS = 80
MARGIN = 12
FROM, TO = "Half of your runs stay free", "Looked at, nothing to say"
"""First line of the terminal that is shown, and the first that is not."""

ONE_HALF_DARK = TerminalTheme(
    (40, 44, 52),
    (220, 223, 228),
    [
        (40, 44, 52),
        (224, 108, 117),
        (152, 195, 121),
        (229, 192, 123),
        (97, 175, 239),
        (198, 120, 221),
        (86, 182, 194),
        (220, 223, 228),
    ],
)
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: {background}; color: {foreground} }}
pre {{ margin: 0; padding: 14px 18px; width: max-content; font: 13.5px/1.4 "DejaVu Sans Mono", Menlo, Consolas, monospace }}
</style>
<pre>{code}</pre>"""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")
_SETTLED_MS = 600


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    page            a file that `pages` makes.   at   what stands at its top (CSS); None = the page's own.
    width, height   of the window; no height = as much as `at` holds.  [CSS px]
    scale           pixels per CSS px.           dark  in the dark colours.
    """

    page: str
    width: int
    height: int | None = None
    at: str | None = None
    scale: float = 1.5
    dark: bool = False


PICTURES: Mapping[str, Picture] = {
    "terminal.webp": Picture("terminal.html", 760, at="pre"),
    "report.webp": Picture("report.html", 1120, 900),
    "pain-free-minutes.webp": Picture("report.html", 1120, at="#p-tolerance"),
    "weeks.webp": Picture("report.html", 1120, at="#p-weeks", dark=True),
    "phone.webp": Picture("report.html", 360, 760, at="#p-weeks", scale=2),
    "squad.webp": Picture("week/squad.html", 1000, at="body", scale=1.25),
    "athlete.webp": Picture("week/athletes/bram.html", 1000, 760, scale=1.25),
    "clinician.webp": Picture("clinician.html", 800, at="body", scale=1.25),
}
"""File name -> what it shows."""


def pages(folder: Path) -> None:
    """Write what is to be photographed, by the commands that a user would type."""
    season = ("--as-of", AS_OF, "--library", "none", "--force")
    report = ("report", "sample_data", "-o", str(folder / "report.html"), "--clinician", str(folder / "clinician.html"), *season)
    (folder / "terminal.html").write_text(_terminal(_on_a_terminal(report)), encoding="utf-8")
    squad = folder / "Tuesday group"
    if sampledata(["squad", str(squad)]) != 0:
        sys.exit("the squad could not be made")
    _on_a_terminal(("weekly", str(squad), "--week", WEEK, "-o", str(folder / "week"), "--library", "none"), wanted=(0, 1))


def _on_a_terminal(words: Sequence[str], wanted: Sequence[int] = (0,)) -> str:
    """What the command writes to a terminal, colours and all; messages of the way are left out.

    wanted   exit codes to go on with: 1 where a file of the squad is damaged on purpose.
    """
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    variables = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    variables |= {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "footfall", *words]
    with subprocess.Popen(command, stdin=child, stdout=child, stderr=subprocess.DEVNULL, env=variables, cwd=ROOT) as running:
        os.close(child)
        seen = b""
        while part := _read(parent):
            seen += part
    os.close(parent)
    if running.returncode not in wanted:
        sys.exit(f"footfall {' '.join(words)} ended with {running.returncode}")
    return seen.decode()


def _read(parent: int) -> bytes:
    try:
        return os.read(parent, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def _terminal(seen: str) -> str:
    """A page that looks like the terminal it came from: the lines from `FROM` to the one before `TO`."""
    lines = Text.from_ansi(seen.replace("\r\n", "\n")).split("\n")
    plain = [line.plain for line in lines]
    begin = next(number for number, text in enumerate(plain) if text.startswith(FROM))
    end = next(number for number, text in enumerate(plain) if text.startswith(TO))
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text("\n").join(lines[begin:end]), end="")
    return console.export_html(theme=ONE_HALF_DARK, code_format=_TERMINAL, inline_styles=True)


class Camera:
    """A browser, and the folder of the pages it looks at."""

    def __init__(self, browser: "Browser", folder: Path) -> None:
        self._browser = browser
        self._folder = folder

    def shot(self, picture: Picture) -> bytes:
        """The picture, WebP."""
        context = self._browser.new_context(
            viewport={"width": picture.width, "height": picture.height or 900},
            device_scale_factor=picture.scale,
            color_scheme="dark" if picture.dark else "light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto((self._folder / picture.page).as_uri())
        clip = self._clip(page, picture)
        asked = {"format": "webp", "quality": QUALITY, "captureBeyondViewport": True, "clip": clip}
        data = context.new_cdp_session(page).send("Page.captureScreenshot", asked)["data"]
        context.close()
        return base64.b64decode(data)

    def _clip(self, page: "Page", picture: Picture) -> dict[str, float]:
        """What is to be seen of the page, once it is drawn.  [CSS px]"""
        page.wait_for_timeout(_SETTLED_MS)
        if picture.at is None:
            return {"x": 0, "y": 0, "width": picture.width, "height": picture.height or 900, "scale": picture.scale}
        found = page.locator(picture.at)
        found.scroll_into_view_if_needed()
        page.wait_for_timeout(_SETTLED_MS)
        across, down = page.evaluate("[window.scrollX, window.scrollY]")
        box = found.bounding_box()
        assert box is not None, f"{picture.at} is not on {picture.page}"
        height = min(box["height"], picture.height or box["height"])
        x, y, width = (box["x"] + across - MARGIN, box["y"] + down - MARGIN, box["width"] + 2 * MARGIN)
        return {"x": max(0, x), "y": max(0, y), "width": width, "height": height + 2 * MARGIN, "scale": picture.scale}


@contextmanager
def _camera(folder: Path) -> "Iterator[Camera]":
    from playwright.sync_api import sync_playwright

    path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        sys.exit("no Chromium here: install `chromium` to make the pictures")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield Camera(browser, folder)
        browser.close()


def main() -> int:
    """Make every picture; 1 when one is too large."""
    FOLDER.mkdir(exist_ok=True)
    large = 0
    with tempfile.TemporaryDirectory() as name, _camera(Path(name)) as camera:
        pages(Path(name))
        for file, picture in PICTURES.items():
            data = camera.shot(picture)
            (FOLDER / file).write_bytes(data)
            large += len(data) >= LARGEST_BYTES
            print(f"{file}: {len(data) / 1000:.0f} kB{', too large' if len(data) >= LARGEST_BYTES else ''}")
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main())
