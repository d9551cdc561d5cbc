"""What is kept must not outlive the code that made it: the versions stand beside a digest of the sources they speak for."""

import hashlib
import json
from pathlib import Path

import pytest

from footfall.workflow import versions
from tests.conftest import ROOT

SOURCES = ROOT / "src" / "footfall"
KEPT = Path(__file__).parent / "golden" / "versions.json"
READERS = (
    "formats",
    "tables",
    "model",
    "workflow/read.py",
    "workflow/items.py",
    "workflow/reading.py",
    "workflow/log_entries.py",
)
OF_READERS = (
    "measure",
    "merge",
    "runs",
    "sighting",
    "stretches",
    "gait",
    "cadence",
    "altitude",
    "grade",
    "track",
    "apart",
    "leaps",
)
NUMBERS = ("metrics", "model", "render/fields.py", "render/table.py")


def digest(names: tuple[str, ...]) -> str:
    """Of the code, comments and all: who changes a comment alone writes the digest anew and leaves the version."""
    files = [file for name in names for file in sorted((SOURCES / name).rglob("*.py")) or [SOURCES / name]]
    whole = hashlib.sha256()
    for file in sorted(set(files)):
        whole.update(file.relative_to(SOURCES).as_posix().encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n"))
    return whole.hexdigest()


def test_versions_are_looked_at_when_the_code_they_speak_for_changes(request: pytest.FixtureRequest) -> None:
    now = {
        "READERS": [versions.READERS, digest((*READERS, *(f"metrics/{name}.py" for name in OF_READERS)))],
        "NUMBERS": [versions.NUMBERS, digest(NUMBERS)],
    }
    if request.config.getoption("--golden") == "write":
        KEPT.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
        return
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    for name, (version, sources) in now.items():
        was_version, was_sources = kept[name]
        assert sources == was_sources, (
            f"the sources of {name} have changed. If what they give can differ, raise {name} in workflow/versions.py, or a "
            "library serves what older code measured; then `make golden`"
        )
        assert version == was_version, f"{name} has changed: `make golden`"


def test_every_source_that_is_named_exists() -> None:
    names = (*READERS, *NUMBERS, *(f"metrics/{name}.py" for name in OF_READERS))
    assert all((SOURCES / name).exists() for name in names)
