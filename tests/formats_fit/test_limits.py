"""Values outside what is possible, whatever the format."""

import math

import numpy as np

from footfall.formats.limits import is_within, keep_possible


def test_the_bounds_themselves_are_possible_and_nan_is_not_counted() -> None:
    pulse = np.array([20.0, 19.9, 250.0, 250.1, math.nan])
    kept, (problem,) = keep_possible({"heart_rate_bpm": pulse}, "a.fit")
    np.testing.assert_array_equal(kept["heart_rate_bpm"], [20.0, math.nan, 250.0, math.nan, math.nan])
    assert (problem.path, problem.where, problem.reason) == ("a.fit", None, "dropped-values")
    assert problem.message == "2 values of heart_rate_bpm lie outside 20 to 250 1/min and were left out."
    assert pulse[1] == 19.9  # the caller's own array stays as it was


def test_sound_columns_pass_as_they_are() -> None:
    columns = {"time_s": np.array([0.0, 1.0]), "lat_deg": np.array([0.0, math.nan])}
    kept, problems = keep_possible(columns, "a.fit")
    assert all(kept[name] is columns[name] for name in columns)
    assert problems == ()


def test_a_column_of_nothing_possible_is_left_out() -> None:
    kept, (problem,) = keep_possible({"time_s": np.array([0.0]), "power_w": np.array([-1.0])}, "a.fit")
    assert set(kept) == {"time_s"}
    assert problem.message.startswith("1 values of power_w")


def test_within_is_what_no_value_is_outside_of() -> None:
    values = np.array([math.nan, 3.0, 5.0])
    assert is_within(values, 3.0, 5.0)
    assert not is_within(values, 3.1, 5.0)
    assert not is_within(values, 3.0, 4.9)
    assert is_within(np.array([math.nan, math.nan]), 0.0, 1.0)
    assert is_within(np.empty(0), 0.0, 1.0)
    assert not is_within(np.array([math.nan, math.inf]), 0.0, 1.0)


def test_infinity_is_outside_of_no_bounds() -> None:
    kept, problems = keep_possible({"time_s": np.array([0.0, math.inf])}, "a.fit")
    np.testing.assert_array_equal(kept["time_s"], [0.0, math.nan])
    assert len(problems) == 1
