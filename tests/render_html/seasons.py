"""Results for the page, made by the product's own steps from made runs and rows: a season, and the cases around it."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from footfall.findings import RULES
from footfall.findings.rule import check
from footfall.findings.tolerance import tolerance
from footfall.history.days import build_history
from footfall.history.ranking import ranking, week_trend
from footfall.history.weeks import weeks
from footfall.model.athlete import Athlete
from footfall.model.calibration import CadenceLine, Calibration, Easy, LineErrors
from footfall.model.diary import Diary, DiaryEntry
from footfall.model.measure import Measure
from footfall.model.problem import Note, Problem
from footfall.model.summary import RunSummary
from footfall.render.content import Content
from footfall.render.html.page import to_page
from footfall.render.html.pictures.picture import Picture
from tests.factories import FROM_THE_START, PAIN_FREE, entry, minutes_onset, run_on

MONDAY = dt.date(2026, 8, 3)
SPIKE_DAY = dt.date(2026, 10, 4)
ERRORS = LineErrors(0.01, 0.02)
CALIBRATION = Calibration(CadenceLine(165.0, 10.0, "personal", 0.06, ERRORS, 12), Easy(2.7, 2.27, 1011.0, 12), ERRORS)
PARAMETERS: dict[str, float | str] = {"shape_k": 1.75, "lumbar_ratio": 1.24}


def content(
    runs: Sequence[RunSummary],
    entries: Iterable[DiaryEntry] | None,
    *,
    athlete: Athlete | None = None,
    as_of: dt.date = dt.date(2026, 11, 16),
    problems: tuple[Problem, ...] = (),
) -> Content:
    """What a renderer gets for these runs and rows; None = no diary at all."""
    who = athlete or Athlete(name="Sam", timezone="Europe/Berlin")
    diary = None if entries is None else Diary("diary.csv", tuple(entries))
    history, _ = build_history(runs, diary, who, as_of)
    every_week = weeks(history, who.week_start)
    findings = check(history, RULES)
    return Content(
        version="0.0.test",
        runs=tuple(sorted(runs, key=lambda run: (run.start, run.id))),
        history=history,
        findings=replace(findings, problems=(*findings.problems, *problems)),
        tolerance=tolerance(history) if diary is not None else None,
        weeks=every_week,
        calibration=CALIBRATION,
        load_model="ground-force",
        parameters=PARAMETERS,
        diary_path=None if diary is None else diary.path,
        ranking=ranking(history.outings),
        week_trend=week_trend(history, every_week),
    )


def picture(made: Content, key: str) -> Picture:
    """The picture of the page with this key."""
    return next(one for one in to_page(made).pictures if one.key == key)


def season_runs(count_weeks: int = 15) -> list[RunSummary]:
    """Three runs a week, a longer one on Sundays, one far too long, and a week off after it."""
    runs = []
    for week in range(count_weeks):
        monday = MONDAY + dt.timedelta(weeks=week)
        if monday == dt.date(2026, 10, 5):
            continue
        for weekday, km in ((1, 6.0 + 0.1 * week), (3, 5.5), (6, 9.0 + 0.25 * (week % 5))):
            day = monday + dt.timedelta(days=weekday)
            length = 16.8 if day == SPIKE_DAY else km
            runs.append(run_on(day, km=length, minutes=round(length * (5.9 + 0.2 * (week % 3)), 1)))
    return runs


def season_rows(runs: Sequence[RunSummary]) -> list[DiaryEntry]:
    """A row for nearly every run: onsets, pain-free runs, one begun in pain, two not written down."""
    rows = []
    for at, run in enumerate(runs):
        minutes = run.timer_s / 60
        line = at + 2
        if at in (5, 17):
            continue
        if at == 21:
            rows.append(entry(run.local_date, line, onset=FROM_THE_START, pain_max=5.0, pain_next_morning=5.0))
        elif at % 2 == 0 or run.local_date == SPIKE_DAY:
            onset = minutes_onset(min(38.0 if run.local_date == SPIKE_DAY else 11.0 + (at * 7) % 31, math.floor(minutes - 1)))
            worst = 5.0 if run.local_date == SPIKE_DAY else 2.0 + at % 3
            rows.append(entry(run.local_date, line, onset=onset, pain_max=worst, pain_next_morning=float(at % 4)))
        else:
            rows.append(entry(run.local_date, line, onset=PAIN_FREE, pain_max=0.0, pain_next_morning=0.0))
    return rows


def season(**more: object) -> Content:
    """The whole season with its diary; `more` as for `content`."""
    runs = season_runs()
    return content(runs, season_rows(runs), **more)  # type: ignore[arg-type]


def flagged(code: str, day: dt.date = dt.date(2026, 11, 14)) -> Content:
    """The season with one red flag ticked."""
    runs = season_runs()
    return content(runs, [*season_rows(runs), entry(day, 90, red_flags=frozenset({code}), pain_max=6.0)])


def resolved() -> Content:
    """The season with one red flag that was ticked and resolved."""
    runs = season_runs()
    ticked = entry(dt.date(2026, 11, 2), 90, red_flags=frozenset({"bladder_bowel"}))
    return content(runs, [*season_rows(runs), ticked, entry(dt.date(2026, 11, 14), 91, red_flags_resolved=True)])


def misspelt() -> Content:
    """The season with red-flag text that is nearly a sign of a later list."""
    runs = season_runs()
    return content(runs, [*season_rows(runs), entry(dt.date(2026, 11, 14), 90, unread_red_flags=("nite_pain",))])


def without_diary() -> Content:
    """The season, and nobody wrote anything down."""
    return content(season_runs(), None)


def few_onsets() -> Content:
    """Five weeks with a diary: five onsets or fewer."""
    runs = season_runs(4)
    rows = season_rows(runs)
    onsets = [row for row in rows if row.onset is not None and row.onset.value is not None][:5]
    return content(runs, [row for row in rows if row in onsets or row.onset == PAIN_FREE], as_of=dt.date(2026, 8, 30))


def three_weeks() -> Content:
    """Too short for a band."""
    runs = season_runs(3)
    return content(runs, season_rows(runs), as_of=dt.date(2026, 8, 20))


def no_cadence() -> Content:
    """Every count estimated from speed."""
    estimated = [
        replace(
            run,
            cadence=Measure(165.0, 150.0, 181.0, "steps/min", "population", 0.0),
            cadence_factor=None,
            footfalls=replace(
                run.footfalls,
                total=Measure(
                    run.footfalls.total.value,
                    0.91 * run.footfalls.total.value,
                    1.09 * run.footfalls.total.value,
                    "footfalls",
                    "population",
                    0.0,
                ),
            ),
            notes=(Note("no-cadence"),),
            curve=replace(run.curve, running_spm=np.full_like(run.curve.running_spm, math.nan)),
        )
        for run in season_runs()
    ]
    return content(estimated, season_rows(estimated))


def unknown_load() -> Content:
    """One run of the season without distance, load or force."""
    runs = season_runs()
    run = run_on(dt.date(2026, 9, 2), km=None, minutes=30)
    bare = replace(
        run,
        force=Measure.unknown("BW"),
        lumbar_per_footfall=Measure.unknown("BW"),
        lumbar_cumulative=Measure.unknown("BW·footfalls"),
        easy_km=dict.fromkeys(("b1", "b4", "b10"), math.nan),
        easy=Measure.unknown("easy km"),
        curve=replace(run.curve, easy_km=np.full_like(run.curve.easy_km, math.nan)),
    )
    return content([*runs, bare], season_rows(runs))


def no_runs() -> Content:
    """Nothing was found, and nothing was written."""
    return content([], None)


def many_runs(count: int = 150) -> Content:
    """More runs than one picture of lines holds."""
    runs = [
        run_on(dt.date(2025, 11, 1) + dt.timedelta(days=2 * at), km=5 + at % 7, minutes=30 + 5.5 * (at % 7))
        for at in range(count)
    ]
    return content(runs, season_rows(runs))


HOSTILE = "</script><img src=x onerror=alert(1)>{{7*7}}\"'\x1b[31m\u202e\u2028=cmd()"


def hostile() -> Content:
    """Text from files and diary that tries to be more than text."""
    runs = [replace(run, name=HOSTILE if at % 2 else "long " * 3000, device=HOSTILE) for at, run in enumerate(season_runs())]
    rows = [replace(row, note=HOSTILE) for row in season_rows(runs)]
    rows.append(entry(dt.date(2026, 11, 14), 90, unread_red_flags=(HOSTILE,)))
    problem = Problem(f"runs/{HOSTILE}.fit", "byte 12", "damaged", f"Broken: {HOSTILE}")
    return content(runs, rows, athlete=Athlete(name=HOSTILE), problems=(problem,))
