"""One result with something of everything in it: each renderer must cope with all of it."""

import datetime as dt
import math
from dataclasses import replace

import numpy as np

from footfall.findings.finding import Checked, Confidence, Evidence, Finding, Findings, Severity, Skipped
from footfall.findings.stats.survival import SurvivalCurve
from footfall.findings.tolerance import Tolerance
from footfall.history.history import Day, History, OnsetAt, OnsetState, Outing
from footfall.history.weeks import Week
from footfall.model.athlete import Athlete
from footfall.model.calibration import Anchor, CadenceLine, Calibration, Easy, LineErrors
from footfall.model.diary import DiaryEntry, Quality, Site
from footfall.model.measure import Measure
from footfall.model.problem import Note, Problem
from footfall.model.summary import FileRef, RunSummary
from footfall.render.content import Content
from footfall.wording import say
from tests.factories import entry, minutes_onset, run_on

FIRST = dt.date(2026, 9, 28)


def _runs() -> tuple[RunSummary, ...]:
    plain = run_on(FIRST, km=8.0, minutes=48, path="runs/a.fit")
    evil = replace(
        run_on(FIRST + dt.timedelta(2), km=10.05, minutes=61.5, path="runs/\x1b[31mb\u202e.gpx", utc_offset_s=7200),
        format="gpx",
        device='=HYPERLINK("x")',
        cadence=Measure(163.2, 148, 178, "steps/min", "population", 0.0),
        cadence_factor=None,
        notes=(Note("no-cadence"), Note("no-body-mass")),
    )
    first_half = run_on(FIRST + dt.timedelta(6), "09:00", km=10.0, minutes=60, path="runs/c1.fit")
    second_half = run_on(FIRST + dt.timedelta(6), "10:05", km=6.8, minutes=40, path="runs/c2.fit")
    bare = replace(
        run_on(FIRST + dt.timedelta(8), km=None, minutes=30, path="runs/d.tcx"),
        files=(FileRef("runs/d.tcx", "d1"), FileRef("runs/d.fit", "d2")),
        device=None,
        force=Measure.unknown("BW"),
        lumbar_per_footfall=Measure.unknown("BW"),
        lumbar_cumulative=Measure.unknown("BW·footfalls"),
        easy_km={"b1": math.nan, "b4": math.nan, "b10": math.nan},
        easy=Measure.unknown("easy km"),
    )
    return plain, evil, first_half, second_half, bare


RUNS = _runs()
_UNKNOWN = OnsetAt(OnsetState.UNKNOWN, *[math.nan] * 6, exact=False)


def _outings() -> tuple[Outing, ...]:
    free = replace(_UNKNOWN, state=OnsetState.NONE)
    at = OnsetAt(OnsetState.AT, 17.5, 17.0, 18.0, 2905.0, 6594.35, 2916.6667, exact=True)
    rows: list[DiaryEntry] = [
        entry(FIRST, 2, pain_max=0.0),
        entry(
            FIRST + dt.timedelta(6),
            3,
            pain_before=0.0,
            pain_max=4.0,
            pain_after=3.0,
            pain_next_morning=5.0,
            onset=minutes_onset(17.5),
            sites=frozenset({Site.LOW_BACK_LEFT, Site.BUTTOCK}),
            qualities=frozenset({Quality.ACHE}),
            eased_after_min=20.0,
        ),
    ]
    return (
        Outing(RUNS[:1], rows[0], free),
        Outing(RUNS[1:2], None, _UNKNOWN),
        Outing(RUNS[2:4], rows[1], at),
        Outing(RUNS[4:], None, _UNKNOWN),
    )


def _days() -> tuple[Day, ...]:
    outings = _outings()
    dates = [FIRST + dt.timedelta(k) for k in range(10)]
    return tuple(
        Day(
            date,
            tuple(outing for outing in outings if outing.day == date),
            tuple(outing.entry for outing in outings if outing.day == date and outing.entry is not None),
        )
        for date in dates
    )


def _week(start: dt.date, easy_km: float, max_pain: float, *, outings: int = 3, over: bool = True) -> Week:
    nothing = outings == 0
    return Week(
        start=start,
        outings=outings,
        distance_m=easy_km * 990,
        moving_s=easy_km * 360,
        footfalls=easy_km * 1011,
        load=easy_km * 2295,
        easy_km=easy_km,
        longest_m=0.0 if nothing else 8000.0,
        longest_easy_km=0.0 if nothing else 8.1,
        median_easy_km=math.nan,
        max_pain=max_pain,
        entries=0 if math.isnan(max_pain) else 2,
        over=over,
        runs=tuple(run_on(start + dt.timedelta(day), minutes=easy_km * 1011 / 166 / outings) for day in range(outings)),
    )


WEEKS = (
    _week(FIRST - dt.timedelta(14), 12.0, 2.0),
    _week(FIRST - dt.timedelta(7), 0.0, math.nan, outings=0),
    _week(FIRST, 24.5, 5.0),
    _week(FIRST + dt.timedelta(7), 5.1, 0.0, outings=1, over=False),
)

SPIKE = Finding(
    rule="R1",
    title="Session spike",
    run_id=RUNS[2].id,
    date=FIRST + dt.timedelta(6),
    severity=Severity.NOTICE,
    confidence=Confidence.HIGH,
    headline="On 4 Oct you ran 16.8 km, 67 % more than your longest run of the 30 days before.",
    evidence=(Evidence("this run", 16.8, "km", RUNS[2].id), Evidence("longest before", 10.05, "km"), Evidence("share", math.nan)),
    suggestion="Let the next long run be nearer to what you are used to.",
    how_sure="The number is exact.",
    source="doi:10.1136/bjsports-2024-109380",
)
FLAG = Finding(
    rule="F2",
    title="Red flag, same day",
    run_id=None,
    date=FIRST + dt.timedelta(6),
    severity=Severity.URGENT,
    confidence=Confidence.HIGH,
    headline="You ticked fever on 4 Oct.",
    evidence=(Evidence("ticked", "fever"),),
    suggestion="Today: call your clinic, or go to the emergency department if it cannot see you today.",
    how_sure="You wrote it down.",
    source="consensus",
)


def _tolerance() -> Tolerance:
    time = np.array([0.0, 12.0, 17.5])
    curve = SurvivalCurve(
        time=time,
        survival=np.array([1.0, 0.8, 0.4]),
        low=np.array([math.nan, 0.5, 0.2]),
        high=np.array([math.nan, 0.95, 0.7]),
        at_risk=np.array([10.0, 10.0, 8.0]),
        events=8,
        censored=2,
        median=17.5,
        median_low=12.0,
        median_high=math.nan,
    )
    outings = _outings()
    return Tolerance(curve, (outings[2],), (outings[0],), prevalent=1, unknown=2, coverage=0.5)


PROBLEMS = (
    Problem("runs/broken.fit", "byte 14", "damaged", "This file is damaged beyond reading. Export it again."),
    Problem("diary.csv", "row 7, column pain_max", "bad-cell", "11 is no number from 0 to 10."),
    Problem("diary.csv", "row 9, column onset", "bad-cell", "“soon” is no onset."),
    Problem("runs/ride.fit", None, "not-a-run", "This is cycling, not a run. It was passed over."),
    Problem("runs/swim.fit", None, "not-a-run", "This is swimming, not a run. It was passed over."),
)


def example(*, flagged: bool = False, with_curve: bool = False, has_diary: bool = True) -> Content:
    """The result, with or without a red flag, curves and a diary."""
    days = _days()
    if not has_diary:
        days = tuple(
            replace(day, entries=(), outings=tuple(replace(outing, entry=None, onset=_UNKNOWN) for outing in day.outings))
            for day in days
        )
    return Content(
        version="0.1.0",
        runs=RUNS,
        history=History(
            days=days,
            athlete=Athlete(id="sam", name="Sam", body_mass_kg=70.0),
            as_of=FIRST + dt.timedelta(9),
            has_diary=has_diary,
        ),
        findings=Findings(
            found=((FLAG, replace(SPIKE, suggestion=say("findings.no-advice"))) if flagged else (SPIKE,)),
            checked=(Checked("R3", "Weekly ramp", "No week stood 30 % above your normal.", (Evidence("weeks", 4),)),),
            skipped=(Skipped("P3", "Pain-free minutes", "too few onsets", "1 onset.", "8 onsets."),),
            problems=PROBLEMS,
        ),
        tolerance=_tolerance() if has_diary else None,
        weeks=WEEKS,
        calibration=Calibration(
            CadenceLine(165.0, 10.0, "population", 0.09, LineErrors(0.05, 0.02), 0),
            Easy(2.7, 2.27, 1011.0, 0),
            LineErrors(0.05, 0.02),
            {"x": Anchor(1.0, 3)},
        ),
        load_model="ground-force",
        parameters={"shape_k": 1.75, "gait": "text"},
        counts={"files": 9, "runs": 5, "not-a-run": 2, "unknown-format": 3},
        diary_path="diary.csv" if has_diary else None,
        with_curve=with_curve,
    )
