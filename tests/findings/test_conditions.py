"""What rule A2 reads of a run: its pain and its conditions; and how it speaks."""

import datetime as dt
import math
from dataclasses import replace

import numpy as np
import pytest

from footfall.findings.a2_conditions import Conditions
from footfall.findings.conditions import Condition, allowed_for, blocks, factors, pain_of, steep_share
from footfall.findings.rule import check
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, Site, Surface
from footfall.model.measured import GradeBand
from footfall.model.run import StartKind
from tests.factories import PAIN_FREE, entry, minutes_onset, run_on

FIRST = dt.date(2026, 3, 1)


def outings(*runs_and_rows):
    """One outing a day: (fields of the run, fields of its row or None)."""
    runs, rows = [], []
    for number, (run, row) in enumerate(runs_and_rows):
        day = FIRST + dt.timedelta(days=number)
        runs.append(run if not isinstance(run, dict) else run_on(day, **run))
        if row is not None:
            rows.append(entry(day, number + 2, **row))
    history, _ = build_history(runs, Diary("diary.csv", tuple(rows)), Athlete(), FIRST + dt.timedelta(days=len(runs)))
    return history.running


def levels(found, condition):
    """Name of the level of each outing; None = not known."""
    (factor,) = (each for each in found if each.condition is condition)
    return [None if level < 0 else factor.levels[level] for level in factor.level]


@pytest.mark.parametrize(
    ("row", "pain"),
    [
        ({"pain_max": 4.0, "pain_after": 7.0}, 4.0),
        ({"onset": PAIN_FREE}, 0.0),
        ({"onset": PAIN_FREE, "pain_max": 1.0}, 1.0),
        ({"onset": PAIN_FREE, "stopped_for_pain": True}, math.nan),
        ({"onset": minutes_onset(17)}, math.nan),
        ({"pain_before": 3.0, "pain_next_morning": 5.0}, math.nan),
        ({"pain_max": 6.0, "sites": frozenset({Site.KNEE})}, math.nan),
        ({"pain_max": 6.0, "sites": frozenset({Site.KNEE, Site.BUTTOCK})}, 6.0),
        (None, math.nan),
    ],
)
def test_pain_is_that_of_the_run_itself_and_never_guessed(row, pain):
    (outing,) = outings(({}, row))
    assert pain_of(outing) == pytest.approx(pain, nan_ok=True)


def test_the_diary_speaks_before_the_watch_and_a_plain_run_is_of_no_known_surface():
    found = factors(
        outings(
            ({"sub_sport": "trail"}, {}),
            ({"sub_sport": "trail"}, {"surface": Surface.GRASS}),
            ({"sub_sport": "street"}, {}),
            ({"sub_sport": "virtual_activity"}, {}),
            ({"sub_sport": "generic"}, {}),
            ({}, {}),
        )
    )
    assert levels(found, Condition.SURFACE) == ["trail", "grass", "road", "treadmill", None, None]


def test_one_pair_of_shoes_however_it_is_written():
    found = factors(
        outings(({}, {"shoes": "Pegasus 40"}), ({}, {"shoes": " pegasus  40"}), ({"shoes": "Cielo"}, {}), ({}, {"shoes": " "}))
    )
    assert levels(found, Condition.SHOES) == ["Pegasus 40", "Pegasus 40", "Cielo", None]


def test_time_of_day_is_that_of_the_runners_own_clock():
    unknown = {"clock": "07:00", "start_kind": StartKind.DAY}
    told = outings(
        ({"clock": "09:59"}, {}),
        ({"clock": "10:00"}, {}),
        ({"clock": "15:59", "utc_offset_s": 7200}, {}),
        ({"clock": "16:00", "utc_offset_s": -18000}, {}),
        (unknown, {}),
        (replace(run_on(FIRST + dt.timedelta(days=5)), offset_source="assumed-utc"), {}),
        (replace(run_on(FIRST + dt.timedelta(days=6)), offset_source="assumed-utc", start_kind=StartKind.LOCAL), {}),
    )
    assert levels(factors(told), Condition.CLOCK) == ["morning", "midday", "midday", "evening", None, None, "morning"]


def with_slopes(day, down, up):
    run = run_on(day)
    bands = {GradeBand.STEEP_DOWN: down, GradeBand.DOWN: 10.0, GradeBand.LEVEL: 10.0, GradeBand.UP: 10.0, GradeBand.STEEP_UP: up}
    return replace(run, footfalls=replace(run.footfalls, by_grade=bands))


def test_hills_are_the_share_of_steep_footfalls_against_the_runners_own_median():
    days = [FIRST + dt.timedelta(days=number) for number in range(4)]
    made = [with_slopes(days[0], 400.0, 100.0), with_slopes(days[1], 0.0, 10.0), with_slopes(days[2], 0.0, 0.0), run_on(days[3])]
    told = outings(*((run, {}) for run in made))
    assert steep_share(told[0]) == pytest.approx(500 / made[0].footfalls.total.value)
    assert math.isnan(steep_share(told[3]))
    assert levels(factors(told), Condition.SLOPE) == ["hillier", "flatter", "flatter", None]


def test_blocks_are_four_weeks_from_the_first_run():
    days = [FIRST + dt.timedelta(days=step) for step in (0, 27, 28, 83, 84)]
    assert blocks(days).tolist() == [0, 0, 1, 2, 3]


def test_what_is_allowed_for():
    days = [FIRST + dt.timedelta(days=step) for step in (0, 1, 7)]  # Sunday, Monday, Sunday
    beside = allowed_for(days, np.array([30.0, 60.0, 45.0]), np.array([0.0, 5.0, 0.0]))
    assert beside[:, :7].argmax(axis=1).tolist() == [6, 0, 6]
    assert beside[:, 7].tolist() == [1, 3, 2]
    assert beside[:, 8].tolist() == [2, 1.5, 3]


def season(pain_on_road, pain_on_trail, runs=60, rare=0, new_shoes=1000):
    """Runs on every other day, road or trail by lot; pain by lot from two lists."""
    rng = np.random.default_rng(4)
    made, rows = [], []
    for number in range(runs):
        day = FIRST + dt.timedelta(days=2 * number)
        surface = Surface.TRACK if number < rare else Surface.ROAD if rng.random() < 0.5 else Surface.TRAIL
        score = float(rng.choice(pain_on_trail if surface is Surface.TRAIL else pain_on_road))
        made.append(run_on(day, minutes=float(rng.integers(30, 60))))
        onset = PAIN_FREE if score == 0 else minutes_onset(20)
        rows.append(
            entry(day, number + 2, surface=surface, pain_max=score, onset=onset, shoes="Old" if number < new_shoes else "New")
        )
    return build_history(made, Diary("diary.csv", tuple(rows)), Athlete(), FIRST + dt.timedelta(days=2 * runs))[0]


def test_equal_medians_are_told_by_means():
    (found,) = Conditions().check(season([0] * 11 + [6] * 9, [0] * 19 + [1])).findings
    assert "Pain was worse on road than on trail: on average " in found.headline


def test_of_three_surfaces_each_stands_against_the_others_and_the_rare_one_is_named():
    outcome = Conditions().check(season([3, 4, 5, 6], [0, 1, 2, 3], rare=4))
    (found,) = outcome.findings
    assert found.headline.startswith("Pain was worse on other surfaces than on trail: median ")
    assert "Too few runs to compare by themselves: track (4)." in outcome.quiet
    assert [each.label for each in outcome.evidence if each.label.startswith("Pain ")] == [
        "Pain on trail, against on other surfaces (29 and 31 runs; 95\N{THIN SPACE}% interval)",
        "Pain on road, against on other surfaces (27 and 33 runs; 95\N{THIN SPACE}% interval)",
    ]


def test_shoes_that_replaced_others_for_good_are_named_as_what_nothing_can_be_told_of():
    outcome = Conditions().check(season([3, 4, 5, 6], [0, 1, 2, 3], new_shoes=30))
    assert "Nothing can be told of Old (30) and New (30): hardly ever in the same weeks" in outcome.quiet
    assert [each.value for each in outcome.findings[0].evidence if each.label == "Comparisons made"] == [1]


def test_a_finding_is_never_of_high_confidence_and_its_p_is_the_familys():
    found = check(season([3, 4, 5, 6], [0, 1, 2, 3]), [Conditions()])
    (finding,) = found.found
    assert finding.confidence == "medium"
    assert [family.p for family in found.families] == [0.001]


def test_every_number_of_the_headline_stands_in_evidence():
    (found,) = Conditions().check(season([3, 4, 5, 6], [0, 1, 2, 3])).findings
    values = {each.label: each.value for each in found.evidence}
    more, less = values["Median pain (0–10), on road"], values["Median pain (0–10), on trail"]
    runs, others = values["Runs, on road"], values["Runs, on trail"]
    assert found.headline == f"Pain was worse on road than on trail: median {more:g} against {less:g} ({runs} and {others} runs)"
    assert runs + others == 60


def test_quiet_runs_say_what_was_compared_and_what_could_hide():
    outcome = Conditions().check(season([0, 1, 2, 3], [0, 1, 2, 3]))
    assert outcome.findings == ()
    assert outcome.family_p > 0.05
    assert "in 60 runs, by surface: " in outcome.quiet
    values = {each.label: each.value for each in outcome.evidence}
    counts = f"road ({values['Runs, on road']}), trail ({values['Runs, on trail']})"
    assert counts in outcome.quiet or ", ".join(reversed(counts.split(", "))) in outcome.quiet
    (least,) = {values[label] for label in values if "four of five" in label or label.startswith("The same")}
    assert f"A difference of less than about {least:.1f} points would mostly not show." in outcome.quiet
