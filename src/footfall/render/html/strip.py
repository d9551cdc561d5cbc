"""The season in one small strip beside the three sentences: a bar and a diamond per week. Plain SVG, so it needs no script."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footfall.history.weeks import Week
from footfall.render.html.words import brief, day
from footfall.wording import say

WIDTH, HEIGHT = 320, 146
_BARS_TOP, _BARS_LOW = 62.0, 126.0
_NAME_ENDS = 168.0
"""A label further left than this would run into the name of the row."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One week, in the strip's own units."""

    x: float
    width: float
    top: float
    rest: float
    longest_top: float
    longest: float


@dataclass(frozen=True, slots=True)
class Diamond:
    """A week's worst pain; `r` is half its diagonal."""

    x: float
    r: float


@dataclass(frozen=True, slots=True)
class Strip:
    """Everything the template draws. `pain` names the row of diamonds; `worst` stands on the largest, blank where it cannot."""

    label: str
    bars: tuple[Bar, ...]
    diamonds: tuple[Diamond, ...]
    first: str
    last: str
    pain: str
    worst_x: float
    worst: str
    spike_x: float
    spike: str


def strip(weeks: Sequence[Week], spike: Mapping[str, object] | None = None) -> Strip | None:
    """None when there is no load to draw.

    spike   `start` of the week with the triangle and its `text`; None without one.
    """
    loads = [week.easy_km for week in weeks if math.isfinite(week.easy_km)]
    if not loads or max(loads) <= 0:
        return None
    step = WIDTH / len(weeks)
    scale = (_BARS_LOW - _BARS_TOP) / max(loads)
    middles = [step * (at + 0.5) for at in range(len(weeks))]
    rated = [(x, week.max_pain) for x, week in zip(middles, weeks, strict=True) if week.max_pain > 0]
    worst = max(rated, key=lambda pair: pair[1], default=(math.nan, math.nan))
    marked = next((x for x, week in zip(middles, weeks, strict=True) if spike and week.start == spike["start"]), math.nan)
    said = say("strip.worst", pain=brief(worst[1]))
    apart = worst[0] > _NAME_ENDS
    return Strip(
        label=say("strip.label", first=day(weeks[0].start), last=day(weeks[-1].start)),
        bars=tuple(_bar(x, step, week, scale) for x, week in zip(middles, weeks, strict=True) if math.isfinite(week.easy_km)),
        diamonds=tuple(Diamond(round(x, 1), round(_radius(pain, step), 1)) for x, pain in rated),
        first=day(weeks[0].start),
        last=day(weeks[-1].start),
        pain=say("strip.pain") if apart else say("strip.pain.worst", worst=said),
        worst_x=_inside(worst[0], 24),
        worst=said if apart else "",
        spike_x=_inside(marked, 28),
        spike=str(spike["text"]) if spike and math.isfinite(marked) else "",
    )


def _bar(x: float, step: float, week: Week, scale: float) -> Bar:
    width = 0.7 * step
    top = _BARS_LOW - week.easy_km * scale
    longest_top = _BARS_LOW - week.longest_easy_km * scale
    return Bar(
        round(x - width / 2, 1),
        round(width, 1),
        round(top, 1),
        round(longest_top - top, 1),
        round(longest_top, 1),
        round(_BARS_LOW - longest_top, 1),
    )


def _radius(pain: float, step: float) -> float:
    """Area of the diamond grows with the score; never wider than its week."""
    return min(2.0 + 6.5 * math.sqrt(pain / 10), max(2.0, 0.55 * step))


def _inside(x: float, margin: float) -> float:
    """A label's middle, kept inside the strip."""
    return round(min(max(x, margin), WIDTH - margin), 1) if math.isfinite(x) else 0.0
