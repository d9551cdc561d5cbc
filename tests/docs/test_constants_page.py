"""docs/constants.md has every constant that a number rests on, with the value that the code has."""

import ast
import math
import re
from dataclasses import astuple, is_dataclass
from functools import cache
from importlib import import_module

import pytest

from tests.docs.pages import CONSTANTS, SOURCES, modules, one_line, rows

LISTED = {row[0].strip("`"): row for row in rows(CONSTANTS) if row[0].startswith("`")}


@cache
def constants() -> dict[str, tuple[float, ...]]:
    """Public constants with a number, or several, as their value; of seeds any number would do."""
    found = {}
    for name, path in modules():
        values = vars(import_module(f"footfall.metrics.{name}"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
            names = [
                one for target in targets for one in (target.elts if isinstance(target, ast.Tuple) else [target])
            ]  # A, B = 1, 2 names two of them
            for one in names:
                if isinstance(one, ast.Name) and one.id.isupper() and not one.id.startswith("_") and not one.id.endswith("SEED"):
                    numbers = numbers_of(values[one.id])
                    if numbers:
                        found[f"{name}.{one.id}"] = numbers
    return found


def numbers_of(value: object) -> tuple[float, ...]:
    """A number, numbers of a tuple, or the fields of a dataclass that hold one; nothing of anything else."""
    if is_dataclass(value) and not isinstance(value, type):
        return tuple(float(field) for field in astuple(value) if isinstance(field, int | float))
    several = value if isinstance(value, tuple) else (value,)
    return tuple(map(float, several)) if all(isinstance(one, int | float) for one in several) else ()


def stated(cell: str) -> list[tuple[float, float]]:
    """Numbers of a cell, each with half a unit of its last digit: `ln 5` is a logarithm."""
    told = []
    for sign, logarithm, digits in re.findall(r"(-?)(ln )?([\d.]+)", cell):
        number = math.log(float(digits)) if logarithm else float(digits)
        decimals = len(digits.partition(".")[2])
        told.append((-number if sign else number, 1e-12 if logarithm else 0.5 * 10.0**-decimals))
    return told


def test_every_constant_stands_on_the_page_and_none_that_is_gone():
    missing, gone = sorted(set(constants()) - set(LISTED)), sorted(set(LISTED) - set(constants()))
    assert not missing, f"say in docs/constants.md what they are and where they come from: {missing}"
    assert not gone, f"take out of docs/constants.md: {gone}"


@pytest.mark.parametrize("name", sorted(LISTED))
def test_the_value_is_that_of_the_code(name):
    values = constants()[name]
    told = stated(LISTED[name][1])
    assert len(told) == len(values)
    for (number, rounding), value in zip(told, values, strict=True):
        assert number == pytest.approx(value, abs=rounding * 1.0001 if value % 1 else 1e-9)


@pytest.mark.parametrize("name", sorted(LISTED))
def test_each_says_what_it_is_and_where_it_comes_from(name):
    _, _, unit, meaning, origin = LISTED[name]
    assert meaning
    assert origin
    suffix = name.rpartition("_")[2]
    of_suffix = {"SPM": "steps/min", "S": "s", "M": "m", "BW": "BW", "MM": "mm", "MIN": "min", "PCT": "%"}
    if name.endswith("_M_S"):
        assert unit == "m/s"
    elif suffix in of_suffix and not name.endswith("_S2"):
        assert unit == of_suffix[suffix]


def test_sources_that_constants_come_from_are_listed():
    named = {found for row in LISTED.values() for found in re.findall(r"[A-Z][\w-]+ (?:19|20)\d\d", row[4])}
    assert len(named) > 10
    assert not {name for name in named if f"{name} |" not in one_line(SOURCES)}
