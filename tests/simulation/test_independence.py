"""The simulator takes no formula from what it judges, and hides no assumption."""

import ast
from dataclasses import fields
from pathlib import Path

import pytest

import simulate
from simulate.assumptions import assumptions
from simulate.world import World

FOLDER = Path(simulate.__file__).parent
JUDGES = {"product.py"}
"""Hands runs to the product and asks it for intervals."""


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}


@pytest.mark.parametrize(
    "path", [path for path in sorted(FOLDER.glob("*.py")) if path.name not in JUDGES], ids=lambda path: path.name
)
def test_nothing_but_types_comes_from_footfall(path: Path) -> None:
    ours = {name for name in imported(path) if name.split(".")[0] == "footfall"}
    assert ours <= {"footfall.model.intervals", "footfall.model.run"}


def test_every_number_of_a_world_stands_among_the_assumptions() -> None:
    source = (FOLDER / "assumptions.py").read_text(encoding="utf-8")
    assert [field.name for field in fields(World) if f"w.{field.name}" not in source] == []


def test_every_assumption_that_differs_says_what_the_model_has_instead() -> None:
    rows = assumptions(World())
    assert [row.about for row in rows if (row.beside == "other") != bool(row.model)] == []
    assert all(row.source for row in rows)
