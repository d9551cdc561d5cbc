"""Quantiles of the few distributions that intervals here are made of. scipy has them too, and takes long to import."""

import math
from collections.abc import Callable
from statistics import NormalDist

_STEPS = 200
_NEAR = 1e-13
"""Steps end when one is this small a part of what was found."""


def normal_quantile(p: float) -> float:
    """The standard normal deviate below which a share `p` lies, 0 < p < 1."""
    return NormalDist().inv_cdf(p)


def t_quantile(p: float, free: int) -> float:
    """The deviate of Student's t below which a share `p` lies, 0 < p < 1, by degrees of freedom, 1 or more.

    Source   Abramowitz & Stegun 1964, 26.7.3 and 26.7.4, for the share; the quantile by Newton's method within closing bounds.
    """
    if not 0 < p < 1 or free < 1:
        raise ValueError("a share lies between 0 and 1, and there is a degree of freedom")
    if p < 0.5:
        return -t_quantile(1 - p, free)
    log_density = math.lgamma((free + 1) / 2) - math.lgamma(free / 2) - 0.5 * math.log(free * math.pi)

    def density(t: float) -> float:
        return math.exp(log_density - (free + 1) / 2 * math.log1p(t * t / free))

    return _root(lambda t: 0.5 + _t_within(t, free) / 2 - p, density, normal_quantile(p))


def poisson_mean_quantile(p: float, events: int) -> float:
    """The mean of a Poisson count at which `events` or more are counted with a chance of `p`, 0 < p < 1; events 1 or more.

    It is the quantile of a gamma distribution of whole shape. Its start is Wilson & Hilferty's cube root.
    """
    if not 0 < p < 1 or events < 1:
        raise ValueError("a chance lies between 0 and 1, and there is an event")

    def last(mean: float) -> float:
        """Chance of one event less than `events`, which is the density of the gamma distribution, too."""
        return math.exp((events - 1) * math.log(mean) - mean - math.lgamma(events))

    def below(mean: float) -> float:
        """Chance of fewer than `events`."""
        term = total = last(mean)
        for count in range(events - 1, 0, -1):
            term *= count / mean
            total += term
        return total

    part = 1 / (9 * events)
    start = events * max(1 - part + normal_quantile(p) * math.sqrt(part), 0.05) ** 3
    return _root(lambda mean: 1 - p - below(mean), last, start)


def _t_within(t: float, free: int) -> float:
    """Chance of a deviate between -t and t."""
    angle = math.atan(t / math.sqrt(free))
    sine, cosine = math.sin(angle), math.cos(angle)
    odd = free % 2
    term = cosine if odd else 1.0
    total = term if free > 1 else 0.0
    for step in range(2 + odd, free - 1, 2):
        term *= (step - 1) / step * cosine * cosine
        total += term
    return 2 / math.pi * (angle + sine * total) if odd else sine * total


def _root(above: Callable[[float], float], slope: Callable[[float], float], start: float) -> float:
    """Where a rising function of positive numbers is 0."""
    low, high, at = 0.0, math.inf, max(start, 1e-8)
    for _ in range(_STEPS):
        over = above(at)
        low, high = (low, at) if over > 0 else (at, high)
        steep = slope(at)
        step = at - over / steep if steep > 0 else math.nan
        if not low < step < high:
            step = 2 * at if high == math.inf else (low + high) / 2
        if abs(step - at) <= _NEAR * at:
            return step
        at = step
    return at
