"""Pictures drawn before anybody looks: they stand in the page where its script does not run, such as in a mail's preview."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footfall.render.html.figure import Figure
from footfall.render.html.pictures.picture import Picture
from footfall.render.svg.drawing import Size, drawn
from footfall.render.svg.path import short
from footfall.wording import say
from footfall.wording.numbers import number

if TYPE_CHECKING:
    from markupsafe import Markup

MOST_BYTES = 40_000
"""Of one drawing: one that takes more is left to the script, and its table says the same."""
MOST_BEHIND = 60
"""Lines of other runs behind the chosen one, the newest."""

_WIDE, _NARROW, _MARGIN = 744.0, 328.0, 328.0


@dataclass(frozen=True, slots=True)
class Still:
    """Two drawings of one picture, blank where they would weigh too much, and what is said of that."""

    wide: "Markup | str"
    narrow: "Markup | str"
    note: str = ""


def stills(pictures: Sequence[Picture]) -> Mapping[str, Still]:
    """By the key of the picture, or of the small drawing beside one."""
    found = {one.key: _still(one.figure, _WIDE) for one in pictures if one.figure is not None}
    return found | {one.margin.key: _still(one.margin.figure, _MARGIN) for one in pictures if one.margin is not None}


def _still(figure: Figure, width: float) -> Still:
    wide, narrow = _svg(figure, width, Size.WIDE), _svg(figure, _NARROW, Size.NARROW)
    if max(len(wide), len(narrow)) > MOST_BYTES:
        return Still("", "", say("page.still.none"))
    few = figure.joined is not None and len(figure.choices) > MOST_BEHIND
    return Still(wide, narrow, say("page.still.few", n=number(MOST_BEHIND)) if few else "")


def _svg(figure: Figure, width: float, size: Size) -> "Markup":
    from markupsafe import Markup

    elements, height = drawn(figure, width, size, MOST_BEHIND)
    box = f'viewBox="0 0 {short(width)} {short(height)}" width="{short(width)}" height="{short(height)}"'
    return Markup(f'<svg {box} font-size="12" aria-hidden="true" focusable="false">{elements}</svg>')
