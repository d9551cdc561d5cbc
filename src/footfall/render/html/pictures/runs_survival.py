"""How long runs stay free of pain: the survival curve above every single run, on one axis of minutes."""

import math
from collections.abc import Sequence

from footfall.findings.p1_window import WINDOW_MIN, stated_minute
from footfall.findings.stats.hazards import Hazards
from footfall.findings.tolerance import MIN_ONSETS, Tolerance
from footfall.render.html.figure import Choice, Drawing, Figure, axis_name, label, line, veil
from footfall.render.html.pictures.onset_rate import rate_margin
from footfall.render.html.pictures.panel_lines import (
    ROW_PX,
    Line,
    first_of,
    line_labels,
    line_traces,
    pages,
    row_table,
    to_line,
)
from footfall.render.html.pictures.panel_survival import (
    at_risk_row,
    curve_labels,
    curve_traces,
    median_lines,
    median_span,
)
from footfall.render.html.pictures.picture import Empty, Head, Legend, Picture, Table
from footfall.render.html.theme import Json
from footfall.render.html.words import count, period, whole
from footfall.wording import say
from footfall.wording.numbers import percent

KEY = "tolerance"
MOST_LINES = 60

LEFT_PX = 56
"""Room for the words beside the at-risk row."""

_FOOT_ROWS = 2.4
"""Room below the last line for the words under its end, above the axis."""
_HEAD_ROWS = 3.8
"""Room above the first line for two lines of words."""

_TOP_PX, _CURVE_PX, _GAP_PX, _BOTTOM_PX = 30, 150, 74, 34


def tolerance_picture(tolerance: Tolerance | None, why_no_curve: str = "", rates: Hazards | None = None) -> Picture:
    """The picture.

    tolerance     None without a diary.
    why_no_curve  what P3 has and needs, when it could not look: the curve is then left out, the lines are still drawn.
    rates         onsets per hour at risk, in the margin of the curve.
    """
    if tolerance is None:
        return _box(Empty(say("tolerance.empty.no_diary"), say("tolerance.empty.no_diary.needs"), say("page.command.pain")))
    lines = [to_line(outing) for outing in (*tolerance.events, *tolerance.free)]
    if not lines:
        return _box(Empty(say("tolerance.empty.no_rows"), say("tolerance.empty.no_rows.needs")))
    drawn = _Panels(tolerance, lines, with_curve=not why_no_curve)
    sheets = pages(lines, MOST_LINES)
    choices = tuple(drawn.choice(sheet) for sheet in sheets)
    return Picture(
        KEY,
        choices[0].heading,
        say("tolerance.subtitle" if drawn.curve is not None else "tolerance.subtitle.lines"),
        figure=Figure(tuple(drawn.base_traces()), Drawing(), Drawing(), choices),
        key_number=_key_number(drawn),
        note=_note(tolerance, drawn, why_no_curve),
        legend=tuple(Legend(mark, say(f"tolerance.legend.{mark}")) for mark in ("free", "diamond", "tail", "tick", "clock")),
        table=Table(say("tolerance.table.caption"), _heads(), row_table(pages(lines, MOST_LINES)[0])),
        choose=say("tolerance.choose") if len(sheets) > 1 else "",
        margin=None if rates is None or drawn.curve is None else rate_margin(rates),
    )


def _box(empty: Empty) -> Picture:
    return Picture(KEY, say("tolerance.heading.empty"), "", empty=empty)


def _heads() -> tuple[Head, ...]:
    return (
        Head(say("page.head.date"), numeric=False),
        Head(say("tolerance.table.head.free"), say("page.unit.min")),
        Head(say("tolerance.table.head.end"), say("page.unit.min")),
        Head(say("tolerance.table.head.how"), numeric=False),
    )


class _Panels:
    """Both panels on one axis; their shares of the height follow from how many lines there are."""

    def __init__(self, tolerance: Tolerance, lines: Sequence[Line], *, with_curve: bool) -> None:
        self.curve = tolerance.curve if with_curve else None
        self.lines = lines
        self.frame_min = frame(lines)
        self.ticks = ticks(self.frame_min)

    def heading(self) -> str:
        if self.curve is None:
            began = sum(one.began for one in self.lines)
            return count("tolerance.heading.lines", began, of=whole(len(self.lines)))
        if math.isnan(self.curve.median):
            began = sum(one.began for one in self.lines)
            return say(
                "tolerance.heading.no_median", free=whole(len(self.lines) - began), of=whole(len(self.lines)), began=whole(began)
            )
        return say("tolerance.heading.median", minute=whole(self.curve.median))

    def base_traces(self) -> list[Json]:
        return [] if self.curve is None else curve_traces(self.curve)

    def choice(self, sheet: Sequence[Line]) -> Choice:
        oldest, newest = first_of(sheet)
        words = say("tolerance.choice", period=period(oldest.outing.day, newest.outing.day), n=whole(len(sheet)))
        return Choice(
            words,
            self.heading(),
            tuple(line_traces(sheet, self.frame_min)),
            self.drawing(sheet, wide=True),
            self.drawing(sheet, wide=False),
            row_table(sheet),
        )

    def drawing(self, sheet: Sequence[Line], *, wide: bool) -> Drawing:
        rows_px = round(ROW_PX * (len(sheet) + 0.6 + _HEAD_ROWS))
        upper_px = _CURVE_PX + _GAP_PX if self.curve is not None else 16
        inner = upper_px + rows_px
        lines_top = rows_px / inner
        curve_low = 1 - _CURVE_PX / inner
        right = 44 if any(one.end_min > self.frame_min for one in sheet) else 16
        layout: Json = {
            "margin": {"l": LEFT_PX, "r": right, "t": _TOP_PX, "b": _BOTTOM_PX},
            "xaxis": {"range": [0, self.frame_min], "tickvals": list(self.ticks), "anchor": "y2"},
            "yaxis2": {
                "domain": [0, lines_top],
                "range": [len(sheet) + _FOOT_ROWS, -_HEAD_ROWS],
                "visible": False,
                "anchor": "x",
            },
        }
        notes = [
            label(
                say("tolerance.mark.clock"), sum(WINDOW_MIN) / 2, 1, yref="paper", yshift=10, anchor="center", color="clock-text"
            ),
            axis_name(say("tolerance.axis.lines"), y=lines_top, shift=2, left=-LEFT_PX),
            label(say("tolerance.axis"), 1, 0, xref="paper", yref="paper", anchor="right", yshift=-26, color="ink3"),
            *line_labels(sheet, self.frame_min),
        ]
        shapes = [veil(*WINDOW_MIN)]
        if self.curve is not None:
            layout["yaxis"] = {"domain": [curve_low, 1], "range": [0, 104], "tickvals": [0, 50, 100], "anchor": "x"}
            notes.append(axis_name(say("tolerance.axis.share"), left=-LEFT_PX))
            notes += curve_labels(self.curve, self.frame_min, wide=wide)
            notes += at_risk_row([one.free_min for one in self.lines], self.ticks, curve_low)
            shapes += [line(0, 0, self.frame_min, 0), *median_lines(self.curve)]
        return Drawing(_TOP_PX + inner + _BOTTOM_PX, layout, tuple(notes), tuple(shapes))


def frame(lines: Sequence[Line]) -> float:
    """Right edge: wide enough for every pain-free minute; a few long tails leave it and are labelled.  [min]"""
    free = max(one.free_min for one in lines)
    longest = max(one.end_min for one in lines)
    room = max(1.12 * free, 30.0)
    return math.ceil(longest * 1.02) if longest <= 1.2 * room else math.ceil(room)


def ticks(frame_min: float) -> tuple[float, ...]:
    """At most nine whole tens, twenties, thirties … within the frame."""
    step = next(step for step in (10, 20, 30, 60, 120, 240, 10_000) if frame_min / step <= 9)
    return tuple(float(tick) for tick in range(0, int(frame_min) + 1, step))


def _key_number(drawn: _Panels) -> str:
    if drawn.curve is None or math.isnan(drawn.curve.median):
        free = sum(not one.began for one in drawn.lines)
        return say("page.of", n=whole(free), of=whole(len(drawn.lines)))
    return say("page.minutes", n=whole(drawn.curve.median))


def _note(tolerance: Tolerance, drawn: _Panels, why_no_curve: str) -> tuple[str, ...]:
    began, free = len(tolerance.events), len(tolerance.free)
    counted = say("tolerance.note.counted", runs=count("page.runs", began + free), onsets=count("page.onsets", began))
    said = []
    if drawn.curve is None:
        said.append(say("tolerance.note.free"))
        said.append(why_no_curve or say("tolerance.note.no_curve", onsets=count("page.onsets", began), needed=MIN_ONSETS))
    elif math.isnan(drawn.curve.median):
        low = drawn.curve.median_low
        later = "" if math.isnan(low) else say("tolerance.note.no_median.low", minute=whole(low))
        said.append(say("tolerance.note.no_median", low=later) + " " + counted)
    else:
        bare = math.isnan(drawn.curve.median_low)
        first = say("tolerance.note.median.bare") if bare else say("tolerance.note.median", span=median_span(drawn.curve))
        said.append(f"{first} {counted}")
    said.append(_window_note(tolerance))
    if tolerance.prevalent or tolerance.unknown:
        left = [
            count(f"tolerance.note.{what}", number)
            for what, number in (("prevalent", tolerance.prevalent), ("unknown", tolerance.unknown))
            if number
        ]
        said.append(say("tolerance.note.left_out", what=say("page.and").join(left)))
    if not math.isnan(tolerance.coverage):
        said.append(say("tolerance.note.coverage", share=percent(tolerance.coverage)))
    if tolerance.stopped:
        said.append(count("tolerance.note.stopped", len(tolerance.stopped)))
    if tolerance.shortened:
        said.append(count("tolerance.note.shortened", tolerance.shortened))
    return tuple(said)


def _window_note(tolerance: Tolerance) -> str:
    """How many onsets were written in the window, and why that number alone says little."""
    inside = sum(WINDOW_MIN[0] <= stated_minute(outing) <= WINDOW_MIN[1] for outing in tolerance.began)
    free_min = [to_line(outing).free_min for outing in (*tolerance.events, *tolerance.free)]
    before, after = (whole(sum(minute >= edge for minute in free_min)) for edge in WINDOW_MIN)
    return count("tolerance.note.window", inside, of=whole(len(tolerance.began)), before=before, after=after)
