import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footfall.cli.batch_bar import counts
from footfall.cli.batch_request import form_of, request_of, settled, shard_of
from footfall.errors import FootfallError, OutputError, SettingError
from footfall.model.athlete import Athlete
from footfall.output import Overwrite
from footfall.wording.errors import sentence
from footfall.workflow.batch_request import BatchRequest, Begin, CadenceLine, Shard, Standing, TableForm, Unchanged
from footfall.workflow.request import CadenceUnit

TYPED = {
    "output": "out.csv",
    "force": False,
    "shard": None,
    "resume": False,
    "rehash": False,
    "calibrate": False,
    "log": None,
    "listed": None,
}
Typed = Callable[..., BatchRequest]


@pytest.fixture
def typed(here: Path) -> Typed:
    """`typed("runs", shard="1/2", jobs="4")`: the request of what was typed."""

    def request(*paths: str, **words: Any) -> BatchRequest:
        own = {key: words.pop(key, value) for key, value in TYPED.items()}
        return request_of(paths, settled(paths, words), **own)

    return request


def said(error: FootfallError) -> str:
    return sentence(error)


def test_what_is_not_said_is_what_most_want(typed: Typed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("FOOTFALL_LIBRARY")
    assert typed("runs") == BatchRequest(("runs",), "out.csv", TableForm.CSV, library=str(tmp_path / "library"))


def test_everything_that_is_said_is_in_the_request(typed: Typed, here: Path) -> None:
    (here / "kim.toml").write_text('id = "kim"\nbody_mass_kg = 60\n', encoding="utf-8")
    request = typed(
        "runs",
        "more.zip",
        output="tables/OUT.Parquet",
        force=True,
        resume=True,
        rehash=True,
        calibrate=True,
        log="log.jsonl",
        athlete="kim.toml",
        timezone="Europe/Berlin",
        load_model="clinic",
        cadence_unit="strides",
        include="walk",
        since="2026-01-01",
        until="2026-02-01",
        engine="dask",
        scheduler="tcp://10.0.0.5:8786",
        jobs="7",
        library="kept",
    )
    assert request.athlete is not None
    assert (request.athlete.key, request.athlete.athlete) == ("kim", Athlete(id="kim", body_mass_kg=60))
    assert request == BatchRequest(
        paths=("runs", "more.zip"),
        output="tables/OUT.Parquet",
        form=TableForm.PARQUET,
        overwrite=Overwrite.ANY,
        athlete=request.athlete,
        timezone="Europe/Berlin",
        load_model="clinic",
        cadence_unit=CadenceUnit.STRIDES,
        include=frozenset({"walking"}),
        since=dt.date(2026, 1, 1),
        until=dt.date(2026, 2, 1),
        engine="dask",
        workers=7,
        scheduler="tcp://10.0.0.5:8786",
        begin=Begin.WHERE_IT_STOPPED,
        unchanged=Unchanged.BY_CONTENT,
        line=CadenceLine.PERSONAL,
        log="log.jsonl",
        library=str(here / "kept"),
    )


def test_an_athlete_beside_the_files_is_not_that_of_all(typed: Typed, here: Path) -> None:
    (here / "runs").mkdir()
    (here / "runs" / "athlete.toml").write_text("body_mass_kg = 7000", encoding="utf-8")
    assert typed("runs").athlete is None


@pytest.mark.parametrize(
    ("name", "form"), [("a.csv", TableForm.CSV), ("a.b.JSONL", TableForm.JSONL), ("d/a.parquet", TableForm.PARQUET)]
)
def test_the_ending_decides_what_is_written(name: str, form: TableForm) -> None:
    assert form_of(name) is form


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (None, ["-o runs.csv", "-o runs.jsonl", "-o runs.parquet"]),
        ("-", ["writes its table to a file", "footfall analyze PATH... --csv"]),
        ("runs.xlsx", ["runs.xlsx", ".csv, .jsonl or .parquet"]),
        ("runs", ["runs must end in"]),
        ("runs.csv.gz", ["runs.csv.gz must end in"]),
        (".csv", [".csv must end in"]),
    ],
)
def test_an_output_that_is_no_table_is_said(name: str | None, words: list[str]) -> None:
    with pytest.raises(SettingError) as caught:
        form_of(name)
    for word in words:
        assert word in said(caught.value)


@pytest.mark.parametrize(("text", "shard"), [("1/1", Shard(1, 1)), ("4/4", Shard(4, 4)), (" 3/16 ", Shard(3, 16))])
def test_a_shard_is_a_part_of_how_many(text: str, shard: Shard) -> None:
    assert shard_of(text) == shard


@pytest.mark.parametrize("text", ["0/4", "5/4", "x", "1", "1/0", "-1/4", "1/4/2", "1.5/4", "", "1/1000000000000", "²/4"])
def test_a_shard_that_is_none_is_said(text: str) -> None:
    with pytest.raises(SettingError) as caught:
        shard_of(text)
    assert "for example 1/4, 2/4, 3/4 and 4/4" in said(caught.value)


@pytest.mark.parametrize(("number", "of"), [(0, 1), (2, 1), (0, 0)])
def test_no_shard_lies_outside_of_its_parts(number: int, of: int) -> None:
    with pytest.raises(ValueError, match="from 1"):
        Shard(number, of)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"shard": "1/2", "calibrate": True}, "one shard does not see all runs"),
        ({"shard": "1/2", "library": "kept"}, "--shard and --library do not go together"),
        ({"scheduler": "tcp://a:1"}, "the engine is processes"),
        ({"scheduler": "tcp://a:1", "engine": "serial"}, "the engine is serial"),
        ({"log": "-"}, "--log writes to a file"),
        ({"log": "./out.csv"}, "./out.csv is named for the table and for the log"),
    ],
)
def test_what_does_not_go_together_is_said(typed: Typed, words: dict[str, object], told: str) -> None:
    with pytest.raises(SettingError) as caught:
        typed("runs", **words)
    assert told in said(caught.value)


def test_a_shard_keeps_nothing_in_the_library_that_is_set_for_everything(
    typed: Typed, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTFALL_LIBRARY", "kept")
    assert typed("runs").library == str(here / "kept")
    assert typed("runs", shard="1/2").library is None
    assert typed("runs", shard="1/2", library="none").shard == Shard(1, 2)


def test_a_scheduler_of_the_settings_waits_for_its_engine(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTFALL_SCHEDULER", "tcp://a:1")
    assert typed("runs").scheduler is None
    assert typed("runs", engine="dask").scheduler == "tcp://a:1"


@pytest.mark.parametrize("option", ["output", "log"])
def test_neither_table_nor_log_takes_the_place_of_an_input(typed: Typed, here: Path, option: str) -> None:
    for name in ("list.csv", "kim.csv", "runs/log.csv"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text('id = "kim"\n', encoding="utf-8")
    for name in ("list.csv", "kim.csv", "runs/log.csv"):
        with pytest.raises(OutputError) as caught:
            typed("runs", athlete="kim.csv", listed="list.csv", force=True, **{option: name})
        assert caught.value.code == "is-input"


def test_what_is_not_counted_is_not_said() -> None:
    assert counts(Standing(5, 10)) == ""
    assert counts(Standing(5000, 10000, unchanged=1200, passed_over=3, failed=1)) == "1,200 unchanged, 3 no run, 1 failed"
