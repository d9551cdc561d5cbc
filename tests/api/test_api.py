import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

import footfall
from footfall.errors import SettingError, UnknownFormatError
from footfall.findings import RULES
from footfall.model.columns import SUMMARY_COLUMNS
from footfall.model.diary import DiaryEntry, Onset, OnsetKind
from footfall.model.run import Run
from tests.formats_archive.made import zipped

TODAY = dt.date(2026, 11, 16)


@pytest.fixture
def run_file(sample_data: Path) -> Path:
    return next(iter(sorted(sample_data.glob("*-treadmill.fit"))))


def test_read_run_gives_the_samples_of_a_run(run_file: Path) -> None:
    run = footfall.read_run(run_file)
    assert isinstance(run, Run)
    assert run.sport == "running"
    frame = run.to_frame()
    assert frame.index.name == "time_s"
    assert len(frame) == len(run)
    assert footfall.read_runs(str(run_file))[0].id == run.id


def test_read_run_of_something_else_raises_ours(tmp_path: Path) -> None:
    (tmp_path / "empty.fit").write_bytes(b"")
    with pytest.raises(footfall.FootfallError) as caught:
        footfall.read_run(tmp_path / "empty.fit")
    assert "This file is empty" in caught.value.__notes__[0]
    with pytest.raises(FileNotFoundError):
        footfall.read_run(tmp_path / "gone.fit")


def test_an_archive_of_many_files_is_for_analyze_and_says_so(tmp_path: Path, run_file: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(zipped({"1.fit": run_file.read_bytes()}))
    with pytest.raises(UnknownFormatError) as caught:
        footfall.read_runs(path)
    assert caught.value.code == "unknown-format.archive"
    assert len(footfall.analyze(path).runs) == 1


def test_a_file_larger_than_any_run_is_refused_as_the_main_job_refuses_it(
    run_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("footfall.formats.bounds.LARGEST_BYTES", run_file.stat().st_size)
    assert footfall.read_runs(run_file)
    monkeypatch.setattr("footfall.formats.bounds.LARGEST_BYTES", run_file.stat().st_size - 1)
    with pytest.raises(footfall.errors.UnsupportedFileError) as caught:
        footfall.read_runs(run_file)
    (problem,) = footfall.analyze(run_file, as_of=TODAY).findings.problems
    assert caught.value.reason == problem.reason == "too-large"
    assert problem.message in caught.value.__notes__[0]


def test_a_whole_file_without_a_run_has_no_runs_and_read_run_says_so(corpus: Path) -> None:
    ride = corpus / "dtcooper__python-fitparse" / "garmin-edge-820-bike.fit"
    assert footfall.read_runs(ride) == ()
    with pytest.raises(footfall.FootfallError) as caught:
        footfall.read_run(ride)
    assert caught.value.__notes__ == [f"{ride}: This file holds no run."]


def test_analyze_is_the_main_job(sample_data: Path) -> None:
    result = footfall.analyze(
        [sample_data],
        athlete=sample_data / "athlete.toml",
        diary=sample_data / "diary.csv",
        as_of=TODAY,
        since=dt.date(2026, 11, 1),
    )
    frame = result.to_frame()
    assert list(frame.columns) == list(SUMMARY_COLUMNS)
    assert len(frame) == len(result.runs) > 5
    assert frame["footfalls_total"].between(1000, 20000).all()
    assert result.findings.found


def test_analyze_takes_one_path_and_looks_at_nothing_but_its_arguments(
    sample_data: Path, run_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTFALL_LOAD_MODEL", "clinic")
    monkeypatch.setenv("FOOTFALL_DIARY", str(sample_data / "diary.csv"))
    result = footfall.analyze(str(run_file), athlete=footfall.Athlete(name="Kim"), as_of=TODAY)
    assert result.load_model == "ground-force"
    assert result.diary_path is None
    assert result.history.athlete.name == "Kim"
    with pytest.raises(ValueError, match="ground-force, clinic"):
        footfall.analyze(run_file, load_model="grf")
    with pytest.raises(SettingError):
        footfall.analyze(run_file, athlete=tmp_path / "gone.toml")


def test_history_and_check_are_the_same_steps_by_hand(run_file: Path) -> None:
    runs = footfall.analyze(run_file, as_of=TODAY).runs
    day = runs[0].local_date
    flagged = DiaryEntry(day, "notes", 2, red_flags=frozenset({"fever"}))
    history = footfall.history(runs, [flagged], as_of=day)
    assert history.has_diary
    assert [outing.run_id for outing in history.outings] == [runs[0].id]
    findings = footfall.check(history)
    assert findings.found[0].rule == "F2"
    named = [one.rule for one in (*findings.found, *findings.checked, *findings.skipped)]
    assert set(named) == {rule.code for rule in RULES}
    assert not footfall.history(runs, as_of=day).has_diary


def test_what_history_cannot_place_is_a_problem_of_check(run_file: Path) -> None:
    runs = footfall.analyze(run_file, as_of=TODAY).runs
    day = runs[0].local_date
    beyond = DiaryEntry(day, "notes", 2, onset=Onset(OnsetKind.MINUTES, 900.0, 2.5, "900"))
    (problem,) = footfall.check(footfall.history(runs, [beyond], as_of=day)).problems
    assert (problem.path, problem.where, problem.reason) == ("notes", "row 2, column onset", "onset-outside-run")


def test_what_if_compares_a_run_with_itself_changed_and_says_it_in_words(run_file: Path) -> None:
    run = footfall.read_run(run_file)
    result = footfall.what_if(run, footfall.FasterCadence(0.05))
    assert result.footfalls.before.value == pytest.approx(footfall.analyze(run_file, as_of=TODAY).runs[0].footfalls.total.value)
    assert result.footfalls.ratio.value == pytest.approx(1.05)
    said = footfall.in_words(result)
    assert said.splitlines()[0] == "The same run with a cadence 5\N{THIN SPACE}% higher:"
    assert "no advice" in said
    with pytest.raises(ValueError, match=r"from 0 to 0\.3"):
        footfall.Slower(0.5)


def test_what_if_learns_the_runner_from_runs_beside_it_and_does_not_count_the_run_twice(sample_data: Path) -> None:
    *others, last = [footfall.read_run(path) for path in sorted(sample_data.glob("*-easy.fit"))[:6]]
    alone = footfall.what_if(last, footfall.Slower(0.1))
    beside = footfall.what_if(last, footfall.Slower(0.1), beside=others, athlete=sample_data / "athlete.toml")
    again = footfall.what_if(last, footfall.Slower(0.1), beside=[*others, last], athlete=sample_data / "athlete.toml")
    assert beside.weighted_4.before.value != pytest.approx(alone.weighted_4.before.value)
    assert again.weighted_4.ratio == beside.weighted_4.ratio


def test_the_function_history_is_there_whatever_was_imported_first() -> None:
    code = """
import footfall.history.history, footfall.findings.rule, footfall
from footfall import history
from footfall.history.days import build_history
assert footfall.history is history
assert history([]).days == footfall.api.history([]).days == ()
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


@pytest.mark.parametrize(
    "code",
    [
        "import footfall.history.days as d; d.build_history",
        "import footfall; footfall.history([]); import footfall.history.days as d; d.build_history",
        "import footfall.history.days as d, footfall; d.build_history; footfall.history([], as_of=None, athlete=None)",
        "from footfall import history; from footfall.history import days; days.build_history; history([], [])",
        "import footfall; footfall.errors.FootfallError; footfall.api.check",
        "import footfall, importlib; importlib.import_module('footfall.history'); footfall.history([])",
    ],
)
def test_a_part_is_found_in_every_way_of_importing_it(code: str) -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_public_names_are_listed_and_others_are_an_attribute_error() -> None:
    assert set(footfall.__all__) <= set(dir(footfall))
    for name in footfall.__all__:
        assert getattr(footfall, name) is not None
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        _ = footfall.nothing_of_ours
