"""Several checks in one report: what a tested finding may still claim."""

import datetime as dt
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from footfall.findings.confidence import families, one_report_in, weigh
from footfall.findings.finding import Confidence, Evidence, Finding, Severity

CLUSTER = Finding(
    "P2",
    "Title",
    None,
    dt.date(2026, 5, 1),
    Severity.NOTICE,
    Confidence.LOW,
    "Onsets gather",
    (Evidence("n", 20),),
    "Do",
    "Sure",
    "Study",
    tested=True,
)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_q_is_that_of_scipy(ps):
    found = families({str(at): p for at, p in enumerate(ps)})
    assert [family.rule for family in found] == [str(at) for at in range(len(ps))]
    np.testing.assert_allclose([family.q for family in found], stats.false_discovery_control(ps, method="bh"), atol=1e-12)


def test_a_small_q_is_medium_and_changes_no_word():
    weighed = weigh(CLUSTER, families({"P2": 0.01, "P3": 0.6, "A1": 0.4}))
    assert weighed.confidence is Confidence.MEDIUM
    assert (weighed.headline, weighed.how_sure) == (CLUSTER.headline, CLUSTER.how_sure)


def test_a_large_q_is_low_and_says_that_it_may_be_chance():
    weighed = weigh(CLUSTER, families({"P2": 0.04, "P3": 0.6, "A1": 0.4}))  # q = .12
    assert weighed.confidence is Confidence.LOW
    assert weighed.headline == "Onsets gather; this may be chance"
    assert weighed.how_sure.startswith("It passed its own test, but 3 checks were made")


@pytest.mark.parametrize(("checks", "one_in"), [(1, 20.0), (4, 5.391), (5, 4.420)])
def test_one_report_in_so_many_shows_something_by_chance(checks, one_in):
    assert one_report_in(checks) == pytest.approx(one_in, abs=1e-3)


def test_without_a_check_nothing_is_shown_by_chance():
    assert math.isinf(one_report_in(0))
