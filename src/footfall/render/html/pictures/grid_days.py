"""The drawing of the calendar: cells by week and weekday, diamonds and dashes on them, an outline round what stood out."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence

from footfall.findings.spikes import BANDS
from footfall.history.calendar import CalendarDay
from footfall.history.weeks import first_day
from footfall.render.html.figure import Drawing, label
from footfall.render.html.theme import Json, paint
from footfall.render.html.words import brief, day, weekday
from footfall.render.summary import SpikeFound
from footfall.wording import say
from footfall.wording.numbers import digits_beside, easy, months, signed_percent, weekdays

WEEKS_A_PAGE = 26
ROW_PX = 27
_STEPS = 6
_TOP_PX, _BOTTOM_PX, _BARE_PX, _LEFT_PX = 24, 26, 4, 36
_FEWEST = {True: 10, False: 8}  # columns, wide or not: few weeks keep the width of a cell, three are no wall of blocks
_WIDTH_PX = {True: 640, False: 296}  # of all columns, on paper and on the narrowest phone
_LETTER_PX = 5.8


def pages(days: Sequence[CalendarDay], week_start: int) -> list[list[CalendarDay]]:
    """Half a year each, in whole weeks counted back from the newest, which comes first."""
    newest = first_day(days[-1].date, week_start)
    sheets: dict[int, list[CalendarDay]] = {}
    for each in days:
        weeks_back = (newest - first_day(each.date, week_start)).days // 7
        sheets.setdefault(weeks_back // WEEKS_A_PAGE, []).append(each)
    return [sheets[number] for number in sorted(sheets)]


def marks_of(page: Sequence[CalendarDay], spikes: Sequence[SpikeFound], week_start: int) -> dict[dt.date, float]:
    """Days of this page with a run that stood out, and by how much: the largest of each."""
    found: dict[dt.date, float] = {}
    for spike in spikes:
        if page[0].date <= spike.day <= page[-1].date:
            found[spike.day] = max(spike.change, found.get(spike.day, spike.change))
    return found


def cell_traces(page: Sequence[CalendarDay], week_start: int, *, diary: bool) -> list[Json]:
    """Cells; with a diary, diamonds, dots and dashes."""
    weeks = _weeks(page, week_start)
    rows: list[list[int | None]] = [[None] * weeks for _ in range(7)]
    words = [[""] * weeks for _ in range(7)]
    for each in page:
        column, row = _place(each.date, page, week_start)
        rows[row][column] = each.step
        words[row][column] = _hover(each, page[-1].date.year, diary=diary)
    scale = [[place, paint(f"load{step}")] for step in range(_STEPS) for place in (step / _STEPS, (step + 1) / _STEPS)]
    traces: list[Json] = [
        {
            "type": "heatmap",
            "z": rows,
            "zmin": -0.5,
            "zmax": _STEPS - 0.5,
            "colorscale": scale,
            "showscale": False,
            "xgap": 2,
            "ygap": 2,
            "hovertext": words,
            "hoverinfo": "text",
            "hoverongaps": False,
        }
    ]
    return [*traces, *_pain_traces(page, week_start)] if diary else traces


def _pain_traces(page: Sequence[CalendarDay], week_start: int) -> list[Json]:
    sore = [each for each in page if each.pain > 0]
    unscored = [each for each in page if each.entries and math.isnan(each.pain)]
    silent = [each for each in page if not each.entries]
    return [
        {
            **_at(sore, page, week_start),
            "mode": "markers",
            "marker": {
                "symbol": "diamond",
                "size": [round(3.5 + 1.45 * each.pain, 1) for each in sore],
                "color": paint("pain"),
                "opacity": 1,
                "line": {"width": 1.2, "color": paint("bg")},
            },
        },
        {
            **_at(unscored, page, week_start),
            "mode": "markers",
            "marker": {"symbol": "circle", "size": 3, "color": paint("ink2"), "line": {"width": 0}},
        },
        {
            **_at(silent, page, week_start),
            "mode": "markers",
            "marker": {
                "symbol": "line-ew-open",
                "size": 5,
                "color": paint("ink3"),
                "line": {"width": 1.4, "color": [paint("bg" if (each.step or 0) in (3, 4, 5) else "ink3") for each in silent]},
            },
        },
    ]


def _at(days: Sequence[CalendarDay], page: Sequence[CalendarDay], week_start: int) -> Json:
    places = [_place(each.date, page, week_start) for each in days]
    return {
        "type": "scatter",
        "x": [column for column, _ in places],
        "y": [row for _, row in places],
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _weeks(page: Sequence[CalendarDay], week_start: int) -> int:
    return _place(page[-1].date, page, week_start)[0] + 1


def _place(date: dt.date, page: Sequence[CalendarDay], week_start: int) -> tuple[int, int]:
    """Column and row of a day."""
    start = first_day(date, week_start)
    return (start - first_day(page[0].date, week_start)).days // 7, (date - start).days


def _hover(each: CalendarDay, year: int, *, diary: bool) -> str:
    words = weekday(each.date, year)
    said = say("calendar.hover.run", day=words, easy_km=easy(each.easy_km)) if each.outings else ""
    said = said or say("calendar.hover.rest", day=words)
    if not diary:
        return said
    if not each.entries:
        return f"{said}<br>{say('calendar.hover.no_entry')}"
    unscored = math.isnan(each.pain)
    return f"{said}<br>{say('calendar.hover.unscored') if unscored else say('calendar.hover.pain', pain=brief(each.pain))}"


def frame(page: Sequence[CalendarDay], marks: Mapping[dt.date, float], week_start: int, *, wide: bool) -> Drawing:
    """Axes, the months above, and the outlines."""
    weeks = _weeks(page, week_start)
    shown = (0, 2, 4, 6)
    below = _BOTTOM_PX if marks else _BARE_PX
    layout: Json = {
        "margin": {"l": _LEFT_PX, "r": 4, "t": _TOP_PX, "b": below},
        "xaxis": {"range": [-0.5, max(weeks, _FEWEST[wide]) - 0.5], "visible": False},
        "yaxis": {
            "range": [6.5, -0.5],
            "showgrid": False,
            "tickvals": list(shown),
            "ticktext": [weekdays()[(week_start + row) % 7] for row in shown],
        },
    }
    notes = _months(page, week_start, wide=wide)
    shapes: list[Json] = []
    for date in marks:
        column, row = _place(date, page, week_start)
        edge: Json = {"color": paint("ink"), "width": 2}
        box = {"x0": column - 0.5, "x1": column + 0.5, "y0": row - 0.5, "y1": row + 0.5}
        shapes.append({"type": "rect", **box, "line": edge, "fillcolor": "rgba(0,0,0,0)"})
    if marks:
        largest = max(marks, key=lambda date: marks[date])
        column, _ = _place(largest, page, week_start)
        change = signed_percent(marks[largest], digits_beside(marks[largest], BANDS))
        words = say("calendar.mark.spike", day=day(largest), change=change)
        side = "right" if column > 0.6 * weeks else "left"
        edge_x = column + 0.5 if side == "right" else column - 0.5
        notes.append(label(words, edge_x, 6.5, yshift=-12, anchor=side, color="ink", strong=True))
    return Drawing(_TOP_PX + 7 * ROW_PX + below, layout, tuple(notes), tuple(shapes))


def _months(page: Sequence[CalendarDay], week_start: int, *, wide: bool) -> list[Json]:
    """The name of a month above the first week that begins in it; of two that would collide, the later one."""
    weeks = _weeks(page, week_start)
    first = first_day(page[0].date, week_start)
    starts = [max(first + dt.timedelta(weeks=column), page[0].date) for column in range(weeks)]
    begins = [column for column in range(weeks) if column == 0 or starts[column].month != starts[column - 1].month]
    columns = max(weeks, _FEWEST[wide])
    names = say("page.months").split() if wide and weeks <= 18 else months()
    words = {at: names[starts[at].month - 1] + (_year(starts[at], wide=wide) if starts[at].month == 1 else "") for at in begins}
    room = {at: columns * _LETTER_PX * (len(words[at]) + 0.5) / _WIDTH_PX[wide] for at in begins}
    kept = [at for at, after in zip(begins, [*begins[1:], columns + 0.5], strict=True) if after - at >= room[at]]
    return [label(words[at], at - 0.5, 1, yref="paper", yshift=10, color="ink3") for at in kept]


def _year(start: dt.date, *, wide: bool) -> str:
    return f" {start.year}" if wide else f" ’{start.year % 100:02d}"
