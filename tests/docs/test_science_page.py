"""docs/science.md says what the code does: each number that it states of the code is taken from the code here."""

import ast
import math
import re

import numpy as np
import pytest

from footfall.metrics import (
    altitude,
    cadence,
    calibrate,
    changes,
    contact,
    footfalls,
    force,
    gait,
    grade,
    leaps,
    spread,
    step_length,
    stride_total,
    track,
)
from footfall.metrics.draws import DRAWS
from footfall.metrics.load import DEFAULT_LOAD_MODEL, LOAD_MODELS, clinic, shrinkage
from footfall.model.calibration import LineErrors
from tests.docs.pages import SCIENCE, modules, one_line, rows

PAGE = one_line(SCIENCE)
MILE_M = 1609.344


def at(function, speed_m_s: float) -> float:
    return float(function(np.array(speed_m_s)))


def per_mile(function, minutes_a_mile: float) -> float:
    return minutes_a_mile * at(function, MILE_M / 60 / minutes_a_mile)


def load_per_km(speed_m_s: float, exponent: int) -> float:
    """On the published lines, relative to 2.5 m/s."""

    def load(speed: float) -> float:
        return at(cadence.running_cadence_spm, speed) / speed * at(contact.duty_factor_at, speed) ** -exponent

    return load(speed_m_s) / load(2.5)


def exponent_of_even(speed_m_s: float) -> float:
    """Where a kilometre at this speed loads as much as one at 2.5 m/s."""
    fewer = load_per_km(speed_m_s, 0)
    return -math.log(fewer) / math.log(at(contact.duty_factor_at, 2.5) / at(contact.duty_factor_at, speed_m_s))


def slower(exponent: int) -> float:
    """Load per km at 2.5 over that at 3.5 m/s."""
    return 1 / load_per_km(3.5, exponent)


def walked_km() -> float:
    """A kilometre walked at 20 minutes a mile, in easy kilometres."""
    return 1000 / MILE_M * per_mile(WALK, 20) * force.WALKING_BW / (EASY.force_bw * EASY.footfalls_per_km)


def percent(fraction: float, decimals: int = 0) -> str:
    return f"{100 * fraction:.{decimals}f} %"


def of_own_line(runs: int) -> str:
    return percent(footfalls.half_width_of(footfalls.own_line_errors(runs)), 1)


RUN, WALK = cadence.running_cadence_spm, cadence.walking_cadence_spm
EASY = calibrate.PUBLISHED_EASY
Z = force.Z90
DUTY = [at(contact.duty_factor_at, speed) for speed in (2.0, 2.5, 3.5, 4.5)]
LUMBAR_LOW, LUMBAR_HIGH = force.lognormal_interval(force.LUMBAR_RATIO, force.LUMBAR_RATIO_SD)

STEPS = [
    f"`c = {cadence.AT_3_SPM:g} + {cadence.SLOPE:g} (v - 3.0) - {-cadence.PER_METRE:g} (height - {cadence.MEAN_HEIGHT_M:g})`",
    f"`c = {cadence.WALK_AT_SPM:g} + {cadence.WALK_SLOPE:g} (v - {cadence.WALK_SPEED_M_S:g})`",
    f"another sensor in the file | ±{percent(footfalls.RECORDED_HALF_WIDTH)} |",
    f"three runs of {calibrate.RUN_S / 60:g} minutes or more have cadence | ±{of_own_line(3)} from three runs",
    f"±{of_own_line(10)} from ten, towards ±{percent(footfalls.PERSONAL_HALF_WIDTH)} |",
    f"published line with your height | ±{percent(footfalls.POPULATION_HALF_WIDTH)} |",
    f"published line without it | ±{percent(footfalls.NO_HEIGHT_HALF_WIDTH)} |",
    f"gaps to {cadence.BRIDGE_S:g} s are bridged by the mean of both ends",
    f"Values above {cadence.SPIKE_SPM:g} steps/min are noise",
    f"(spread {cadence.RUN_SD_SPM:g} steps/min running, {cadence.WALK_SD_SPM:g} walking)",
    f"at less than {cadence.LEAST_ODDS:g} : 1 it is refused",
    f"span {calibrate.SLOPE_SPAN_M_S:g} m/s or more it is tilted too",
    f"used between {calibrate.SLOPE_LOW:g} and {calibrate.SLOPE_HIGH:g} steps/min per m/s",
    f"ours is {at(RUN, 3.0) - 3.0 * cadence.SLOPE:.0f} + {cadence.SLOPE:g} v",
    f"165 steps/min at 3.04 m/s outdoors (de Ruiter 2019 [V]; ours {at(RUN, 3.04):.0f})",
    f"more than legs can make (over {track.RIDE_SPEED_M_S:g} m/s)",
    f"hardly any way was made in it (under {track.PAUSE_SPEED_M_S:g} m/s; under {track.BREAK_SPEED_M_S:g} m/s where",
    f"a gap of {track.PAUSE_GAP_S:g} s or more is a pause",
    f"a lost sensor when it lasts under {cadence.LONE_ZERO_S:g} s, or under {cadence.DROPOUT_S:g} s",
    f"while the positions go on at {cadence.UNDER_WAY_M_S:g} m/s or more",
    f"more than {leaps.LEAST_M:g} m within {leaps.SHORT_S:g} s that needs more than {leaps.FASTEST_M_S:g} m/s is a leap",
    f"it agrees within {percent(stride_total.AGREES)}",
    f"(outside {stride_total.SLOWEST_SPM:g}-{stride_total.FASTEST_SPM:g} steps/min",
    f"or {stride_total.SHORTEST_M:g}-{stride_total.LONGEST_M:g} m a step)",
    f"(values outside {contact.BALANCE_LOW_PCT:g}-{contact.BALANCE_HIGH_PCT:g} % are a sensor, not a gait)",
]

GAIT = [
    f"running from {gait.RUN_SPM:g} steps/min, walking from {gait.STEP_SPM:g} below that",
    f"running at {gait.WALK_MAX_M_S:g} m/s or more whatever the cadence",
    f"without cadence, running from {gait.RUN_M_S:.1f} m/s, walking above {gait.STAND_M_S:g} m/s",
    f"within {gait.BAND_SPM:g} steps/min of the transition ({gait.BAND_M_S:g} m/s where speed alone decides)",
    f"the gait before goes on, unless that lasts {gait.BAND_S:g} s; a walk under {gait.SHORTEST_WALK_S:g} s beside running",
    f"a run under {gait.SHORTEST_RUN_S:g} s between walks is walking",
    f"a walking cadence at {gait.WALK_MAX_M_S:g} m/s or more, for under {track.SPEED_WINDOW_S:g} s",
    f"beside a walk of {gait.SHORTEST_WALK_S:g} s or more, is that walk, since speed is averaged over {track.SPEED_WINDOW_S:g} s",
    f"steps under {step_length.SHORTEST_M:g} m or over {step_length.LONGEST_M:g} m",
    f"({step_length.LONGEST_FAST_M:g} m above {step_length.FAST_M_S:g} m/s) for {step_length.LASTING_S:g} s and more",
    f"Not below {step_length.DOUBTFUL_M_S:g} m/s, nor where the cadence is within {percent(step_length.USUAL_SHARE)} of",
]

FORCE = [
    f"`peak force [BW] = {force.SHAPE_K:g} / (2 · duty factor)`",
    f"{force.SHAPE_K:g} ± {force.SHAPE_K_SD:g} is peak over mean",
    f"gives π/2 = {math.pi / 2:.2f}",
    "duty factor follows speed: {:.2f} (assumed), {:.3f}, {:.3f}, {:.3f} at 2.0, 2.5, 3.5, 4.5 m/s".format(*DUTY),
    f"held within {contact.LOWEST:.2f}-{contact.HIGHEST:.2f}; persons differ by {percent(spread.DUTY_SD)}",
    "That makes {:.2f}, {:.2f}, {:.2f} and {:.2f} BW".format(*(float(force.peak_force_bw(np.array(duty))) for duty in DUTY)),
    f"on the level (within {percent(grade.LEVEL)}), between",
    f"between duty factors {contact.RECORDED_LOW:g} and {contact.RECORDED_HIGH:g}",
    f"(median match within {calibrate.ANCHOR_WITHIN_M_S:g} m/s of {calibrate.ANCHOR_NEAR_M_S:.1f} m/s)",
    f"A walking footfall counts {force.WALKING_BW:g} BW",
    f"**Lumbar range**: {force.LUMBAR_RATIO:g} times ground force, 90 % interval {LUMBAR_LOW:.2f}-{LUMBAR_HIGH:.1f} of",
    f"averaged over {grade.FINE.over_m:g} m of way, and slope is taken from {grade.FINE.over_m:g} m before",
    f"({altitude.ROUGH_M:g} m or more around its own mean) it is averaged over {grade.ROUGH.over_m:g} m",
    f"changes by more than {altitude.LEAST_M:g} m, faster than {altitude.FASTEST_M_S:g} m/s, within {altitude.SHORT_S:g} s",
    f"Over more than {grade.LONGEST_GAP_M:g} m of way without altitude no slope is known",
    f"level within {percent(grade.LEVEL)}, beyond it up or down, steep beyond {percent(grade.STEEP)}",
    f"once it reaches {grade.FINE.hysteresis_m:g} m ({grade.ROUGH.hysteresis_m:g} m by satellite)",
    f"where altitude is known for {percent(grade.CLIMB_COVERAGE)} of the way",
]

LOAD = [
    f"footfalls times {clinic.LOW_BW:g}-{clinic.HIGH_BW:g} BW, middle {clinic.MIDDLE_BW:g}",
    f"`{shrinkage.FINAL_MM:g} (1 - exp(-t / {shrinkage.TIME_CONSTANT_MIN:g}))`, t in minutes",
    f"t in minutes of running to {shrinkage.LAST_MIN:g}, nothing beyond",
    f"at {shrinkage.LAST_MIN:g} minutes it says {shrinkage.stature_loss_mm(60):.2f} mm",
    f"that of such a mean ({percent(shrinkage.GROUP_SD)}",
    f"{2**4} times at b = 4, {2**10:,} times at b = 10",
    f"Below b of about {exponent_of_even(3.5):.1f} (against 3.5 m/s) to {exponent_of_even(4.5):.1f} (against 4.5)",
    f"{EASY.force_bw:g} BW and {EASY.footfalls_per_km:,.0f} footfalls a km (the published lines at 2.68 m/s and 1.75 m)",
    f"A walked kilometre at 20 min/mile comes to {walked_km():.2f} of an easy one",
    f"Each run is computed {DRAWS} times",
    f"`FasterCadence(0.05)`, to {percent(changes.MOST_FASTER)} |",
    f"peak force × 1.05^{changes.FORCE_BY_CADENCE:.2f}, that is {100 * (1.1**changes.FORCE_BY_CADENCE - 1):.0f} % at +10 %",
    f"(exponent ± {changes.FORCE_BY_CADENCE_SD:.2f})",
    f"force is weighted to the power of {-1 / changes.FORCE_BY_CADENCE:.1f} (",
    f"`Slower(0.10)`, to {percent(changes.MOST_SLOWER)} |",
    f"slope of cadence {changes.LINE_SLOPE_SD:g} steps/min per m/s; change of force {percent(changes.FORCE_BY_SPEED_SD)} of",
    f"walked at {footfalls.USUAL_WALK_M_S:g} m/s ({changes.SLOWEST_WALK_M_S:g}-{changes.FASTEST_WALK_M_S:g})",
    f"at b = 1 (× {slower(1):.2f}), falls at b = 4 (× {slower(4):.2f}) and b = 10 (× {slower(10):.2f})",
]


@pytest.mark.parametrize("statement", STEPS + GAIT + FORCE + LOAD)
def test_what_the_page_states_of_the_code_is_so(statement):
    assert statement in PAGE


def test_a_mile_on_the_published_line():
    told = [f"{per_mile(RUN, minutes):,.0f}" for minutes in (12, 10, 8, 6)]
    assert "{}, {}, {} and {} [C]".format(*told) in PAGE
    assert f"about {round(3 * per_mile(RUN, 10), -2):,.0f}, not 9,000" in PAGE
    assert f"At 170 steps/min a mile would have to take {3000 / 170:.1f} minutes" in PAGE
    assert f"At 10 minutes a mile 3,000 footfalls are {3000 / 10:.0f} steps/min" in PAGE
    walked = [f"{round(per_mile(WALK, minutes), -1):,.0f}" for minutes in (15, 20, 30, 33)]
    assert (
        "about {} a mile at 15 minutes, {} at 20, {} at 30; a stroll of 33 minutes a mile reaches 3,000 ({};".format(*walked)
        in PAGE
    )


def test_load_per_km_under_each_exponent():
    told = {row[0]: row[1:] for row in rows(SCIENCE) if row[0] in {"1", "2", "4", "10"}}
    ours = {str(b): [f"{load_per_km(speed, b):.2f}" for speed in (2.5, 3.5, 4.5)] for b in (1, 2, 4, 10)}
    assert told == ours


def test_the_spreads_are_those_of_the_code_split_as_it_splits_them():
    told = {row[0]: row[1:] for row in rows(SCIENCE)}

    def kept(own: float) -> str:
        return percent(math.sqrt(spread.DUTY_SD**2 - own**2), 1)

    def split(*several: LineErrors) -> list[str]:
        """In all, what all runs share, what each has alone; the last is the same for all of these."""
        wholes = ", without height ".join(percent(math.hypot(one.shared, one.own), 1) for one in several)
        assert len({one.own for one in several}) == 1
        return [wholes, ", ".join(percent(one.shared, 1) for one in several), percent(several[0].own, 1)]

    k = percent(force.SHAPE_K_SD / force.SHAPE_K, 1)
    assert told["shape of the force, k"][:2] == [k, k]
    for name, own in (("contact recorded", spread.OWN_DUTY_RECORDED_SD), ("from speed", spread.OWN_DUTY_BY_SPEED_SD)):
        assert told[f"duty factor, {name}"] == [percent(spread.DUTY_SD), kept(own), percent(own)]
    assert told["force of walking footfalls"][:2] == [percent(force.WALKING_SD)] * 2
    assert told["slopes steeper than 5 %"][:2] == [f"{percent(force.STEEP_SD)} more", percent(force.STEEP_SD)]
    assert told["lumbar over ground force"][:2] == [percent(force.LUMBAR_RATIO_SD)] * 2
    assert told["cadence recorded"] == split(footfalls.RECORDED_ERRORS)
    lines = [
        footfalls.published_line_errors(width) for width in (footfalls.POPULATION_HALF_WIDTH, footfalls.NO_HEIGHT_HALF_WIDTH)
    ]
    assert told["cadence from the published line"] == split(*lines)
    assert told["cadence from your own line of 3 runs"] == split(footfalls.own_line_errors(3))


def test_what_is_left_between_two_runs():
    told = {row[0]: row[1:] for row in rows(SCIENCE)}
    count, better, worse = footfalls.RECORDED_ERRORS.own, spread.OWN_DUTY_RECORDED_SD, spread.OWN_DUTY_BY_SPEED_SD

    def of_ratio(duty: float, exponent: int) -> float:
        return math.sqrt(2) * math.hypot(count, exponent * duty)

    assert told["footfalls"][-3:] == [*[f"{100 * of_ratio(0, 1):.1f} %"] * 2, f"±{100 * Z * of_ratio(0, 1):.1f} %"]
    low, high = of_ratio(better, 1), of_ratio(worse, 1)
    assert told["ground force, easy kilometres, lumbar sum"] == [
        f"{100 * low:.1f} %",
        f"{100 * high:.1f} %",
        f"±{100 * Z * low:.0f} to ±{100 * Z * high:.0f} %",
    ]
    for exponent, digits in ((4, 2), (10, 1)):
        low, high = of_ratio(better, exponent), of_ratio(worse, exponent)
        widest = f"×/÷{math.exp(Z * low):.{digits}f} to ×/÷{math.exp(Z * high):.{digits}f}"
        assert told[f"weighted-{exponent}"] == [f"{100 * low:.0f} %", f"{100 * high:.0f} %", widest]


def test_how_far_one_run_is_known():
    one = math.sqrt((force.SHAPE_K_SD / force.SHAPE_K) ** 2 + spread.DUTY_SD**2 + (footfalls.RECORDED_HALF_WIDTH / Z) ** 2)
    assert f"known to {100 * one:.1f} % (1 SD): ×/÷{math.exp(Z * one):.2f} at 90 %" in PAGE
    assert f"its lumbar sum to ×/÷{math.exp(Z * math.hypot(one, force.LUMBAR_RATIO_SD)):.1f}" in PAGE


@pytest.mark.parametrize("model", LOAD_MODELS.values(), ids=list(LOAD_MODELS))
def test_each_load_model_stands_there_with_its_unit(model):
    told = {row[0].split("`")[1]: row for row in rows(SCIENCE) if row[0].startswith("`") and "." not in row[0]}
    assert told[model.name][1] == model.unit
    assert ("(default)" in told[model.name][0]) == (model.name == DEFAULT_LOAD_MODEL)


def deviations() -> set[str]:
    """Each numbered `Differs` of a docstring: module.function and number."""
    found = set()
    for name, path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef | ast.ClassDef):
                continue
            text = ast.get_docstring(node) or ""
            if "Differs" not in text:
                continue
            numbers = re.findall(r"(?<![\w.])(\d)\.\s", text[text.index("Differs") :])
            assert numbers == [str(index + 1) for index in range(len(numbers))], f"{name}.{node.name} numbers them {numbers}"
            found |= {f"`{name}.{node.name}` {number}" for number in numbers}
    return found


def test_every_deviation_stands_on_the_page_and_none_that_is_gone():
    told = {row[0] for row in rows(SCIENCE) if re.fullmatch(r"`[\w.]+` \d", row[0])}
    assert len(told) > 20
    assert not deviations() - told, f"say in docs/science.md what differs and why: {sorted(deviations() - told)}"
    assert not told - deviations(), f"in no docstring: {sorted(told - deviations())}"


def test_claims_are_answered_kindly():
    answered = [row for row in rows(SCIENCE) if row[0].startswith('"')]
    assert len(answered) >= 10
    assert all(len(row) == 3 and row[1] and row[2] for row in answered)
    assert not re.search(r"\b(safe|safely|allowed|green|wrong|myth|nonsense|guarantee\w*)\b", SCIENCE, re.IGNORECASE)
