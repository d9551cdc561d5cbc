"""express: a measured run, the athlete's calibration and her body to numbers with intervals."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from footfall.metrics import spread
from footfall.metrics.footfalls import Count, count
from footfall.metrics.footforce import contact_share
from footfall.metrics.force import LUMBAR_RATIO, LUMBAR_RATIO_SD, kilonewtons, lognormal_interval
from footfall.metrics.load import LOAD_MODELS
from footfall.metrics.local_time import start_of
from footfall.metrics.minute_curve import minute_curve
from footfall.metrics.parts import EXPONENTS, count_half_width, parts_of_count
from footfall.metrics.run_notes import load_notes, run_notes
from footfall.metrics.stride_total import stride_total_notes
from footfall.model.athlete import Athlete
from footfall.model.calibration import Calibration
from footfall.model.intervals import BoolArray, FloatArray
from footfall.model.measure import Measure
from footfall.model.measured import Gait, GradeBand, Measured, Totals
from footfall.model.parts import RUNNING_PARTS, Parts
from footfall.model.run import Source
from footfall.model.summary import Curve, FileRef, Footfalls, Load, RunSummary

MOSTLY = 0.5
"""A quantity is called recorded when more than this share of running time was."""


_ASKED_AGAIN = (spread.footfalls, spread.easy_km(1), spread.easy_km(4))
"""What the weeks of a report and its ranking of runs add up and compare, beside the load."""


class _Steps(NamedTuple):
    """Footfalls of one run, per bin and per part.

    half_width   of the 90 % interval of the count, as a fraction.
    contact_share   of running time with a usable recorded contact time, 0-1; NaN without running.
    known        False where neither way nor cadence tells what the legs did: then a count of 0 would be made up.
    """

    counted: Count
    parts: Parts
    running: BoolArray
    half_width: float
    contact_share: float
    known: bool


def express(
    measured: Measured,
    calibration: Calibration,
    athlete: Athlete,
    *,
    load_model: str = "ground-force",
    flag_zone: str | None = None,
) -> RunSummary:
    """One run's numbers, for one athlete, and its curve.

    load_model   name in LOAD_MODELS: the run's `load` and the curve's.
    The rest     as in `express_totals`.
    """
    run = express_totals(measured, calibration, athlete, load_model=load_model, flag_zone=flag_zone)
    footfalls, easy_km = run.footfalls.total.value, run.easy.value
    if run.parts is not None and not math.isnan(easy_km):
        load = LOAD_MODELS[load_model].drawn
        spread.keep_draws(run.id, run.parts, _ASKED_AGAIN if load is None else (*_ASKED_AGAIN, load))
    return replace(run, curve=minute_curve(measured, calibration, load=run.load, footfalls=footfalls, easy_km=easy_km))


def express_totals(
    measured: Measured,
    calibration: Calibration,
    athlete: Athlete,
    *,
    load_model: str = "ground-force",
    flag_zone: str | None = None,
) -> RunSummary:
    """One run's numbers, for one athlete; the curve is left empty, for a table of runs has no use for it.

    load_model   name in LOAD_MODELS: the run's `load`.
    flag_zone    IANA zone that goes before what the file says.
    Intervals    90 %. Counts: by source of cadence (metrics/footfalls.py). Force, load and lumbar sums: of 500 draws of the
                 errors (metrics/draws.py), those of the runner shared by all her runs.
    """
    header, totals = measured.header, measured.totals
    began = start_of(header, athlete, flag_zone)
    steps = _steps(measured, calibration)
    force = _force(measured, steps)
    models = [model for model in LOAD_MODELS.values() if model.listed or model.name == load_model]
    loads = tuple(Load(model.name, model.load(measured, steps.parts, calibration), model.exploratory) for model in models)
    load = next(one for one in loads if one.model == load_model)
    lumbar = _lumbar(measured, steps)
    footfalls = _footfalls(measured, calibration, steps)
    easy_km = _easy_km(steps.parts)
    easy = _easy(measured, steps, easy_km["b1"])
    session = header.session
    sources = (header.source, *header.also)
    in_words = sorted(sources, key=lambda one: one.format != "log")  # a log has what people wrote
    return RunSummary(
        id=measured.run_id,
        files=tuple(_file(one, header.taken) for one in sources),
        format=header.source.format,
        device=header.source.device or header.source.producer,
        name=_first_said(one.name for one in in_words),
        shoes=_first_said(one.shoes for one in in_words),
        description=_first_said(one.description for one in in_words),
        sport=header.sport,
        sub_sport=header.sub_sport,
        start=began.instant,
        utc_offset_s=began.offset.seconds,
        offset_source=began.offset.source,
        local_date=began.local.date(),
        elapsed_s=totals.elapsed_s,
        timer_s=totals.timer_s,
        moving_s=totals.running_s + totals.walking_s if steps.known else math.nan,
        running_s=totals.running_s if steps.known else math.nan,
        walking_s=totals.walking_s if steps.known else math.nan,
        distance_m=totals.distance_m,
        distance_source=totals.distance_source,
        ascent_m=totals.ascent_m,
        descent_m=totals.descent_m,
        cadence=_cadence(measured, calibration, steps),
        cadence_factor=totals.cadence_factor,
        footfalls=footfalls,
        force=force,
        contact_time_source="recorded" if steps.contact_share > MOSTLY else "speed",
        load=load,
        loads=loads,
        easy_km=easy_km,
        easy=easy,
        lumbar_per_footfall=_lumbar_per_footfall(force),
        lumbar_cumulative=lumbar,
        lumbar_cumulative_kn=_in_kilonewtons(lumbar, athlete.body_mass_kg),
        curve=Curve.none(),
        laps=measured.laps,
        pauses=measured.pauses,
        workout_rpe=session.workout_rpe if session is not None else None,
        workout_feel=session.workout_feel if session is not None else None,
        notes=measured.notes
        + stride_total_notes(footfalls.device_total, footfalls.total, totals)
        + run_notes(measured, calibration, athlete, steps.counted, began.offset.source)
        + load_notes(load, LOAD_MODELS[load.model], steps.counted),
        start_kind=header.start_kind,
        grade_coverage=totals.grade_coverage,
        parts=steps.parts,
        contact_balance=_contact_balance(totals),
    )


def _file(source: Source, taken: Mapping[str, Source]) -> FileRef:
    columns = (name for name, giver in taken.items() if (giver.path, giver.sha256) == (source.path, source.sha256))
    return FileRef(source.path, source.sha256, source.format, source.device or source.producer, tuple(columns))


def _first_said(texts: Iterable[str | None]) -> str | None:
    return next((text for text in texts if text), None)


def _steps(measured: Measured, calibration: Calibration) -> _Steps:
    counted = count(measured.bins, calibration.cadence_line)
    parts = parts_of_count(measured, calibration, counted)
    return _Steps(
        counted=counted,
        parts=parts,
        running=measured.bins.gait == int(Gait.RUN),
        half_width=count_half_width(parts),
        contact_share=contact_share(measured),
        known=len(measured.bins) > 0 or measured.totals.unknown_s <= measured.totals.standing_s,
    )


def _cadence(measured: Measured, calibration: Calibration, steps: _Steps) -> Measure:
    """Mean cadence while running; of a run that was all walked, while walking."""
    use = steps.running if steps.running.any() else ~steps.running
    time_s = float(measured.bins.time_s[use].sum())
    if time_s <= 0:
        return Measure.unknown("steps/min")
    share = float(measured.bins.cadence_time_s[use].sum()) / time_s
    mean = 60.0 * float(steps.counted.total[use].sum()) / time_s
    source = measured.totals.cadence_from if share > MOSTLY else calibration.cadence_line.source
    return Measure(mean, mean * (1 - steps.half_width), mean * (1 + steps.half_width), "steps/min", source, share)


def _footfalls(measured: Measured, calibration: Calibration, steps: _Steps) -> Footfalls:
    session = measured.header.session
    strides = session.total_strides if session is not None else None
    device_total = 2 * strides if strides is not None else None
    if not steps.known:
        return Footfalls(Measure.unknown("footfalls"), math.nan, math.nan, math.nan, math.nan, device_total)
    total = steps.counted.total
    value = float(total.sum())
    recorded = float(steps.counted.recorded.sum())
    source = measured.totals.cadence_from if value > 0 and recorded / value > MOSTLY else calibration.cadence_line.source
    measure = Measure(
        value,
        value * (1 - steps.half_width),
        value * (1 + steps.half_width),
        "footfalls",
        source,
        recorded / value if value > 0 else math.nan,
    )
    by_grade = _by_grade(measured, total)
    running = float(total[steps.running].sum())
    each_side = running / 2 if measured.totals.balance_s > 0 else math.nan  # feet alternate
    return Footfalls(
        total=measure,
        running=running,
        walking=float(total[~steps.running].sum()),
        downhill=by_grade[GradeBand.STEEP_DOWN],
        uphill=by_grade[GradeBand.STEEP_UP],
        device_total=device_total,
        by_grade=by_grade,
        left=each_side,
        right=each_side,
    )


def _contact_balance(totals: Totals) -> Measure:
    """The left foot's share of contact time, as the device has it."""
    left = totals.left_contact_pct
    if math.isnan(left):
        return Measure.unknown("%")
    return Measure(left, left, left, "%", "recorded", totals.balance_s / totals.running_s)


def _by_grade(measured: Measured, footfalls: FloatArray) -> dict[GradeBand, float]:
    """Footfalls in each band of slope; all NaN where the slope of most of the moving time is not known."""
    if not measured.totals.grade_coverage > MOSTLY:
        return dict.fromkeys(GradeBand, math.nan)
    return {band: float(footfalls[measured.bins.grade == int(band)].sum()) for band in GradeBand}


def _force(measured: Measured, steps: _Steps) -> Measure:
    """Mean peak force of the running footfalls."""
    running = RUNNING_PARTS
    footfalls = float(steps.parts.footfalls[running].sum())
    if not footfalls > 0:
        return Measure.unknown("BW")
    drawn = spread.draws_of(measured.run_id, steps.parts, spread.running_force)
    mean = spread.measure(float(steps.parts.force[running].sum()) / footfalls, drawn, "BW")
    return replace(mean, coverage=steps.contact_share)


def _easy_km(parts: Parts) -> dict[str, float]:
    """Sum of (force / easy force)^b over footfalls, in kilometres of easy running."""
    if not parts.footfalls.sum() > 0:
        return {f"b{exponent}": math.nan for exponent in EXPONENTS}
    return {f"b{exponent}": float(parts.weighted[exponent].sum()) / parts.easy_footfalls_per_km for exponent in EXPONENTS}


def _easy(measured: Measured, steps: _Steps, value: float) -> Measure:
    """The first of them, b = 1, of that value, with its interval: what the runner's easy footfall shares has gone from it."""
    if math.isnan(value):
        return Measure.unknown("easy km")
    found = spread.measure(value, spread.draws_of(measured.run_id, steps.parts, spread.easy_km(1)), "easy km")
    return replace(found, source="personal" if steps.parts.grounds.easy_runs else "population")


def _lumbar_per_footfall(force: Measure) -> Measure:
    """Range of lumbar compression at a running footfall that goes with this ground force, from the ratio r alone."""
    if not force.known:
        return Measure.unknown("BW")
    middle = LUMBAR_RATIO * force.value
    low, high = lognormal_interval(middle, LUMBAR_RATIO_SD)
    return Measure(middle, low, high, "BW", "derived")


def _lumbar(measured: Measured, steps: _Steps) -> Measure:
    """The same over all footfalls of the run, with the spread of force and count in it."""
    if not steps.parts.footfalls.sum() > 0:
        return Measure.unknown("BW·footfalls")
    middle = LUMBAR_RATIO * float(steps.parts.force.sum())
    return spread.measure(middle, spread.draws_of(measured.run_id, steps.parts, spread.lumbar), "BW·footfalls")


def _in_kilonewtons(lumbar: Measure, body_mass_kg: float | None) -> Measure | None:
    if body_mass_kg is None or not lumbar.known:
        return None
    low, middle, high = (kilonewtons(value, body_mass_kg) for value in (lumbar.low, lumbar.value, lumbar.high))
    return Measure(middle, low, high, "kN·footfalls", "derived")
