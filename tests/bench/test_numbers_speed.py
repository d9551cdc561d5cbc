"""From bytes to a run's numbers, against fitparse's decode alone, in one process, over files of half an hour or more.

Timed of ours is everything: bytes, columns, the run, measure, calibrate, express, with the 500 draws of its intervals. Timed of
fitparse is `get_values()` of each record. A bound on milliseconds would be one on the machine: they are printed.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

import fitparse
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from footfall.formats.fit import FitDecoder
from footfall.metrics import spread
from footfall.metrics.calibrate import calibrate, population
from footfall.metrics.express import express
from footfall.metrics.measure import measure
from footfall.metrics.runs import runs_of_all
from footfall.model.athlete import Athlete
from footfall.model.run import Run
from footfall.model.summary import RunSummary
from tests.bench.fit_files import long_files, made_file
from tests.bench.measuring import Row, fastest_ms, only_when_measuring, show

pytestmark = pytest.mark.filterwarnings(
    "ignore:datetime.datetime.utcfromtimestamp:DeprecationWarning"
)  # fitparse's, from 3.12 on
LEAST = {"fitparse": 50.0}
"""How many times as long as all of ours its decode takes, median over the files of an hour; shorter ones are shown: what we take
for every run, however short, weighs more in them."""
ROUNDS = 15
HOUR, ABOUT_AN_HOUR = 3_600, 3_240
"""Records, at one a second."""
MANY = 3_000
"""Runs of ten years, expressed anew when a weight changes."""
ATHLETE = Athlete(body_mass_kg=70, height_m=1.75)


class Steps(NamedTuple):
    """What each step of one run takes.  [ms]"""

    measure: float
    calibrate: float
    express: float
    draws: float


def test_bytes_to_numbers_against_the_decode_of_fitparse(benchmark: BenchmarkFixture) -> None:
    only_when_measuring(benchmark)
    real = {path.name: (records, path.read_bytes()) for path, records in long_files().items()}
    files = real | {"made, 1 h": (HOUR, made_file(HOUR)), "made, 2 h": (2 * HOUR, made_file(2 * HOUR))}
    runs = {name: found for name, (_, data) in files.items() if (found := _runs(data))}
    rows = {name: _row(name, found, files[name][1]) for name, found in runs.items()}
    medians = show([row for name, row in rows.items() if files[name][0] >= ABOUT_AN_HOUR], LEAST)
    show([row for name, row in rows.items() if files[name][0] < ABOUT_AN_HOUR], dict.fromkeys(LEAST))
    print(f"{'after decoding, in ms':<44}{'points':>8}{'measure':>9}{'calibrate':>11}{'express':>9}{'all':>7}{'draws':>7}")
    for name, found in sorted(runs.items(), key=lambda item: len(item[1][0])):
        steps = _steps(found[0])
        cells = f"{steps.measure:>9.2f}{steps.calibrate:>11.2f}{steps.express:>9.2f}{sum(steps[:3]):>7.2f}{steps.draws:>7.2f}"
        print(f"{name[:43]:<44}{len(found[0]):>8}{cells}")
    print("draws: those of one run and one quantity, which express takes for each\n")
    benchmark.extra_info["median ratio to fitparse"] = round(medians["fitparse"], 1)
    benchmark.pedantic(_numbers, args=(files["made, 1 h"][1],), rounds=ROUNDS)
    assert medians["fitparse"] >= LEAST["fitparse"]


def test_expressing_many_measured_runs_takes_no_longer_than_decoding_a_few(benchmark: BenchmarkFixture) -> None:
    only_when_measuring(benchmark)
    data = made_file(HOUR)
    measured = measure(_runs(data)[0])
    calibration = population(ATHLETE)
    season = [replace(measured, run_id=f"run {number}") for number in range(MANY)]

    def work() -> list[RunSummary]:
        return [express(run, calibration, ATHLETE) for run in season]

    took, fitparse_took = fastest_ms(work, 3), fastest_ms(lambda: _fitparse(data), 3)
    print(
        f"\n\n{MANY} measured runs expressed: {took / 1000:.2f} s, {took / MANY:.2f} ms each, "
        f"as long as fitparse needs to decode {took / fitparse_took:.1f} runs of an hour\n"
    )
    benchmark.extra_info["ms a run"] = round(took / MANY, 2)
    benchmark.pedantic(work, rounds=1)
    assert took <= 30 * fitparse_took


def _row(name: str, runs: Sequence[Run], data: bytes) -> Row:
    in_turn = [(fastest_ms(lambda: _numbers(data), ROUNDS), fastest_ms(lambda: _fitparse(data), 2)) for _ in range(4)]
    ours, theirs = (min(taken) for taken in zip(*in_turn, strict=True))  # so that a busy moment meets both
    return Row(name, sum(len(run) for run in runs), ours, {"fitparse": theirs})


def _runs(data: bytes) -> list[Run]:
    return [run for runs, _ in runs_of_all(FitDecoder().decode(data, "bench.fit")) for run in runs]


def _numbers(data: bytes) -> list[RunSummary]:
    measured = [measure(run) for run in _runs(data)]
    calibration = calibrate(measured, ATHLETE)
    return [express(one, calibration, ATHLETE) for one in measured]


def _steps(run: Run) -> Steps:
    measured = measure(run)
    calibration = calibrate([measured], ATHLETE)
    parts = express(measured, calibration, ATHLETE).parts
    assert parts is not None

    others = count()

    def draws() -> object:  # of a run not met before: what is drawn is kept for the quantities of one run
        return spread.spread(f"{run.id} {next(others)}", parts, spread.ground_force)

    works: tuple[Callable[[], object], ...] = (
        lambda: measure(run),
        lambda: calibrate([measured], ATHLETE),
        lambda: express(measured, calibration, ATHLETE),
        draws,
    )
    return Steps(*(fastest_ms(work, ROUNDS) for work in works))


def _fitparse(data: bytes) -> object:
    return [message.get_values() for message in fitparse.FitFile(io.BytesIO(data)).get_messages("record")]
