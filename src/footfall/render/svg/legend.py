"""The marks under a drawing and what they mean, in rows that fit."""

from collections.abc import Iterator, Sequence

from footfall.render.html.pictures.picture import Legend
from footfall.render.svg import paint
from footfall.render.svg.path import short
from footfall.render.svg.words import escaped, lines, width

_SIZE, _ROW, _GAP, _WORDS = 12.0, 18.0, 16.0, 6.0
_BOXES = {"bar-low": "load4", "bar-high": "load2", "band": "band", "clock": "clock", "spell": "ribbon"}
_LINES = {"free": ("load3", 2.4), "chosen": ("accent", 2.4), "tail": ("pain", 1.0), "others": ("others", 1.0)}
_PATHS = {
    "tick": ("M11 1.5v9", "ink", 1.6),
    "arrow": ("M11 11V1.5M7.5 5 11 1.5 14.5 5", "ink2", 1.3),
    "mean": ("M11 .5v11M6 6h10", "ink", 1.8),
    "dash": ("M7 6h8", "ink3", 1.4),
}
_DIAMONDS = {"diamond": "M11 1l5 5-5 5-5-5z", "rug": "M5 3l3 3-3 3-3-3zM11 3l3 3-3 3-3-3zM17 3l3 3-3 3-3-3z"}
_STEPS = 6


def sign(mark: str) -> tuple[str, float]:
    """Its elements and width. Raises KeyError for a mark that no legend has used yet.  [px]"""
    if mark == "steps":
        boxes = (_box(14 * step, 13, f"load{step}") for step in range(_STEPS))
        return "".join(boxes), 14.0 * _STEPS
    return _sign(mark), 22.0


def _sign(mark: str) -> str:
    if mark == "outline":
        return f'<rect x="3" y=".5" width="16" height="11" fill="none"{paint.stroke("var(--ink)")} stroke-width="2"/>'
    if mark == "dot":
        return f'<circle cx="11" cy="6" r="3.2"{paint.fill("var(--load4)")} opacity=".5"/>'
    if mark in _DIAMONDS:
        return f'<path d="{_DIAMONDS[mark]}"{paint.fill("var(--pain)")}/>'
    if mark in _BOXES:
        through = f'<path d="M3 6h16"{paint.stroke("var(--accent)")} stroke-width="2"/>' if mark == "spell" else ""
        return _box(3, 16, _BOXES[mark]) + through
    path, color, thick = _PATHS[mark] if mark in _PATHS else ("M1 6h20", *_LINES[mark])
    return f'<path d="{path}" fill="none"{paint.stroke(f"var(--{color})")} stroke-width="{thick:g}"/>'


def _box(x: float, across: float, color: str) -> str:
    return f'<rect x="{short(x)}" y=".5" width="{short(across)}" height="11"{paint.fill(f"var(--{color})")}/>'


def legend(entries: Sequence[Legend], room: float) -> tuple[str, float]:
    """The elements and their height.  [px]"""
    return "".join(_placed(entries, room)), _ROW * _rows(entries, room)


def _placed(entries: Sequence[Legend], room: float) -> Iterator[str]:
    for entry, left, row in _places(entries, room):
        drawn, across = sign(entry.mark)
        yield f'<g transform="translate({short(left)} {short(row * _ROW)})">{drawn}</g>'
        said = lines(entry.text, room - across - _WORDS, _SIZE)
        for number, words in enumerate(said):
            at = f'x="{short(left + across + _WORDS)}" y="{short((row + number) * _ROW + 10)}"'
            yield f"<text {at}{paint.fill('var(--ink2)')}>{escaped(words)}</text>"


def _places(entries: Sequence[Legend], room: float) -> Iterator[tuple[Legend, float, int]]:
    left, row = 0.0, 0
    for entry in entries:
        across = sign(entry.mark)[1] + _WORDS + width(entry.text, _SIZE)
        if left and left + across > room:
            left, row = 0.0, row + 1
        yield entry, left, row
        row += _lines(entry, room) - 1
        left += across + _GAP


def _lines(entry: Legend, room: float) -> int:
    return len(lines(entry.text, room - sign(entry.mark)[1] - _WORDS, _SIZE))


def _rows(entries: Sequence[Legend], room: float) -> int:
    return max((row + _lines(entry, room) for entry, _, row in _places(entries, room)), default=0)
