"""What must hold of the house's types, whoever makes them."""

import datetime as dt
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.model.columns import COLUMNS, DIARY_COLUMNS, SUMMARY_COLUMNS
from footfall.model.intervals import Intervals
from footfall.model.measure import Measure
from footfall.model.problem import Problem
from footfall.model.run import Decoded, Run, Source

SOURCE = Source("a.fit", "abc", "fit", "footfall")
spans = st.lists(st.tuples(st.floats(0, 1e4), st.floats(0, 1e4)), max_size=12)


@given(spans)
def test_a_union_of_spans_is_sorted_and_disjoint_and_no_longer_than_its_parts(pairs: list[tuple[float, float]]) -> None:
    starts, ends = (np.array([pair[k] for pair in pairs], dtype=np.float64) for k in (0, 1))
    union = Intervals.covering(starts, ends)
    assert np.all(np.diff(union.edges.ravel()) > 0)
    assert union.total_s <= sum(max(end - start, 0) for start, end in pairs) + 1e-6


@given(spans, st.floats(0, 2e4))
def test_time_before_grows_from_nothing_to_the_total(pairs: list[tuple[float, float]], at: float) -> None:
    union = Intervals.covering(*(np.array([pair[k] for pair in pairs], dtype=np.float64) for k in (0, 1)))
    before = float(union.before(np.array(at)))
    by_hand = sum(max(0.0, min(at, end) - start) for start, end in union.edges)
    assert before == pytest.approx(by_hand, abs=1e-6)


@pytest.mark.parametrize("edges", [[[1, 1]], [[2, 1]], [[0, 5], [4, 6]], [[0, math.inf]]])
def test_spans_that_are_none_are_refused(edges: list[list[float]]) -> None:
    with pytest.raises(ValueError, match="interval"):
        Intervals(np.array(edges, dtype=np.float64))


def test_a_run_must_have_time_that_goes_forward() -> None:
    with pytest.raises(ValueError, match="increasing"):
        Run("x", dt.datetime(2026, 1, 1, tzinfo=dt.UTC), {"time_s": np.array([0.0, 1.0, 1.0])}, SOURCE, "running")


def test_a_recording_starts_at_a_utc_instant_and_uses_known_names() -> None:
    time_s = np.arange(3.0)
    with pytest.raises(ValueError, match="UTC"):
        Decoded(dt.datetime(2026, 1, 1), {"time_s": time_s}, SOURCE)
    with pytest.raises(ValueError, match="vocabulary"):
        Decoded(dt.datetime(2026, 1, 1, tzinfo=dt.UTC), {"time_s": time_s, "cadence": time_s}, SOURCE)


def test_a_measure_lies_inside_its_interval() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        Measure(1.0, 2.0, 3.0, "BW", "derived")
    assert not Measure.unknown("BW").known


def test_a_problem_has_a_known_reason() -> None:
    with pytest.raises(ValueError, match="unknown reason"):
        Problem("a", None, "odd", "…")


@pytest.mark.parametrize("columns", [COLUMNS, SUMMARY_COLUMNS, DIARY_COLUMNS])
def test_every_column_has_its_own_name_a_meaning_and_bounds_in_order(columns: object) -> None:
    assert isinstance(columns, type(COLUMNS))
    for name, column in columns.items():
        assert name == column.name
        assert column.meaning
        if column.low is not None and column.high is not None:
            assert column.low < column.high


def test_a_run_becomes_a_table_indexed_by_time() -> None:
    run = Run("x", dt.datetime(2026, 1, 1, tzinfo=dt.UTC), {"time_s": np.arange(3.0), "speed_m_s": np.ones(3)}, SOURCE, "running")
    frame = run.to_frame()
    assert frame.index.name == "time_s"
    assert list(frame.columns) == ["speed_m_s"]
