"""What a reader may expect to find in the season, and that another seed with nothing planted holds none of it."""

import csv
import datetime as dt
import io
import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from footfall.model.columns import DIARY_COLUMNS
from footfall.model.diary import BACK_SITES, Quality, Site, Surface
from sampledata import Planted, Season
from sampledata.draws import Draws
from sampledata.pain import CHANCE_PER_MIN, Back, Began
from sampledata.plan import FIRST_DAY, LAST_DAY, Kind
from tests.effort import in_ci

Row = dict[str, str]
NO_ONSET = {"", "none", "0", "start"}


def rows_of(made: Season) -> list[Row]:
    return list(csv.DictReader(io.StringIO(made.diary)))


def outings_m(made: Season) -> dict[dt.datetime, float]:
    """Distance by start; files that follow each other within 15 minutes as one."""
    found: dict[dt.datetime, float] = {}
    ended = dt.datetime.min.replace(tzinfo=dt.UTC)
    for truth in made.truths:
        start = max(found) if truth.start - ended <= dt.timedelta(minutes=15) else truth.start
        found[start] = found.get(start, 0.0) + truth.distance_m
        ended = truth.start + dt.timedelta(seconds=truth.elapsed_s)
    return found


def spikes(made: Season) -> list[tuple[dt.date, float]]:
    """Outings over 10 % longer than the longest of the 30 days before, by day, with the ratio."""
    by_start = outings_m(made)
    first, month = min(by_start), dt.timedelta(days=30)
    found = []
    for start, metres in by_start.items():
        before = [other for at, other in by_start.items() if start - month <= at < start]
        if start - first >= month and metres > 1.1 * max(before):
            found.append((start.date(), metres / max(before)))
    return found


def onset_minutes(made: Season) -> list[float]:
    minutes = {truth.start.date(): truth.onset_s / 60 for truth in made.truths if truth.onset_s is not None}
    return list(minutes.values())


def test_the_diary_has_the_columns_of_the_contract_in_their_order(planted: Season) -> None:
    assert planted.diary.split("\n", 1)[0] == ",".join(DIARY_COLUMNS)
    assert "\r" not in planted.diary


def test_every_cell_is_one_that_the_contract_knows(planted: Season) -> None:
    onset = re.compile(r"none|start|lap( \d+)?|@\d\d:\d\d|\d+(\.\d+)? km|\d+(\.\d)?|\d+:\d\d|")
    for row in rows_of(planted):
        assert FIRST_DAY <= dt.date.fromisoformat(row["date"]) <= LAST_DAY
        for column in ("pain_before", "pain_max", "pain_after", "pain_next_morning", "rpe"):
            assert row[column] == "" or 0 <= int(row[column]) <= 10
        assert onset.fullmatch(row["onset"])
        assert set(filter(None, row["sites"].split(";"))) <= set(Site)
        assert set(filter(None, row["qualities"].split(";"))) <= set(Quality)
        assert row["surface"] in {"", *Surface}
        for column in ("builds", "stopped_for_pain", "shortened_for_fear"):
            assert row[column] in {"", "yes", "no"}


def test_counts_of_rows_and_onsets(planted: Season) -> None:
    rows = rows_of(planted)
    onsets = [row["onset"] for row in rows]
    assert len(rows) >= 95
    assert sum(onset not in NO_ONSET for onset in onsets) >= 20
    assert onsets.count("none") >= 15
    assert sum(onset in {"0", "start"} for onset in onsets) == 2
    ran = {truth.start.date().isoformat() for truth in planted.truths}
    assert 0.85 <= len(ran & {row["date"] for row in rows}) / len(ran) < 1
    assert sum(row["date"] not in ran for row in rows) >= 40  # rest days


def test_onsets_lie_mostly_at_14_to_22_minutes_and_are_written_in_many_ways(planted: Season) -> None:
    minutes = onset_minutes(planted)
    assert sum(14 <= minute < 22 for minute in minutes) / len(minutes) > 0.8
    written = {row["onset"] for row in rows_of(planted)} - NO_ONSET
    for way in (r"\d+", r"\d+:\d\d", r"\d+\.\d km", r"@\d\d:\d\d", "lap", r"lap \d+"):
        assert any(re.fullmatch(way, onset) for onset in written), way


def test_minutes_in_the_diary_are_true_to_their_rounding(planted: Season) -> None:
    truths = {truth.start.date().isoformat(): truth for truth in planted.truths if truth.onset_s is not None}
    checked = 0
    for row in rows_of(planted):
        if not re.fullmatch(r"\d+(:\d\d)?", row["onset"]) or row["onset"] == "0":
            continue
        whole, _, seconds = row["onset"].partition(":")
        told_s = 60 * int(whole) + int(seconds or 0)
        allowed_s = 0 if seconds else 150 if int(whole) % 5 == 0 else 30
        assert abs(told_s - (truths[row["date"]].onset_s or 0)) <= allowed_s
        checked += 1
    assert checked >= 8


def test_there_is_one_spike_followed_by_pain_and_a_bad_morning(planted: Season) -> None:
    ((day, ratio),) = spikes(planted)
    assert 1.40 <= ratio <= 1.50
    after = [row for row in rows_of(planted) if day <= dt.date.fromisoformat(row["date"]) <= day + dt.timedelta(days=3)]
    assert max(int(row["pain_max"]) for row in after) >= 3
    bad = [row["date"] for row in rows_of(planted) if int(row["pain_next_morning"] or 0) >= 6]
    assert bad == [day.isoformat()]


def test_a_week_off_is_followed_by_a_shorter_return(planted: Season) -> None:
    days = sorted({truth.start.date() for truth in planted.truths})
    gaps = [(after - before).days for before, after in pairwise(days)]
    assert sum(gap > 7 for gap in gaps) == 1
    back = days[gaps.index(max(gaps)) + 1]
    off = {(back - dt.timedelta(days=back_by)).isoformat() for back_by in range(1, 8)}
    assert off <= {row["date"] for row in rows_of(planted)}  # rest days are written down too
    first_week = [truth for truth in planted.truths if back <= truth.start.date() < back + dt.timedelta(days=7)]
    assert all(truth.distance_m < 4500 for truth in first_week)


def test_the_demo_opens_with_no_red_flag_and_no_sign_below_the_back(planted: Season) -> None:
    for row in rows_of(planted):
        assert row["red_flags"] == ""
        assert set(row["qualities"].split(";")) <= {"", "ache", "stiff"}
        assert set(filter(None, row["sites"].split(";"))) <= {*BACK_SITES, "knee"}
        assert int(row["morning_stiffness_min"] or 0) <= 35


def test_some_outings_are_awkward_in_documented_ways(planted: Season) -> None:
    rows = rows_of(planted)
    assert sum(bool(row["start"]) for row in rows) == 2  # a day with two runs
    assert len(outings_m(planted)) == len(planted.truths) - 1  # a warm-up in a file of its own
    assert any(row["sites"] == "knee" and row["onset"] == "" for row in rows)
    assert sum(row["stopped_for_pain"] == "yes" for row in rows) >= 2
    assert sum(row["surface"] != "" and row["onset"] == "" and row["sites"] == "" for row in rows) >= 1  # forgotten


def test_the_athlete_file_holds_the_keys_of_the_contract(sample_data: Path) -> None:
    athlete = tomllib.loads((sample_data / "athlete.toml").read_text(encoding="utf-8"))
    assert athlete == {
        "id": "sam",
        "name": "Sam",
        "birth_year": 1989,
        "body_mass_kg": 66,
        "height_m": 1.72,
        "timezone": "Europe/Amsterdam",
        "week_start": "monday",
        "share": "flags",
    }


@in_ci
@pytest.mark.parametrize("name", ["by_chance", "nothing"])
def test_a_season_without_a_plan_has_no_spike_no_week_off_and_even_weeks(name: str, request: pytest.FixtureRequest) -> None:
    made: Season = request.getfixturevalue(name)
    assert spikes(made) == []
    days = sorted({truth.start.date() for truth in made.truths})
    assert max((after - before).days for before, after in pairwise(days)) <= 4
    weeks = [0.0] * 16
    for truth in made.truths:
        weeks[(truth.start.date() - FIRST_DAY).days // 7] += truth.distance_m
    assert max(weeks) / min(weeks) < 1.08
    assert {truth.name.rsplit(".", 1)[1] for truth in made.truths} == {"fit", "gpx", "tcx"}
    assert len(rows_of(made)) >= 90


def test_nothing_planted_is_no_pain_at_all(nothing: Season) -> None:
    rows = rows_of(nothing)
    assert {row["onset"] for row in rows} <= {"none", ""}
    assert {row[column] for row in rows for column in ("pain_max", "pain_next_morning", "sites")} <= {"0", ""}
    assert not any(row["note"] for row in rows)


def rates_inside_and_outside(kind: Planted) -> tuple[float, float]:
    """Onsets per minute of running at 14-22 min and at other times, over 1500 outings of 45 minutes by a rested back."""
    inside = outside = 0
    inside_min = outside_min = 0.0
    draws = Draws("test", kind.value)
    for _ in range(1500):
        felt = Back(kind, draws).run(Kind.EASY, 45 * 60, 7000, 0)
        end = 45.0 if felt.onset_s is None else felt.onset_s / 60
        within = min(end, 22) - min(end, 14)
        inside_min, outside_min = inside_min + within, outside_min + end - within
        if felt.began is Began.DURING:
            inside, outside = inside + (14 <= end < 22), outside + (not 14 <= end < 22)
    return inside / inside_min, outside / outside_min


@in_ci
def test_onsets_by_chance_do_not_cluster_and_planted_ones_do() -> None:
    inside, outside = rates_inside_and_outside(Planted.CHANCE)
    assert inside == pytest.approx(CHANCE_PER_MIN, rel=0.25)  # about 120 onsets: nearly three standard errors
    assert outside == pytest.approx(CHANCE_PER_MIN, rel=0.15)  # about 500: more than three
    inside, outside = rates_inside_and_outside(Planted.YES)
    assert inside > 8 * outside


def test_seeds_differ(by_chance: Season, nothing: Season, planted: Season) -> None:
    for one, other in ((by_chance, nothing), (by_chance, planted)):
        assert one.diary != other.diary
        assert not set(one.runs.values()) & set(other.runs.values())


def test_pain_by_chance_is_in_the_diary_and_has_no_flare(by_chance: Season) -> None:
    rows = rows_of(by_chance)
    assert sum(row["onset"] not in NO_ONSET for row in rows) >= 12
    assert max(int(row["pain_next_morning"] or 0) for row in rows) <= 3
