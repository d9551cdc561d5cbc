import subprocess
import sys

import pytest

HEAVY = (
    "numpy",
    "rich",
    "pandas",
    "plotly",
    "scipy",
    "platformdirs",
    "jinja2",
    "openpyxl",
    "tzfpy",
    "fitparse",
    "gpxpy",
    "tomllib",
)

LIST_MODULES = """
import sys
from footfall.__main__ import main
sys.argv = ["footfall", *{args!r}]
code = main()
print(*sorted({{name.split(".")[0] for name in sys.modules}}))
sys.exit(code)
"""


@pytest.mark.parametrize(
    "args", [["--help"], ["--version"], ["analyze", "--help"], ["report", "--help"], ["diary", "new", "--help"]]
)
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIST_MODULES.format(args=args)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    imported = set(done.stdout.splitlines()[-1].split())
    assert "click" in imported
    assert imported.isdisjoint(HEAVY), sorted(imported.intersection(HEAVY))


def test_import_footfall_alone_imports_nothing_heavy() -> None:
    code = "import sys, footfall; print(footfall.__version__, *sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert set(done.stdout.split()).isdisjoint({*HEAVY, "click"})
