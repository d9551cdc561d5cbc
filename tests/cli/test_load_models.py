"""Every load model by name, through every way out: its unit, its label, and why it has no number where it has none."""

import csv
import io
import json
from html import unescape
from pathlib import Path

import pytest

from footfall.metrics.load import DEFAULT_LOAD_MODEL, LOAD_MODELS
from tests.cli.conftest import Cli
from tests.render_html.unpacking import back

TODAY = ("--as-of", "2026-11-16")
UNITS = {
    "ground-force": "BW·footfalls",
    "clinic": "BW·footfalls",
    "footfalls": "footfalls",
    "weighted-4": "easy footfalls",
    "weighted-10": "easy footfalls",
    "shrinkage": "mm, mean of a group",
}
LONG = "2026-09-27-0840-long.fit.gz"
"""100 minutes of it."""


@pytest.fixture
def runs(season: Path, sample_data: Path) -> Path:
    """Three short runs and a long one."""
    (season / LONG).write_bytes((sample_data / LONG).read_bytes())
    return season


def test_these_are_all() -> None:
    assert list(UNITS) == list(LOAD_MODELS)


@pytest.mark.parametrize("model", UNITS)
def test_one_run_in_the_terminal_shows_unit_and_label(cli: Cli, season: Path, model: str) -> None:
    (run,) = sorted(season.glob("20*"))[:1]
    text = " ".join(cli("analyze", run, "--load-model", model, *TODAY).out.split())
    thousand = "thousand " if UNITS[model] == "BW·footfalls" else ""
    assert f") {thousand}{UNITS[model]}, model {model}" in text
    assert (f"model {model}, exploratory" in text) is LOAD_MODELS[model].exploratory


@pytest.mark.parametrize("model", UNITS)
def test_several_runs_in_the_terminal_say_which_model_the_column_is(cli: Cli, runs: Path, model: str) -> None:
    out = cli("analyze", "runs", "--load-model", model, *TODAY).out
    assert max(map(len, out.splitlines())) <= 80
    text = " ".join(out.split())
    assert (f"Load: model {model}" in text) is (model != DEFAULT_LOAD_MODEL)
    assert (f"Load: model {model}, exploratory" in text) is (LOAD_MODELS[model].exploratory)
    assert ("not known without running time of at most 60 minutes" in text) is (model == "shrinkage")


@pytest.mark.parametrize("model", UNITS)
def test_json_carries_model_unit_and_label_from_run_to_week(cli: Cli, runs: Path, model: str) -> None:
    found = json.loads(cli("analyze", "runs", "--json", "--curve", "--load-model", model, *TODAY).raw)
    assert found["tool"]["load_model"] == model
    for run in found["runs"]:
        load = run["load"]
        assert (load["model"], load["unit"], load["exploratory"]) == (model, UNITS[model], LOAD_MODELS[model].exploratory)
        assert model in [one["model"] for one in run["loads"]]
        long = run["timer_s"] > 5000
        unknown = long and model == "shrinkage"
        assert (load["value"] is None) is unknown
        assert (run["curve"]["load"][-1] is None) is unknown
        assert ("load-not-known" in [note["code"] for note in run["notes"]]) is unknown
        assert run["curve"]["easy_km"][-1] == pytest.approx(run["easy_km"]["b1"], rel=1e-5)
        assert run["easy_km"]["low"] < run["easy_km"]["b1"] < run["easy_km"]["high"]
    for sums in (*found["outings"], *found["days"], *found["weeks"]):
        load = sums["load"]
        assert (load["model"], load["unit"], load["exploratory"]) == (model, UNITS[model], LOAD_MODELS[model].exploratory)
    by_outings = {week["start"]: week for week in found["weeks"]}
    last = max(start for start, week in by_outings.items() if week["outings"] > 1)
    assert (by_outings[last]["load"]["value"] is None) is (model == "shrinkage")
    assert by_outings[last]["easy_km"]["low"] < by_outings[last]["easy_km"]["b1"] < by_outings[last]["easy_km"]["high"]


def test_json_of_outings_and_days_adds_up_to_the_weeks(cli: Cli, runs: Path) -> None:
    found = json.loads(cli("analyze", "runs", "--json", *TODAY).raw)
    ids = {run["id"] for run in found["runs"]}
    assert {run for outing in found["outings"] for run in outing["run_ids"]} == ids
    for part in ("outings", "days", "weeks"):
        assert sum(each["footfalls"]["total"] for each in found[part]) == pytest.approx(
            sum(run["footfalls"]["total"] for run in found["runs"]), rel=1e-4
        )


def test_json_names_what_the_model_was_run_with(cli: Cli, runs: Path) -> None:
    parameters = json.loads(cli("analyze", "runs", "--json", *TODAY).raw)["tool"]["parameters"]
    assert parameters["shape_k"] == 1.75
    assert parameters["duty_factor_sd"] == 0.07
    assert (parameters["own_duty_factor_recorded_sd"], parameters["own_duty_factor_by_speed_sd"]) == (0.03, 0.04)
    assert (parameters["draws"], parameters["exponents"]) == (500, "1 4 10")
    assert {
        "shape_k_sd",
        "lumbar_ratio",
        "lumbar_ratio_sd",
        "walking_bw",
        "walking_sd",
        "steep_sd",
        "shared_seed",
        "watch_seed",
    } <= set(parameters)


@pytest.mark.parametrize("model", UNITS)
def test_csv_carries_model_and_unit(cli: Cli, runs: Path, model: str) -> None:
    table = list(csv.DictReader(io.StringIO(cli("analyze", "runs", "--csv", "--load-model", model, *TODAY).out)))
    assert {(row["load_model"], row["load_unit"]) for row in table} == {(model, UNITS[model])}
    known = [row for row in table if row["load_value"]]
    assert len(known) == (len(table) - 1 if model == "shrinkage" else len(table))
    assert all(float(row["load_low"]) < float(row["load_value"]) < float(row["load_high"]) for row in known)
    assert all(float(row["easy_km_low"]) < float(row["easy_km_b1"]) < float(row["easy_km_high"]) for row in table)


@pytest.mark.parametrize("model", [model for model in UNITS if model != DEFAULT_LOAD_MODEL])
def test_the_page_shows_the_model_beside_each_run_and_easy_km_in_every_picture(cli: Cli, runs: Path, model: str) -> None:
    assert cli("report", "runs", "--load-model", model, "-o", "page.html", "--quiet", *TODAY).code == 0
    page = unescape(Path("page.html").read_text(encoding="utf-8"))
    label = f"{model}, exploratory" if LOAD_MODELS[model].exploratory else model
    assert f"A row opens to its load by the model you asked for, {label}, in " in page
    assert f"{UNITS[model]}, {label}" in page
    assert ("Model shrinkage has no number for this run" in page) is (model == "shrinkage")
    drawn = json.loads(page.split('id="figures">')[1].split("</script>")[0])["figures"]["in-run"]
    choices = back(drawn["choices"])
    assert len(choices) == 4
