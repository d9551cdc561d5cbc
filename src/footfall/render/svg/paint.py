"""Colours by name: a drawing holds classes, and the document that it stands in says what they look like in light and dark."""

from footfall.render.html.theme import TOKENS


def fill(color: object) -> str:
    """`var(--pain)` as an attribute; a colour that nothing shows is none."""
    return ' fill="none"' if _clear(color) else f' class="f-{_name(color)}"'


def stroke(color: object) -> str:
    """The same for a line."""
    return f' class="s-{_name(color)}"'


def both(inside: object, edge: object) -> str:
    """A mark with an edge."""
    return f' class="f-{_name(inside)} s-{_name(edge)}"'


def _clear(color: object) -> bool:
    return str(color) == "rgba(0,0,0,0)"


def _name(color: object) -> str:
    """The token's. Raises KeyError for a colour that has no name."""
    name = str(color).removeprefix("var(--").removesuffix(")")
    TOKENS[name]
    return name


def rules(before: str, dark: bool | None) -> str:
    """Style rules for every token.

    before  what stands before each selector.   dark  None = the page's own variables say the colour.
    """
    said = {name: f"var(--{name})" if dark is None else pair[dark] for name, pair in TOKENS.items()}
    return "".join(f"{before}.f-{name}{{fill:{color}}}{before}.s-{name}{{stroke:{color}}}" for name, color in said.items())
