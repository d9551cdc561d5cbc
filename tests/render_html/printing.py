"""How many sheets of paper a page takes, by a headless Chromium's own PDF."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.render_html.browser import executable


@dataclass(frozen=True)
class Paper:
    """Number of sheets, and their distinct sizes in points."""

    sheets: int
    sizes: frozenset[tuple[int, int]]


def printed(page: str, folder: Path) -> Paper:
    """Print the page as its own style sheet asks for."""
    browser = executable()
    assert browser is not None
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="utf-8")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
    where = (f"--user-data-dir={folder / 'profile'}", "--no-pdf-header-footer", f"--print-to-pdf={target}")
    subprocess.run([browser, *flags, *where, source.as_uri()], capture_output=True, timeout=90, check=True)
    return paper(target.read_bytes())


def paper(raw: bytes) -> Paper:
    """What a PDF is printed on."""
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", raw)
    return Paper(len(re.findall(rb"/Type\s*/Page\b", raw)), frozenset((round(float(w)), round(float(h))) for w, h in boxes))
