import datetime as dt
from dataclasses import replace

import pytest

from footfall.findings import RULES
from footfall.findings.rule import check
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, UnreadFlag
from footfall.wording.matching import problem
from tests.factories import PAIN_FREE, entry, every_few_days, run_on, run_summary

DAY = dt.date(2026, 6, 1)
AS_OF = dt.date(2026, 6, 10)


def history_of(runs, entries=(), **more):
    diary = more.pop("diary", Diary("diary.csv", tuple(entries)))
    return build_history(runs, diary, Athlete(), more.pop("as_of", AS_OF), **more)


def test_every_day_from_the_first_run_or_row_to_today_is_there():
    history, problems = history_of([run_on(DAY)], [entry(DAY - dt.timedelta(days=2), pain_max=1.0)])
    assert [day.date for day in history.days] == [DAY + dt.timedelta(days=step) for step in range(-2, 10)]
    assert [len(day.outings) for day in history.days].count(1) == 1
    assert problems == ()


def test_nothing_at_all_is_an_empty_calendar():
    history, _ = history_of([], diary=None)
    assert history.days == ()
    assert not history.has_diary


def test_a_run_counts_on_its_local_day():
    late = run_summary(dt.datetime(2026, 6, 1, 22, 30, tzinfo=dt.UTC), utc_offset_s=7200)
    history, _ = history_of([late])
    assert history.days[0].date == dt.date(2026, 6, 2)


def test_runs_come_in_any_order():
    runs = [run_on(DAY + dt.timedelta(days=step)) for step in (3, 0, 5)]
    assert [outing.day.day for outing in history_of(runs)[0].outings] == [1, 4, 6]


def test_what_lies_after_today_is_left_out_and_counted():
    later = AS_OF + dt.timedelta(days=1)
    history, problems = history_of([run_on(DAY), run_on(later)], [entry(AS_OF, pain_max=0.0), entry(later, 3, pain_max=2.0)])
    assert len(history.outings) == 1
    assert len(history.entries) == 1
    told = [problem(found).message for found in problems]
    assert told[0].startswith("1 run is later than 10 Jun 2026")
    assert told[1].startswith("1 diary row is later than 10 Jun 2026")


def test_a_red_flag_in_a_row_dated_after_today_is_named_by_its_row():
    _, problems = history_of([], [entry(AS_OF + dt.timedelta(days=365), 9, red_flags=frozenset({"bladder_bowel"}))])
    told = problem(problems[-1])
    assert told.where == "row 9, column red_flags"
    assert "bladder_bowel" in told.message
    assert "10 Jun 2027" in told.message


def test_unread_flags_come_along_whatever_their_day():
    flags = (UnreadFlag("diary.csv", 4, None, "cant feel my foot"),)
    history, _ = history_of([], diary=Diary("diary.csv", unread_flags=flags))
    assert history.unread_flags == flags


def test_a_second_recording_of_one_time_is_said_and_not_counted():
    watch, phone = run_on(DAY, "07:00", minutes=50), run_on(DAY, "07:01", minutes=45, path="phone.gpx")
    history, problems = history_of([phone, watch])
    assert [outing.distance_m for outing in history.outings] == [8000.0]
    told = problem(problems[0])
    assert (told.path, told.where, told.reason) == ("phone.gpx", None, "same-time")
    assert watch.files[0].path in told.message


@pytest.mark.parametrize(("gap", "outings"), [(15.0, 1), (5.0, 2), (0.0, 2)])
def test_the_outing_gap_is_an_option(gap, outings):
    runs = [run_on(DAY, "07:00", minutes=30), run_on(DAY, "07:40", minutes=30)]
    assert len(history_of(runs, outing_gap_min=gap)[0].outings) == outings


def test_an_outing_is_the_sum_of_its_runs_and_points_at_the_longest():
    runs = [
        run_on(DAY, "07:00", minutes=10, km=2.0),
        run_on(DAY, "07:15", minutes=30, km=5.0),
        run_on(DAY, "07:50", minutes=5, km=1.0),
    ]
    (outing,) = history_of(runs)[0].outings
    assert outing.timer_min == 45
    assert outing.distance_m == 8000
    assert outing.run_id == runs[1].id


def test_shown_days_are_bounded_on_both_sides():
    history, _ = history_of([run_on(DAY)], since=DAY, until=DAY + dt.timedelta(days=2))
    assert [history.shows(DAY + dt.timedelta(days=step)) for step in (-1, 0, 2, 3)] == [False, True, True, False]


def test_a_part_of_an_outing_is_not_its_distance():
    runs = [run_on(DAY, "07:00", minutes=30, km=5.0), run_on(DAY, "07:40", minutes=30, km=None)]
    (outing,) = history_of(runs)[0].outings
    assert outing.distance_m is None


def test_one_row_with_a_wrong_year_stretches_no_calendar_and_is_named():
    runs = [run_on(DAY), run_on(DAY + dt.timedelta(days=3))]
    slip = entry(DAY.replace(year=2006), 2, pain_max=2.0)
    history, problems = history_of(runs, [slip, entry(DAY, 3, pain_max=1.0), entry(DAY + dt.timedelta(days=3), 4)])
    assert history.days[0].date == DAY
    assert history.stray_entries == (slip,)
    assert history.entries[0] is slip
    (told,) = (problem(found) for found in problems)
    assert (told.reason, told.where) == ("other-period", "row 2, column date")
    assert "1 Jun 2006" in told.message
    assert "Check its year." in told.message
    assert history.mismatches == problems


def test_a_red_flag_in_a_stray_row_is_not_lost():
    slip = entry(DAY.replace(year=2006), 2, red_flags=frozenset({"bladder_bowel"}))
    history, problems = history_of([run_on(DAY)], [slip, entry(DAY, 3, pain_max=1.0)])
    assert "bladder_bowel" in problem(problems[0]).message
    (found,) = (one for one in check(history, RULES).found if one.rule == "F1")
    assert "1 Jun 2006" in found.headline


def test_a_diary_kept_before_running_stays_on_the_calendar():
    before = [entry(DAY - dt.timedelta(days=back), line) for line, back in enumerate((200, 160, 101), 2)]
    history, problems = history_of([run_on(DAY)], [*before, entry(DAY, 9)])
    assert history.days[0].date == before[0].day
    assert (history.stray_entries, problems) == ((), ())


@pytest.mark.parametrize(("back", "stray"), [(60, 0), (61, 1)])
def test_sixty_days_before_the_first_run_are_no_slip(back, stray):
    history, _ = history_of([run_on(DAY)], [entry(DAY - dt.timedelta(days=back)), entry(DAY, 3)])
    assert len(history.stray_entries) == stray


def test_without_a_run_nothing_tells_a_slip():
    history, problems = history_of([], [entry(DAY.replace(year=2006)), entry(DAY, 3)])
    assert history.days[0].date.year == 2006
    assert (history.stray_entries, problems) == ((), ())


def test_a_diary_of_one_row_of_another_time_is_said_once():
    history, problems = history_of([run_on(DAY)], [entry(DAY.replace(year=2006), 2, onset=PAIN_FREE)])
    assert [found.code for found in problems] == ["other-period"]
    assert "name the other diary" in problem(problems[0]).message
    assert history.days[0].date == DAY
    assert check(history, RULES)  # no rule stumbles over a diary without a day


def test_what_every_rule_asks_for_is_worked_out_once():
    diary = Diary("diary.csv", (entry(dt.date(2026, 5, 3)),))
    history, _ = build_history(every_few_days(dt.date(2026, 5, 1), 2, 3), diary, Athlete(), dt.date(2026, 5, 9))
    assert history.outings is history.outings
    assert history.running is history.running
    assert history.entries is history.entries
    later = replace(history, days=history.days[:1])
    assert (len(history.running), len(later.running), len(later.entries)) == (3, 1, 0)
