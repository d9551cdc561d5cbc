import csv
import io
import math
from collections.abc import Callable
from pathlib import Path

import pytest

from footfall.model.columns import SUMMARY_COLUMNS
from footfall.output import Overwrite, check_target
from footfall.render.csv import render
from footfall.render.fields import outings_by_run, run_fields
from footfall.render.table import rows
from tests.render_text.example import example


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def scalar_keys(fields: object, prefix: str = "") -> set[str]:
    """Every path to a scalar in a nested object, joined by `_`."""
    assert isinstance(fields, dict)
    found: set[str] = set()
    for key, value in fields.items():
        if isinstance(value, dict):
            found |= scalar_keys(value, f"{prefix}{key}_")
        elif not isinstance(value, list):
            found.add(prefix + key)
    return found


def test_the_header_is_the_vocabulary() -> None:
    assert render(example()).splitlines()[0].split(",") == list(SUMMARY_COLUMNS)


def test_every_scalar_of_the_json_has_its_column() -> None:
    content = example()
    outings = outings_by_run(content.history)
    keys = scalar_keys(run_fields(content.runs[2], outings[content.runs[2].id]))
    assert keys - {"lumbar_cumulative_kn"} <= set(SUMMARY_COLUMNS)
    without = {"athlete", "path", "pain_sites", "pain_qualities", "pain_filled", "notes"}
    assert {name for name in SUMMARY_COLUMNS if not name.startswith("lumbar_cumulative_kn")} - without <= keys


def test_rows_carry_the_numbers_and_leave_blank_what_is_not_known() -> None:
    first, second, _, _, last = table(render(example()))
    assert first["athlete"] == "sam"
    assert first["distance_m"] == "8000"
    assert first["footfalls_total"] == "7968"
    assert first["load_exploratory"] == "false"
    assert first["pain_max"] == "0"
    assert first["pain_onset_state"] == "none"
    assert first["pain_onset_min"] == ""
    assert second["cadence_factor"] == ""
    assert second["pain_max"] == ""
    assert second["pain_onset_state"] == ""
    assert second["notes"] == "no-cadence;no-body-mass"
    assert last["path"] == "runs/d.tcx|runs/d.fit"
    assert last["distance_m"] == ""
    assert last["lumbar_cumulative_kn_mid"] == ""


def test_text_that_a_spreadsheet_would_run_begins_with_an_apostrophe_and_numbers_do_not() -> None:
    rows_ = table(render(example()))
    assert rows_[1]["device"] == '\'=HYPERLINK("x")'
    assert not any(value.startswith(("=", "+", "@")) for row in rows_ for value in row.values())


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1", "\x1b[0m=1"])
def test_no_disguise_of_a_formula_gets_through(start: str) -> None:
    from dataclasses import replace

    content = example()
    content = replace(content, runs=(replace(content.runs[0], device=start),))
    cell = table(render(content))[0]["device"]
    assert cell.startswith("'")


def test_control_characters_stay_out_of_the_table() -> None:
    text = render(example())
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_as_a_frame_the_same_numbers_are_typed() -> None:
    frame = example().to_frame()
    assert list(frame.columns) == list(SUMMARY_COLUMNS)
    assert frame["timer_s"].sum() == sum(run.timer_s for run in example().runs)
    assert math.isnan(frame["distance_m"].iloc[4])
    assert len(frame) == len(rows(example().runs, example().history))


def test_a_frame_of_no_runs_has_its_columns() -> None:
    from dataclasses import replace

    frame = replace(example(), runs=()).to_frame()
    assert list(frame.columns) == list(SUMMARY_COLUMNS)
    assert len(frame) == 0


def test_the_file_is_recognised_as_ours(tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    target.write_text(render(example()), encoding="utf-8")
    check_target(str(target), overwrite=Overwrite.OURS)


def test_golden(golden: Callable[[str, str], None]) -> None:
    golden("example.csv", render(example()))
