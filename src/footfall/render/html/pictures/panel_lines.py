"""The lower panel: every run a line from 0 to its end; blue while free of pain, a diamond where pain began, thin orange on."""

from collections.abc import Sequence
from dataclasses import dataclass

from footfall.history.history import OnsetState, Outing
from footfall.render.html.figure import broken, label, number, numbers
from footfall.render.html.theme import Json, paint
from footfall.render.html.words import brief, distance, weekday, whole
from footfall.wording import say
from footfall.wording.numbers import onset_minute

ROW_PX = 8


@dataclass(frozen=True, eq=False)
class Line:
    """One outing as a line; `free_min` is its onset or its end."""

    outing: Outing
    free_min: float
    end_min: float
    began: bool


def to_line(outing: Outing) -> Line:
    """An outing with a known onset, or known to be free of pain."""
    began = outing.onset.state is OnsetState.AT
    return Line(outing, outing.onset.minute if began else outing.timer_min, outing.timer_min, began)


def sorted_lines(lines: Sequence[Line]) -> list[Line]:
    """Fewest pain-free minutes first."""
    return sorted(lines, key=lambda one: (one.free_min, one.end_min, one.outing.start))


def line_traces(lines: Sequence[Line], frame_min: float) -> list[Json]:
    """Lines, tails, diamonds, end ticks; a tail is cut where the frame ends.

    lines  from top to bottom.   frame_min  right edge.  [min]
    """
    rows = range(len(lines))
    year = max(one.outing.day.year for one in lines)
    hover = [_hover(one, year) for one in lines]
    began = [row for row in rows if lines[row].began]
    free = [row for row in rows if not lines[row].began]
    shared: Json = {"type": "scatter", "yaxis": "y2"}
    return [
        {
            **shared,
            "mode": "lines",
            "x": broken([[0, min(one.free_min, frame_min)] for one in lines]),
            "y": broken([[row, row] for row in rows]),
            "line": {"color": paint("load3"), "width": 2.4},
            "hoverinfo": "skip",
        },
        {
            **shared,
            "mode": "lines",
            "x": broken([[lines[row].free_min, min(lines[row].end_min, frame_min)] for row in began]),
            "y": broken([[row, row] for row in began]),
            "line": {"color": paint("pain"), "width": 1},
            "hoverinfo": "skip",
        },
        {
            **shared,
            "mode": "markers",
            "x": numbers([lines[row].free_min for row in free]),
            "y": free,
            "marker": {"symbol": "line-ns-open", "size": 5, "color": paint("ink"), "line": {"width": 1.5, "color": paint("ink")}},
            "hovertext": [hover[row] for row in free],
            "hoverinfo": "text",
        },
        {
            **shared,
            "mode": "markers",
            "x": numbers([lines[row].free_min for row in began]),
            "y": began,
            "marker": {"symbol": "diamond", "size": 8.5, "color": paint("pain"), "line": {"width": 1.2, "color": paint("bg")}},
            "hovertext": [hover[row] for row in began],
            "hoverinfo": "text",
        },
    ]


def line_labels(lines: Sequence[Line], frame_min: float) -> list[Json]:
    """One "ran on with pain", one "ended pain-free", and where a line goes on outside the frame, its minutes."""
    labels = [
        label(
            f"→ {whole(one.end_min)}",
            frame_min,
            row,
            yref="y2",
            xshift=3,
            color="pain-text" if one.began else "ink2",
            strong=True,
        )
        for row, one in enumerate(lines)
        if one.end_min > frame_min
    ]
    tail = next((one for one in lines if one.began and one.end_min > one.free_min), None)
    if tail is not None:
        end = min(tail.end_min, frame_min)
        words = say("tolerance.mark.ran_on")
        labels.append(label(words, end, -1, yref="y2", anchor="right", yshift=3, color="pain-text", strong=True))
    if lines and not lines[-1].began:
        end = min(lines[-1].free_min, frame_min)
        words = say("tolerance.mark.ended_free")
        labels.append(label(words, end, len(lines) + 0.6, yref="y2", anchor="right", color="ink", strong=True))
    return labels


def _hover(one: Line, year: int) -> str:
    outing = one.outing
    known = {"day": weekday(outing.day, year), "km": distance(outing.distance_m), "end": brief(one.end_min)}
    if not one.began:
        return say("tolerance.hover.free", **known)
    entry = outing.entry
    stopped = entry is not None and entry.onset is None
    words = say("tolerance.hover.stopped" if stopped else "tolerance.hover.began", minute=onset_minute(one.free_min), **known)
    if entry is not None and entry.pain_next_morning is not None:
        words += "<br>" + say("tolerance.hover.morning", pain=brief(entry.pain_next_morning))
    return words


def pages(lines: Sequence[Line], most: int) -> list[list[Line]]:
    """The lines by date in pages of about equal length, the newest page first, each sorted for drawing."""
    by_date = sorted(lines, key=lambda one: one.outing.start, reverse=True)
    needed = max(1, -(-len(by_date) // most))
    size = -(-len(by_date) // needed)
    return [sorted_lines(by_date[at : at + size]) for at in range(0, len(by_date), size)]


def first_of(lines: Sequence[Line]) -> tuple[Line, Line]:
    """The oldest and the newest of a page."""
    return min(lines, key=lambda one: one.outing.start), max(lines, key=lambda one: one.outing.start)


def row_table(lines: Sequence[Line]) -> tuple[tuple[str, ...], ...]:
    """The page as rows of text: day, pain-free minutes, end, how it ended."""
    year = max(one.outing.day.year for one in lines)
    return tuple(
        (
            weekday(one.outing.day, year),
            onset_minute(one.free_min) if one.began else brief(number(one.free_min, 1)),
            brief(number(one.end_min, 1)),
            say("tolerance.table.began" if one.began else "tolerance.table.free"),
        )
        for one in lines
    )
