"""One run is one run: whatever recordings of it are found, in whatever order, and whenever they turn up."""

import datetime as dt
import gc
import itertools
import random
import shutil
from pathlib import Path

import numpy as np
import pytest

from footfall.metrics.same_run import Why
from footfall.model.run import Run
from footfall.model.summary import RunSummary
from footfall.render.content import Content
from footfall.render.json import document
from footfall.wording.notes import note_text
from footfall.workflow.analyze import analyze
from footfall.workflow.diary_rows import run_rows
from footfall.workflow.inspect import inspect_together
from footfall.workflow.measure_paths import measure_paths
from footfall.workflow.request import Request
from tests.formats_archive.made import zipped

AS_OF = dt.date(2026, 11, 16)

GPX = """<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="{creator}">
<trk><name>{name}</name>{sport}<trkseg>{points}</trkseg></trk></gpx>"""
POINT = "<trkpt lat='{lat:.7f}' lon='-30'><ele>0</ele><time>{time:%Y-%m-%dT%H:%M:%SZ}</time>{more}</trkpt>"
BEATS = (
    "<extensions><g:TrackPointExtension xmlns:g='http://www.garmin.com/xmlschemas/TrackPointExtension/v1'>"
    "<g:hr>{beats}</g:hr></g:TrackPointExtension></extensions>"
)
START = dt.datetime(2026, 5, 3, 6, 12, 9)


def gpx(
    *,
    start: dt.datetime = START,
    minutes: int = 40,
    speed_m_s: float = 3.0,
    north_m: float = 0.0,
    name: str = "",
    sport: str = "running",
    beats: int | None = None,
) -> str:
    """A straight way north at an even pace, a point every 5 s."""
    points = [
        POINT.format(
            lat=10 + (north_m + speed_m_s * second) / 111_195,
            time=start + dt.timedelta(seconds=second),
            more="" if beats is None else BEATS.format(beats=beats),
        )
        for second in range(0, minutes * 60 + 1, 5)
    ]
    return GPX.format(creator="test", name=name, sport=f"<type>{sport}</type>" if sport else "", points="".join(points))


def analysed(*paths: Path, include: frozenset[str] = frozenset()) -> Content:
    return analyze(Request(paths=tuple(map(str, paths)), as_of=AS_OF, include=include))


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def numbers(run: RunSummary) -> tuple[float | None, ...]:
    return run.distance_m, run.timer_s, run.moving_s, run.footfalls.total.value, run.load.measure.value


STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,"
    "Elapsed Time,Distance,Commute,Activity Gear,Filename"
)


def strava_row(number: int, kind: str, filename: str, when: str = "May 3, 2026, 6:12:09 AM", name: str = "By the river") -> str:
    return f'{1000 + number},"{when}","{name}",{kind},"Legs fine",2400,7.2,false,Blue shoes,{filename}'


class TestRealFiles:
    """The corpus: files of many people, of which some are of one run."""

    ONE_RUN = (
        {"testdata.fit", "testdata.gpx", "testdata.tcx"},
        {"20181108_run_garmin_fenix_3_hr.fit", "20181108_run_garmin_fenix_3_hr.tcx"},
        {"20210119_run_garmin_fenix6_sapphire.gpx", "20210119_run_garmin_fenix6_sapphire.tcx"},
        {"20210507_run_coros_pace_2.fit", "20210507_run_garmin_fenix_6.fit"},
        # one recording that fitparse keeps in four states: whole, twice in one file, with a bad header, cut off
        {
            "activity-filecrc.fit",
            "activity-activity-filecrc.fit",
            "activity-settings-corruptheader.fit",
            "activity-unexpected-eof.fit",
        },
    )

    def test_each_real_run_is_there_once(self, corpus: Path) -> None:
        runs = analysed(corpus).runs
        assert len(runs) == 26
        several = [{Path(file.path).name for file in run.files} for run in runs if len(run.files) > 1]
        assert sorted(map(sorted, several)) == sorted(map(sorted, self.ONE_RUN))
        for one, other in itertools.combinations(runs, 2):
            assert one.end <= other.start or other.end <= one.start

    def test_the_order_of_paths_plays_no_part(self, corpus: Path) -> None:
        files = sorted(path for path in corpus.rglob("*") if path.suffix.lower() in {".fit", ".gpx", ".tcx"})
        first = document(analysed(*files))
        for seed in (1, 2):
            random.Random(seed).shuffle(files)
            assert document(analysed(*files)) == first

    def test_numbers_of_joined_runs_are_those_of_the_best_file_alone(self, corpus: Path) -> None:
        for run in measure_paths(Request(paths=(str(corpus),), as_of=AS_OF)).runs:
            alone = measure_paths(Request(paths=(run.path,), as_of=AS_OF)).runs[0].measured
            assert (alone.run_id, alone.totals) == (run.run_id, run.measured.totals)
            np.testing.assert_array_equal(alone.bins.footfalls, run.measured.bins.footfalls)
            np.testing.assert_array_equal(alone.bins.distance_m, run.measured.bins.distance_m)


def test_a_copy_that_arrives_a_week_later_changes_nothing_and_says_so(tmp_path: Path, sample_data: Path) -> None:
    first = sorted(sample_data.glob("*.gpx"))[0]
    shutil.copy(first, tmp_path / "a.gpx")
    (before,) = analysed(tmp_path).runs
    later = first.read_text(encoding="utf-8").replace("<gpx ", '<gpx data-exported="again" ', 1)
    (tmp_path / "z-later.gpx").write_text(later, encoding="utf-8")
    content = analysed(tmp_path)
    (after,) = content.runs
    assert numbers(after) == numbers(before)
    assert len(after.files) == 2
    (problem,) = [one for one in content.findings.problems if one.reason == "duplicate"]
    assert "It added nothing" in problem.message
    assert not problem.failed


def test_a_copy_with_more_in_it_says_what_was_taken(tmp_path: Path) -> None:
    written(tmp_path, {"a.gpx": gpx(), "b.gpx": gpx(beats=140, minutes=33)})
    content = analysed(tmp_path)
    (run,) = content.runs
    assert [(Path(file.path).name, file.taken) for file in run.files] == [("a.gpx", ()), ("b.gpx", ("heart_rate_bpm",))]
    (problem,) = [one for one in content.findings.problems if one.reason == "duplicate"]
    assert Path(problem.path).name == "b.gpx"
    assert "Taken from it: heart rate." in problem.message
    (note,) = [note_text(note) for note in run.notes if note.code == "merged"]
    assert note == "One run from a.gpx and b.gpx: heart rate from b.gpx."


def test_a_file_that_goes_while_the_job_runs_costs_what_it_would_have_added(tmp_path: Path) -> None:
    written(tmp_path, {"a.gpx": gpx(), "b.gpx": gpx(beats=140, minutes=33)})
    request = Request(paths=(str(tmp_path),), as_of=AS_OF)

    def gone(done: int, count: int) -> None:
        if done == count:
            (tmp_path / "b.gpx").unlink()

    (run,) = measure_paths(request, gone).runs
    assert [copy.columns for copy in run.copies] == [()]
    assert run.measured.totals.distance_m == pytest.approx(7200, rel=0.01)


def test_a_file_in_another_zone_is_the_same_run_and_that_is_said(tmp_path: Path) -> None:
    written(tmp_path, {"a.gpx": gpx(), "b.gpx": gpx(start=START + dt.timedelta(hours=2))})
    content = analysed(tmp_path)
    assert len(content.runs) == 1
    (problem,) = [one for one in content.findings.problems if one.reason == "duplicate"]
    assert "2 h off" in problem.message


def test_two_runs_of_one_day_and_two_people_at_one_time_are_two(tmp_path: Path) -> None:
    evening = START + dt.timedelta(hours=10, minutes=3)
    written(tmp_path, {"a.gpx": gpx(), "b.gpx": gpx(start=evening), "c.gpx": gpx(north_m=5000, minutes=41)})
    content = analysed(tmp_path)
    assert len(content.runs) == 3
    assert not [one for one in content.findings.problems if one.reason == "duplicate"]


class TestLogs:
    """Rows of a log beside the files that they name."""

    def test_name_shoes_and_remarks_come_from_the_row_and_the_run_is_one(self, tmp_path: Path) -> None:
        rows = [STRAVA, strava_row(1, "Run", "activities/1.gpx")]
        written(tmp_path, {"activities.csv": "\n".join(rows) + "\n", "activities/1.gpx": gpx(name="Morning")})
        content = analysed(tmp_path)
        (run,) = content.runs
        assert (run.name, run.shoes, run.description) == ("By the river", "Blue shoes", "Legs fine")
        assert (run.format, [Path(file.path).name for file in run.files]) == ("gpx", ["1.gpx", "activities.csv"])
        assert content.counts["log-rows-joined"] == 1
        assert "joined" in {one.reason for one in content.findings.problems}
        assert not any(one.failed for one in content.findings.problems)

    def test_a_file_is_what_the_log_says_it_is(self, tmp_path: Path) -> None:
        rows = [STRAVA, strava_row(1, "Ride", "activities/1.gpx")]
        written(tmp_path, {"activities.csv": "\n".join(rows) + "\n", "activities/1.gpx": gpx(sport="")})
        content = analysed(tmp_path)
        assert content.runs == ()
        (problem,) = [one for one in content.findings.problems if one.reason == "not-a-run"]
        assert Path(problem.path).name == "1.gpx"
        assert "cycling" in problem.message
        assert content.counts["not-a-run"] == 1

    def test_a_file_that_looks_like_no_run_is_one_when_the_log_says_so(self, tmp_path: Path) -> None:
        rows = [STRAVA, strava_row(1, "Run", "activities/1.gpx")]
        slow = gpx(sport="", speed_m_s=1.5)
        assert analysed(written(tmp_path / "alone", {"1.gpx": slow})).runs == ()
        written(tmp_path / "with", {"activities.csv": "\n".join(rows) + "\n", "activities/1.gpx": slow})
        content = analysed(tmp_path / "with")
        (run,) = content.runs
        assert (run.format, run.sport) == ("gpx", "running")
        assert "sport-by-log" in {note.code for note in run.notes}
        assert content.counts["not-a-run"] == 0

    def test_links_are_found_whatever_the_case_and_packing_and_only_in_their_own_export(self, tmp_path: Path) -> None:
        rows = [STRAVA, strava_row(1, "Ride", "activities/1.gpx.gz")]
        written(
            tmp_path,
            {
                "one/activities.csv": "\n".join(rows) + "\n",
                "one/Activities/1.GPX": gpx(sport=""),
                "two/activities/1.gpx": gpx(sport="", start=START + dt.timedelta(days=1)),
            },
        )
        assert [run.local_date for run in analysed(tmp_path).runs] == [dt.date(2026, 5, 4)]

    def test_rows_of_other_sports_without_files_are_one_line(self, tmp_path: Path) -> None:
        rows = [
            STRAVA,
            strava_row(1, "Run", "activities/1.gpx"),
            *(strava_row(k, "Ride", "", f"May {k}, 2026, 6:00:00 PM") for k in range(2, 9)),
        ]
        written(tmp_path, {"activities.csv": "\n".join(rows) + "\n", "activities/1.gpx": gpx()})
        content = analysed(tmp_path)
        others = [one for one in content.findings.problems if one.reason == "not-a-run"]
        assert len(others) == 1
        assert "7" in others[0].message
        assert "cycling" in others[0].message


class TestCopiesOfALog:
    """The same log twice: alone, and in the export that has its recordings."""

    @pytest.mark.parametrize("name", ["activities.csv", "z-later.csv"])  # before the export and after it
    @pytest.mark.parametrize(("kind", "in_file", "sports"), [("Ride", "running", []), ("Run", "cycling", ["running"])])
    def test_its_word_on_the_sport_counts_through_the_copy_in_the_export(
        self, tmp_path: Path, name: str, kind: str, in_file: str, sports: list[str]
    ) -> None:
        log = "\n".join([STRAVA, strava_row(1, kind, "activities/1.gpx")]) + "\n"
        (tmp_path / name).write_text(log, encoding="utf-8")
        packed = {"activities.csv": log.encode(), "activities/1.gpx": gpx(sport=in_file).encode()}
        (tmp_path / "export.zip").write_bytes(zipped(packed))
        alone = analysed(tmp_path / "export.zip")
        both = analysed(tmp_path / name, tmp_path / "export.zip")
        assert [run.sport for run in both.runs] == [run.sport for run in alone.runs] == sports
        assert [numbers(run) for run in both.runs] == [numbers(run) for run in alone.runs]
        assert [run.format for run in both.runs] == ["gpx"] * len(sports)
        assert [(one.reason, Path(one.path).name) for one in both.findings.problems if one.reason == "not-a-run"] == [
            (one.reason, Path(one.path).name) for one in alone.findings.problems if one.reason == "not-a-run"
        ]

    def test_its_rows_of_other_sports_are_told_once(self, tmp_path: Path) -> None:
        log = "\n".join([STRAVA, *(strava_row(k, "Ride", "", f"May {k}, 2026, 6:00:00 PM") for k in range(2, 9))]) + "\n"
        written(tmp_path, {"one/activities.csv": log, "two/activities.csv": log})
        (problem,) = [one for one in analysed(tmp_path).findings.problems if one.reason == "not-a-run"]
        assert "7" in problem.message


def test_every_column_has_a_name_for_people() -> None:
    from footfall.model.columns import COLUMNS
    from footfall.wording.merged import column_names

    for name in COLUMNS:
        if name != "time_s":
            assert column_names([name])
    assert column_names(["lat_deg", "lon_deg", "pod_power_w"]) == "position and power (second sensor)"


def test_tracks_of_one_file_are_runs_with_ids_of_their_own(tmp_path: Path) -> None:
    evening = gpx(start=START + dt.timedelta(hours=9), speed_m_s=3.1).split("<trk>")[1].split("</trk>")[0]
    two = gpx().replace("</gpx>", f"<trk>{evening}</trk></gpx>")
    runs = analysed(written(tmp_path, {"two.gpx": two})).runs
    assert len({run.id for run in runs}) == 2
    assert {run.id.partition("#")[2] for run in runs} == {"1", "2"}


def test_samples_are_let_go_as_soon_as_a_file_has_been_measured(tmp_path: Path) -> None:
    days = {f"{day}.gpx": gpx(start=START + dt.timedelta(days=day)) for day in range(6)}
    alive: list[int] = []

    def count(done: int, of: int) -> None:
        gc.collect()
        alive.append(sum(isinstance(one, Run) and len(one) > 0 for one in gc.get_objects()))

    before = sum(isinstance(one, Run) and len(one) > 0 for one in gc.get_objects())
    found = measure_paths(Request(paths=(str(written(tmp_path, days)),), as_of=AS_OF), count)
    assert len(found.runs) == 6
    assert max(alive) - before <= 1


def test_a_run_of_which_only_the_day_is_known_gets_a_diary_row_without_start(tmp_path: Path) -> None:
    written(tmp_path, {"runs.csv": "date,distance_km,moving_min\n2026-05-03,8,48\n"})
    rows, _ = run_rows(Request(paths=(str(tmp_path),), as_of=AS_OF))
    assert [(row.day, row.start) for row in rows] == [(dt.date(2026, 5, 3), None)]


def test_what_came_from_where_can_be_asked_of_several_files(tmp_path: Path) -> None:
    written(tmp_path, {"a.gpx": gpx(), "b.gpx": gpx(beats=140, minutes=33), "c.gpx": gpx(start=START + dt.timedelta(hours=2))})
    (run,) = inspect_together([str(tmp_path / name) for name in ("a.gpx", "b.gpx", "c.gpx")]).runs
    assert Path(run.path).name == "a.gpx"
    facts = {Path(copy.path).name: (copy.why, copy.hours_off, copy.columns) for copy in run.copies}
    assert facts == {"b.gpx": (Why.TRACK, 0.0, ("heart_rate_bpm",)), "c.gpx": (Why.ZONE, -2.0, ())}


def test_shoes_of_a_row_with_a_day_and_a_length_alone_go_to_the_run_of_that_length(tmp_path: Path) -> None:
    evening = gpx(start=START + dt.timedelta(hours=10), minutes=33, speed_m_s=3.99)
    written(
        tmp_path,
        {
            "morning.gpx": gpx(minutes=30, speed_m_s=2.61),
            "evening.gpx": evening,
            "runs.csv": "date,moving_min,shoes\n2026-05-03,33,Blue\n",
        },
    )
    assert {Path(run.files[0].path).name: run.shoes for run in analysed(tmp_path).runs} == {
        "morning.gpx": None,
        "evening.gpx": "Blue",
    }


def test_a_typed_row_is_another_run_where_only_its_figures_equal_the_utc_of_a_recording(corpus: Path, tmp_path: Path) -> None:
    run = tmp_path / "run.fit"
    shutil.copy(corpus / "msimms__TestFilesForFitnessApps/20181108_run_garmin_fenix_3_hr.fit", run)  # 22:30 UTC, 17:30 local
    written(tmp_path, {"log.csv": "date,start,distance_km,moving_min,name\n2018-11-07,22:35,9.8,50,late long\n"})
    content = analysed(tmp_path)
    assert len(content.history.outings) == 2
    assert "same-time" not in {one.reason for one in content.findings.problems}


def test_of_two_rows_of_a_day_the_one_with_the_time_gives_its_name(corpus: Path, tmp_path: Path) -> None:
    shutil.copy(corpus / "msimms__TestFilesForFitnessApps/20181108_run_garmin_fenix_3_hr.fit", tmp_path / "run.fit")
    rows = "2018-11-07,17:30,4.7,21:00,evening\n2018-11-07,,5.0,21,treadmill at noon\n"
    written(tmp_path, {"log.csv": f"date,start,distance_km,moving_min,name\n{rows}"})
    assert {run.format: run.name for run in analysed(tmp_path).runs} == {"fit": "evening", "log": "treadmill at noon"}


APPLE = "Apple Health Export"


def test_in_a_list_a_guessed_sport_and_a_route_without_its_steps_are_remarks(tmp_path: Path) -> None:
    route = gpx(sport="").replace('creator="test"', f'creator="{APPLE}"')
    ride = gpx(start=START + dt.timedelta(days=1), minutes=45, speed_m_s=6.9, sport="").replace(
        'creator="test"', f'creator="{APPLE}"'
    )
    told = gpx(start=START + dt.timedelta(days=2))
    written(tmp_path, {"route.gpx": route, "ride.gpx": ride, "told.gpx": told})
    content = analysed(tmp_path)
    found = {(Path(one.path).name, one.reason) for one in content.findings.problems}
    assert found == {("route.gpx", "sport-inferred"), ("route.gpx", "apple-steps-not-read"), ("ride.gpx", "not-a-run")}
    assert not any(one.failed for one in content.findings.problems)
    (alone,) = analysed(tmp_path / "route.gpx").runs
    assert {"sport-inferred", "apple-steps-not-read"} <= {note.code for note in alone.notes}
    assert analysed(tmp_path / "route.gpx").findings.problems == ()
