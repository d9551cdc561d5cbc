"""Pictures of README and docs: made by `make pictures`, light enough to load, and told to whoever cannot see them."""

import re
from pathlib import Path

import pytest

from pictures import FOLDER, LARGEST_BYTES, PICTURES

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SHOWN = [
    (page, alt, page.parent / target)
    for page in PAGES
    for alt, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
]


def test_what_is_made_is_there_and_nothing_else() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(PICTURES)


def test_each_is_shown_somewhere_and_the_readme_shows_two() -> None:
    assert {path.name for _, _, path in SHOWN} == set(PICTURES)
    assert sum(page.name == "README.md" for page, _, _ in SHOWN) >= 2


@pytest.mark.parametrize("name", PICTURES)
def test_it_is_a_webp_under_300_kb(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    assert (data[:4], data[8:12]) == (b"RIFF", b"WEBP")
    assert 5_000 < len(data) < LARGEST_BYTES


@pytest.mark.parametrize(("page", "alt", "path"), SHOWN, ids=lambda value: getattr(value, "name", ""))
def test_what_it_shows_is_said_in_words(page: Path, alt: str, path: Path) -> None:
    assert path.resolve().parent == FOLDER
    assert 50 <= len(alt) <= 250
    assert alt[0].isupper()


def test_no_picture_holds_a_comment_or_a_place() -> None:
    """Chunks of a WebP beside its picture: EXIF and XMP can hold both."""
    for name in PICTURES:
        data = (FOLDER / name).read_bytes()
        assert b"EXIF" not in data
        assert b"XMP " not in data
