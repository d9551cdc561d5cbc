"""A sparkline of twelve weeks: bars, the athlete's own normal in grey, a diamond for pain, a stub where nothing is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from footfall.render.html import theme
from footfall.render.html.words import clipped, day
from footfall.render.squad.content import SparkWeek
from footfall.render.svg.words import escaped
from footfall.wording import say
from footfall.wording.numbers import easy

WIDTH, HEIGHT = 132, 36
_TOP, _LOW = 12.0, 34.0
_BAR, _STEP = 9.0, 11.0
_NORMAL_WEEKS = 5
"""The grey stands behind the last of them alone: it is the normal of now."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One week in the drawing's own units. `known` False: a dotted stub."""

    x: float
    y: float
    height: float
    known: bool
    last: bool
    normal_y: float | None
    normal_height: float
    pain: bool

    @property
    def middle(self) -> float:
        """Where its diamond stands."""
        return self.x + _BAR / 2


@dataclass(frozen=True, slots=True)
class Spark:
    """All that is drawn, and the same in a sentence."""

    bars: tuple[Bar, ...]
    alt: str


def spark(weeks: Sequence[SparkWeek]) -> Spark:
    """Of the weeks of a member, oldest first."""
    tops = [value for week in weeks for value in (week.easy_km, week.normal_high_km) if value is not None]
    most = max(tops, default=0.0)

    def y(value: float) -> float:
        return round(_LOW - (_LOW - _TOP) * value / most, 2) if most > 0 else _LOW

    bars = []
    for at, week in enumerate(weeks):
        low, high = week.normal_low_km, week.normal_high_km
        shown = len(weeks) - at <= _NORMAL_WEEKS and low is not None and high is not None
        top = y(0.0 if week.easy_km is None else week.easy_km)
        bars.append(
            Bar(
                x=1 + at * _STEP,
                y=top,
                height=round(_LOW - top, 2),
                known=week.easy_km is not None,
                last=at == len(weeks) - 1,
                normal_y=y(high) if shown and high is not None else None,
                normal_height=round(y(low) - y(high), 2) if shown and low is not None and high is not None else 0.0,
                pain=week.pain_marked is True,
            )
        )
    return Spark(tuple(bars), _alt(weeks))


def _alt(weeks: Sequence[SparkWeek]) -> str:
    values = ", ".join(say("weekly.spark.no-data") if week.easy_km is None else easy(week.easy_km) for week in weeks)
    marked = [day(week.start) for week in weeks if week.pain_marked is True]
    pain = say("weekly.spark.alt.pain", weeks=", ".join(marked)) if marked else ""
    end = day(weeks[-1].start) if weeks else ""
    return say("weekly.spark.alt", end=end, values=values, pain=pain)


def spark_file(name: str, weeks: Sequence[SparkWeek], version: str) -> str:
    """The same as a file of its own, for a mail: light and dark by the reader's device, nothing beside it."""
    drawn = spark(weeks)
    light, dark = (theme.style_variables(dark=one) for one in (False, True))
    style = (
        f":root{{{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"
        ".bar{fill:var(--load2)}.last{fill:var(--load5)}.normal{fill:var(--band)}"
        ".stub{stroke:var(--ink3);stroke-dasharray:1.5 1.5}.pain{fill:var(--pain);stroke:var(--bg);stroke-width:.8}"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- footfall {version} pictures -->\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH * 2}" height="{HEIGHT * 2}" '
        f'role="img" aria-labelledby="t d"><title id="t">{escaped(clipped(name, 60))}</title>'
        f'<desc id="d">{escaped(drawn.alt)}</desc><style>{style}</style>{marks(drawn)}</svg>\n'
    )


def marks(drawn: Spark) -> str:
    """The shapes alone, to be put into an `<svg>`: numbers and our own class names, so nothing in them needs escaping."""
    parts = [_normal(bar, bar.normal_y) for bar in drawn.bars if bar.normal_y is not None]
    for bar in drawn.bars:
        if bar.known:
            kind = "last" if bar.last else "bar"
            parts.append(f'<rect class="{kind}" x="{bar.x:g}" y="{bar.y:g}" width="{_BAR:g}" height="{bar.height:g}"/>')
        else:
            parts.append(f'<path class="stub" d="M{bar.x:g} {_LOW:g}h{_BAR:g}"/>')
        if bar.pain:
            parts.append(f'<path class="pain" d="M{bar.middle:g} 2l4 4-4 4-4-4z"/>')
    return "".join(parts)


def _normal(bar: Bar, top: float) -> str:
    return f'<rect class="normal" x="{bar.x - 1:g}" y="{top:g}" width="{_STEP:g}" height="{bar.normal_height:g}"/>'
