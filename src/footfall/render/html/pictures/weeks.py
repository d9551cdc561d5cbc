"""Load per calendar week against the runner's own four weeks before, with the week's worst pain in a panel of its own."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from footfall.history.ranking import WeekTrend
from footfall.history.weeks import WEEKS_BEFORE, Week
from footfall.metrics.agreement import STRONG, Order, most, weigh
from footfall.model.calibration import Easy
from footfall.model.measure import Measure
from footfall.render.html.figure import Choice, Drawing, Figure
from footfall.render.html.pictures.grid_days import WEEKS_A_PAGE
from footfall.render.html.pictures.panel_weeks import BAND, Shared, drawing, traces
from footfall.render.html.pictures.picture import Empty, Head, Legend, Picture, Table
from footfall.render.html.words import brief, count, day, distance, long_day, period, whole
from footfall.render.loads import last_week
from footfall.render.summary import SpikeFound
from footfall.wording import say
from footfall.wording.numbers import easy as in_easy
from footfall.wording.numbers import percent

KEY = "weeks"
_ORDERED = frozenset({Order.MORE, Order.LESS})


def weeks_picture(weeks: Sequence[Week], spikes: Sequence[SpikeFound], easy: Easy, trend: WeekTrend | None = None) -> Picture:
    """The picture.

    spikes   runs that stood out; the week of each gets a triangle, the largest a label.
    easy     what an easy kilometre is: the runner's own, or a published one.
    trend    how the last whole week stands against the four before it; None = not asked.
    """
    if not any(week.outings for week in weeks):
        return Picture(
            KEY, say("weeks.heading.none"), say("weeks.subtitle"), empty=Empty(say("weeks.empty.has"), say("weeks.empty.needs"))
        )
    weeks = _with_own_normal(weeks)
    marks = _marks(weeks, spikes)
    shared = Shared.of(weeks)
    key_number, note = _note(weeks, trend, easy)
    heading, table = _heading(weeks, marks), _table(weeks)
    figure = _figure(weeks, marks, shared, heading, table)
    return Picture(
        KEY,
        heading,
        say("weeks.subtitle_with_pain" if shared.pain else "weeks.subtitle"),
        figure=figure,
        key_number=key_number,
        note=note,
        legend=_legend(weeks, pain=shared.pain),
        table=table,
        choose=say("weeks.choose") if figure.choices else "",
    )


def _figure(weeks: Sequence[Week], marks: Mapping[int, float], shared: Shared, heading: str, table: Table) -> Figure:
    """Half a year and less at once; of more, pages counted back from the newest week, the first with a run or an entry shown."""
    if len(weeks) <= WEEKS_A_PAGE:
        wide, narrow = (drawing(weeks, marks, shared, wide=wide) for wide in (True, False))
        return Figure(tuple(traces(weeks, shared)), wide, narrow)
    choices = []
    silent = []
    for end in range(len(weeks), 0, -WEEKS_A_PAGE):
        begin = max(0, end - WEEKS_A_PAGE)
        page = weeks[begin:end]
        own = {at - begin: change for at, change in marks.items() if begin <= at < end}
        wide, narrow = (drawing(page, own, shared, wide=wide) for wide in (True, False))
        days = period(page[0].start, page[-1].start + dt.timedelta(days=6))
        choices.append(Choice(days, heading, tuple(traces(page, shared)), wide, narrow, table.rows[begin:end]))
        silent.append(not any(week.outings or week.entries for week in page))
    return Figure((), Drawing(), Drawing(), tuple(choices), chosen=silent.index(False))


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
    clear, doubtful = _above(judged)
    if not judged:
        weekly = say("weeks.heading.no_band")
    elif clear:
        weekly = count("weeks.heading.above", len(clear), of=whole(len(judged)))
    elif doubtful:
        weekly = say("weeks.heading.depends")
    else:  # numbers, not a verdict: they stand beside an open red flag as well
        last = _newest_run(judged)
        weekly = say(
            "weeks.heading.none_above",
            week=long_day(last.start, weeks[-1].start.year),
            easy_km=in_easy(last.easy_km),
            median=in_easy(last.median_easy_km),
        )
    if not marks:
        return weekly
    return f"{weekly} {count('weeks.heading.spikes', len(marks))}"


def _above(judged: Sequence[Week]) -> tuple[list[Week], list[Week]]:
    """Weeks drawn above the band: those above it where hard footfalls count strongly too, and those not clearly so."""
    above = [week for week in judged if above_band(week)]
    clear = [week for week in above if _clearly_above(week)]
    return clear, [week for week in above if week not in clear]


def _newest_run(judged: Sequence[Week]) -> Week:
    """The newest with a run; the newest of all where none has one."""
    return ([week for week in judged if week.outings] or judged)[-1]


def _clearly_above(week: Week) -> bool:
    found = week.against_normal
    return found is not None and found.order is Order.MORE and found.ratio[STRONG].value > 1 + BAND


def _judged(weeks: Sequence[Week]) -> list[Week]:
    """Weeks that can be held against the band: over, with a load that is known and a normal above 0."""
    return [week for week in weeks if week.over and week.median_easy_km > 0 and not math.isnan(week.easy_km)]


def _note(weeks: Sequence[Week], trend: WeekTrend | None, easy: Easy) -> tuple[str, tuple[str, ...]]:
    """The big number, and the paragraphs under it: of the newest week clearly above the band, else of the newest that is over."""
    yardstick = say("weeks.note.easy_km" if easy.runs else "weeks.note.easy_km.published")
    judged = _judged(weeks)
    known = [week for week in weeks if week.outings and not math.isnan(week.easy_km)]
    if not known:
        return "", (say("weeks.note.unknown"), yardstick)
    if judged:
        clear, doubtful = _above(judged)
        spoken_of = _newest_run(clear or judged)
        first = _against_normal(spoken_of, weeks[-1].start.year)
        first += " " + say("weeks.note.rule") if clear else ""
        others = [week for week in doubtful if week is not spoken_of]
        lines = [first, count("weeks.note.doubtful", len(others))] if others else [first]
    else:
        spoken_of, first = _newest(known, weeks[-1].start.year)
        lines = [first]
    if trend is not None and (trend.start != spoken_of.start or trend.comparison.order in _ORDERED):
        lines.append(last_week(trend, spoken_of.start if judged else None))
    number = say("page.easy_km", value=in_easy(spoken_of.easy_km))
    return number, (*lines, yardstick, say("weeks.note.evidence"))


def _against_normal(week: Week, year: int) -> str:
    """The week and its median; over or under it only where both weights of force agree."""
    found = week.against_normal
    start = long_day(week.start, year)
    if found is None or found.order not in _ORDERED:
        plain = say("weeks.note.beside", week=start, median=in_easy(week.median_easy_km))
        return plain if found is None else f"{plain} {say(f'load.week.{found.order}.same')}"
    change = week.easy_km / week.median_easy_km - 1
    where = say("weeks.note.outside" if above_band(week) else "weeks.note.inside")
    return say(
        "weeks.note.over" if found.order is Order.MORE else "weeks.note.under",
        week=start,
        change=percent(abs(change)),
        where=where if week.easy_km >= (1 - BAND) * week.median_easy_km else say("weeks.note.below"),
    )


def _newest(known: Sequence[Week], year: int) -> tuple[Week, str]:
    """Before there is a normal: the week with most where that is clear, else the newest, and why none is said to have most."""
    weighed = [(week, each) for week in known if (each := weigh(week.runs)) is not None]
    found = most([each for _, each in weighed]) if len(weighed) == len(known) else None
    if found is not None and found.order is Order.MORE:
        week = weighed[found.first][0]
        return week, say("weeks.note.most", week=long_day(week.start, year))
    plain = say("weeks.note.newest", week=long_day(known[-1].start, year))
    return known[-1], plain if found is None else f"{plain} {say(f'weeks.note.most.{found.order}')}"


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
        return in_easy(easy.value)
    return say("page.range", value=in_easy(easy.value), low=in_easy(easy.low), high=in_easy(easy.high))


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
            distance(week.distance_m),
            _with_interval(week.sums.easy),
            in_easy(week.longest_easy_km),
            say("page.not_applicable") if math.isnan(week.median_easy_km) else in_easy(week.median_easy_km),
            brief(week.max_pain),
        )
        for week in weeks
    )
    return Table(say("weeks.table.caption"), heads, rows)
