"""Build the wheel, install it alone into a fresh environment away from the checkout, and run the demo from there.

What an editable checkout hides shows here: a module or template that is not packaged, sample data that is not found.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LARGEST_WHEEL_BYTES = 12_000_000


def run(*command: str | Path, cwd: Path, status: int = 0) -> str:
    """Run a command and return what it printed; SystemExit with everything it said when it ends otherwise than with `status`."""
    # Nothing of the checkout or of the caller's environment may help the installed copy along.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FOOTFALL_"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode != status:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def build(folder: Path) -> Path:
    """The wheel of this checkout."""
    run(sys.executable, "-m", "pip", "wheel", ROOT, "--no-deps", "--quiet", "--wheel-dir", folder, cwd=folder)
    (wheel,) = folder.glob("footfall-*.whl")
    if not wheel.name.endswith("-py3-none-any.whl"):
        raise SystemExit(f"{wheel.name} is not pure Python")
    if wheel.stat().st_size > LARGEST_WHEEL_BYTES:
        raise SystemExit(f"{wheel.name} has {wheel.stat().st_size:,} bytes")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    """A fresh environment with the wheel and what it asks for; returns the folder of its programs."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=folder)
    return programs


def check(programs: Path, folder: Path) -> None:
    """The demo and the commands that people try first, from a folder that has nothing to do with the checkout."""
    footfall = programs / "footfall"
    where = run(programs / "python", "-c", "import footfall; print(footfall.__file__)", cwd=folder)
    if str(ROOT / "src") in where:
        raise SystemExit(f"the checkout was imported: {where}")
    found = run(footfall, "demo", "-o", "demo/report.html", cwd=folder)
    page = folder / "demo" / "report.html"
    if page.stat().st_size < 100_000 or "</html>" not in page.read_text(encoding="utf-8")[-100:]:
        raise SystemExit(f"{page} is no whole page")
    runs = json.loads(run(footfall, "demo", "--json", cwd=folder))["runs"]
    if len(runs) < 45:
        raise SystemExit(f"{len(runs)} runs in the demo")
    run(footfall, "diary", "new", "diary.csv", cwd=folder)
    run(footfall, "--version", cwd=folder)
    run(footfall, "report", cwd=folder, status=2)
    print(found)


def main() -> None:
    """Do it all in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="footfall-smoke-") as name:
        folder = Path(name).resolve()
        wheel = build(folder)
        programs = install(wheel, folder / "venv")
        away = folder / "away"
        away.mkdir()
        check(programs, away)
        print(f"smoke: {wheel.name}, {wheel.stat().st_size:,} bytes, works alone")


if __name__ == "__main__":
    main()
