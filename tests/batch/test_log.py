"""The log has a line for each file, in the order of the files, whether it was read now or was known before."""

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from footfall.errors import OutputError
from footfall.workflow.batch import batch
from footfall.workflow.batch_request import Begin, Shard
from tests.batch.made import SECONDS, club, request
from tests.bench.fleet import hour_run


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, sample_data: Path) -> Path:
    return club(tmp_path_factory.mktemp("club") / "club", sample_data)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="ascii").splitlines()]


def of_files(path: Path) -> list[dict[str, object]]:
    """Without what was known only when runs were put together."""
    return [line for line in lines(path) if line["status"] != "passed-over" or line["reason"] not in ("duplicate", "joined")]


def test_every_file_has_its_line_in_order(runs: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    batch(request(runs, tmp_path / "runs.csv", log=str(log), chunk_files=2))
    told = of_files(log)
    paths = [str(line["path"]) for line in told]
    on_disk = sorted(str(path) for path in runs.rglob("*") if path.is_file() and path.suffix != ".zip")
    assert [path for path in paths if ".zip/" not in path] == on_disk
    assert len([path for path in paths if ".zip/" in path]) == 4
    by_name = {Path(str(line["path"])).name: line for line in told}
    assert by_name["damaged.fit"]["status"] == "failed"
    assert by_name["damaged.fit"]["reason"] == "damaged"
    assert by_name["damaged.fit"]["message"]
    assert by_name["notes.txt"]["status"] == "unknown"
    assert by_name["athlete.toml"]["status"] == "passed-over"
    assert (by_name["5.fit"]["status"], by_name["5.fit"]["runs"], by_name["5.fit"]["athlete"]) == ("read", 1, None)
    assert by_name["1.fit"]["athlete"] == "ben"
    assert len(str(by_name["5.fit"]["sha256"])) == 64


def test_a_copy_is_named_when_the_runs_are_put_together(runs: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    batch(request(runs, tmp_path / "runs.csv", log=str(log)))
    late = [line for line in lines(log) if line["reason"] == "duplicate"]
    assert {line["status"] for line in late} == {"passed-over"}
    assert len(late) == 3, "the copy, and two of the archive's files that lie beside it too"


def test_known_files_say_so_and_nothing_else_differs(runs: Path, tmp_path: Path) -> None:
    library = str(tmp_path / "library")
    for number in (1, 2):
        batch(request(runs, tmp_path / "runs.csv", log=str(tmp_path / f"{number}.jsonl"), library=library))
    first, second = (lines(tmp_path / f"{number}.jsonl") for number in (1, 2))
    assert [{**line, "status": ""} for line in first] == [{**line, "status": ""} for line in second]
    changed = {(one["status"], other["status"]) for one, other in zip(first, second, strict=True)}
    assert changed == {("read", "unchanged"), ("failed", "failed"), ("passed-over", "passed-over"), ("unknown", "unknown")}


def test_what_shards_read_is_resumed(runs: Path, tmp_path: Path) -> None:
    out, log = tmp_path / "runs.csv", tmp_path / "log.jsonl"
    batch(request(runs, out, shard=Shard(1, 2), log=str(tmp_path / "1.jsonl")))
    batch(request(runs, out, begin=Begin.WHERE_IT_STOPPED, log=str(log)))
    shard = {line["path"] for line in lines(tmp_path / "1.jsonl") if line["status"] == "read"}
    assert {line["path"] for line in lines(log) if line["status"] == "resumed"} == shard
    assert shard


def test_standard_input_has_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(hour_run(1, SECONDS))))
    (tmp_path / "a.fit").write_bytes(hour_run(2, SECONDS))
    asked = request("-", tmp_path / "runs.csv", log=str(tmp_path / "log.jsonl"))
    done = batch(
        type(asked)(**{name: getattr(asked, name) for name in asked.__slots__} | {"paths": ("-", str(tmp_path / "a.fit"))})
    )
    assert done.runs == 2
    assert {(line["path"], line["runs"]) for line in lines(tmp_path / "log.jsonl")} == {("-", 1), (str(tmp_path / "a.fit"), 1)}


def test_an_archive_that_is_no_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "runs").mkdir()
    with zipfile.ZipFile(tmp_path / "runs" / "a.zip", "w") as archive:
        archive.writestr("1.fit", hour_run(1, SECONDS))
    data = (tmp_path / "runs" / "a.zip").read_bytes()
    (tmp_path / "runs" / "b.zip").write_bytes(data[:-40])
    batch(request(tmp_path / "runs", tmp_path / "runs.csv", log=str(tmp_path / "log.jsonl")))
    assert any("b.zip" in str(line["path"]) for line in lines(tmp_path / "log.jsonl"))


def test_somebody_elses_file_is_not_replaced_and_a_log_of_ours_is(runs: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text('{"mine": 1}\n', encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        batch(request(runs, tmp_path / "runs.csv", log=str(log)))
    assert caught.value.code == "exists"
    assert not (tmp_path / "runs.csv").exists()
    log.write_text("", encoding="utf-8")
    for _ in range(2):
        batch(request(runs, tmp_path / "runs.csv", log=str(log)))
    assert lines(log)
