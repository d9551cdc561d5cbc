"""Paths to files, and files to what they hold or why not."""

from pathlib import Path

import pytest

from footfall.model.problem import REASONS
from footfall.wording import CATALOGUE
from footfall.workflow.find import FoundFile, find
from footfall.workflow.read import read_file


def test_folders_are_walked_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b/2.fit", "a/1.fit", ".git/x.fit", "a/._1.fit", "3.fit"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    files, problems = find([str(tmp_path)])
    assert [Path(file.path).name for file in files] == ["3.fit", "1.fit", "2.fit"]
    assert not any(file.named for file in files)
    assert not problems


def test_a_file_named_and_met_is_read_once_and_counts_as_named(tmp_path: Path) -> None:
    path = tmp_path / "x.fit"
    path.write_bytes(b"")
    files, _ = find([str(tmp_path), str(path)])
    assert files == (FoundFile(str(path), named=True, base=str(tmp_path)),)


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    files, problems = find([str(tmp_path / "nowhere")])
    assert not files
    assert (problems[0].reason, problems[0].path) == ("missing", str(tmp_path / "nowhere"))


def test_an_unknown_file_is_a_problem_when_named_and_counted_when_met(tmp_path: Path) -> None:
    path = tmp_path / "photo.fit"
    path.write_bytes(b"\xff\xd8\xff\xe0 a photo")
    assert read_file(FoundFile(str(path), named=True)).problems[0].reason == "unknown-format"
    met = read_file(FoundFile(str(path), named=False))
    assert met.unknown
    assert not met.problems


def test_a_file_that_vanishes_is_unreadable_in_the_systems_words(tmp_path: Path) -> None:
    problem = read_file(FoundFile(str(tmp_path / "gone.fit"), named=True)).problems[0]
    assert problem.reason == "unreadable"
    assert "No such file" in problem.message


def test_the_extension_plays_no_part(tmp_path: Path, sample_data: Path) -> None:
    source = next(iter(sample_data.glob("*.gpx")))
    path = tmp_path / "run.FIT"
    path.write_bytes(source.read_bytes())
    assert read_file(FoundFile(str(path), named=True)).recordings[0].decoded.source.format == "gpx"


# reasons of the diary have many sentences, one per kind of slip, and tests of their own
OF_THE_DIARY = {"bad-cell", "bad-row", "bad-diary", "unchecked-red-flag", "unknown-column", "other-encoding"}


@pytest.mark.parametrize("reason", sorted(set(REASONS) - OF_THE_DIARY))
def test_every_reason_code_has_a_sentence(reason: str) -> None:
    assert any(key == f"problem.{reason}" or key.startswith(f"problem.{reason}.") for key in CATALOGUE)


def test_a_way_drawn_on_a_map_is_no_failure_among_others_and_one_when_it_was_named(tmp_path: Path) -> None:
    points = "".join(f'<trkpt lat="0.{k:04d}" lon="-30"><ele>{k}</ele></trkpt>' for k in range(50))
    (tmp_path / "drawn.gpx").write_text(f'<gpx creator="Somebody"><trk><trkseg>{points}</trkseg></trk></gpx>')
    named = read_file(FoundFile(str(tmp_path / "drawn.gpx"), named=True))
    assert [problem.reason for problem in named.problems] == ["no-time"]
    met = read_file(FoundFile(str(tmp_path / "drawn.gpx"), named=False))
    assert [(problem.reason, problem.failed) for problem in met.problems] == [("not-an-activity", False)]
    sensed = points.replace("</trkpt>", "<extensions><cad>84</cad></extensions></trkpt>")
    (tmp_path / "lost.gpx").write_text(f'<gpx creator="Somebody"><trk><trkseg>{sensed}</trkseg></trk></gpx>')
    lost = read_file(FoundFile(str(tmp_path / "lost.gpx"), named=False))
    assert [(problem.reason, problem.failed) for problem in lost.problems] == [("no-time", True)]
