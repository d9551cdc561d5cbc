"""A start that is known only as a clock showed it, beside starts that are instants."""

import datetime as dt
from dataclasses import replace

from footfall.history.days import build_history
from footfall.history.one_clock import on_one_clock
from footfall.history.outings import group_runs, one_per_time
from footfall.model.athlete import Athlete
from footfall.model.run import StartKind
from footfall.model.summary import RunSummary
from tests.factories import run_on

DAY = dt.date(2026, 6, 1)
NEW_YORK_S = -4 * 3600


def watch(clock: str = "17:30", minutes: float = 20, **more: object) -> RunSummary:
    """A recording that states where its clock stands to UTC."""
    return run_on(DAY, clock, minutes=minutes, km=minutes / 6, utc_offset_s=NEW_YORK_S, run_id="watch", **more)


def typed(clock: str, minutes: float = 50, name: str = "typed") -> RunSummary:
    """A row with the runner's clock time and no zone: expressed as if that were UTC."""
    row = run_on(DAY, clock, minutes=minutes, km=minutes / 6, run_id=name, start_kind=StartKind.LOCAL)
    return replace(row, offset_source="assumed-utc")


def instant_without_zone(clock: str, minutes: float = 20) -> RunSummary:
    """A recording that gives the instant and nothing of where it was."""
    return replace(run_on(DAY, clock, minutes=minutes, km=minutes / 6, run_id="treadmill"), offset_source="assumed-utc")


def kept(*runs: RunSummary) -> list[str]:
    return [run.id for run in one_per_time(on_one_clock(runs))[0]]


def test_a_clock_time_that_equals_the_utc_figures_of_another_run_is_another_time():
    # 21:35 on her clock; the watch run began at 21:30 UTC, which was 17:30 for her
    history, problems = build_history([watch(), typed("21:35")], None, Athlete(), DAY)
    assert [run.id for outing in history.outings for run in outing.runs] == ["watch", "typed"]
    assert len(history.outings) == 2
    assert problems == ()


def test_the_same_time_on_her_clock_is_counted_once():
    stays, doubles = one_per_time(on_one_clock([watch(), typed("17:32")]))
    assert [run.id for run in stays] == ["typed"]
    assert [goes.id for goes, _ in doubles] == ["watch"]


def test_day_and_clock_time_of_a_row_stay_as_they_were():
    (row,) = [run for run in on_one_clock([watch(), typed("23:50")]) if run.id == "typed"]
    assert (row.local_date, row.local_start.replace(tzinfo=None)) == (DAY, dt.datetime(2026, 6, 1, 23, 50))
    assert row.start == dt.datetime(2026, 6, 2, 3, 50, tzinfo=dt.UTC)


def test_on_a_journey_the_run_nearest_in_time_tells_the_zone():
    berlin = run_on(DAY + dt.timedelta(days=20), "07:00", utc_offset_s=7200, run_id="berlin")
    for day, offset_s in ((DAY, NEW_YORK_S), (DAY + dt.timedelta(days=19), 7200)):
        row = replace(run_on(day, "12:00", run_id="typed", start_kind=StartKind.LOCAL), offset_source="assumed-utc")
        (placed,) = [run for run in on_one_clock([berlin, row, watch()]) if run.id == "typed"]
        assert placed.utc_offset_s == offset_s


def test_a_row_that_follows_the_watch_on_her_clock_is_of_its_outing():
    groups = group_runs(on_one_clock([watch(), typed("17:55"), typed("21:55", name="late")]), 15.0)
    assert [[run.id for run in group] for group in groups] == [["watch", "typed"], ["late"]]


def test_where_no_zone_is_known_instants_and_clock_times_are_not_compared():
    runs = [instant_without_zone("07:00", 50), typed("07:00", 40), typed("07:02", 30, "again")]
    assert kept(*runs) == ["treadmill", "typed"]  # two rows are on one clock
    assert [len(group) for group in group_runs(on_one_clock(runs[:2]), 15.0)] == [1, 1]


def test_an_instant_without_zone_is_compared_where_another_run_tells_it():
    assert kept(watch("06:00"), instant_without_zone("21:30"), typed("17:31")) == ["watch", "typed"]


def test_without_a_gap_to_bridge_overlapping_runs_stay_alone() -> None:
    pair = on_one_clock([watch(), typed("17:40")])
    assert [len(group) for group in group_runs(pair, 15.0)] == [2]
    for gap_min in (0.0, -5.0):
        assert [len(group) for group in group_runs(pair, gap_min)] == [1, 1]
