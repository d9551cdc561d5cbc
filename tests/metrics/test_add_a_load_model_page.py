"""The load model printed in docs/add-a-load-model.md works as it stands there, through sums and weeks."""

import math
import re
from dataclasses import replace

import numpy as np
import pytest

from footfall.history import sums as sums_module
from footfall.history.sums import sums
from footfall.metrics import express as expressing
from footfall.metrics import minute_curve
from footfall.metrics.calibrate import population
from footfall.metrics.express import express
from footfall.metrics.load import LOAD_MODELS
from footfall.metrics.load.model import LoadModel
from footfall.metrics.measure import measure
from footfall.model.athlete import Athlete
from tests.conftest import ROOT
from tests.metrics.made import made_run

PAGE = (ROOT / "docs" / "add-a-load-model.md").read_text(encoding="utf-8")
WALKED_S = 600


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> LoadModel:
    """The printed model, listed like any other."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, type[LoadModel]] = {}
    exec(compile(code, "add-a-load-model.md", "exec"), names)
    printed = names["RunningFootfalls"]()
    listed = {**LOAD_MODELS, printed.name: printed}
    for module in (expressing, minute_curve, sums_module):
        monkeypatch.setattr(module, "LOAD_MODELS", listed)
    return printed


def run(number: int, walked_s: int = WALKED_S):
    """20 minutes at 166 steps/min, of which the last `walked_s` at a walk of 110."""
    time_s = np.arange(0.0, 1200.0 + 1e-9)
    walking = time_s > 1200 - walked_s
    made = made_run(seconds=1200.0, speed_m_s=np.where(walking, 1.4, 2.8), cadence_per_min=np.where(walking, 55.0, 83.0))
    measured = replace(measure(made), run_id=f"run {number}")
    return express(measured, population(Athlete()), Athlete(), load_model="running-footfalls")


def test_the_printed_model_counts_what_was_run() -> None:
    found = run(1)
    assert found.load.measure.value == pytest.approx(10 * 166, rel=0.03)
    assert found.load.measure.low < found.load.measure.value < found.load.measure.high
    assert found.load.measure.value < found.footfalls.total.value
    assert found.curve.load[-1] == pytest.approx(found.load.measure.value)


def test_its_loads_add_up() -> None:
    total = sums([run(1), run(2)], "running-footfalls").load
    assert total.value == pytest.approx(2 * run(1).load.measure.value)
    assert total.low < total.value < total.high


def test_a_run_that_was_all_walked_has_no_load_and_says_what_it_needs() -> None:
    found = run(3, walked_s=1200)
    assert math.isnan(found.load.measure.value)
    (note,) = [note for note in found.notes if note.code == "load-not-known"]
    assert note.values["needs"] == "running time"


def test_modules_that_the_page_names_exist() -> None:
    named = set(re.findall(r"`(?:src/footfall/)?(metrics/[\w/]+\.py)`", PAGE)) - {"metrics/load/yours.py"}
    assert named
    assert all((ROOT / "src" / "footfall" / name).is_file() for name in named)
    tests = set(re.findall(r"`(tests/[\w/]+\.py)`", PAGE))
    assert len(tests) >= 5
    assert all((ROOT / name).is_file() for name in tests)
