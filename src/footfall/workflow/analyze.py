"""The main job: files and a diary to numbers, and what the rules say of them."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from footfall.diary.read import read as read_diary
from footfall.findings import DEEP_RULES, RULES
from footfall.findings.finding import Findings
from footfall.findings.rule import Rule, check
from footfall.findings.tolerance import tolerance
from footfall.history.days import build_history
from footfall.history.history import History
from footfall.history.ranking import ranking, week_trend
from footfall.history.weeks import Week, weeks
from footfall.metrics.calibrate import calibrate
from footfall.metrics.draws import DRAWS, SHARED_SEED, WATCH_SEED
from footfall.metrics.express import express
from footfall.metrics.footfalls import (
    NO_HEIGHT_HALF_WIDTH,
    PERSONAL_HALF_WIDTH,
    POPULATION_HALF_WIDTH,
    RECORDED_HALF_WIDTH,
    RECORDED_OWN_SD,
    RUN_TO_RUN_SD,
)
from footfall.metrics.force import (
    LUMBAR_RATIO,
    LUMBAR_RATIO_SD,
    SHAPE_K,
    SHAPE_K_SD,
    STEEP_SD,
    WALKING_BW,
    WALKING_SD,
)
from footfall.metrics.local_time import start_of
from footfall.metrics.parts import EXPONENTS
from footfall.metrics.spread import DUTY_SD, OWN_DUTY_BY_SPEED_SD, OWN_DUTY_RECORDED_SD
from footfall.model.diary import Diary
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.render.content import Content
from footfall.version import __version__
from footfall.wording import matching
from footfall.workflow.measure_paths import Measurement, measure_paths
from footfall.workflow.problems import unreadable
from footfall.workflow.request import Progress, Request

Check = Callable[[History, Iterable[Rule]], Findings]
"""Asks the rules about a history: `check` itself, or one that looks first whether they were asked the same before."""

PARAMETERS: Mapping[str, float | str] = {
    "shape_k": SHAPE_K,
    "shape_k_sd": SHAPE_K_SD,
    "duty_factor_sd": DUTY_SD,
    "own_duty_factor_recorded_sd": OWN_DUTY_RECORDED_SD,
    "own_duty_factor_by_speed_sd": OWN_DUTY_BY_SPEED_SD,
    "recorded_cadence_half_width": RECORDED_HALF_WIDTH,
    "recorded_cadence_own_sd": RECORDED_OWN_SD,
    "personal_cadence_half_width": PERSONAL_HALF_WIDTH,
    "population_cadence_half_width": POPULATION_HALF_WIDTH,
    "no_height_cadence_half_width": NO_HEIGHT_HALF_WIDTH,
    "run_to_run_cadence_sd": RUN_TO_RUN_SD,
    "walking_bw": WALKING_BW,
    "walking_sd": WALKING_SD,
    "steep_sd": STEEP_SD,
    "lumbar_ratio": LUMBAR_RATIO,
    "lumbar_ratio_sd": LUMBAR_RATIO_SD,
    "exponents": " ".join(f"{exponent}" for exponent in EXPONENTS),
    "draws": DRAWS,
    "shared_seed": SHARED_SEED,
    "watch_seed": WATCH_SEED,
}
"""What the default model was run with; it goes into every output, so that numbers can be traced."""


def analyze(request: Request, progress: Progress | None = None) -> Content:
    """Read, measure, calibrate, express, match with the diary, and ask every rule.

    progress  called after each file.
    Returns   everything a renderer needs; what went wrong is in `findings.problems`. Nothing is raised for bad content.
    """
    return content_of(request, measure_paths(request, progress), *read_diary_file(request.diary))


def content_of(
    request: Request,
    found: Measurement,
    diary: Diary | None,
    diary_problems: tuple[Problem, ...] = (),
    check: Check = check,
) -> Content:
    """The same of what was measured already.

    diary   None = there is none, which is not an empty one.
    check   asks the rules; a library may have their answer.
    """
    measured = found.measured
    calibration = calibrate([one for one in measured if _local_day(one, request) <= request.as_of], request.athlete)
    runs = [
        express(one, calibration, request.athlete, load_model=request.load_model, flag_zone=request.timezone) for one in measured
    ]
    runs.sort(key=lambda run: (run.start, run.id))
    history, mismatches = build_history(
        runs,
        diary,
        request.athlete,
        request.as_of,
        outing_gap_min=request.outing_gap_min,
        since=request.since,
        until=request.until,
    )
    findings = check(history, DEEP_RULES if request.deep else RULES)
    unplaced = [matching.problem(one) for one in mismatches]
    shown = tuple(run for run in runs if run.local_date <= request.as_of and history.shows(run.local_date))
    every_week = weeks(history, request.athlete.week_start)
    return Content(
        version=__version__,
        runs=shown,
        history=history,
        findings=replace(findings, problems=(*findings.problems, *found.problems, *diary_problems, *unplaced)),
        tolerance=tolerance(history) if diary is not None else None,
        weeks=tuple(week for week in every_week if _shows_week(history, week)),
        calibration=calibration,
        load_model=request.load_model,
        parameters=PARAMETERS,
        counts={**found.counts, "runs": len(shown)},
        diary_path=request.diary,
        with_curve=request.with_curve,
        ranking=ranking([outing for outing in history.outings if history.shows(outing.day)]),
        week_trend=week_trend(history, every_week),
    )


def _local_day(measured: Measured, request: Request) -> dt.date:
    """Day of the run on the runner's clock: what lies after `as_of` must not colour what came before."""
    return start_of(measured.header, request.athlete, request.timezone).local.date()


def read_diary_file(path: str | None) -> tuple[Diary | None, tuple[Problem, ...]]:
    """The diary at `path`, or None when there is none; one that cannot be opened is a problem."""
    if path is None:
        return None, ()
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return None, (unreadable(path, error),)
    return read_diary(data, path)


def _shows_week(history: History, week: Week) -> bool:
    """A week is shown when all its days up to today are: sums of a week cut by `since` would hold days that are not shown."""
    days = (week.start + dt.timedelta(days=day) for day in range(7))
    return all(history.shows(day) for day in days if day <= history.as_of)
