"""The table of runs: what stands in each row, what each column sorts by, and what a row opens to."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from footfall.findings.finding import Finding
from footfall.history.history import OnsetAt, OnsetState, Outing
from footfall.metrics.load import DEFAULT_LOAD_MODEL
from footfall.model.diary import DiaryEntry
from footfall.model.measure import Measure
from footfall.model.summary import Load, RunSummary
from footfall.render.content import Content
from footfall.render.html.figure import number
from footfall.render.html.theme import Json
from footfall.render.html.words import brief, clipped, day, on_page, whole
from footfall.render.loads import load_range
from footfall.wording import say
from footfall.wording.codes import called
from footfall.wording.locale import Locale, speaking, spoken
from footfall.wording.notes import note_text
from footfall.wording.numbers import clock, easy, onset_minute, plain, rough, run_distance, weekday

MOST_ROWS = 60
"""So many rows, the newest, stand in the page without its script: on paper and where scripts do not run."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `sort` orders the column, None = always last; `before` and `small` stand around it; `mark` names a sign."""

    text: str
    sort: float | str | None = None
    small: str = ""
    mark: str = ""
    bar: float = 0.0
    before: str = ""

    def to_json(self) -> Json:
        """As runs.js reads it."""
        words = {"text": on_page(self.text), "small": self.small, "mark": self.mark, "before": self.before}
        shown: Json = {"sort": self.sort, **{name: text for name, text in words.items() if text or name == "text"}}
        return shown if self.bar == 0 else {**shown, "bar": number(100 * self.bar, 1)}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `first` columns stay at 360 px; the others are in the opened row there.

    saved   its head in the file that the page saves, whose numbers are metric whatever the page shows.
    """

    key: str
    text: str
    unit: str
    saved: str
    numeric: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One run: cells in the order of the columns, and label-value pairs of the opened row."""

    run_id: str
    cells: tuple[Cell, ...]
    more: tuple[tuple[str, str], ...]

    def to_json(self, choosable: Mapping[str, int]) -> Json:
        """As runs.js reads it; what is empty is left out, and a cell that cannot be ordered has null."""
        shown: Json = {
            "cells": [cell.to_json() for cell in self.cells],
            "more": [{"label": label, "value": on_page(value)} for label, value in self.more],
        }
        return shown if self.run_id not in choosable else {**shown, "see": choosable[self.run_id]}


def columns() -> tuple[Column, ...]:
    """In the order of the page."""
    unit = {"load": "easy_km", "onset": "min", "pain": "pain", "next": "next", "lumbar": "lumbar", "cadence": "spm"}
    words, first = {"name"}, {"date", "km", "load", "onset", "pain", "next"}
    keys = ("date", "name", "km", "minutes", "footfalls", "cadence", "lumbar", "load", "onset", "pain", "next")
    return tuple(
        Column(
            key,
            say(f"page.head.{key}"),
            say(f"page.unit.{unit[key]}") if key in unit else "",
            _saved(key, unit.get(key)),
            numeric=key not in words | {"date"},
            first=key in first,
        )
        for key in keys
    )


def _saved(key: str, unit: str | None) -> str:
    with speaking(Locale(spoken().lang)):
        head = say(f"page.head.{key}")
        return head if unit is None else f"{head}, {say(f'page.unit.{unit}')}"


def rows(content: Content) -> tuple[Row, ...]:
    """Newest first."""
    outings = {run.id: outing for outing in content.history.outings for run in outing.runs}
    spikes = {one.run_id: one for one in content.findings.found if one.rule == "R1" and one.run_id}
    most = max((_easy(run) for run in content.runs if math.isfinite(_easy(run))), default=math.nan)
    return tuple(
        _row(run, outings.get(run.id), spikes, most, content.history.as_of.year)
        for run in sorted(content.runs, key=lambda run: (run.start, run.id), reverse=True)
    )


def _easy(run: RunSummary) -> float:
    return run.easy_km["b1"]


def _row(run: RunSummary, outing: Outing | None, spikes: Mapping[str, Finding], most: float, year: int) -> Row:
    speaks = outing is not None and outing.run_id == run.id
    entry = outing.entry if outing is not None else None
    load = _easy(run)
    name = clipped(run.name, 40) if run.name else _kind(run)
    cells = (
        Cell(day(run.local_date, year), run.start.strftime("%Y-%m-%dT%H:%M:%S"), before=weekday(run.local_date)),
        Cell(name, name.casefold()),
        _number(None if run.distance_m is None else run.distance_m / 1000, _km, mark="spike" if run.id in spikes else ""),
        _number(run.timer_s / 60, whole),
        _number(run.footfalls.total.value, whole),
        _cadence(run.cadence),
        Cell(_thousands(run.lumbar_cumulative), _sort(run.lumbar_cumulative.value)),
        Cell(easy(load), _sort(load), bar=load / most if most > 0 and math.isfinite(load) else 0.0),
        *_pain_cells(entry, outing, speaks=speaks),
    )
    return Row(run.id, cells, tuple(_more(run, outing, entry, spikes.get(run.id))))


def _kind(run: RunSummary) -> str:
    """`trail`; a sport where the file is no closer."""
    closer = run.sub_sport if run.sub_sport not in (None, "generic") else run.sport
    return clipped(called("sport", str(closer)), 40)


def _number(value: float | None, shown: Callable[[float | None], str], mark: str = "") -> Cell:
    return Cell(shown(value), _sort(math.nan if value is None else value), mark=mark)


def _sort(value: float) -> float | None:
    """Fine enough to order by and to save: three decimals of kilometres, none of thousands."""
    return number(value, 3 if abs(value) < 100 else 1 if abs(value) < 1000 else 0)


def _cadence(cadence: Measure) -> Cell:
    small = "" if cadence.source == "recorded" else say(f"page.source.{cadence.source}")
    return Cell(whole(cadence.value), _sort(cadence.value), small=small)


def _km(value: float | None) -> str:
    return run_distance(None if value is None else 1000 * value)


def _thousands(measure: Measure) -> str:
    """`16–52`: a 90 % range in thousand BW·footfalls."""
    if not measure.known:
        return say("page.unknown")
    return f"{rough(measure.low / 1000)}–{rough(measure.high / 1000)}"


def _pain_cells(entry: DiaryEntry | None, outing: Outing | None, *, speaks: bool) -> tuple[Cell, Cell, Cell]:
    """Onset, worst pain, next morning. They belong to the outing, so its longest run carries them."""
    if outing is not None and not speaks:
        return (Cell(say("page.not_applicable")),) * 3
    onset = _onset(outing.onset) if outing is not None else Cell(say("page.unknown"))
    return onset, _score(entry.pain_max if entry else None), _score(entry.pain_next_morning if entry else None)


def _onset(onset: OnsetAt) -> Cell:
    if onset.state is OnsetState.AT:
        return Cell(onset_minute(onset.minute), _sort(onset.minute), mark="diamond")
    if onset.state is OnsetState.UNKNOWN:
        return Cell(say("page.unknown"))
    at_start = onset.state is OnsetState.AT_START
    return Cell(say(f"page.onset.{onset.state}"), 0 if at_start else 100_000)


def _score(value: float | None) -> Cell:
    return Cell(say("page.unknown")) if value is None else Cell(plain(value), _sort(value))


def _more(run: RunSummary, outing: Outing | None, entry: DiaryEntry | None, spike: Finding | None) -> list[tuple[str, str]]:
    """The opened row: what the columns leave out, on a phone and anywhere."""
    total = run.footfalls.total
    pairs: list[tuple[str, str | None]] = [
        ("start", clock(run.local_start.time())),
        ("name", clipped(run.name, 120) if run.name else None),
        ("spike", spike.headline if spike else None),
        ("moving", say("page.minutes", n=whole(run.moving_s / 60))),
        ("footfalls", say("page.range", value=whole(total.value), low=whole(total.low), high=whole(total.high))),
        ("walking", whole(run.footfalls.walking) if run.footfalls.walking > 0 else None),
        ("cadence", f"{whole(run.cadence.value)} ({say(f'page.source.{run.cadence.source}')})"),
        ("lumbar", f"{_thousands(run.lumbar_cumulative)} {say('page.unit.lumbar')}"),
        ("model", _model(run.load)),
        ("device", clipped(run.device, 60) if run.device else None),
        ("files", ", ".join(clipped(PurePath(file.path).name, 120) for file in run.files)),
        ("outing", say("page.more.outing_of", n=len(outing.runs)) if outing is not None and len(outing.runs) > 1 else None),
        *_diary_pairs(entry),
        ("notes", " ".join(note_text(note) for note in run.notes) or None),
    ]
    return [(say(f"page.more.{key}"), value) for key, value in pairs if value is not None]


def _model(load: Load) -> str | None:
    """The load by the model that was asked for by name; None with the default, whose sum says less than easy km do."""
    if load.model == DEFAULT_LOAD_MODEL:
        return None
    key = "page.more.model.exploratory" if load.exploratory else "page.more.model.value"
    return say(key, model=load.model, range=load_range(load.measure)) if load.measure.known else say("page.unknown")


def _diary_pairs(entry: DiaryEntry | None) -> Sequence[tuple[str, str | None]]:
    if entry is None:
        return ()
    eased = entry.eased_after_min
    return (
        ("before", plain(entry.pain_before) if entry.pain_before is not None else None),
        ("after", plain(entry.pain_after) if entry.pain_after is not None else None),
        ("sites", ", ".join(sorted(called("site", site.value) for site in entry.sites)) or None),
        ("qualities", ", ".join(sorted(called("quality", quality.value) for quality in entry.qualities)) or None),
        ("eased", say("page.minutes", n=brief(eased)) if eased is not None else None),
        ("note", clipped(entry.note, 300) if entry.note else None),
    )
