"""Every noun that is counted anywhere has its plural: a missing one is found here, not by a user."""

import re

from footfall.wording.numbers import NOUNS
from tests.conftest import ROOT

COUNTED = re.compile(r"""\bcounted\(.*?, "([a-z ]+)"\)""")


def test_every_noun_that_is_counted_has_its_plural() -> None:
    found = {noun for file in (ROOT / "src").rglob("*.py") for noun in COUNTED.findall(file.read_text(encoding="utf-8"))}
    assert len(found) > 5
    assert found <= set(NOUNS)
