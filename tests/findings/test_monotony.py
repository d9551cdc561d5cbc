import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.findings.stats.monotony import monotony, strain


@pytest.mark.parametrize("loaded", [2, 3, 4, 5, 6])
def test_of_equal_loads_on_some_days_it_is_the_root_of_loaded_over_free_days(loaded):
    daily = np.array([9.0] * loaded + [0.0] * (7 - loaded))
    assert monotony(daily) == pytest.approx(math.sqrt(loaded / (7 - loaded)))
    assert strain(daily) == pytest.approx(9 * loaded * math.sqrt(loaded / (7 - loaded)))


def test_there_is_none_for_one_run_for_a_day_not_known_or_for_days_all_alike():
    for daily in ([8.0] + [0.0] * 6, [8.0, 8.0, math.nan, 0, 0, 0, 0], [8.0] * 7, [0.0] * 7, [10.0, 10.3] * 3 + [10.0]):
        assert math.isnan(monotony(np.array(daily)))
        assert math.isnan(strain(np.array(daily)))


@given(st.lists(st.integers(0, 30), min_size=7, max_size=7), st.integers(1, 50))
def test_it_has_no_unit_and_equals_the_definition_written_out(loads, unit):
    found = monotony(np.array(loads, dtype=float) * unit)
    mean = sum(loads) / 7
    spread = math.sqrt(sum((load - mean) ** 2 for load in loads) / 7)
    if sum(load > 0 for load in loads) < 2 or spread < 0.05 * mean - 1e-9:
        assert math.isnan(found)
    elif spread > 0.05 * mean + 1e-9:
        assert found == pytest.approx(mean / spread)
