"""Every form of the made season's report names every finding and every rule that lacked data, and is the same twice."""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

import footfall
from footfall.cli.demo import AS_OF
from footfall.render import RENDERERS
from footfall.render.content import Content
from tests.cli.conftest import Cli
from tests.render_html.dom import parse

_THIN = dict.fromkeys(map(ord, "\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}\N{NO-BREAK SPACE}"), " ")


def words(text: str) -> str:
    """As a reader takes them: without the signs around a command, and a space is a space."""
    return " ".join(text.translate(_THIN).replace("`", "").split())


def _strings(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(map(_strings, value.values()))
    return " ".join(map(_strings, value)) if isinstance(value, list) else str(value)


READ: dict[str, Callable[[str], str]] = {
    "text": words,
    "json": lambda text: words(_strings(json.loads(text))),
    "html": lambda text: words(parse(text).one("body").text),
    "svg": lambda text: words(" ".join(ElementTree.fromstring(text.encode()).itertext())),
    "md": lambda text: words(re.sub(r"\\(.)", r"\1", text).replace("&lt;", "<")),
}
"""Form -> what a reader of it reads."""
TABLES = ("csv",)
"""A table of runs has no column for rules: what the command says beside it is tested below."""


@pytest.fixture(scope="module")
def season(sample_data: Path) -> Content:
    return footfall.analyze(
        sample_data,
        athlete=sample_data / "athlete.toml",
        diary=sample_data / "diary.csv",
        as_of=dt.date.fromisoformat(AS_OF),
    )


def test_every_form_is_looked_at() -> None:
    assert {*READ, *TABLES} == set(RENDERERS)


@pytest.mark.parametrize("form", sorted(READ))
def test_it_names_every_finding_and_every_rule_that_lacked_data(season: Content, form: str) -> None:
    said = READ[form](RENDERERS[form](season))
    assert len(season.findings.found) > 5
    assert season.findings.skipped
    for finding in season.findings.found:
        assert words(finding.headline) in said
    for one in season.findings.skipped:
        assert re.search(rf"\b{one.rule}\b", said)
        assert words(one.needs) in said


@pytest.mark.parametrize("form", sorted(RENDERERS))
def test_twice_it_is_the_same_to_the_byte(season: Content, form: str) -> None:
    assert RENDERERS[form](season) == RENDERERS[form](season)


def test_beside_a_table_the_command_names_what_it_has_no_column_for(cli: Cli, season: Content, sample_data: Path) -> None:
    asked = ("analyze", sample_data, "--as-of", AS_OF, "--csv")
    (said,) = [line for line in cli(*asked).err.splitlines() if line.startswith("The table has a row per run")]
    found, _, skipped = said.partition("Not enough data: ")
    counts = Counter(finding.rule for finding in season.findings.found)
    for rule, times in counts.items():
        assert re.search(rf"\b{rule}\b" + (rf" \({times} times\)" if times > 1 else ""), found)
    for one in season.findings.skipped:
        assert re.search(rf"\b{one.rule}\b", skipped)
    assert "The table has" not in cli(*asked, "--quiet").err
