"""When in a run pain began, by date, with the median of each spell: higher is later, and later is better."""

import datetime as dt
import math
from collections.abc import Sequence

from footfall.findings.by_date import ByDate
from footfall.findings.p1_window import WINDOW_MIN
from footfall.findings.spikes import BANDS
from footfall.findings.tolerance_trend import Spell
from footfall.history.history import Outing
from footfall.render.html.figure import Drawing, Figure, axis_name, label, numbers
from footfall.render.html.pictures.panel_survival import median_span
from footfall.render.html.pictures.picture import Head, Legend, Picture, Table
from footfall.render.html.theme import Json, paint
from footfall.render.html.words import count, day, period, whole
from footfall.render.summary import SpikeFound
from footfall.wording import say
from footfall.wording.numbers import digits_beside, signed_percent

KEY = "onset-dates"
_DAY = dt.timedelta(days=1)


def onset_dates_picture(dated: ByDate, spikes: Sequence[SpikeFound]) -> Picture | None:
    """The picture; None without an outing of which it is known whether pain began, where the one above says what is missing."""
    watched = dated.found.watched
    if not watched:
        return None
    key_number, note = _note(dated)
    return Picture(
        KEY,
        _heading(dated),
        say("onset_dates.subtitle"),
        figure=Figure(tuple(_traces(dated)), _drawing(dated, spikes, wide=True), _drawing(dated, spikes, wide=False)),
        key_number=key_number,
        note=note,
        legend=_legend(dated),
        table=_table(dated),
    )


def _heading(dated: ByDate) -> str:
    found, spells = dated.change, dated.spells
    if found is None:
        return count("onset_dates.heading.few", len(dated.found.events), of=whole(len(dated.found.watched)))
    if not found.moves:
        return say("onset_dates.heading.none")
    way = "sooner" if found.sooner else "later"
    known = [spell.curve.median for spell in spells if not math.isnan(spell.curve.median)]
    if len(known) < 2 or not found.spells_agree:
        return say(f"onset_dates.heading.{way}")
    return say(f"onset_dates.heading.{way}.medians", before=whole(known[0]), after=whole(known[1]), day=day(spells[1].first))


def _median(spell: Spell) -> str:
    return say("onset_dates.not_reached") if math.isnan(spell.curve.median) else whole(spell.curve.median)


def _note(dated: ByDate) -> tuple[str, tuple[str, ...]]:
    if dated.change is None:
        return "", (say("onset_dates.note.few"), say("onset_dates.note.arrow"))
    lines = [say("onset_dates.note.spells", day=day(dated.spells[1].first, dated.spells[1].last.year))]
    lines.append(say("onset_dates.note.overlap" if dated.change.overlap else "onset_dates.note.apart"))
    if not dated.change.moves:
        lines.append(say("onset_dates.note.hidden"))
    lines.append(say("onset_dates.note.arrow"))
    key = "onset_dates.key" if dated.change.moves else "onset_dates.key.unclear"  # an arrow would say what the heading does not
    return say(key, before=_median(dated.spells[0]), after=_median(dated.spells[1])), tuple(lines)


def _legend(dated: ByDate) -> tuple[Legend, ...]:
    marks = ["diamond", "arrow", *(["spell"] if dated.spells else []), "clock"]
    return tuple(Legend(mark, say(f"onset_dates.legend.{mark}")) for mark in marks)


def _traces(dated: ByDate) -> list[Json]:
    found = dated.found
    free = [outing for outing in found.free if outing.timer_min > 0]
    shared: Json = {"type": "scatter", "mode": "markers", "cliponaxis": False}
    ended: Json = {"color": paint("bg"), "line": {"width": 1.4, "color": paint("pain")}}
    return [
        {
            **shared,
            **_places(free, [outing.timer_min for outing in free]),
            "mode": "text",
            "text": "↑",
            "textfont": {"color": paint("ink2"), "size": 13},
            "hovertemplate": say("onset_dates.hover.free") + "<extra></extra>",
        },
        {
            **shared,
            **_places(found.began, [outing.onset.minute for outing in found.began]),
            "hovertemplate": say("onset_dates.hover.began") + "<extra></extra>",
            "marker": {"symbol": "diamond", "size": 9, "color": paint("pain"), "line": {"width": 1.2, "color": paint("bg")}},
        },
        {
            **shared,
            **_places(found.stopped, [outing.onset.minute for outing in found.stopped]),
            "hovertemplate": say("onset_dates.hover.stopped") + "<extra></extra>",
            "marker": {"symbol": "diamond", "size": 8, **ended},
        },
    ]


def _places(outings: Sequence[Outing], minutes: Sequence[float]) -> Json:
    return {"x": [outing.day.isoformat() for outing in outings], "y": numbers(minutes, 1)}


def _drawing(dated: ByDate, spikes: Sequence[SpikeFound], *, wide: bool) -> Drawing:
    watched = dated.found.watched
    first, last = watched[0].day, watched[-1].day
    top = 1.1 * max(_minutes(outing) for outing in watched)
    long = (last - first).days > 330
    layout: Json = {
        "margin": {"l": 32, "r": 8, "t": 44, "b": 28},
        "xaxis": {
            "type": "date",
            "range": [(first - 2 * _DAY).isoformat(), (last + 3 * _DAY).isoformat()],
            "tickformat": "%b %Y" if long else "%-d %b",
            "nticks": 7 if wide else 4,
        },
        "yaxis": {"range": [0, top], "tick0": 0},
    }
    notes = [
        axis_name(say("onset_dates.axis"), left=-32, shift=30),
        label(say("onset_dates.mark.better"), 1, 1, xref="paper", yref="paper", anchor="right", yshift=30, color="ink2"),
    ]
    shapes: list[Json] = [_window(), _zero()]
    for number, spell in enumerate(dated.spells):
        shapes += _spell_shapes(spell, top)
        if not math.isnan(spell.curve.median):
            words = say("onset_dates.mark.median", minute=whole(spell.curve.median))
            at_right = number == 1 and not wide
            place = spell.last if at_right else spell.first
            anchor, shift = ("right", -3) if at_right else ("left", 3)
            above = 9 if spell.curve.median > 0.35 * top else -9  # onsets gather above a low median
            style = {"anchor": anchor, "xshift": shift, "yshift": above, "color": "accent", "strong": True}
            notes.append(label(words, place.isoformat(), spell.curve.median, **style, bgcolor=paint("bg"), opacity=0.9))
    inside = [spike for spike in spikes if first <= spike.day <= last]
    shapes += [_dated_line(spike.day) for spike in inside]
    if inside:
        largest = max(inside, key=lambda spike: spike.change)
        change = signed_percent(largest.change, digits_beside(largest.change, BANDS))
        side = "right" if (largest.day - first) > 0.6 * (last - first) else "left"
        words = say("onset_dates.mark.spike", day=day(largest.day), change=change)
        style = {"yref": "paper", "yshift": 10, "anchor": side, "color": "ink", "strong": True}
        notes.append(label(words, largest.day.isoformat(), 1, **style))
    return Drawing(290 if wide else 270, layout, tuple(notes), tuple(shapes))


def _minutes(outing: Outing) -> float:
    return outing.timer_min if math.isnan(outing.onset.minute) else outing.onset.minute


def _window() -> Json:
    low, high = WINDOW_MIN
    box = {"xref": "paper", "x0": 0, "x1": 1, "y0": low, "y1": high}
    return {"type": "rect", "layer": "below", **box, "fillcolor": paint("clock-veil"), "line": {"width": 0}}


def _zero() -> Json:
    edge = {"color": paint("ink3"), "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": 0, "line": edge}


def _spell_shapes(spell: Spell, top: float) -> list[Json]:
    """The interval as a box, to the top of the frame where its end is not reached, and the median as a line."""
    curve = spell.curve
    across = {"x0": spell.first.isoformat(), "x1": (spell.last + _DAY).isoformat()}
    shapes: list[Json] = []
    if not math.isnan(curve.median_low):
        high = top if math.isnan(curve.median_high) else min(curve.median_high, top)
        box = {"type": "rect", "layer": "below", **across, "y0": curve.median_low, "y1": high}
        shapes.append({**box, "fillcolor": paint("ribbon"), "line": {"width": 0}})
    if not math.isnan(curve.median):
        edge = {"color": paint("accent"), "width": 2}
        shapes.append({"type": "line", **across, "y0": curve.median, "y1": curve.median, "line": edge})
    return shapes


def _dated_line(date: dt.date) -> Json:
    edge = {"color": paint("ink"), "width": 1, "dash": "dot"}
    at = date.isoformat()
    return {"type": "line", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": edge}


def _table(dated: ByDate) -> Table:
    heads = (
        Head(say("onset_dates.table.spell"), numeric=False),
        Head(say("weeks.table.runs")),
        Head(say("onset_rate.table.onsets")),
        Head(say("onset_dates.table.median"), say("page.unit.min")),
        Head(say("onset_dates.table.interval"), say("page.unit.min")),
    )
    rows = tuple(
        (
            period(spell.first, spell.last),
            whole(len(spell.outings)),
            whole(spell.onsets),
            _median(spell),
            say("page.not_applicable") if math.isnan(spell.curve.median_low) else median_span(spell.curve),
        )
        for spell in dated.spells
    )
    if not rows:
        watched = dated.found.watched
        dash = say("page.not_applicable")
        counts = (whole(len(watched)), whole(len(dated.found.events)))
        rows = ((period(watched[0].day, watched[-1].day), *counts, dash, dash),)
    return Table(say("onset_dates.table.caption"), heads, rows)
