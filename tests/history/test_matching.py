import datetime as dt

import pytest

from footfall.history.history import OnsetState
from footfall.history.matching import match
from footfall.history.outings import group_runs
from footfall.model.diary import Onset, OnsetKind, Site
from footfall.model.problem import REASONS
from footfall.model.run import Lap, StartKind
from footfall.wording.matching import problem
from tests.factories import FROM_THE_START, PAIN_FREE, entry, minutes_onset, run_on

DAY = dt.date(2026, 6, 1)
LAP_4 = Onset(OnsetKind.LAP, 4.0, 0.0, "lap 4")
HAND_LAP = Onset(OnsetKind.HAND_LAP, None, 0.0, "lap")


def matched(runs, *entries):
    return match(group_runs(runs, 15.0), entries)


def states(matches):
    return [outing.onset.state for outing in matches.outings]


def codes(matches):
    return [(found.code, found.detail) for found in matches.problems]


MORNING, EVENING = run_on(DAY, "07:00", minutes=30), run_on(DAY, "18:00", minutes=50)


def test_a_row_without_start_answers_to_the_only_run_of_its_day():
    found = matched([MORNING], entry(DAY, onset=minutes_onset(17)))
    assert found.outings[0].onset.minute == 17
    assert found.outings[0].entry.onset.text == "17"
    assert found.problems == ()


@pytest.mark.parametrize(("clock", "answered"), [("06:30", 0), ("07:30", 0), ("17:31", 1), ("18:30", 1)])
def test_start_finds_the_run_within_thirty_minutes(clock, answered):
    found = matched([MORNING, EVENING], entry(DAY, start=dt.time.fromisoformat(clock), onset=PAIN_FREE))
    assert states(found)[answered] is OnsetState.NONE
    assert states(found)[1 - answered] is OnsetState.UNKNOWN
    assert found.problems == ()


@pytest.mark.parametrize("clock", ["06:29", "07:31", "12:00"])
def test_a_start_farther_off_than_thirty_minutes_is_no_run(clock):
    found = matched([MORNING], entry(DAY, start=dt.time.fromisoformat(clock), onset=minutes_onset(17)))
    assert found.outings[0].entry is None
    assert codes(found) == [("no-run-for-entry", "start")]


def test_start_may_name_the_second_file_of_an_outing():
    warm_up, main = run_on(DAY, "07:00", minutes=15), run_on(DAY, "07:20", minutes=40)
    found = matched([warm_up, main], entry(DAY, start=dt.time(7, 40), onset=minutes_onset(50)))
    assert found.outings[0].onset.minute == 50


def test_start_is_local_time():
    run = run_on(DAY, "07:00", utc_offset_s=7200)
    assert run.start.hour == 5
    assert states(matched([run], entry(DAY, start=dt.time(7, 5), onset=PAIN_FREE))) == [OnsetState.NONE]


def test_start_reaches_over_midnight():
    run = run_on(DAY, "23:50", minutes=60)
    found = matched([run], entry(DAY + dt.timedelta(days=1), start=dt.time(0, 5), onset=PAIN_FREE))
    assert states(found) == [OnsetState.NONE]


def test_on_a_day_with_several_runs_an_onset_goes_to_the_only_one_longer_than_it():
    found = matched([MORNING, EVENING], entry(DAY, onset=minutes_onset(41)))
    assert states(found) == [OnsetState.UNKNOWN, OnsetState.AT]
    assert found.problems == ()


def test_rounding_does_not_make_the_shorter_run_a_candidate():
    short = run_on(DAY, "07:00", minutes=28.5)  # "30" may mean 27.5 to 32.5
    found = matched([short, EVENING], entry(DAY, onset=minutes_onset(30)))
    assert states(found) == [OnsetState.UNKNOWN, OnsetState.AT]


def test_an_onset_that_fits_two_runs_is_given_to_neither():
    found = matched([MORNING, EVENING], entry(DAY, onset=minutes_onset(17)))
    assert states(found) == [OnsetState.UNKNOWN, OnsetState.UNKNOWN]
    assert codes(found) == [("ambiguous-run", "")]


@pytest.mark.parametrize("onset", [PAIN_FREE, FROM_THE_START], ids=["none", "start"])
def test_pain_free_on_a_day_with_two_runs_names_neither(onset):
    found = matched([MORNING, EVENING], entry(DAY, onset=onset))
    assert states(found) == [OnsetState.UNKNOWN, OnsetState.UNKNOWN]
    assert codes(found) == [("ambiguous-run", "")]


def test_a_run_with_a_row_of_its_own_is_out_of_the_question():
    rows = entry(DAY, 2, onset=minutes_onset(17)), entry(DAY, 3, start=dt.time(18, 0), onset=PAIN_FREE)
    found = matched([MORNING, EVENING], *rows)
    assert states(found) == [OnsetState.AT, OnsetState.NONE]
    assert found.problems == ()


def test_an_onset_left_over_when_every_run_has_its_row_is_said():
    rows = entry(DAY, 2, onset=minutes_onset(17)), entry(DAY, 3, start=dt.time(7, 0), onset=PAIN_FREE)
    found = matched([MORNING], *rows)
    assert states(found) == [OnsetState.NONE]
    assert codes(found) == [("no-run-for-entry", "taken")]


def test_two_rows_with_onsets_for_one_run_are_both_disbelieved():
    found = matched([MORNING], entry(DAY, 2, onset=minutes_onset(17)), entry(DAY, 3, onset=PAIN_FREE))
    assert states(found) == [OnsetState.UNKNOWN]
    assert codes(found) == [("ambiguous-run", "rows")] * 2
    assert "Rows 2 and 3" in problem(found.problems[0]).message


def test_a_row_of_the_day_beside_a_row_of_the_run_disturbs_nothing():
    found = matched([MORNING], entry(DAY, 2, pain_max=3.0), entry(DAY, 3, onset=minutes_onset(17)))
    assert states(found) == [OnsetState.AT]
    assert found.problems == ()


def test_a_day_without_a_run_is_fine_until_its_row_speaks_of_one():
    around = [run_on(DAY - dt.timedelta(days=2)), run_on(DAY + dt.timedelta(days=4))]
    assert matched(around, entry(DAY, pain_max=3.0, pain_next_morning=2.0)).problems == ()
    assert codes(matched(around, entry(DAY, onset=minutes_onset(17)))) == [("no-run-for-entry", "")]
    assert codes(matched(around, entry(DAY, start=dt.time(7, 0)))) == [("no-run-for-entry", "start")]


def test_beside_one_run_the_other_rows_of_a_season_are_no_mistakes():
    later = DAY + dt.timedelta(days=9)
    rows = (entry(later, onset=minutes_onset(17)), entry(later, start=dt.time(7, 0)))
    assert matched([MORNING], *rows).problems == ()


def test_blank_is_unknown_even_beside_a_pain_score_of_zero():
    assert states(matched([MORNING], entry(DAY, pain_max=0.0))) == [OnsetState.UNKNOWN]
    assert states(matched([MORNING])) == [OnsetState.UNKNOWN]


@pytest.mark.parametrize("onset", [PAIN_FREE, minutes_onset(17), FROM_THE_START], ids=["none", "17", "start"])
def test_a_row_about_other_sites_alone_is_unknown_for_the_back(onset):
    found = matched([MORNING], entry(DAY, onset=onset, sites=frozenset({Site.KNEE})))
    assert states(found) == [OnsetState.UNKNOWN]
    assert found.outings[0].entry is not None
    assert found.problems == ()
    both = matched([MORNING], entry(DAY, onset=onset, sites=frozenset({Site.KNEE, Site.BUTTOCK})))
    assert states(both) != [OnsetState.UNKNOWN]


@pytest.mark.parametrize(
    ("onset", "says"),
    [
        (minutes_onset(50), "lasted 30.0 min"),
        (Onset(OnsetKind.DISTANCE, 9000.0, 50.0, "9 km"), "covered 8.00 km"),
        (Onset(OnsetKind.CLOCK, 8 * 3600.0, 0.0, "@08:00"), "from 07:00 to 07:30"),
        (LAP_4, "it has 1 lap"),
        (HAND_LAP, "no lap was pressed by hand"),
    ],
    ids=["minutes", "distance", "clock", "lap", "hand-lap"],
)
def test_an_onset_outside_its_run_is_named_with_what_the_run_was(onset, says):
    run = run_on(DAY, minutes=30, laps=[Lap(0, 1800, "session_end")])
    found = matched([run], entry(DAY, 7, onset=onset))
    assert states(found) == [OnsetState.UNKNOWN]
    told = problem(found.problems[0])
    assert (told.reason, told.where, told.path) == ("onset-outside-run", "row 7, column onset", "diary.csv")
    assert says in told.message
    assert "1 Jun 2026" in told.message
    assert onset.text in told.message


def test_a_distance_onset_of_a_run_without_distance_asks_for_minutes():
    found = matched([run_on(DAY, km=None)], entry(DAY, onset=Onset(OnsetKind.DISTANCE, 3000.0, 50.0, "3 km")))
    assert "none is known" in problem(found.problems[0]).message


def test_every_problem_has_a_reason_code_and_a_sentence_without_holes():
    rows = [
        entry(DAY, 2, onset=minutes_onset(17)),
        entry(DAY, 3, start=dt.time(12, 0)),
        entry(DAY + dt.timedelta(days=3), 4, onset=LAP_4),
        entry(DAY, 5, onset=minutes_onset(99)),
    ]
    found = matched([MORNING, EVENING, run_on(DAY + dt.timedelta(days=5))], *rows)
    assert len(found.problems) == 4
    for each in found.problems:
        told = problem(each)
        assert told.reason in REASONS
        assert "{" not in told.message
        assert told.message.endswith(".")


def test_a_row_without_start_speaks_of_the_run_and_not_of_a_walk_that_was_asked_for():
    walk = run_on(DAY, "12:00", minutes=40, sport="walking")
    found = matched([MORNING, walk], entry(DAY, onset=minutes_onset(17)))
    assert states(found) == [OnsetState.AT, OnsetState.UNKNOWN]
    alone = matched([walk], entry(DAY, onset=minutes_onset(17)))
    assert states(alone) == [OnsetState.AT]


UNTIMED = run_on(DAY, "12:00", minutes=40, start_kind=StartKind.DAY)


def test_a_made_up_time_of_day_matches_no_start_unless_there_is_no_other_run():
    found = matched([UNTIMED, EVENING], entry(DAY, start=dt.time(18, 5), onset=PAIN_FREE))
    assert states(found) == [OnsetState.UNKNOWN, OnsetState.NONE]
    alone = matched([UNTIMED], entry(DAY, start=dt.time(18, 5), onset=minutes_onset(17)))
    assert alone.outings[0].onset.minute == 17
    assert alone.problems == ()


def test_a_clock_time_cannot_be_placed_in_a_run_of_which_only_the_day_is_known():
    at_noon = Onset(OnsetKind.CLOCK, 12 * 3600 + 600.0, 30.0, "@12:10")
    found = matched([UNTIMED], entry(DAY, onset=at_noon))
    assert states(found) == [OnsetState.UNKNOWN]
    assert codes(found) == [("onset-outside-run", "clock-unknown")]
    assert "only the day" in problem(found.problems[0]).message
