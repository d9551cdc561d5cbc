"""P9 on made-up runners: a small version of its tables, with seeds of its own."""

import numpy as np
import pytest

from trials.flares import FEW, MANY, TABLES, marked, trial

RUNNERS = 400


def share(days, each, ratio, clumps=0):
    said = [trial(days, *each, ratio, clumps, np.random.default_rng([11, days, k])) for k in range(RUNNERS)]
    return np.mean([one["more than chance"] for one in said])


@pytest.mark.parametrize(("days", "each"), [(119, FEW), (238, FEW), (238, MANY)])
@pytest.mark.parametrize("clumps", [0, 1])
def test_it_speaks_to_few_in_whom_nothing_is_going_on(days, each, clumps):
    assert share(days, each, 1.0, clumps) <= 0.06  # 5 % and the noise of 400


def test_it_speaks_to_more_the_stronger_the_link():
    shares = [share(238, MANY, ratio) for ratio in (1.0, 3.0, 8.0)]
    assert shares == sorted(shares)
    assert shares[2] > 0.8


def test_flares_fall_after_spikes_so_many_times_as_often():
    near = total = 0
    for k in range(300):
        spiked, flared = marked(238, *MANY, 4.0, np.random.default_rng([12, k]))
        days = {int(day) + after for day in spiked for after in range(4) if day + after < 238}
        near += sum(int(day) in days for day in flared) / len(days)
        total += sum(int(day) not in days for day in flared) / (238 - len(days))
    assert 3.4 < near / total < 4.1  # a little below 4: no day holds two flares


def test_every_row_without_a_link_is_held_to_its_size():
    for table in TABLES:
        for row in table.rows:
            assert bool(row.bounds) == ("times as often" not in row.name)
