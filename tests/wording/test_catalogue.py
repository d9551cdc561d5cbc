"""The tone of every sentence, held by a machine: CONTRACT's forbidden words, and nothing that alarms or promises."""

import ast
import importlib
import pkgutil
import re
import string
from collections import defaultdict
from pathlib import Path

import pytest

import footfall.wording
from footfall.findings import DEEP_RULES
from footfall.wording import CATALOGUE
from tests.findings.cases import cases

FORBIDDEN = {
    "a promise": (
        r"safe|safely|safer|allowed|green|ok to run|okay to run|fine to run|cleared to|permitted|harmless|guarantee\w*"
        r"|risk-free|nothing to worry|no need to worry"
    ),
    "a tissue named as the cause": (
        r"discs?|herniat\w*|muscles?|muscular|nerves?|tendons?|ligaments?|joints?|vertebra\w*|facets?|cartilage|sciatic\w*|bones?|spine"
        r"|tissues?|spinal|sacroiliac|psoas|caused by your"
    ),
    "a diagnosis or prediction": r"diagnos\w*|predict\w*|injury risk|risk of injury|prognosis",
    "medicine, imaging or a treatment": (
        r"medicines?|medication|painkillers?|ibuprofen|paracetamol|mri|x-rays?|imaging|surgery|physiotherapy|massage|stretch\w*"
        r"|treatments?|treated|therap\w+|rehab\w*|scans?|ultrasound|radiograph\w*|nsaids?|anti-inflammator\w*|tablets?|pills?"
        r"|injections?|drugs?|opioids?|cortisone|steroids?|foam roll\w*|braces?"
    ),
    "alarm": r"danger\w*|alarming|damage your\w*|fatal\w*|severe risk|beware",
}

WOULD_BE_FOUND = ["Safe", "allowed", "GREEN", "ok to run", "your disc", "MRI", "a scan", "Therapy", "diagnosis", "injury risk"]

EXCEPTIONS = {
    # What the tool cannot do may be said in so many words.
    "limits.standing": {"spine", "diagnose", "predict"},
    # Where a sign is felt, not what causes it: CONTRACT's own codes.
    "flag.bone_point_pain.name": {"bone"},
    "flag.bone_point_pain.means": {"spine", "bone"},
    "flag.bone_point_pain.phone": {"bone"},
    "flag.fracture_risk.name": {"bones"},
    "flag.fracture_risk.phone": {"bones"},
    # What makes a sign pressing, as CONTRACT names it.
    "flag.infection_risk.means": {"drugs"},
    "flag.fracture_risk.means": {"steroids"},
    # That none is named as the cause.
    "page.method.cause.text": {"tissue"},
    # The name of a journal.
    "rule.R1.source": {"Medicine"},
}

QUOTING = {"F1", "Q1"}  # what the runner wrote
BY_CODE = {rule.code: rule for rule in DEEP_RULES}

MODULES = sorted(module.name for module in pkgutil.walk_packages(footfall.wording.__path__, "footfall.wording."))
PACKAGES = {"footfall.wording.rules"}  # merges its own modules


def plain(template):
    """The words of a template without its fields."""
    return "".join(text for text, *_ in string.Formatter().parse(template))


def test_every_sentence_of_every_module_is_in_the_catalogue_once():
    places = defaultdict(list)
    for name in MODULES:
        for key in getattr(importlib.import_module(name), "SENTENCES", {}):
            if name not in PACKAGES:
                places[key].append(name)
    assert len(places) > 100
    assert {key: names for key, names in places.items() if len(names) > 1} == {}
    assert set(places) == set(CATALOGUE)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_sentence_holds_a_forbidden_word(what):
    pattern = re.compile(rf"\b(?:{FORBIDDEN[what]})\b", re.IGNORECASE)
    found = {
        key: words
        for key, template in CATALOGUE.items()
        if (words := set(pattern.findall(plain(template))) - EXCEPTIONS.get(key, set()))
    }
    assert found == {}


def test_the_exceptions_are_still_needed():
    for key, words in EXCEPTIONS.items():
        for word in words:
            assert re.search(rf"\b{word}\b", CATALOGUE[key]), (key, word)


@pytest.mark.parametrize(
    "word", ["Safe", "allowed", "GREEN", "ok to run", "your disc", "MRI", "a scan", "Therapy", "diagnosis", "injury risk"]
)
def test_the_search_would_find_them(word):
    assert any(re.search(rf"\b(?:{pattern})\b", word, re.IGNORECASE) for pattern in FORBIDDEN.values())


def test_nothing_is_shouted():
    assert [key for key, template in CATALOGUE.items() if "!" in plain(template)] == []


def test_minus_and_percent_are_set_as_they_should_be():
    rules = {
        key: plain(template) for key, template in CATALOGUE.items() if key.startswith(("rule.", "lack.", "help.", "red-flags."))
    }
    assert rules
    assert [key for key, text in rules.items() if re.search(r"\d ?%|[^\d\w]-\d", text)] == []


def test_no_finding_is_put_together_into_a_forbidden_word():
    told = {
        text
        for case in cases()
        if case.expect == "fires" and case.code not in QUOTING
        for finding in BY_CODE[case.code].check(case.history).findings
        for text in (finding.headline, finding.suggestion, finding.how_sure, *(str(fact.value) for fact in finding.evidence))
    }
    assert len(told) > 100
    known = {word for words in EXCEPTIONS.values() for word in words}
    for pattern in FORBIDDEN.values():
        for text in told:
            assert set(re.findall(rf"\b(?:{pattern})\b", text, re.IGNORECASE)) <= known, text


@pytest.mark.parametrize("module", MODULES)
def test_no_key_stands_twice_in_a_module(module: str) -> None:
    """Python takes the later one without a word."""
    tree = ast.parse(Path(importlib.import_module(module).__file__ or "").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            assert [key for key in keys if keys.count(key) > 1] == []
