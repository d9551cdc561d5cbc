"""The season day by day: a column a week, a row a weekday, load as a step of blue and pain as a diamond in the cell."""

import math
from collections.abc import Sequence

from footfall.history.calendar import LOAD_STEPS, CalendarDay
from footfall.render.html.figure import Choice, Drawing, Figure
from footfall.render.html.pictures.grid_days import cell_traces, frame, marks_of, pages
from footfall.render.html.pictures.picture import Head, Legend, Picture, Table
from footfall.render.html.words import brief, count, long_day, period, weekday, whole
from footfall.render.summary import SpikeFound
from footfall.wording import say
from footfall.wording.numbers import easy, per_unit

KEY = "calendar"


def calendar_picture(days: Sequence[CalendarDay], spikes: Sequence[SpikeFound], week_start: int) -> Picture | None:
    """The picture; None without a day, where the picture of the weeks says what is missing.

    spikes       runs that stood out: their days get an outline, the largest of a page a label.
    week_start   0 = Monday … 6 = Sunday.
    """
    if not days:
        return None
    diary = any(day.entries for day in days)
    heading = _heading(days)
    year = days[-1].date.year
    choices = []
    for page in pages(days, week_start):
        marks = marks_of(page, spikes, week_start)
        wide, narrow = (frame(page, marks, week_start, wide=wide) for wide in (True, False))
        traces = tuple(cell_traces(page, week_start, diary=diary))
        choices.append(Choice(period(page[0].date, page[-1].date), heading, traces, wide, narrow, _rows(page, year)))
    key_number, note = _note(days, diary=diary)
    return Picture(
        KEY,
        heading,
        say("calendar.subtitle.pain" if diary else "calendar.subtitle"),
        figure=Figure((), Drawing(), Drawing(), tuple(choices)),
        key_number=key_number,
        note=note,
        legend=_legend(diary=diary, spikes=bool(spikes)),
        table=Table(say("calendar.table.caption"), _heads(), choices[0].rows or ()),
        choose=say("calendar.choose") if len(choices) > 1 else "",
    )


def _heading(days: Sequence[CalendarDay]) -> str:
    """Without a diary, the days with a run; else how many days hurt, and the worst of them where that is one day."""
    written = [day for day in days if day.entries]
    if not written:
        return count("calendar.heading.runs", sum(bool(day.outings) for day in days), of=whole(len(days)))
    scored = [day for day in written if not math.isnan(day.pain)]
    if not scored:
        return say("calendar.heading.unscored")
    sore = [day for day in scored if day.pain > 0]
    if not sore:
        return say("calendar.heading.free", of=whole(len(scored)))
    worst = max(day.pain for day in sore)
    at_worst = [day for day in sore if day.pain == worst]
    values = {"of": whole(len(written)), "worst": brief(worst)}
    if len(at_worst) > 1:
        return count("calendar.heading.pain.again", len(sore), **values)
    return count("calendar.heading.pain", len(sore), **values, day=long_day(at_worst[0].date, days[-1].date.year))


def _note(days: Sequence[CalendarDay], *, diary: bool) -> tuple[str, tuple[str, ...]]:
    with_one = sum(bool(day.entries if diary else day.outings) for day in days)
    lines = [say("calendar.note.entries" if diary else "calendar.note.runs")]
    if diary:
        lines.append(say("calendar.note.free"))
    unscored = sum(bool(day.entries) and math.isnan(day.pain) for day in days)
    unknown = sum(day.step is None for day in days)
    lines += [count(f"calendar.note.{what}", n) for what, n in (("unscored", unscored), ("unknown", unknown)) if n]
    lines.append(say("calendar.note.steps"))
    return say("page.of", n=whole(with_one), of=whole(len(days))), tuple(lines)


def _legend(*, diary: bool, spikes: bool) -> tuple[Legend, ...]:
    edges = dict(zip("abcd", (brief(per_unit(edge)) for edge in LOAD_STEPS[1:]), strict=True))
    entries = [Legend("steps", say("calendar.legend.steps", **edges))]
    if diary:
        entries += [Legend("diamond", say("calendar.legend.pain")), Legend("dash", say("calendar.legend.no_entry"))]
    if spikes:
        entries.append(Legend("outline", say("calendar.legend.spike")))
    return tuple(entries)


def _heads() -> tuple[Head, ...]:
    return (
        Head(say("page.head.date"), numeric=False),
        Head(say("page.head.load"), say("page.unit.easy_km")),
        Head(say("page.head.pain"), say("page.unit.pain")),
        Head(say("calendar.table.entry"), numeric=False),
    )


def _rows(page: Sequence[CalendarDay], year: int) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            weekday(day.date, year),
            easy(day.easy_km) if day.outings else say("page.not_applicable"),
            brief(day.pain),
            say("calendar.table.yes" if day.entries else "calendar.table.no"),
        )
        for day in page
        if day.outings or day.entries
    )
