"""Paths to files, and files to what they hold or why not."""

from pathlib import Path

import pytest

from footfall.model.problem import REASONS
from footfall.wording import CATALOGUE
from footfall.workflow.find import FoundFile, find, is_read
from footfall.workflow.read import read_file
from tests.formats_archive.made import zipped


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


class TestPathsThatLeadNowhere:
    """Each is named with what it is, and nothing is raised."""

    def test_links_in_a_circle_and_links_to_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "one").symlink_to(tmp_path / "two")
        (tmp_path / "two").symlink_to(tmp_path / "one")
        (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
        files, problems = find([str(tmp_path / name) for name in ("one", "one/run.fit", "gone")])
        assert not files
        assert {problem.reason for problem in problems} == {"missing"}
        words = [problem.message for problem in problems]
        assert all("leads back to itself" in said for said in words[:2])
        assert "link to a file or folder that is not there" in words[2]

    def test_a_name_that_no_system_has(self, tmp_path: Path) -> None:
        _, problems = find([str(tmp_path / ("a" * 300)), "a\0b"])
        assert [problem.reason for problem in problems] == ["unreadable", "missing"]

    def test_a_path_into_an_archive_names_the_archive_and_one_behind_a_plain_file_does_not(self, tmp_path: Path) -> None:
        archive = tmp_path / "strava.zip"
        archive.write_bytes(zipped({"activities.csv": b"x"}))
        (tmp_path / "plain").write_bytes(b"x")
        _, problems = find([f"{archive}/activities.csv", f"{tmp_path}/plain/activities.csv"])
        assert f"Name {archive}" in problems[0].message
        assert "archive" not in problems[1].message


def test_a_result_is_told_to_be_one_of_the_inputs_under_whatever_name(tmp_path: Path) -> None:
    folder = tmp_path / "runs"
    folder.mkdir()
    (folder / "a.fit").write_bytes(b"a")
    (tmp_path / "link.fit").symlink_to(folder / "a.fit")
    (tmp_path / "twin.fit").hardlink_to(folder / "a.fit")
    (tmp_path / "other.fit").write_bytes(b"a")
    for target in (folder / "a.fit", folder / ".." / "runs" / "a.fit", tmp_path / "link.fit", tmp_path / "twin.fit"):
        for paths, is_named in (([folder], False), ([folder, folder / "a.fit"], True)):
            met = is_read(str(target), map(str, paths))
            assert met is not None
            assert met.named is is_named
    for target in (tmp_path / "other.fit", folder / "new.fit", folder):
        assert is_read(str(target), [str(folder)]) is None


def test_a_table_that_may_be_a_log_is_told_what_it_lacks_and_is_no_failure_when_met(tmp_path: Path) -> None:
    path = tmp_path / "lauf.csv"
    path.write_text("Datum,Zeit,Strecke\n2026-05-03,07:00,8\n", encoding="utf-8")
    (named,) = read_file(FoundFile(str(path), named=True)).problems
    (met,) = read_file(FoundFile(str(path), named=False)).problems
    assert named.message == met.message
    for part in ("“Datum”, “Zeit”, “Strecke”", "moving_min", "Strecke → distance_km, distance_mi or distance_m"):
        assert part in met.message
    assert (named.reason, named.failed) == ("unknown-format", True)
    assert (met.reason, met.failed) == ("not-a-run-file", False)
    path.write_text("Datum;Betrag\n2026-05-03;8\n", encoding="utf-8")
    assert read_file(FoundFile(str(path), named=False)).unknown
    assert "moving_min" in read_file(FoundFile(str(path), named=True)).problems[0].message
