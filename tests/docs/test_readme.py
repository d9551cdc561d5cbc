"""What the README shows is what the program prints, and its links lead somewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.shown import pattern

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n\$ footfall (.*?)\n(.*?)```", README, re.S)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.S)


def run(*command: str, cwd: Path = ROOT) -> str:
    settings = {name: value for name, value in os.environ.items() if not name.startswith("FOOTFALL_")}
    settings |= {"FOOTFALL_AS_OF": "2026-11-16", "FOOTFALL_LIBRARY": "none", "PYTHONUTF8": "1"}
    result = subprocess.run([sys.executable, *command], cwd=cwd, env=settings, capture_output=True, check=False, encoding="utf-8")
    assert result.returncode == 0, result.stderr
    return result.stdout.replace("\N{THIN SPACE}", " ")


@pytest.mark.parametrize(("arguments", "expected"), CONSOLE)
def test_console_examples_print_what_they_show(arguments: str, expected: str, tmp_path: Path) -> None:
    demo = ["-o", str(tmp_path / "report.html")] if arguments == "demo" else []
    out = run("-m", "footfall", *arguments.split(), *demo)
    assert pattern(expected).fullmatch(out), f"the output:\n{out}"


@pytest.mark.parametrize("code", PYTHON)
def test_python_examples_run(code: str) -> None:
    assert run("-c", code)


def test_the_readme_has_examples() -> None:
    assert len(CONSOLE) == 1
    assert len(PYTHON) == 1


@pytest.mark.parametrize("page", sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]), ids=str)
def test_links_between_pages_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
