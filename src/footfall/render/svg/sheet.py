"""A sheet that is filled from top to bottom: each block says how tall it is, and the next begins below it."""

from dataclasses import dataclass, field

from footfall.render.svg import paint
from footfall.render.svg.path import short
from footfall.render.svg.words import balanced, escaped, lines

_LINE = 1.4
_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class Style:
    """How words look. size  of the letters.  [px]   color  a token.   after  room below the block.  [px]"""

    size: float
    color: str = "ink"
    bold: bool = False
    after: float = 4.0


@dataclass
class Sheet:
    """left, room   of everything on it.   down   where the next block begins.  [px]"""

    left: float
    room: float
    down: float
    parts: list[str] = field(default_factory=list)

    def words(self, text: str, style: Style, indent: float = 0.0) -> None:
        """A paragraph."""
        weight = f' font-weight="{_WEIGHT}"' if style.bold else ""
        look = f' font-size="{short(style.size)}"{weight}{paint.fill(f"var(--{style.color})")}'
        room = self.room - indent
        for line in balanced(text, room, style.size) if style.bold else lines(text, room, style.size):
            self.down += style.size * _LINE
            at = f'x="{short(self.left + indent)}" y="{short(self.down - style.size * (_LINE - 1))}"'
            self.parts.append(f"<text {at}{look}>{escaped(line)}</text>")
        self.down += style.after

    def drawing(self, elements: str, height: float, after: float = 4.0) -> None:
        """Elements that begin at 0, 0 of their own."""
        self.parts.append(f'<g transform="translate({short(self.left)} {short(self.down)})">{elements}</g>')
        self.down += height + after

    def rule(self, color: str = "rule") -> None:
        """A line across."""
        self.parts.append(
            f'<path d="M{short(self.left)} {short(self.down)}h{short(self.room)}"{paint.stroke(f"var(--{color})")}/>'
        )

    def gap(self, height: float) -> None:
        """Room below what stands there."""
        self.down += height
