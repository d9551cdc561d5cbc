"""Does an outcome go with what came in the days before? Partial rank correlations at several lags, as one family."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from footfall.findings.stats.groups import midranks
from footfall.findings.stats.permutation import DRAWS, block_orders, movable_blocks, p_value, reordered
from footfall.model.intervals import FloatArray

MIN_FREE = 10
"""Degrees of freedom below which no correlation is taken."""

MIN_BLOCKS = 6
"""Weeks that can change places below which chance cannot be drawn: six have 720 orders."""

Z_95 = 1.959964
POWER_Z = 0.8416
"""What a link must exceed the critical value by, in standard errors, to be found in four of five."""

_CHUNK = 300_000
"""Days, over all orders, looked at at once: a few megabytes, which stay in the cache, in as few products as that allows."""

_NOTHING_LEFT = 1e-9
"""Share of a series' squares below which weekday, date and the day before explain all of it."""


@dataclass(frozen=True, slots=True)
class Window:
    """Days whose exposure is added up: from `first` to `last` days before the outcome, both included; negative = after it."""

    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Question:
    """An outcome by day against the exposure in a window of days.

    outcome   shape (n,), NaN = not known.
    before    what is held equal besides weekday and date, shape (n,), NaN = not known; None = nothing.
    """

    outcome: FloatArray
    before: FloatArray | None
    window: Window


@dataclass(frozen=True, slots=True)
class Link:
    """One partial rank correlation.

    r     NaN where there are too few days, or nothing varies once the rest is held equal.
    low, high   95 % interval; NaN where r is, or where too few weeks can change places.
    n     days with everything known.
    """

    r: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, eq=False)
class Related:
    """Links of a family, and others that are only described.

    tested, described   one for each question, in its order.
    p         that the largest of the tested, one-sided, came by chance; NaN where none could be tested.
    named     index of that largest one in `tested`; None where none could be tested.
    visible   r from which the named one would be found in about four of five; NaN where none could be tested.
    """

    tested: tuple[Link, ...]
    described: tuple[Link, ...]
    p: float
    named: int | None
    visible: float


@dataclass(frozen=True, eq=False)
class _Asked:
    """A question made ready. rows shape (n,) bool; beside shape (m, 1 + q): outcome, of length 1, then orthonormal columns."""

    question: Question
    rows: NDArray[np.bool_]
    beside: FloatArray
    free: int


def relate(
    exposure: FloatArray, tested: Sequence[Question], described: Sequence[Question] = (), *, draws: int = DRAWS, seed: int = 0
) -> Related:
    """Links of an exposure with outcomes, the tested ones with one p value for all of them together.

    exposure   shape (n,), by day without a gap, NaN = not known, which costs every day whose window holds it.
    Method     In the days with everything known the outcome is ranked (midranks); outcome and exposure are freed of weekday, a
               straight line by date and the rank of `before`; r is the correlation of what is left, and
               z = atanh(r) sqrt(m - q - 1) with m days and q columns. The largest z counts: only "more exposure, more of the
               outcome" is claimed. By chance: whole weeks of the exposure change places, everything else stays.
               Interval: atanh(r) +/- 1.96 times the spread of atanh(r) over those orders, in which both series keep how each
               day depends on the days before, or 1 / sqrt(m - q - 1) where that is more.
    Source     Maximum over tests: Westfall & Young 1993, Resampling-based multiple testing. Exposure permuted beside covariates:
               Draper & Stoneman 1966, Technometrics 8:695. Scale: Fisher 1921, Metron 1:3. Differs: 1. weeks are permuted, not
               days, for neighbours are alike. 2. The interval takes its width from orders without a link, for a bootstrap of
               blocks tears the windows apart at every seam; its coverage is simulated (docs/statistics.md).
    """
    asked = [_asked(exposure, question) for question in (*tested, *described)]
    known = np.where(np.isfinite(exposure), exposure, 0.0)
    observed = _correlations(known[None, :], asked, _held_against(asked, known.size))[0]
    drawn = int(np.count_nonzero(movable_blocks(exposure))) >= MIN_BLOCKS
    by_chance = _by_chance(exposure, known, asked, draws, seed) if drawn else np.full((1, len(asked)), math.nan)
    errors = _errors(by_chance, asked)
    links = tuple(_link(each, float(r), float(error)) for each, r, error in zip(asked, observed, errors, strict=True))
    of_family = slice(0, len(tested))
    scale = np.array([math.sqrt(each.free) if each.free >= MIN_FREE else math.nan for each in asked])[of_family]
    z = np.arctanh(_inside(observed[of_family])) * scale
    valid = np.isfinite(z)
    if not drawn or not np.any(valid):
        return Related(links[of_family], links[len(tested) :], math.nan, None, math.nan)
    largest = np.max(np.arctanh(_inside(by_chance[:, of_family][:, valid])) * scale[valid], axis=1)
    named = int(np.nanargmax(z))
    critical = float(np.quantile(largest, 0.95)) / float(scale[named])
    visible = math.tanh(critical + POWER_Z * float(errors[named]))
    return Related(links[of_family], links[len(tested) :], p_value(float(z[named]), largest), named, visible)


def windowed(exposure: FloatArray, window: Window) -> FloatArray:
    """Sum of the exposure over a window, for each day; shape (..., n), NaN where a day of it is not known or not there."""
    total = _shifted(exposure, window.first)
    for back in range(window.first + 1, window.last + 1):
        total += _shifted(exposure, back)
    return total


def _shifted(exposure: FloatArray, back: int) -> FloatArray:
    """The value of `back` days before, shape (..., n); NaN where there is none."""
    days = exposure.shape[-1]
    moved = np.full(exposure.shape, math.nan)
    if abs(back) < days:
        moved[..., max(back, 0) : days + min(back, 0)] = exposure[..., max(-back, 0) : days - max(back, 0)]
    return moved


def _asked(exposure: FloatArray, question: Question) -> _Asked:
    outcome, before = question.outcome, question.before
    rows = np.isfinite(outcome) & np.isfinite(windowed(exposure, question.window))
    if before is not None:
        rows &= np.isfinite(before)
    day = np.flatnonzero(rows)
    columns = [day[:, None] % 7 == np.arange(7), (day - np.mean(day) if day.size else day.astype(float))[:, None]]
    if before is not None:
        ranks = midranks(before[rows])
        columns.append((ranks - np.mean(ranks) if ranks.size else ranks)[:, None])
    spanned = _orthonormal(np.column_stack(columns).astype(np.float64))
    ranked = midranks(outcome[rows])
    centred = ranked - np.mean(ranked) if ranked.size else ranked
    left = centred - spanned @ (spanned.T @ centred)
    squares = float(left @ left)
    free = day.size - spanned.shape[1] - 1
    if free < MIN_FREE or squares <= _NOTHING_LEFT * max(1.0, float(centred @ centred)):
        return _Asked(question, rows, np.zeros((day.size, 1)), 0)
    return _Asked(question, rows, np.column_stack([left / math.sqrt(squares), spanned]), free)


def _orthonormal(columns: FloatArray) -> FloatArray:
    """What columns span, shape (m, rank): of a weekday without a day, or ranks that are all alike, nothing is left."""
    scale = np.sqrt(np.sum(columns**2, axis=0))
    left, size, _ = np.linalg.svd(columns / np.where(scale > _NOTHING_LEFT, scale, math.inf), full_matrices=False)
    return np.ascontiguousarray(left[:, size > 1e-9])


def _by_chance(exposure: FloatArray, known: FloatArray, asked: Sequence[_Asked], draws: int, seed: int) -> FloatArray:
    """Correlations in each order, shape (draws, questions); 0 where an order leaves nothing to correlate."""
    orders = block_orders(exposure, draws, seed)
    held_against = _held_against(asked, known.size)
    step = max(1, _CHUNK // max(1, known.size))
    chunks = (reordered(known, orders[first : first + step]) for first in range(0, draws, step))
    found: FloatArray = np.nan_to_num(np.concatenate([_correlations(chunk, asked, held_against) for chunk in chunks]))
    return found


def _held_against(asked: Sequence[_Asked], days: int) -> FloatArray:
    """What a series is multiplied with to give each question's products with its columns: shape (days, columns of all).

    A product of sums over a window is a sum of products: instead of each series, the columns are added up, once.
    """
    held = []
    for each in asked:
        columns = np.zeros((days, each.beside.shape[1]))
        columns[each.rows] = each.beside
        window = each.question.window
        moved = [np.nan_to_num(_shifted(columns.T, -back)) for back in range(window.first, window.last + 1)]
        held.append(np.sum(moved, axis=0).T)
    return np.concatenate(held, axis=1)


def _correlations(exposures: FloatArray, asked: Sequence[_Asked], held_against: FloatArray) -> FloatArray:
    """r of each question in each series of exposures, shape (series, n), finite; (series, questions), NaN as in Link."""
    along_all = exposures @ held_against
    squares_all = _squares(exposures, asked)
    found = np.full((exposures.shape[0], len(asked)), math.nan)
    first = 0
    for index, each in enumerate(asked):
        along = along_all[:, first : first + each.beside.shape[1]]
        first += each.beside.shape[1]
        if each.free < MIN_FREE:
            continue
        squares = squares_all[:, index]
        left = squares - np.sum(along[:, 1:] ** 2, axis=1)
        varies = left > _NOTHING_LEFT * squares
        found[:, index] = np.where(varies, along[:, 0] / np.sqrt(np.where(varies, left, 1.0)), math.nan)
    return found


def _squares(exposures: FloatArray, asked: Sequence[_Asked]) -> FloatArray:
    """Sum of squares of each question's exposure over its days, in each series; shape (series, questions)."""
    found = np.zeros((exposures.shape[0], len(asked)))
    widths = np.array([each.question.window.last - each.question.window.first + 1 for each in asked])
    for width in np.unique(widths):
        own = np.flatnonzero(widths == width)
        last_days = np.stack([_moved_days(asked[int(index)]) for index in own], axis=1)
        up_to = np.cumsum(exposures, axis=1) if width > 1 else exposures
        if width > 1:
            up_to[:, width:] = up_to[:, width:] - up_to[:, :-width]
        found[:, own] = up_to**2 @ last_days
    return found


def _moved_days(asked: _Asked) -> FloatArray:
    """1 for each day that is the latest one in the window of a day with everything known, else 0; shape (n,)."""
    days: FloatArray = np.nan_to_num(_shifted(asked.rows.astype(np.float64), -asked.question.window.first))
    return days


def _inside(r: FloatArray) -> FloatArray:
    inside: FloatArray = np.clip(r, -1 + 1e-12, 1 - 1e-12)
    return inside


def _errors(by_chance: FloatArray, asked: Sequence[_Asked]) -> FloatArray:
    """Standard error of atanh(r) for each question, shape (questions,); NaN where no chance was drawn."""
    spread = np.sqrt(np.mean(np.arctanh(_inside(by_chance)) ** 2, axis=0))
    independent = np.array([1 / math.sqrt(each.free) if each.free >= MIN_FREE else math.nan for each in asked])
    errors: FloatArray = np.maximum(spread, independent)
    return errors


def _link(asked: _Asked, r: float, error: float) -> Link:
    centre = float(np.arctanh(np.clip(r, -1 + 1e-12, 1 - 1e-12)))
    low, high = math.tanh(centre - Z_95 * error), math.tanh(centre + Z_95 * error)
    return Link(r, low, high, int(np.count_nonzero(asked.rows)))
