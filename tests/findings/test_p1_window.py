import datetime as dt
from dataclasses import replace

import pytest

from footfall.findings.finding import Confidence
from footfall.findings.p1_window import Window
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, Onset, OnsetKind
from footfall.model.run import Lap
from tests.factories import FORCE_BW, entry, run_on

DAY = dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("onset", "confidence", "says"),
    [
        (Onset(OnsetKind.DISTANCE, 3000.0, 500.0, "3 km"), Confidence.LOW, "anywhere between 15.0 and 21.0 minutes"),
        (Onset(OnsetKind.DISTANCE, 3000.0, 50.0, "3.0 km"), Confidence.MEDIUM, "read from a lap, a clock, a distance"),
        (Onset(OnsetKind.CLOCK, 7 * 3600 + 18 * 60.0, 30.0, "@07:18"), Confidence.MEDIUM, "read from a lap, a clock, a distance"),
    ],
)
def test_what_the_writing_leaves_open_is_said(onset: Onset, confidence: Confidence, says: str) -> None:
    run = run_on(DAY, "07:00", km=8.0, minutes=48)  # 3 km in 18 minutes
    history, _ = build_history([run], Diary("diary.csv", (entry(DAY, onset=onset),)), Athlete(), DAY)
    (finding,) = Window().check(history).findings
    assert finding.confidence is confidence
    assert says in finding.how_sure
    assert "between" in finding.evidence[1].label
    assert "18 minutes" in finding.headline


@pytest.mark.parametrize(("per_minute", "shown"), [(377.0, 6786.0), (0.21, 3.8)])
def test_a_load_keeps_the_digits_that_its_unit_needs(per_minute: float, shown: float) -> None:
    run = run_on(DAY, "07:00", km=8.0, minutes=48)
    run = replace(run, curve=replace(run.curve, load=run.curve.minute * per_minute))
    row = entry(DAY, onset=Onset(OnsetKind.MINUTES, 18.0, 0.5, "18"))
    history, _ = build_history([run], Diary("diary.csv", (row,)), Athlete(), DAY)
    (finding,) = Window().check(history).findings
    assert [fact.value for fact in finding.evidence if fact.unit == run.load.measure.unit] == [shown]


@pytest.mark.parametrize(
    "onset",
    [
        Onset(OnsetKind.MINUTES, 18.0, 0.5, "18"),
        Onset(OnsetKind.MINUTES, 18.0, 0.0, "18:00"),
        Onset(OnsetKind.DISTANCE, 3000.0, 50.0, "3.0 km"),
        Onset(OnsetKind.CLOCK, 7 * 3600 + 18 * 60.0, 30.0, "@07:18"),
        Onset(OnsetKind.HAND_LAP, None, 0.0, "lap"),
        Onset(OnsetKind.LAP, 2.0, 0.0, "lap 2"),
    ],
    ids=lambda onset: onset.text,
)
def test_however_it_is_written_it_leads_to_one_minute_and_what_was_done_by_then(onset: Onset) -> None:
    laps = [Lap(0, 600, "distance"), Lap(600, 1080, "manual"), Lap(1080, 2880, "session_end")]
    run = run_on(DAY, "07:00", km=8.0, minutes=48, laps=laps)
    history, _ = build_history([run], Diary("diary.csv", (entry(DAY, onset=onset),)), Athlete(), DAY)
    (finding,) = Window().check(history).findings
    facts = {fact.label: fact.value for fact in finding.evidence}
    assert (facts["Pain began"], facts["Distance until then"]) == (pytest.approx(18.0), pytest.approx(3.0))
    assert facts["Footfalls until then"] == pytest.approx(18 * 166)
    assert facts["Load until then"] == pytest.approx(18 * 166 * FORCE_BW, abs=0.5)
