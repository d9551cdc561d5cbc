"""The device's stride total beside our count: what agrees is not spoken of, what differs is named by its cause."""

import math
from dataclasses import replace

import numpy as np
import pytest

from footfall.metrics.calibrate import calibrate
from footfall.metrics.express import express
from footfall.metrics.measure import measure
from footfall.metrics.stride_total import stride_total_notes
from footfall.model.athlete import Athlete
from footfall.model.measure import Measure
from footfall.model.measured import Totals
from footfall.model.run import Run, Session
from footfall.model.summary import RunSummary
from footfall.wording.notes import note_text
from tests.metrics.made import made_run

OURS = 4980.0  # half an hour at 166 steps/min
TOTALS = replace(measure(made_run()).totals, as_recorded=OURS)


def told(device: int | None, *, half_width: float = 0.01, totals: Totals = TOTALS, ours: float = OURS) -> list[str]:
    counted = Measure(ours, ours * (1 - half_width), ours * (1 + half_width), "footfalls", "recorded")
    return [note.code.removeprefix("device-total-") for note in stride_total_notes(device, counted, totals)]


@pytest.mark.parametrize("device", [4980, 5070, 4884])
def test_a_total_within_two_percent_agrees(device: int) -> None:
    assert told(device) == []


def test_a_device_that_gives_no_total_is_not_spoken_of() -> None:
    assert told(None) == []


@pytest.mark.parametrize(
    ("device", "cause"),
    [
        (0, "zero"),
        (9960, "doubled"),
        (9600, "doubled"),
        (2490, "halved"),
        (232, "impossible"),  # 7.7 steps a minute
        (8000, "impossible"),  # 267 a minute
        (5300, "differs"),
        (4500, "differs"),
    ],
)
def test_the_cause_is_named(device: int, cause: str) -> None:
    assert told(device) == [cause]


def test_a_rate_that_can_be_with_steps_that_cannot_is_of_no_legs() -> None:
    """116 strides for 998 m, as one real watch has it: 4.3 m a step."""
    totals = replace(TOTALS, timer_s=200.0, running_s=200.0, distance_m=998.0)
    assert told(232, totals=totals, ours=540.0) == ["impossible"]
    assert told(232, totals=replace(totals, distance_m=None), ours=300.0) == ["differs"]


def test_the_files_own_cadence_as_it_stands_explains_a_total() -> None:
    lost = replace(TOTALS, as_recorded=4700.0)
    assert told(4710, totals=lost) == ["lost-steps"]
    assert told(5250, totals=replace(TOTALS, as_recorded=5260.0)) == ["unused-steps"]
    assert told(4500, totals=lost) == ["differs"]
    assert told(4500, totals=replace(TOTALS, as_recorded=math.nan)) == ["differs"]


def test_an_estimate_is_contradicted_only_from_outside_its_interval() -> None:
    assert told(5400, half_width=0.09) == []
    assert told(5500, half_width=0.09) == ["differs"]


def test_one_stride_of_a_short_run_is_rounding() -> None:
    assert told(58, ours=60.0, totals=replace(TOTALS, timer_s=22.0, running_s=22.0, distance_m=60.0)) == []


def test_a_run_without_footfalls_says_nothing() -> None:
    assert not stride_total_notes(100, Measure.unknown("footfalls"), TOTALS)
    assert told(100, ours=0.0) == []


def summary(run: Run) -> RunSummary:
    measured = measure(run)
    return express(measured, calibrate([measured], Athlete()), Athlete())


def with_total(strides: int | None, cadence: float | np.ndarray = 83.0) -> Run:
    session = Session(0, 1800, sport="running", timer_s=1800.0, elapsed_s=1800.0, total_strides=strides)
    return made_run(session=session, cadence_per_min=cadence, with_positions=True)


@pytest.mark.parametrize(
    ("strides", "code"), [(2490, None), (None, None), (4980, "doubled"), (0, "zero"), (2700, "differs"), (58, "impossible")]
)
def test_the_run_carries_the_note_and_the_devices_number_stays_its_own(strides: int | None, code: str | None) -> None:
    run = summary(with_total(strides))
    codes = [note.code for note in run.notes if note.code.startswith("device-total")]
    assert codes == ([] if code is None else [f"device-total-{code}"])
    assert run.footfalls.device_total == (None if strides is None else 2 * strides)
    assert run.footfalls.total.value == pytest.approx(4980)


def test_a_total_without_the_seconds_of_a_lost_sensor_is_recognised() -> None:
    cadence = np.full(1801, 83.0)
    for start in range(60, 1800, 60):
        cadence[start : start + 5] = 0.0  # bridged: the positions go on
    left_out = 29 * 5 / 1800
    run = summary(with_total(round(2490 * (1 - left_out)), cadence))
    assert run.footfalls.total.value == pytest.approx(4980)
    (note,) = [note for note in run.notes if note.code.startswith("device-total")]
    assert note.code == "device-total-lost-steps"
    text = note_text(note)
    assert "4,980" in text
    assert f"{2 * round(2490 * (1 - left_out)):,}" in text


@pytest.mark.parametrize("device", [9960, 2490, 232, 5300, 4700, 5260])
def test_every_cause_has_a_sentence_with_both_numbers(device: int) -> None:
    totals = replace(TOTALS, as_recorded=5260.0 if device == 5260 else 4700.0)
    (note,) = stride_total_notes(device, Measure(OURS, OURS, OURS, "footfalls", "recorded"), totals)
    assert f"{device:,}" in note_text(note)
    assert "4,980" in note_text(note)
