"""A row goes by the name that its file has now, rests on what it should, and stands as long as that does."""

import csv
import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest

from footfall.model.athlete import Athlete, Share
from footfall.workflow.batch import batch
from footfall.workflow.batch_rows import Terms
from footfall.workflow.find import FoundFile
from footfall.workflow.read import measure_file, read_file
from tests.batch.made import SECONDS, request
from tests.bench.fleet import hour_run


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    folder = tmp_path / "runs"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.fit").write_bytes(hour_run(number, SECONDS))
    return folder


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_file_that_was_renamed_has_its_new_name(runs: Path, tmp_path: Path) -> None:
    out, library = tmp_path / "runs.csv", str(tmp_path / "library")
    batch(request(runs, out, library=library))
    before = table(out)
    (runs / "0.fit").rename(runs / "z.fit")
    batch(request(runs, out, library=library))
    after = table(out)
    assert [Path(row["path"]).name for row in after] == ["z.fit", "1.fit", "2.fit", "3.fit"]
    assert [{**row, "path": ""} for row in after] == [{**row, "path": ""} for row in before]


def test_days_are_chosen_and_chosen_anew(runs: Path, tmp_path: Path) -> None:
    out, library = tmp_path / "runs.jsonl", str(tmp_path / "library")
    batch(request(runs, out, library=library))
    days = [json.loads(line)["local_date"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(days) == 4
    since, until = (dt.date.fromisoformat(days[at]) for at in (1, 2))
    done = batch(request(runs, out, library=library, since=since, until=until))
    assert [json.loads(line)["local_date"] for line in out.read_text(encoding="utf-8").splitlines()] == days[1:3]
    assert (done.runs, done.read) == (2, 0)
    assert batch(request(runs, out, library=library)).runs == 4


def test_another_mass_changes_the_rows_and_reads_no_run(runs: Path, tmp_path: Path) -> None:
    out, library, settings = tmp_path / "runs.csv", str(tmp_path / "library"), runs / "athlete.toml"
    settings.write_text('id = "sam"\nbody_mass_kg = 60\n', encoding="utf-8")
    batch(request(runs, out, library=library))
    light = table(out)
    settings.write_text('id = "sam"\nbody_mass_kg = 90\n', encoding="utf-8")
    done = batch(request(runs, out, library=library))
    heavy = table(out)
    assert done.read == 1, "athlete.toml itself"
    for less, more in zip(light, heavy, strict=True):
        ratio = float(more["lumbar_cumulative_kn_mid"]) / float(less["lumbar_cumulative_kn_mid"])
        assert ratio == pytest.approx(1.5, rel=1e-5)
    batch(request(runs, tmp_path / "fresh.csv"))
    assert (tmp_path / "fresh.csv").read_bytes() == out.read_bytes()


def test_many_rows_are_made_by_workers_and_are_the_same(runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, settings = str(tmp_path / "library"), runs / "athlete.toml"
    settings.write_text('id = "sam"\nbody_mass_kg = 60\n', encoding="utf-8")
    batch(request(runs, tmp_path / "runs.csv", library=library))
    settings.write_text('id = "sam"\nheight_m = 1.9\n', encoding="utf-8")
    batch(request(runs, tmp_path / "fresh.csv"))
    monkeypatch.setattr("footfall.workflow.express_runs._WORTH_WORKERS", 0)
    monkeypatch.setattr("footfall.workflow.express_runs._CHUNK", 3)
    batch(request(runs, tmp_path / "runs.csv", library=library, engine="processes", workers=2))
    assert (tmp_path / "runs.csv").read_bytes() == (tmp_path / "fresh.csv").read_bytes()


OTHER = {
    "id": "kim",
    "name": "Kim",
    "birth_year": 1980,
    "body_mass_kg": 71.0,
    "height_m": 1.9,
    "timezone": "Asia/Tokyo",
    "week_start": 6,
    "share": Share.ALL,
}


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Athlete)])
def test_what_a_runner_tells_is_in_the_key_or_plays_no_part(field: str, tmp_path: Path) -> None:
    """A new key of athlete.toml that changes a row must be in the row's key, or old rows would stand."""
    path = tmp_path / "a.fit"
    path.write_bytes(hour_run(1, SECONDS))
    (measured,) = measure_file(read_file(FoundFile(str(path), named=True)))
    measured = dataclasses.replace(measured, header=dataclasses.replace(measured.header, position=None, utc_offset_s=None))
    one = Terms(Athlete(body_mass_kg=70.0), None, "ground-force")
    other = Terms(dataclasses.replace(one.athlete, **{field: OTHER[field]}), None, "ground-force")
    changed = one.row(measured, one.population) != other.row(measured, other.population)
    assert (one.weighed_key != other.weighed_key) or not changed
    assert changed or field not in {"body_mass_kg", "timezone"}, "the test would see a change"


def test_another_mass_is_reckoned_from_the_row_that_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.fit"
    path.write_bytes(hour_run(1, SECONDS))
    (measured,) = measure_file(read_file(FoundFile(str(path), named=True)))
    light, heavy = (Terms(Athlete(body_mass_kg=mass), None, "ground-force") for mass in (51.3, 97.0))
    assert light.key == heavy.key
    assert heavy.weighed(light.numbered(measured)[0]) == heavy.row(measured, heavy.population)
    unknown = Terms(Athlete(), None, "ground-force")
    assert unknown.key != light.key
    assert unknown.row(measured, unknown.population)["lumbar_cumulative_kn_mid"] is None
