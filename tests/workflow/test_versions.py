"""What is kept must not outlive the code that made it: the versions stand beside a digest of the sources they speak for."""

import ast
import hashlib
import importlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from footfall.workflow import versions
from tests.conftest import ROOT

SOURCES = ROOT / "src"
KEPT = Path(__file__).parent / "golden" / "versions.json"
ROOTS = {
    "READERS": "footfall.workflow.reading",
    "NUMBERS": "footfall.workflow.batch_rows",
    "JOINING": "footfall.workflow.joining",
    "FINDINGS": "footfall.findings",
}
"""Name of a version -> the module from which all that it speaks for is imported."""
SENTENCES_TOO = {"FINDINGS": ("footfall.wording.rules", "footfall.wording.red_flags", "footfall.wording.numbers")}
"""Where sentences are part of what is kept: the modules of the catalogue that hold them."""
WORDS_AND_DOORS = (
    "footfall.wording",
    "footfall.config",
    "footfall.library",
    "footfall.output",
    "footfall.errors",
    "footfall.version",
)
"""What has no part in the numbers: sentences, settings, and how things are kept and written."""


def path_of(module: str) -> Path | None:
    place = SOURCES.joinpath(*module.split("."))
    return next((one for one in (place.with_suffix(".py"), place / "__init__.py") if one.is_file()), None)


@cache
def imports_of(module: str) -> frozenset[str]:
    """Modules of ours that a module imports, wherever in it."""
    path = path_of(module)
    assert path is not None
    found = set(_names(ast.parse(path.read_text(encoding="utf-8"))))
    return frozenset(one for one in found if one.startswith("footfall.") and path_of(one) is not None)


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def closure(name: str) -> list[str]:
    """Of a version: its module, those with its sentences, and all that these import."""
    open_ = [ROOTS[name], *SENTENCES_TOO.get(name, ())]
    found = set(open_)
    while open_:
        for one in imports_of(open_.pop()):
            words = name in SENTENCES_TOO and one.startswith("footfall.wording.")
            if one not in found and (words or not one.startswith(WORDS_AND_DOORS)):
                found.add(one)
                open_.append(one)
    return sorted(found)


def digest(name: str) -> str:
    """Of the code, comments and all: who changes a comment alone writes the digest anew and leaves the version."""
    whole = hashlib.sha256()
    for module in closure(name):
        path = path_of(module)
        assert path is not None
        whole.update(module.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return whole.hexdigest()


def test_versions_are_looked_at_when_the_code_they_speak_for_changes(request: pytest.FixtureRequest) -> None:
    now = {name: [getattr(versions, name), digest(name)] for name in ROOTS}
    if request.config.getoption("--golden") == "write":
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
        return
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert list(kept) == list(now), "a version has come or gone: `make golden`"
    for name, (version, sources) in now.items():
        was_version, was_sources = kept[name]
        assert sources == was_sources, (
            f"the sources of {name} have changed. If what they give can differ, raise {name} in workflow/versions.py, or a "
            "library serves what older code measured; then `make golden`"
        )
        assert version == was_version, f"{name} has changed: `make golden`"


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("READERS", "footfall.formats.fit.scan"),
        ("READERS", "footfall.metrics.step_length"),
        ("READERS", "footfall.metrics.worlds_best"),
        ("NUMBERS", "footfall.metrics.draws"),
        ("NUMBERS", "footfall.metrics.load.clinic"),
        ("NUMBERS", "footfall.render.fields"),
        ("JOINING", "footfall.metrics.merge"),
        ("JOINING", "footfall.metrics.clusters"),
        ("JOINING", "footfall.workflow.shoes"),
        ("FINDINGS", "footfall.findings.confidence"),
        ("FINDINGS", "footfall.findings.stats.survival"),
        ("FINDINGS", "footfall.history.pain"),
        ("FINDINGS", "footfall.wording.rules.ramps"),
    ],
)
def test_all_that_plays_a_part_is_in_the_digest(name: str, module: str) -> None:
    assert module in closure(name)


@pytest.mark.parametrize("name", sorted(ROOTS.keys() - SENTENCES_TOO.keys()))
def test_sentences_are_in_no_number(name: str) -> None:
    assert not any(module.startswith("footfall.wording") for module in closure(name))


def test_every_sentence_of_a_rule_is_in_the_digest() -> None:
    """What the modules of rules ask for, to the first part that is filled in, is said by a module that is looked at."""
    looked_at = closure("FINDINGS")
    asked = {key for module in looked_at if module.startswith("footfall.findings") for key in keys_said_by(module)}
    assert len(asked) > 50
    words = [module for module in looked_at if module.startswith("footfall.wording")]
    held = {key for module in words for key in getattr(importlib.import_module(module), "SENTENCES", {})}
    assert {key for key in asked if not any(one == key or one.startswith(key) for one in held)} == set()


def keys_said_by(module: str) -> Iterator[str]:
    """First argument of each call of `say`, and of `not_enough`; of a text that is put together, its beginning."""
    path = path_of(module)
    assert path is not None
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "not_enough") and node.args:
            key = _beginning(node.args[0])
            if key:
                yield key if node.func.id == "say" else f"lack.{key}"


def _beginning(text: ast.expr) -> str:
    if isinstance(text, ast.JoinedStr):
        return _beginning(text.values[0]) if text.values else ""
    return text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else ""
