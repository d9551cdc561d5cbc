"""Load per calendar week against the runner's own four weeks before, with the week's worst pain in a panel of its own."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from footfall.history.ranking import WeekTrend
from footfall.history.weeks import WEEKS_BEFORE, Week
from footfall.model.measure import Measure
from footfall.render.html.figure import Figure
from footfall.render.html.pictures.panel_weeks import BAND, drawing, traces
from footfall.render.html.pictures.picture import Empty, Head, Legend, Picture, Table
from footfall.render.html.words import brief, count, day, decimal, km, long_day, whole
from footfall.render.loads import last_week
from footfall.render.summary import SpikeFound
from footfall.wording import say
from footfall.wording.numbers import percent

KEY = "weeks"


def weeks_picture(weeks: Sequence[Week], spikes: Sequence[SpikeFound], trend: WeekTrend | None = None) -> Picture:
    """The picture.

    spikes   runs that stood out; the week of each gets a triangle, the largest a label.
    trend    how the last whole week stands against the four before it; None = not asked.
    """
    if not any(week.outings for week in weeks):
        return Picture(
            KEY, say("weeks.heading.none"), say("weeks.subtitle"), empty=Empty(say("weeks.empty.has"), say("weeks.empty.needs"))
        )
    weeks = _with_own_normal(weeks)
    marks = _marks(weeks, spikes)
    pain = any(week.entries for week in weeks)
    key_number, note = _note(weeks, trend)
    return Picture(
        KEY,
        _heading(weeks, marks),
        say("weeks.subtitle_with_pain" if pain else "weeks.subtitle"),
        figure=Figure(tuple(traces(weeks, pain=pain)), drawing(weeks, marks, 8, pain=pain), drawing(weeks, marks, 4, pain=pain)),
        key_number=key_number,
        note=note,
        legend=_legend(weeks, pain=pain),
        table=_table(weeks),
    )


def _with_own_normal(weeks: Sequence[Week]) -> tuple[Week, ...]:
    """The same weeks; of those after a break without the median: one that holds empty weeks is nobody's normal."""
    return tuple(
        replace(week, median_easy_km=math.nan)
        if not all(before.outings for before in weeks[max(0, at - WEEKS_BEFORE) : at])
        else week
        for at, week in enumerate(weeks)
    )


def above_band(week: Week) -> bool:
    """True when a week that is over lies above the band that is drawn behind it."""
    return week.over and week.easy_km > (1 + BAND) * week.median_easy_km


def _marks(weeks: Sequence[Week], spikes: Sequence[SpikeFound]) -> dict[int, float]:
    """Position of a week -> the largest spike in it."""
    found: dict[int, float] = {}
    for spike in spikes:
        for at, week in enumerate(weeks):
            if 0 <= (spike.day - week.start).days < 7:
                found[at] = max(spike.change, found.get(at, spike.change))
    return found


def _heading(weeks: Sequence[Week], marks: Mapping[int, float]) -> str:
    judged = _judged(weeks)
    above = sum(above_band(week) for week in judged)
    if not judged:
        weekly = say("weeks.heading.no_band")
    elif above:
        weekly = count("weeks.heading.above", above, of=whole(len(judged)))
    else:  # a number, not a verdict: it stands beside an open red flag as well
        share = max(week.easy_km / week.median_easy_km for week in judged)
        weekly = say("weeks.heading.none_above", times=decimal(share))
    if not marks:
        return weekly
    return f"{weekly} {count('weeks.heading.spikes', len(marks))}"


def _judged(weeks: Sequence[Week]) -> list[Week]:
    """Weeks that can be held against the band: over, with a load that is known and a normal above 0."""
    return [week for week in weeks if week.over and week.median_easy_km > 0 and not math.isnan(week.easy_km)]


def _note(weeks: Sequence[Week], trend: WeekTrend | None) -> tuple[str, tuple[str, ...]]:
    """The big number, and the paragraphs under it."""
    judged = _judged(weeks)
    if judged:
        top = max(judged, key=lambda week: week.easy_km / week.median_easy_km)
        change = top.easy_km / top.median_easy_km - 1
        said = "weeks.note.over" if change >= 0 else "weeks.note.under"
        inside = "weeks.note.outside" if above_band(top) else "weeks.note.inside"
        first = say(said, week=long_day(top.start, weeks[-1].start.year), change=percent(abs(change)), where=say(inside))
        first += " " + say("weeks.note.rule") if above_band(top) else ""
    else:
        known = [week for week in weeks if not math.isnan(week.easy_km)]
        if not known:
            return "", (say("weeks.note.unknown"), say("weeks.note.easy_km"))
        top = max(known, key=lambda week: week.easy_km)
        first = say("weeks.note.most", week=long_day(top.start, weeks[-1].start.year))
    number = say("page.easy_km", value=decimal(top.easy_km))
    last = last_week(trend, top.start if judged else None)
    return number, (first, *([last] if last else []), say("weeks.note.easy_km"), say("weeks.note.evidence"))


def _legend(weeks: Sequence[Week], *, pain: bool) -> tuple[Legend, ...]:
    entries = [Legend("bar-low", say("weeks.legend.longest")), Legend("bar-high", say("weeks.legend.rest"))]
    if any(not math.isnan(week.median_easy_km) for week in weeks):
        entries.append(Legend("band", say("weeks.legend.band", width=percent(BAND))))
    if pain:
        entries += [Legend("diamond", say("weeks.legend.pain")), Legend("dash", say("weeks.legend.no_entry"))]
    return tuple(entries)


def _with_interval(easy: Measure) -> str:
    """`23.7 (22.9–24.5)`; bare where the week has no run."""
    if not easy.high > 0:
        return decimal(easy.value)
    return say("page.range", value=decimal(easy.value), low=decimal(easy.low), high=decimal(easy.high))


def _table(weeks: Sequence[Week]) -> Table:
    heads = (
        Head(say("weeks.table.week"), numeric=False),
        Head(say("weeks.table.runs")),
        Head(say("page.head.km")),
        Head(say("page.head.load"), say("page.unit.easy_km")),
        Head(say("weeks.table.longest"), say("page.unit.easy_km")),
        Head(say("weeks.table.normal"), say("page.unit.easy_km")),
        Head(say("page.head.pain"), say("page.unit.pain")),
    )
    rows = tuple(
        (
            f"{day(week.start, weeks[-1].start.year)}{'' if week.over else ' ' + say('weeks.table.not_over')}",
            whole(week.outings),
            km(week.distance_m),
            _with_interval(week.sums.easy),
            decimal(week.longest_easy_km),
            say("page.not_applicable") if math.isnan(week.median_easy_km) else decimal(week.median_easy_km),
            brief(week.max_pain),
        )
        for week in weeks
    )
    return Table(say("weeks.table.caption"), heads, rows)
