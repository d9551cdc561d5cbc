import datetime as dt
import json
import math
from collections.abc import Callable
from typing import Any

import pytest

from footfall.model.problem import Problem
from footfall.output import Overwrite, check_target
from footfall.render.fields import number, run_fields
from footfall.render.json import render
from tests.factories import run_summary
from tests.render_text.example import example

# The keys of the interface, in its order. More may stand between them; none may go, none may be renamed.
TOP = [
    "format_version",
    "interval",
    "as_of",
    "tool",
    "athlete",
    "runs",
    "findings",
    "checked",
    "skipped",
    "families_tested",
    "problems",
]
TOOL = ["name", "version", "load_model", "parameters"]
ATHLETE = ["id", "name", "body_mass_kg", "height_m"]
RUN = [
    "id",
    "files",
    "format",
    "device",
    "sport",
    "sub_sport",
    "start",
    "utc_offset_s",
    "offset_source",
    "local_date",
    "elapsed_s",
    "timer_s",
    "moving_s",
    "running_s",
    "walking_s",
    "distance_m",
    "distance_source",
    "ascent_m",
    "descent_m",
    "grade_coverage",
    "cadence",
    "footfalls",
    "contact_balance_pct",
    "force",
    "load",
    "loads",
    "easy_km",
    "lumbar",
    "curve",
    "pain",
    "notes",
]
INNER = {
    "cadence": ["mean_spm", "source", "factor", "coverage", "low", "high"],
    "footfalls": [
        "total",
        "low",
        "high",
        "running",
        "walking",
        "downhill",
        "uphill",
        "device_total",
        "by_grade",
        "left",
        "right",
        "coverage",
    ],
    "force": ["peak_bw", "low", "high", "contact_time_source", "coverage"],
    "load": ["model", "value", "low", "high", "unit", "exploratory"],
    "easy_km": ["b1", "b4", "b10", "low", "high", "source"],
    "lumbar": ["per_footfall_bw", "cumulative_bw", "cumulative_kn"],
    "curve": ["minute", "footfalls", "load", "cadence_spm", "distance_m", "easy_km"],
}
PAIN = [
    "before",
    "max",
    "after",
    "next_morning",
    "onset_state",
    "onset_min",
    "onset_footfalls",
    "onset_load",
    "onset_distance_m",
    "sites",
    "qualities",
    "eased_after_min",
]
FINDING = ["rule", "title", "run_id", "date", "severity", "confidence", "headline", "evidence", "suggestion", "source"]


def loaded(**how: bool) -> dict[str, Any]:
    def refuse(name: str) -> float:
        raise AssertionError(f"{name} is no JSON")

    found = json.loads(render(example(**how)), parse_constant=refuse)
    assert isinstance(found, dict)
    return found


def in_order(keys: list[str], found: dict[str, Any]) -> bool:
    """Every key is there; those that are ours stand in our order. `curve` comes last, where it is asked for."""
    return sorted(keys) == sorted(set(keys) & set(found))


def test_the_object_has_the_keys_of_the_interface() -> None:
    found = loaded(with_curve=True)
    assert in_order(TOP, found)
    assert [key for key in found if key in TOP] == TOP
    assert list(found["tool"]) == TOOL
    assert list(found["athlete"]) == ATHLETE
    for run in found["runs"]:
        assert in_order(RUN, run)
        for key, inner in INNER.items():
            assert list(run[key]) == inner
        assert list(run["files"][0]) == ["path", "sha256", "format", "device", "taken"]
        assert list(run["loads"][0]) == INNER["load"]
    assert list(found["runs"][2]["pain"]) == [*PAIN, "rpe", "shoes", "note", "filled"]
    assert [key for key in found["findings"][0] if key in FINDING] == FINDING
    assert {"label", "value", "unit"} <= set(found["findings"][0]["evidence"][0])
    assert {"rule", "message", "evidence"} <= set(found["checked"][0])
    assert {"rule", "reason", "has", "needs"} <= set(found["skipped"][0])
    assert list(found["problems"][0]) == ["path", "where", "reason", "message"]


def test_the_curve_is_there_only_when_asked_for() -> None:
    assert "curve" not in loaded()["runs"][0]
    curve = loaded(with_curve=True)["runs"][0]["curve"]
    assert curve["minute"][:3] == [0, 1, 2]
    assert curve["cadence_spm"][0] is None
    assert len({len(values) for values in curve.values()}) == 1


def test_what_is_not_known_is_null_and_never_zero() -> None:
    found = loaded()
    bare = found["runs"][4]
    assert bare["distance_m"] is None
    assert bare["device"] is None
    assert bare["pain"] is None
    assert bare["lumbar"] == {"per_footfall_bw": {"low": None, "mid": None, "high": None}} | {
        "cumulative_bw": {"low": None, "mid": None, "high": None},
        "cumulative_kn": None,
    }
    assert found["athlete"]["height_m"] is None
    assert found["findings"][0]["evidence"][2]["value"] is None
    assert found["runs"][0]["pain"]["max"] == 0
    assert found["runs"][0]["pain"]["after"] is None


def test_both_runs_of_an_outing_carry_its_pain_on_its_own_clock() -> None:
    first, second = loaded()["runs"][2:4]
    assert first["pain"] == second["pain"]
    assert first["pain"]["onset_state"] == "at"
    assert first["pain"]["onset_min"] == 17.5
    assert first["pain"]["sites"] == ["buttock", "low_back_left"]


def test_text_from_files_comes_through_whole_and_cannot_move_a_terminal() -> None:
    text = render(example())
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert json.loads(text)["runs"][1]["files"][0]["path"] == "runs/\x1b[31mb\u202e.gpx"
    assert "BW·footfalls" in text


def test_one_line_a_run_so_that_results_can_be_compared_by_line() -> None:
    lines = render(example()).splitlines()
    assert sum(line.lstrip().startswith('{"id": ') for line in lines) == 5


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, None),
        (math.nan, None),
        (math.inf, None),
        (0.0, 0),
        (0, 0),
        (-0.0, 0),
        (1 / 3, 0.333333),
        (123456.789, 123457),
        (1234567.0, 1234570),
        (170.04, 170.04),
        (-5.5, -5.5),
    ],
)
def test_numbers_keep_six_digits(value: float | None, written: float | None) -> None:
    assert number(value) == written
    assert not (written is not None and str(number(value)).startswith("-0"))


def test_the_file_is_recognised_as_ours(tmp_path: Any) -> None:
    target = tmp_path / "x.json"
    target.write_text(render(example()), encoding="utf-8")
    check_target(str(target), overwrite=Overwrite.OURS)


def test_no_result_at_all_is_still_an_object() -> None:
    from dataclasses import replace

    from footfall.findings.finding import Findings

    whole = example()
    empty = replace(whole, runs=(), weeks=(), tolerance=None, findings=Findings(problems=(Problem("a", None, "missing", "No."),)))
    found = json.loads(render(empty))
    assert found["runs"] == []
    assert found["tolerance"] is None
    assert found["problems"] == [{"path": "a", "where": None, "reason": "missing", "message": "No."}]


def test_golden(golden: Callable[[str, str], None]) -> None:
    golden("example.json", render(example(flagged=True, with_curve=True)))


def test_a_start_between_two_seconds_is_given_to_the_nearest() -> None:
    start = dt.datetime(2026, 5, 3, 6, 12, 9, 600_000, tzinfo=dt.UTC)
    assert run_fields(run_summary(start), None)["start"] == "2026-05-03T06:12:10Z"
    assert run_fields(run_summary(start.replace(microsecond=400_000)), None)["start"] == "2026-05-03T06:12:09Z"
