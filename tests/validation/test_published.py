"""Every published number beside ours, within the bound that its row states; a miss is known and told."""

import math
from dataclasses import replace

import numpy as np
import pytest

from footfall.metrics.cadence import running_cadence_spm, walking_cadence_spm
from footfall.metrics.contact import duty_factor_at
from footfall.metrics.force import peak_force_bw
from tests.conftest import ROOT
from validate.comparison import Comparison, compared, plates_mean, trends, within
from validate.doors import DOORS, steady_run
from validate.independent import VALIDATION
from validate.page import line_of, published_part
from validate.published import PLATE_MEAN, PLATE_TRIALS, REPRODUCTION
from validate.row import Bound, Quantity, Row
from validate.source import (
    DE_RUITER,
    FUKUCHI,
    HOEGER,
    KELLER,
    MALISOUX,
    MATIJEVICH,
    MUNRO,
    PLATES,
    VAN_OEVEREN,
    WATCHES,
    WINIARSKI,
    Source,
    Status,
)

ROWS = (*REPRODUCTION, *PLATE_TRIALS, *VALIDATION)
AGREED = {
    (FUKUCHI, Quantity.CADENCE): Bound(0.03),
    (FUKUCHI, Quantity.DUTY_FACTOR): Bound(0.03),
    (FUKUCHI, Quantity.STEPS_PER_KM): Bound(0.03),
    (FUKUCHI, Quantity.LOAD_RATIO): Bound(0.03),
    (HOEGER, Quantity.STEPS_PER_MILE): Bound(0.04),
    (VAN_OEVEREN, Quantity.CADENCE): Bound(7.0, "steps/min"),
    (WINIARSKI, Quantity.WALKING_CADENCE): Bound(0.02),
    (PLATES, Quantity.PLATE_FORCE): Bound(0.12),
    (MALISOUX, Quantity.CADENCE): Bound(9.0, "steps/min"),
    (MALISOUX, Quantity.DUTY_FACTOR): Bound(0.04, ""),
    (MUNRO, Quantity.CONTACT_TIME): Bound(0.12),
    (MUNRO, Quantity.PEAK_FORCE): Bound(0.12),
    (KELLER, Quantity.WALKING_FORCE): None,
    (KELLER, Quantity.PEAK_FORCE): None,
    # added with the sources, by the same yardsticks: a source's own SD, the share agreed for a force, or no verdict
    (DE_RUITER, Quantity.CADENCE): Bound(8.0, "steps/min"),
    (WATCHES, Quantity.CADENCE): None,
    (MATIJEVICH, Quantity.PEAK_FORCE): Bound(0.12),
}
"""Fixed before the comparison was built: a bound that gives way to a result is none."""


def name(row: Row) -> str:
    return f"{row.source.cited}, {row.quantity}, {row.at.speed_m_s:.2f} m/s, b = {row.at.exponent}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_bounds_are_those_agreed_on(row: Row) -> None:
    assert row.bound == AGREED[row.source, row.quantity]


def test_every_agreed_comparison_is_made() -> None:
    assert {(row.source, row.quantity) for row in ROWS} == set(AGREED)
    assert len(ROWS) == len(set(ROWS)) == 68
    assert Bound(0.06) == PLATE_MEAN


@pytest.mark.parametrize("row", [row for row in ROWS if row.bound is not None and row.missed is None], ids=name)
def test_ours_lies_within_the_bound(row: Row) -> None:
    (found,) = compared([row])
    assert found.inside, f"{found.ours:.4g} beside {row.value:g}"


@pytest.mark.parametrize("row", [row for row in ROWS if row.missed is not None], ids=name)
def test_what_is_called_a_miss_is_one_and_the_page_says_so(row: Row) -> None:
    (found,) = compared([row])
    assert found.inside is False, "inside its bound now: take the reason away"
    line = next(line for line in published_part().splitlines() if line.startswith(line_of(row)))
    assert line.endswith("| **miss** |")
    assert row.missed is not None
    assert row.missed in published_part()


def test_the_one_known_miss_is_van_oeverens_slowest_speed_by_six_hundredths_of_a_step() -> None:
    (row,) = (row for row in ROWS if row.missed is not None)
    assert (row.source, row.at.speed_m_s) == (VAN_OEVEREN, 2.4)
    assert compared([row])[0].difference == pytest.approx(7.06)
    at_height = compared([replace(row, at=replace(row.at, height_m=1.732))])[0]
    assert at_height.inside, "the reason in the page says that this height would do"


def test_plates_agree_in_the_mean() -> None:
    assert within(plates_mean(), PLATE_MEAN)


def test_plate_trials_are_of_two_runners_and_none_is_a_copy() -> None:
    assert len({row.at for row in PLATE_TRIALS}) == 3


def test_a_half_sine_would_be_low_on_every_plate_trial() -> None:
    half_sine = [np.pi / 2 * 60 / (row.at.cadence_spm * row.at.contact_time_s) / row.value for row in PLATE_TRIALS]
    assert max(half_sine) < 0.93


@pytest.mark.parametrize("row", [row for row in ROWS if row.bound is None], ids=name)
def test_rows_without_a_bound_stand_in_the_page_with_their_difference(row: Row) -> None:
    line = next(line for line in published_part().splitlines() if line.startswith(line_of(row)))
    assert line.endswith("| none |  |")
    assert "%" in line


def test_kellers_fast_end_is_told_to_be_a_sixth_lower() -> None:
    (row,) = (row for row in VALIDATION if row.source == KELLER and row.quantity is Quantity.PEAK_FORCE)
    assert compared([row])[0].difference == pytest.approx(1 / 6, abs=0.005)
    assert row.remark is not None
    assert row.remark in published_part()


def test_monotone_in_speed() -> None:
    assert [trend.quantity for trend in trends() if not trend.inside] == []
    assert len(trends()) == 4


def test_a_trend_that_turns_is_no_trend() -> None:
    assert not replace(trends()[0], least=-0.01).inside


def test_every_quantity_has_a_door_and_a_row() -> None:
    assert set(DOORS) == set(Quantity) == {row.quantity for row in ROWS}


def test_malisouxs_equations_give_its_own_mean_at_the_mean_speed() -> None:
    """Cross-check of coefficients that were read in secondary pages: their sum at 9.9 km/h is the published mean of 164, 0.39."""
    by_equation = [row for row in VALIDATION if row.source == MALISOUX and row.at.told is not None]
    cadence = {row.at.speed_m_s: row.value for row in by_equation if row.quantity is Quantity.CADENCE and row.at.height_m == 1.73}
    duty = {row.at.speed_m_s: row.value for row in by_equation if row.quantity is Quantity.DUTY_FACTOR}
    assert np.interp(2.75, list(cadence), list(cadence.values())) == pytest.approx(164, abs=1.0)
    assert np.interp(2.75, list(duty), list(duty.values())) == pytest.approx(0.39, abs=0.005)


def test_the_line_lies_below_the_watches_of_tall_runners_and_the_page_says_so() -> None:
    found = compared([row for row in VALIDATION if row.source == WATCHES])
    differences = {(one.row.at.height_m, one.row.at.speed_m_s): round(100 * one.difference, 1) for one in found}
    assert [differences[1.814, speed] for speed in (2.5, 3.0, 3.5, 4.5)] == [-4.6, -3.4, -2.2, 0.1]
    assert [differences[None, speed] for speed in (2.5, 3.0, 3.5, 4.5)] == [-1.8, -0.7, 0.5, 2.7]
    assert WATCHES.note is not None
    assert "too low at easy speeds" in WATCHES.note
    assert WATCHES.note in published_part()


def test_numbers_from_memory_are_called_so() -> None:
    from_memory = [row for row in ROWS if row.status is Status.MEMORY]
    assert {row.source for row in from_memory} == {MUNRO}
    assert "from memory" in published_part()


@pytest.mark.parametrize(
    ("bound", "ours", "inside"),
    [
        (Bound(0.03), 103.0, True),
        (Bound(0.03), 97.0, True),
        (Bound(0.03), 103.1, False),
        (Bound(0.03), 96.9, False),
        (Bound(7.0, "steps/min"), 107.0, True),
        (Bound(7.0, "steps/min"), 107.06, False),
        (Bound(7.0, "steps/min"), math.nan, False),
        (None, 500.0, None),
    ],
)
def test_a_bound_can_be_missed(bound: Bound | None, ours: float, inside: bool | None) -> None:
    row = replace(ROWS[0], value=100.0, bound=bound)
    assert Comparison(row, ours).inside is inside


@pytest.mark.parametrize("height_m", [None, 1.60, 1.90])
@pytest.mark.parametrize("speed", [2.3, 2.9, 4.4])
def test_whole_runs_and_single_moments_give_the_same(speed: float, height_m: float | None) -> None:
    """Two ways through the product to one number: the run's, and that of the functions that judge a file's cadence."""
    run = steady_run(speed, height_m)
    assert run.cadence.value == pytest.approx(float(running_cadence_spm(np.array(speed), height_m)))
    assert run.force.value == pytest.approx(float(peak_force_bw(duty_factor_at(np.array(speed)))))
    assert run.footfalls.walking == 0


@pytest.mark.parametrize("speed", [0.8, 1.3, 1.8])
def test_a_walk_without_cadence_has_the_walking_lines_cadence(speed: float) -> None:
    run = steady_run(speed)
    assert run.cadence.value == pytest.approx(float(walking_cadence_spm(np.array(speed))))
    assert run.footfalls.running == 0


SOURCES = sorted({row.source for row in ROWS}, key=lambda source: source.cited)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.cited)
def test_every_source_stands_in_the_list_of_sources_with_the_same_doi(source: Source) -> None:
    listed = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    line = next(line for line in listed.splitlines() if line.startswith(f"| {source.cited.partition(',')[0]} |"))
    assert source.where.removeprefix("doi ") in line
