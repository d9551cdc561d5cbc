"""Links of load with pain: against least squares row by row, orders by hand, days by day, and what the rule tells."""

import datetime as dt
import math
from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from footfall.errors import NotEnoughData
from footfall.findings.a1_load_pain import LoadPainLink
from footfall.findings.association import SAME_DAY, WEEK, Pain, load_pain
from footfall.findings.daily import daily
from footfall.findings.stats.association import MIN_FREE, Question, Window, relate, windowed
from footfall.findings.stats.permutation import block_orders
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, Site
from tests.factories import FORCE_BW, PAIN_FREE, entry, minutes_onset, run_on

NAN = float("nan")
MONDAY = dt.date(2026, 3, 2)
WINDOWS = (Window(1, 1), Window(3, 3), Window(1, 7), Window(0, 0), Window(-2, -2), Window(-6, 0))


def made(seed=1, days=100, unknown=0.15, unknown_load=()):
    rng = np.random.default_rng(seed)
    load = rng.lognormal(0, 0.4, days) * (rng.random(days) < 0.5)
    load[list(unknown_load)] = NAN
    pain = np.clip(np.round(rng.normal(0, 2, days)), 0, 10)
    pain[rng.random(days) < unknown] = NAN
    return load, pain


def by_hand(load, outcome, before, window):
    """r and n of one question, a row at a time, with least squares for what is held equal."""
    rows, ys, xs, earlier = [], [], [], []
    for day in range(len(load)):
        span = [day - back for back in range(window.first, window.last + 1)]
        if min(span) < 0 or max(span) >= len(load):
            continue
        x = sum(load[each] for each in span)
        known = [x, outcome[day]] + ([] if before is None else [before[day]])
        if not any(math.isnan(each) for each in known):
            rows.append(day)
            xs.append(x)
            ys.append(outcome[day])
            earlier.append(0.0 if before is None else before[day])
    columns = [np.ones(len(rows)), np.array(rows, dtype=float)]
    columns += [np.array([float(day % 7 == weekday) for day in rows]) for weekday in range(1, 7)]
    if before is not None:
        columns.append(stats.rankdata(earlier))
    design = np.column_stack(columns)

    def rest(values):
        return values - design @ np.linalg.lstsq(design, values, rcond=None)[0]

    r = np.corrcoef(rest(np.array(xs)), rest(stats.rankdata(ys)))[0, 1]
    return r, len(rows), np.linalg.matrix_rank(design)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("beside", ["the day before", "nothing"])
@pytest.mark.parametrize("unknown_load", [(), (20, 21, 22, 23, 24, 25, 26, 60)])
def test_r_is_that_of_least_squares_row_by_row(window, beside, unknown_load):
    load, pain = made(unknown_load=unknown_load)
    before = np.concatenate([[NAN], pain[:-1]]) if beside == "the day before" else None
    (link,) = relate(load, [Question(pain, before, window)], draws=20).tested
    r, n, _ = by_hand(load, pain, before, window)
    assert link.r == pytest.approx(r, abs=1e-10)
    assert link.n == n


@pytest.mark.parametrize("unknown_load", [(), (30, 31, 32, 33, 34, 35, 36)])
def test_p_is_that_of_the_largest_z_over_the_same_orders(unknown_load):
    load, pain = made(4, unknown_load=unknown_load)
    before = np.concatenate([[NAN], pain[:-1]])
    windows = [Window(1, 1), Window(2, 2), WEEK]
    found = relate(load, [Question(pain, before, window) for window in windows], draws=60, seed=8)

    def zs(series):
        told = []
        for window in windows:
            r, n, q = by_hand(series, pain, before, window)
            told.append(math.atanh(r) * math.sqrt(n - q - 1))
        return told

    orders = block_orders(load, 60, 8)
    weeks = load[: len(load) // 7 * 7].reshape(-1, 7)
    every = [zs(np.concatenate([weeks[order].ravel(), load[len(load) // 7 * 7 :]])) for order in orders]
    observed = zs(load)
    assert found.named == int(np.argmax(observed))
    assert found.p == (1 + sum(max(each) >= max(observed) - 1e-9 for each in every)) / 61
    spread = math.sqrt(np.mean([math.atanh(r) ** 2 for r in _rs(every, load, pain, before, windows, found.named)]))
    _, n, q = by_hand(load, pain, before, windows[found.named])
    error = max(spread, 1 / math.sqrt(n - q - 1))
    link = found.tested[found.named]
    assert (math.atanh(link.high) - math.atanh(link.r)) / 1.959964 == pytest.approx(error, rel=1e-6)
    assert (math.atanh(link.r) - math.atanh(link.low)) / 1.959964 == pytest.approx(error, rel=1e-6)


def _rs(every, load, pain, before, windows, named):
    _, n, q = by_hand(load, pain, before, windows[named])
    return [math.tanh(each[named] / math.sqrt(n - q - 1)) for each in every]


def test_only_more_load_and_more_pain_is_claimed():
    load, _ = made(2)
    pain = np.concatenate([[NAN], load[:-1]])
    assert relate(load, [Question(pain, None, Window(1, 1))]).p == 0.001
    assert relate(load, [Question(-pain, None, Window(1, 1))]).p == 1.0


def test_what_does_not_vary_is_left_out_of_the_family():
    load, pain = made(6)
    before = np.concatenate([[NAN], pain[:-1]])
    alone = relate(load, [Question(pain, before, Window(1, 1))], seed=2)
    with_flat = relate(load, [Question(pain * 0, before, Window(2, 2)), Question(pain, before, Window(1, 1))], seed=2)
    assert math.isnan(with_flat.tested[0].r)
    assert math.isnan(with_flat.tested[0].high)
    assert (with_flat.p, with_flat.named) == (alone.p, 1)


def test_load_that_goes_by_weekday_alone_or_outcomes_that_nobody_wrote_have_no_link():
    load, pain = made(6)
    by_weekday = np.tile([0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 2.0], 15)[: load.size]
    for found in (
        relate(by_weekday, [Question(pain, None, Window(1, 1)), Question(pain, None, WEEK)]),
        relate(load, [Question(pain * NAN, None, Window(1, 1))]),
        relate(load * 0, [Question(pain, None, Window(1, 1))]),
    ):
        assert all(math.isnan(link.r) and math.isnan(link.low) for link in found.tested)
        assert found.named is None
        assert math.isnan(found.p)


def test_too_few_days_or_weeks_leave_everything_open():
    load, pain = made(3, days=9 + MIN_FREE, unknown=0)
    few = relate(load, [Question(pain, None, Window(0, 0))])
    assert few.tested[0].n == 9 + MIN_FREE
    assert few.named is None
    assert math.isnan(few.p)
    load, pain = made(3, days=70, unknown=0, unknown_load=range(0, 35, 7))
    scarce = relate(load, [Question(pain, None, Window(0, 0))])
    assert not math.isnan(scarce.tested[0].r)
    assert math.isnan(scarce.tested[0].low)
    assert math.isnan(scarce.p)


@pytest.mark.parametrize("window", WINDOWS)
def test_a_window_adds_up_its_days(window):
    found = windowed(np.arange(20.0), window)
    for day in range(20):
        span = [day - back for back in range(window.first, window.last + 1)]
        if min(span) < 0 or max(span) > 19:
            assert math.isnan(found[day])
        else:
            assert found[day] == sum(span)


def history_of(runs, rows, as_of=MONDAY + dt.timedelta(days=20), **more):
    return build_history(runs, Diary("diary.csv", tuple(rows)), Athlete(), as_of, **more)[0]


def day(number):
    return MONDAY + dt.timedelta(days=number)


def test_a_morning_is_that_of_the_row_of_the_day_before():
    rows = [entry(day(0), pain_next_morning=3, pain_before=7, pain_after=8), entry(day(4), 3, pain_before=2, pain_max=5)]
    found = daily(history_of([run_on(day(0))], rows))
    assert found.first == MONDAY
    assert {k: v for k, v in enumerate(found.morning.tolist()) if not math.isnan(v)} == {1: 3.0}
    assert found.load.shape == found.morning.shape == found.during.shape == (22,)


def test_load_is_zero_at_rest_and_unknown_in_silence():
    rows = [entry(day(0)), entry(day(3), 3, pain_next_morning=0), entry(day(12), 4)]
    found = daily(history_of([run_on(day(1)), run_on(day(1), "18:00", minutes=30.0)], rows, as_of=day(14)))
    assert found.load[1] == pytest.approx((48 + 30) * 166 * FORCE_BW)
    assert found.load[[0, 2, 3, 12, 13, 14]].tolist() == [0.0] * 6
    assert np.all(np.isnan(found.load[4:12])), "eight days of which nothing is known"
    assert math.isnan(found.load[15]), "the last morning has no day yet"


@pytest.mark.parametrize(
    "fields", [{"onset": PAIN_FREE}, {"start": dt.time(7)}, {"shoes": "Cielo"}, {"stopped_for_pain": False}], ids=str
)
def test_a_row_that_speaks_of_a_run_that_was_not_recorded_leaves_the_load_open(fields):
    found = daily(history_of([run_on(day(1))], [entry(day(0)), entry(day(3), 3, **fields)]))
    assert math.isnan(found.load[3])
    assert found.load[2] == 0


def test_pain_in_runs_is_the_worst_of_the_day_and_open_where_one_is():
    runs = [run_on(day(k), clock) for k in (0, 1) for clock in ("07:00", "18:00")] + [run_on(day(2))]
    rows = [
        entry(day(0), 2, start=dt.time(7), pain_max=2),
        entry(day(0), 3, start=dt.time(18), onset=PAIN_FREE),
        entry(day(1), 4, start=dt.time(7), pain_max=2),
        entry(day(2), 5, pain_max=4, pain_next_morning=4, sites=frozenset({Site.KNEE})),
    ]
    found = daily(history_of(runs, rows))
    assert found.during[0] == 2
    assert np.all(np.isnan(found.during[1:]))
    assert np.all(np.isnan(found.morning)), "the knee is not the back"


def season(days=130, seed=5, pull=2.0, as_of=None, memory=0.0, avoids=None, **more):
    """Runs on half of the days; mornings follow the length of the day before, `pull` points for an hour, and noise."""
    rng = np.random.default_rng(seed)
    runs, rows, felt = [], [], 0.0
    for number in range(days):
        goes = rng.random() < (0.5 if avoids is None else (0.2 if felt > 0 else 0.8))
        minutes = float(rng.integers(20, 100)) if goes else 0.0
        if goes:
            runs.append(run_on(day(number), minutes=minutes))
        felt = memory * felt + pull * minutes / 60 + rng.normal(0, 1)
        morning = float(np.clip(round(felt - 0.8 * pull), 0, 10))
        onset = {"onset": minutes_onset(12.0), "pain_max": 2} if goes and rng.random() < 0.4 else {"onset": PAIN_FREE}
        rows.append(entry(day(number), number + 2, pain_next_morning=morning, **(onset if goes else {})))
    return history_of(runs, rows, as_of=as_of or day(days), **more)


def test_a_link_is_named_with_its_lag_and_numbers():
    found = LoadPainLink().check(season())
    (finding,) = found.findings
    drawn = load_pain(season())
    assert drawn.named.window == Window(1, 1)
    assert drawn.named.pain is Pain.MORNING
    assert finding.headline.startswith("More load the day before went with more pain in the morning")
    assert f"{drawn.named.link.r:.2f} over 129 mornings" in finding.headline
    assert (finding.tested, found.family_p) == (True, drawn.p)
    load, pain = drawn.points(drawn.named)
    assert load.shape == pain.shape == (130,)
    assert stats.spearmanr(load, pain)[0] > 0.3


def test_the_same_history_has_the_same_p():
    assert load_pain(season(pull=0.3)).p == load_pain(season(pull=0.3)).p


def test_quiet_says_what_could_hide_and_the_way_round():
    told = LoadPainLink().check(season(days=90, pull=0.0, seed=3)).quiet
    assert "No clear link between load and the pain of the days after, in 9 links looked at" in told
    assert "there are too few days to see anything but a strong link" in told
    assert "The other way round, no clear sign" in told
    many = LoadPainLink().check(season(days=200, pull=0.0, seed=3)).quiet
    assert "A link weaker than about r" in many
    assert "too few days" not in many


def test_who_runs_less_after_bad_mornings_is_told_so_and_nothing_is_claimed_of_it():
    found = LoadPainLink().check(season(days=200, pull=0.0, memory=0.8, avoids=True))
    assert found.findings == ()
    assert "after bad mornings you ran less that day" in found.quiet
    assert "protect" not in found.quiet


def test_a_finding_is_never_of_tomorrow():
    history = season(as_of=day(129))
    assert load_pain(history).last_day == day(130)
    assert LoadPainLink().check(history).findings[0].date == day(129)


def test_below_the_gates_there_is_a_picture_and_counts():
    history = season(days=40)
    with pytest.raises(NotEnoughData, match="Too few days") as lack:
        LoadPainLink().check(history)
    assert "39 mornings" in lack.value.has
    drawn = load_pain(history)
    assert drawn.pairs == 39
    assert not math.isnan(drawn.tested[0].link.r)
    assert drawn.same_run.window == SAME_DAY
    assert load_pain(history_of([run_on(day(0))], [entry(day(0))])) is None


def test_pain_is_of_the_days_shown_and_load_of_all():
    shown = season(since=day(60))
    drawn = load_pain(shown)
    assert drawn.days.first == day(61 - 7), "the first row shown is of a day at rest, and its morning the one after"
    assert drawn.tested[4].link.n == drawn.tested[0].link.n == 69


def test_load_that_nobody_knows_costs_the_days_after_it():
    history = season()
    unrecorded = replace(history.days[50].entries[0], shoes="Cielo")
    days = (*history.days[:50], replace(history.days[50], outings=(), entries=(unrecorded,)), *history.days[51:])
    assert load_pain(replace(history, days=days)).pairs == load_pain(history).pairs - 1
    assert load_pain(replace(history, days=days)).tested[4].link.n == load_pain(history).tested[4].link.n - 7
