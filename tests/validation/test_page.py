"""docs/validation.md is what the tool prints; without the corpus its part of the page stays."""

from pathlib import Path

import pytest

from validate.__main__ import PAGE, main
from validate.corpus_part import corpus_part
from validate.corpus_runs import corpus_runs
from validate.independent import VALIDATION
from validate.page import BEGIN, END, corpus_of, page, published_part
from validate.published import PLATE_TRIALS, REPRODUCTION

MADE = "run `make validate CORPUS=FOLDER`, read the difference, commit it"


def test_the_published_part_of_the_page_is_what_the_code_gives() -> None:
    assert PAGE.read_text(encoding="utf-8").split(BEGIN)[0].rstrip() == published_part().rstrip(), MADE


def test_the_corpus_part_of_the_page_is_what_the_real_files_give(corpus: Path) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(corpus_part(corpus_runs(corpus))), MADE


def test_what_is_printed_is_what_is_written(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(str(corpus), tmp_path / "validation.md")
    assert capsys.readouterr().out.rstrip("\n") == (tmp_path / "validation.md").read_text(encoding="utf-8").rstrip("\n")


def test_without_the_corpus_its_part_stays_and_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    standing = tmp_path / "validation.md"
    standing.write_text(f"an old page\n\n{BEGIN}\n## Corpus\n\n7 of 8\n\n{END}", encoding="utf-8")
    main(str(tmp_path / "nowhere"), standing)
    written = standing.read_text(encoding="utf-8")
    assert written == page("## Corpus\n\n7 of 8\n")
    assert "an old page" not in written
    printed = capsys.readouterr().out
    assert published_part() in printed
    assert "7 of 8" not in printed
    assert "The corpus part is left out" in printed
    assert "nowhere" in printed


def test_without_the_corpus_the_page_of_the_project_stays_as_it_is(tmp_path: Path) -> None:
    copy = tmp_path / "validation.md"
    copy.write_text(PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    main(str(tmp_path / "nowhere"), copy)
    assert copy.read_text(encoding="utf-8") == PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("standing", [None, "a page without marks\n"])
def test_a_first_page_without_the_corpus_says_what_is_not_there_yet(tmp_path: Path, standing: str | None) -> None:
    path = tmp_path / "validation.md"
    if standing is not None:
        path.write_text(standing, encoding="utf-8")
    main(str(tmp_path / "nowhere"), path)
    assert "has not been written yet" in path.read_text(encoding="utf-8")
    assert corpus_of(path.read_text(encoding="utf-8")) == corpus_of(None)


def test_the_page_opens_with_what_the_words_mean_and_on_how_many_it_rests() -> None:
    opening = published_part().split("\n\n")[1]
    for said in ("Reproduction", "proves nothing", "Plates", "Validation", "Corpus"):
        assert said in opening
    assert {source.persons for source in {row.source for row in VALIDATION}} == {860, 21, 256, 20, 1, 23}
    assert "1,181 persons" in opening
    assert "3 trials of 2 runners" in opening


def test_every_row_has_its_line_with_a_verdict_or_none() -> None:
    lines = [line for line in published_part().splitlines() if line.startswith("| ") and line.count("|") == 9]
    verdicts = [line.split("|")[8].strip() for line in lines if "---" not in line and "published" not in line]
    assert len(verdicts) == len(REPRODUCTION) + len(PLATE_TRIALS) + len(VALIDATION)
    assert verdicts.count("**miss**") == 1
    assert verdicts.count("") == 10
    assert set(verdicts) == {"ok", "**miss**", ""}


def test_the_page_names_no_folder_of_a_machine() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert "/work" not in text
    assert "../" not in text
