"""docs/sources.md lists what the pages and the code cite, with DOIs that can be followed."""

import re
from pathlib import Path

import pytest

import footfall
from footfall.metrics.load import LOAD_MODELS
from tests.docs.pages import SCIENCE, SOURCES, modules, one_line, rows

LISTED = {row[0]: row for row in rows(SOURCES) if row[0] != "key"}
CITED = re.compile(r"\b([A-Z][\w-]*[a-z][\w-]*) ((?:19|20)\d\d)\b")
DOI = re.compile(r"10\.\d{4,9}/[-._;()/:\w]*\w")


PACKAGE = Path(footfall.__file__).parent
RULES = sorted(
    [
        *(PACKAGE / "findings").rglob("*.py"),
        *(PACKAGE / "wording" / "rules").glob("*.py"),
        PACKAGE / "wording" / "red_flags.py",
    ]
)
"""The rules and their words."""


def cited(text: str) -> set[str]:
    """Name and year of each source that a text names."""
    return {f"{name} {year}" for name, year in CITED.findall(one_line(text))}


def known(source: str) -> bool:
    return any(key.endswith(source) for key in LISTED)


@pytest.mark.parametrize("key", sorted(LISTED))
def test_each_source_can_be_found(key):
    _, reference, doi, read, used = LISTED[key]
    assert re.search(r"\d", reference) or doi, "a DOI, or journal, volume and page"
    assert doi == "" or DOI.fullmatch(doi)
    assert read in {"V", "V2", "C", "M"}
    assert used


def test_no_doi_is_listed_twice():
    dois = [row[2].lower() for row in LISTED.values() if row[2]]
    assert len(dois) > 30
    assert sorted(dois) == sorted(set(dois))


def test_what_the_page_cites_is_listed():
    assert len(cited(SCIENCE)) > 25
    assert not {source for source in cited(SCIENCE) if not known(source)}


@pytest.mark.parametrize(("name", "path"), list(modules()), ids=lambda value: value if isinstance(value, str) else "")
def test_what_the_code_cites_is_listed(name, path):
    text = path.read_text(encoding="utf-8")
    assert not {source for source in cited(text) if not known(source)}
    assert not re.findall(r"[A-Z]{5,} \d\.\d", text), "chapters of a paper that readers do not have"
    listed = {doi for row in LISTED.values() for doi in DOI.findall(" ".join(row))}
    assert not set(DOI.findall(text)) - listed


@pytest.mark.parametrize("model", LOAD_MODELS.values(), ids=list(LOAD_MODELS))
def test_sources_of_a_load_model_are_listed(model):
    assert not {source for source in cited(model.source) if not known(source)}
    for doi in DOI.findall(model.source):
        assert doi in SOURCES


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_what_the_rules_cite_by_doi_is_listed(path):
    listed = {doi.lower() for row in LISTED.values() for doi in DOI.findall(" ".join(row))}
    assert not {doi for doi in DOI.findall(path.read_text(encoding="utf-8")) if doi.lower() not in listed}


def test_a_source_that_is_listed_is_used():
    texts = [path.read_text(encoding="utf-8").replace(" et al.", "") for path in (*RULES, *(path for _, path in modules()))]
    pages = cited(SCIENCE) | {source for text in texts for source in cited(text)}
    pages |= {"PMC8629136"} & set(SCIENCE.split(" "))
    unused = {key for key in LISTED if not any(key.endswith(source) for source in pages) and key not in SCIENCE}
    assert not unused
