"""Each tour, walked in order in a folder and a home of its own: its commands print what it shows."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.docs.shown import pattern

ROOT = Path(__file__).resolve().parents[2]
LONG = pytest.mark.skipif(not os.environ.get("FOOTFALL_WHOLE"), reason="a whole squad: with FOOTFALL_WHOLE set, as in CI")
TOURS = ("tour-runner", "tour-batch", "tour-coach")
WALKED = ("tour-runner", "tour-batch", pytest.param("tour-coach", marks=LONG))
NEXT = "=-=-= next"


@dataclass(frozen=True)
class Step:
    """A command, and what the tour shows of its output."""

    command: str
    shown: str


def steps(tour: str) -> list[Step]:
    page = (ROOT / "docs" / f"{tour}.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    return [
        Step(command, shown)
        for block in blocks
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]


def _make(path: Path) -> None:
    """`make sample-squad OUT=FOLDER` without an environment of its own."""
    squad = f'PYTHONPATH="{ROOT / "tools"}" exec {sys.executable} -m sampledata squad "${{2#OUT=}}"'
    path.write_text(f'#!/bin/sh\nset -e\n[ "$1" = sample-squad ]\n{squad}\n', encoding="utf-8")
    path.chmod(0o755)


def walked(tour: str, folder: Path) -> list[str]:
    """What each command of a tour prints, one shell for all of them."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here: the tours are written for one")
    programs, home = folder / "bin", folder / "home"
    programs.mkdir()
    home.mkdir()
    for name, words in (("footfall", f"{sys.executable} -m footfall"), ("python", sys.executable)):
        (programs / name).write_text(f'#!/bin/sh\nexec {words} "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    _make(programs / "make")
    checkout = folder / "checkout"
    checkout.mkdir()
    shutil.copytree(ROOT / "sample_data", checkout / "sample_data")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FOOTFALL_", "XDG_"))}
    settings = kept | {"HOME": str(home), "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONUTF8": "1"}
    script = "".join(f"{step.command}\necho '{NEXT}'\n" for step in steps(tour))
    result = subprocess.run(
        [bash, "-c", script],
        cwd=checkout,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
        encoding="utf-8",
    )
    return result.stdout.replace("\N{THIN SPACE}", " ").split(f"{NEXT}\n")[:-1]


@pytest.mark.parametrize("tour", WALKED)
def test_a_tour_prints_what_it_shows(tour: str, tmp_path: Path) -> None:
    asked = steps(tour)
    printed = walked(tour, tmp_path)
    assert len(asked) == len(printed) >= 7
    for step, out in zip(asked, printed, strict=True):
        assert pattern(step.shown).fullmatch(out), f"$ {step.command}\nis shown with\n{step.shown}\nand prints\n{out}"


@pytest.mark.parametrize("tour", TOURS)
def test_the_readme_leads_to_it(tour: str) -> None:
    assert f"](docs/{tour}.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
