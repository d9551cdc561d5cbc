"""The main job on the made season, and on seasons in which nothing is to be found."""

import datetime as dt
import gzip
from pathlib import Path

import pytest

from footfall.findings import RULES
from footfall.findings.finding import Severity
from footfall.render.content import Content
from footfall.workflow.analyze import analyze
from footfall.workflow.request import Request
from sampledata.plan import Planted
from sampledata.season import season
from tests.effort import some

AS_OF = dt.date(2026, 11, 16)


@pytest.fixture(scope="module")
def sam(sample_data: Path) -> Content:
    return analyze(Request(paths=(str(sample_data),), as_of=AS_OF, diary=str(sample_data / "diary.csv")))


def written(folder: Path, seed: int, planted: Planted) -> Content:
    for name, data in season(seed, planted).files.items():
        (folder / name).write_bytes(data)
    return analyze(Request(paths=(str(folder),), as_of=AS_OF, diary=str(folder / "diary.csv")))


def test_every_rule_ends_in_exactly_one_place(sam: Content) -> None:
    found = {finding.rule for finding in sam.findings.found}
    checked = {one.rule for one in sam.findings.checked}
    skipped = {one.rule for one in sam.findings.skipped}
    assert found | checked | skipped == {rule.code for rule in RULES}
    assert len(found) + len(checked) + len(skipped) == len(RULES)


def test_the_planted_spike_is_found_and_no_other(sam: Content) -> None:
    spikes = [finding for finding in sam.findings.found if finding.rule == "R1"]
    pressing = [finding for finding in spikes if finding.severity is Severity.WARNING]
    assert [finding.date for finding in pressing] == [dt.date(2026, 9, 27)]


def test_the_planted_window_is_found(sam: Content) -> None:
    assert sum(finding.rule == "P1" for finding in sam.findings.found) >= 10


def test_every_run_of_the_season_is_counted_once_and_recorded(sam: Content) -> None:
    assert 50 <= len(sam.runs) <= 56
    assert all(run.cadence.source == "recorded" for run in sam.runs)
    assert all(run.offset_source in ("file", "position") or run.sub_sport == "treadmill" for run in sam.runs)


def test_footfalls_agree_with_the_devices_own_totals(sam: Content) -> None:
    compared = [run for run in sam.runs if run.footfalls.device_total is not None]
    assert len(compared) > 20
    for run in compared:
        assert run.footfalls.total.value == pytest.approx(run.footfalls.device_total, rel=0.02)


def test_warm_up_and_run_are_one_outing(sam: Content) -> None:
    outing = next(one for one in sam.history.outings if one.day == dt.date(2026, 11, 5))
    assert len(outing.runs) == 2


def test_files_alone_are_outings_of_their_own_when_asked(sample_data: Path) -> None:
    content = analyze(Request(paths=(str(sample_data),), as_of=AS_OF, outing_gap_min=0))
    assert len(content.history.outings) == len(content.runs)


def test_the_diary_and_the_athlete_of_the_job_among_the_files_are_no_problem(sam: Content) -> None:
    assert [problem for problem in sam.findings.problems if problem.reason == "not-a-run-file"] == []
    assert sam.counts["not-a-run-file"] == 2


def test_another_diary_among_the_files_is_named(sample_data: Path) -> None:
    content = analyze(Request(paths=(str(sample_data),), as_of=AS_OF))
    passed = [Path(problem.path).name for problem in content.findings.problems if problem.reason == "not-a-run-file"]
    assert passed == ["diary.csv"]


@pytest.mark.parametrize("seed", some([1, 2, 3], every=3))
def test_a_season_with_nothing_in_it_stays_quiet(seed: int, tmp_path: Path) -> None:
    content = written(tmp_path, seed, Planted.NO)
    assert [finding for finding in content.findings.found if finding.severity.rank <= Severity.NOTICE.rank] == []


def test_the_same_bytes_under_another_name_count_once(tmp_path: Path, sample_data: Path) -> None:
    data = min(sample_data.glob("*.fit"), key=lambda path: path.stat().st_size).read_bytes()
    (tmp_path / "a.fit").write_bytes(data)
    (tmp_path / "b.bin").write_bytes(data)
    (tmp_path / "c.fit.gz").write_bytes(gzip.compress(data))
    content = analyze(Request(paths=(str(tmp_path),), as_of=AS_OF))
    assert len(content.runs) == 1
    assert [problem.reason for problem in content.findings.problems] == ["duplicate", "duplicate"]


def test_without_a_diary_load_and_spikes_are_there_and_pain_is_skipped(sample_data: Path) -> None:
    content = analyze(Request(paths=(str(sample_data),), as_of=AS_OF))
    skipped = {one.rule for one in content.findings.skipped}
    assert {"F1", "P1", "P3"} <= skipped
    assert any(finding.rule == "R1" for finding in content.findings.found)
    assert content.tolerance is None


def test_what_is_shown_can_be_narrowed_while_rules_see_the_days_before(sample_data: Path) -> None:
    week = Request(paths=(str(sample_data),), as_of=AS_OF, since=dt.date(2026, 9, 21), until=dt.date(2026, 9, 27))
    content = analyze(week)
    assert all(week.since <= run.local_date <= week.until for run in content.runs if week.since and week.until)
    assert [finding.date for finding in content.findings.found if finding.rule == "R1"] == [dt.date(2026, 9, 27)]


def test_runs_after_today_are_left_out_and_said(sample_data: Path) -> None:
    content = analyze(Request(paths=(str(sample_data),), as_of=dt.date(2026, 9, 1)))
    assert max(run.local_date for run in content.runs) <= dt.date(2026, 9, 1)
    assert "after-as-of" in {problem.reason for problem in content.findings.problems}


def test_a_diary_of_another_year_is_said(tmp_path: Path, sample_data: Path) -> None:
    (tmp_path / "diary.csv").write_text("date,pain_max\n2025-08-01,3\n", encoding="utf-8")
    request = Request(paths=(str(sample_data),), as_of=AS_OF, diary=str(tmp_path / "diary.csv"))
    problem = next(one for one in analyze(request).findings.problems if one.reason == "other-period")
    assert "2025" in problem.message
    assert "2026" in problem.message


def test_runs_after_today_do_not_colour_the_easy_level(tmp_path: Path, sample_data: Path) -> None:
    first = sorted(sample_data.glob("2026-0[78]-*"))[:6]
    for path in first:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    alone = analyze(Request(paths=(str(tmp_path),), as_of=dt.date(2026, 8, 8)))
    among = analyze(Request(paths=(str(sample_data),), as_of=dt.date(2026, 8, 8)))
    easy = {run.id: run.easy_km["b1"] for run in among.runs}
    assert {run.id: run.easy_km["b1"] for run in alone.runs}.items() <= easy.items()


def test_weeks_that_since_or_until_cut_are_not_drawn(sample_data: Path) -> None:
    october = Request(paths=(str(sample_data),), as_of=AS_OF, since=dt.date(2026, 10, 1), until=dt.date(2026, 10, 31))
    assert [week.start for week in analyze(october).weeks] == [dt.date(2026, 10, day) for day in (5, 12, 19)]
    assert len(analyze(Request(paths=(str(sample_data),), as_of=AS_OF)).weeks) == 17


def test_a_walk_counts_where_it_was_asked_for(corpus: Path) -> None:
    walk = corpus / "dtcooper__python-fitparse" / "garmin-fenix-5-walk.fit"
    alone = analyze(Request(paths=(str(walk),), as_of=AS_OF))
    assert not alone.runs
    assert [problem.reason for problem in alone.findings.problems] == ["not-a-run"]
    asked = analyze(Request(paths=(str(walk),), as_of=AS_OF, include=frozenset({"walking"})))
    assert [run.sport for run in asked.runs] == ["walking"]
    assert asked.runs[0].footfalls.total.value == pytest.approx(2 * 61 * 46 / 60, rel=0.02), "61 strides a minute for 46 s"
    assert not asked.findings.problems
