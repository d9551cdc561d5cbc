import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special
from scipy import stats as theirs

from footfall.findings.stats.quantiles import normal_quantile, poisson_mean_quantile, t_quantile

shares = st.floats(1e-4, 1 - 1e-4)


@given(shares)
def test_normal_quantiles_are_scipys(share):
    assert normal_quantile(share) == pytest.approx(special.ndtri(share), rel=1e-12, abs=1e-12)


@given(shares, st.one_of(st.integers(1, 40), st.integers(41, 4_000)))
def test_quantiles_of_students_t_are_scipys(share, free):
    assert t_quantile(share, free) == pytest.approx(special.stdtrit(free, share), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("free", "printed"), [(1, 12.706), (2, 4.303), (3, 3.182), (10, 2.228), (30, 2.042), (120, 1.980)])
def test_quantiles_of_students_t_are_those_of_the_printed_table(free, printed):
    assert round(t_quantile(0.975, free), 3) == printed


@given(shares, st.one_of(st.integers(1, 40), st.integers(41, 4_000)))
def test_means_of_a_poisson_count_are_scipys_gamma_quantiles(share, events):
    assert poisson_mean_quantile(share, events) == pytest.approx(special.gammaincinv(events, share), rel=1e-9)


@given(shares, st.integers(1, 300))
def test_a_poisson_count_of_that_mean_reaches_the_events_as_often(share, events):
    assert theirs.poisson.sf(events - 1, poisson_mean_quantile(share, events)) == pytest.approx(share, rel=1e-8)


@pytest.mark.parametrize("share", [0.0, 1.0, -0.1, float("nan")])
def test_shares_that_are_none_are_refused(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        t_quantile(share, 3)
    with pytest.raises(ValueError, match="between 0 and 1"):
        poisson_mean_quantile(share, 3)


def test_without_a_degree_of_freedom_or_an_event_there_is_no_quantile():
    with pytest.raises(ValueError, match="degree of freedom"):
        t_quantile(0.9, 0)
    with pytest.raises(ValueError, match="an event"):
        poisson_mean_quantile(0.9, 0)
