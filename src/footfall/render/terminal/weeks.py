"""Weeks as a row of bars, with the worst pain of each below."""

import math
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from footfall.history.weeks import Week
from footfall.render.content import Content
from footfall.render.loads import last_week
from footfall.render.terminal.runs import PAIN
from footfall.wording import say
from footfall.wording.numbers import easy

BARS = "▁▂▃▄▅▆▇█"
_NO_RUN = "·"
_LABEL = 10
_STRONG_PAIN = 3
_LEAST = 2


def weeks(content: Content, width: int) -> Iterator[RenderableType]:
    """The newest weeks that fit, from the first run on; nothing for a single week, which is no course of anything."""
    with_runs = [number for number, week in enumerate(content.weeks) if week.outings]
    if len(with_runs) < _LEAST:
        return
    shown = content.weeks[with_runs[0] :][-((width - _LABEL) // 2) :]
    if not any(week.outings for week in shown):
        return
    newest = say("terminal.weeks.newest" if shown[-1].over else "terminal.weeks.running")
    key = say(
        "terminal.weeks.key",
        first=shown[0].start.isoformat(),
        last=shown[-1].start.isoformat(),
        most=easy(max(week.easy_km for week in shown)),
        newest=newest,
        latest=easy(shown[-1].easy_km),
    )
    lines = [_row(say("terminal.weeks.load"), bars(shown))]
    if content.history.has_diary:
        lines.append(_row(say("terminal.weeks.pain"), [_pain(week) for week in shown], PAIN))
        key = f"{key} {say('terminal.weeks.pain-key')}"
    if not content.calibration.easy.runs:
        key = f"{key} {say('terminal.weeks.published')}"
    trend = [Text(line) for line in (last_week(content.week_trend),) if line]
    yield Group(Text(say("terminal.weeks"), style="bold"), *lines, Text(key, style="dim"), *trend)


def bars(shown: Sequence[Week]) -> list[str]:
    """One bar a week against the highest; a dot where no run was recorded."""
    most = max((week.easy_km for week in shown if math.isfinite(week.easy_km)), default=0.0)
    return [_NO_RUN if not week.outings else _bar(week.easy_km, most) for week in shown]


def _bar(value: float, most: float) -> str:
    if not math.isfinite(value):
        return say("terminal.unknown")
    return BARS[min(len(BARS) - 1, int(value / most * len(BARS)))] if most > 0 else BARS[0]


def _pain(week: Week) -> str:
    if not week.entries or math.isnan(week.max_pain):
        return say("terminal.unknown")
    return "◆" if week.max_pain >= _STRONG_PAIN else "◇" if week.max_pain > 0 else " "


def _row(label: str, cells: Sequence[str], style: str = "none") -> Text:
    return Text.assemble(f"{label:<{_LABEL}}", (" ".join(cells), style))
