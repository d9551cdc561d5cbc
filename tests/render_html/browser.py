"""A headless Chromium, asked through a script that is laid into a copy of the page."""

import html
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--enable-logging=stderr",
    "--virtual-time-budget=6000",
)


def executable() -> str | None:
    """Path of the first browser found; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@dataclass(frozen=True)
class Answer:
    """What the probe returned, and what the page wrote to the console."""

    value: Any
    console: tuple[str, ...]


def ask(page: str, probe: str, folder: Path, *, width: int = 1280, dark: bool = False) -> Answer:
    """Open the page at a width and return what the JavaScript expression `probe` says of it (`win`, `doc`: the page's).

    The page stands in a frame of that width, since a headless window is never narrower than 500 px. Its security policy stays
    in force: the probe runs outside, in the page around the frame.
    """
    browser = executable()
    assert browser is not None
    shown = page.replace("screen and (prefers-color-scheme:dark)", "screen") if dark else page
    frame = f'<iframe id="f" style="border:0;width:{width}px;height:900px" srcdoc="{html.escape(shown)}"></iframe>'
    script = f"""<script>
    document.getElementById("f").addEventListener("load", function () {{
      setTimeout(function () {{
        const win = document.getElementById("f").contentWindow, doc = win.document;
        let said;
        try {{ said = {{ value: ({probe})(win, doc) }}; }} catch (error) {{ said = {{ error: String(error) }}; }}
        const box = document.createElement("pre");
        box.id = "said";
        box.textContent = JSON.stringify(said);
        document.body.appendChild(box);
        document.getElementById("f").remove();
      }}, 1500);
    }});
    </script>"""
    path = folder / "around.html"
    path.write_text(f'<!doctype html><meta charset="utf-8"><body>{frame}{script}', encoding="utf-8")
    command = [browser, *_FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", path.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=90, check=False)
    (raw,) = re.findall(r'<pre id="said">(.*?)</pre>', done.stdout.decode("utf-8", "replace"), re.DOTALL)
    said = json.loads(html.unescape(raw))
    assert "error" not in said, said["error"]
    console = tuple(line for line in done.stderr.decode("utf-8", "replace").splitlines() if "CONSOLE" in line)
    return Answer(said["value"], console)
