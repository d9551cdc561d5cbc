"""Colours that can be read, and names that exist wherever they are used."""

import re

import pytest

from footfall.render.html import embed
from footfall.render.html.theme import TOKENS, paint

AA_TEXT = 4.5
AA_MARK = 3.0


def _luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance of #rrggbb."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3", "accent", "pain-text", "red", "warn"])
@pytest.mark.parametrize("ground", ["bg", "card"])
def test_text_can_be_read_on_the_page(ink: str, ground: str, mode: int) -> None:
    assert _contrast(TOKENS[ink][mode], TOKENS[ground][mode]) >= AA_TEXT


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"), [("clock-text", "clock"), ("ink2", "band"), ("ink", "red-tint"), ("ink2", "red-tint"), ("red", "red-tint")]
)
def test_text_can_be_read_on_its_tint(ink: str, ground: str, mode: int) -> None:
    assert _contrast(TOKENS[ink][mode], TOKENS[ground][mode]) >= AA_TEXT


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("mark", ["pain", "load3", "load4", "accent"])
def test_marks_stand_out_from_the_page(mark: str, mode: int) -> None:
    assert _contrast(TOKENS[mark][mode], TOKENS["bg"][mode]) >= AA_MARK


def test_every_colour_of_the_style_sheet_is_a_token() -> None:
    style = embed.own("report.css")
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", style)) - {"edge", "fill", "tall", "tall-narrow"}
    assert used <= set(TOKENS)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", style)) <= {"#fff"}  # paper


def test_a_colour_that_is_no_token_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        paint("green")
