"""What is assumed, row by row, with its source, and whether the model assumes the same."""

from dataclasses import dataclass
from enum import StrEnum

from simulate.watch import LAG_S
from simulate.world import Span, World


class Beside(StrEnum):
    """How an assumption stands to footfall's own model."""

    SAME = "the same"
    OTHER = "other"
    NONE = "not in the model"


@dataclass(frozen=True, slots=True)
class Assumption:
    """One row.

    source   citation and status tag of docs/sources.md, or `ours`.
    model    how it stands to the model, and what the model has instead.
    """

    about: str
    text: str
    source: str
    beside: Beside
    model: str = ""


def assumptions(world: World) -> tuple[Assumption, ...]:
    """All of them, with the numbers of a world."""
    w = world
    return (
        Assumption("height", f"normal, {w.height_m} ± {w.height_sd_m} m", "ours", Beside.NONE),
        Assumption(
            "easy speed",
            f"normal, {w.easy_speed_m_s} ± {w.easy_speed_sd_m_s} m/s, within {_span(w.easy_speed_span_m_s)} m/s",
            "Malisoux 2023 [V2]; the ends are ours: the cadence line is published for 2.2-5.0 m/s",
            Beside.NONE,
        ),
        Assumption(
            "running cadence of persons",
            f"on the published line 167 + 9.9 (v − 3) − 55 (height − 1.73) at her easy speed, "
            f"± {_pct(w.cadence_sd)} in one session",
            "fit [C] to Fukuchi 2017, Hoeger 2008, van Oeveren 2017; spread from Malisoux 2023 [V2]",
            Beside.SAME,
        ),
        Assumption(
            "her slope in speed",
            f"normal, 9.9 ± {w.cadence_slope_sd:.0f} steps/min per m/s",
            "ours; Burns 2019 has 5.6 for the elite [V]",
            Beside.OTHER,
            "one slope for all until her own is known",
        ),
        Assumption(
            "cadence from run to run",
            f"each runner has an SD of her own, {_pct_span(w.cadence_run_sd)}; within the spread of one session",
            "2-3 % from memory of the literature [M]",
            Beside.OTHER,
            "2.5 % for all",
        ),
        Assumption(
            "cadence from second to second",
            f"± {_pct(w.cadence_second_sd)} with a memory of {w.cadence_memory_s:.0f} s; duty factor ± {_pct(w.duty_second_sd)}",
            "ours",
            Beside.NONE,
        ),
        Assumption(
            "walking cadence",
            f"101 + 46.6 (v − 1.04), persons ± {_pct(w.walk_cadence_sd)}, correlated {w.walk_like_run} with running",
            "Winiarski 2019 [V2, line C]; the spread is ours",
            Beside.OTHER,
            "the spread of running, correlation the same",
        ),
        Assumption(
            "duty factor",
            f"published means by speed, plus the same number at all speeds: ± {w.duty_sd} in one session",
            "Fukuchi 2017 [V2]: 0.021-0.028",
            Beside.OTHER,
            "the same means; ± 7 % as a factor, lognormal",
        ),
        Assumption(
            "duty factor from run to run",
            f"each runner has an SD of her own, {_pct_span(w.duty_run_sd)}, within that spread",
            "peak force 3-5 % within a runner [C]",
            Beside.OTHER,
            "4 % for all, 3 % with contact recorded",
        ),
        Assumption(
            "shape of the force, k",
            f"normal, {w.shape} ± {w.shape_sd}",
            "Fukuchi 2017 raw files [C, two runners]",
            Beside.OTHER,
            "the same spread, lognormal",
        ),
        Assumption(
            "lumbar over ground force",
            f"lognormal, median {w.lumbar_ratio}, SD of the logarithm {w.lumbar_ratio_log_sd}",
            "[C], see docs/science.md",
            Beside.SAME,
        ),
        Assumption(
            "walking footfalls",
            f"{w.walk_force_bw} BW at 1.5 m/s, {w.walk_force_per_m_s} BW more per m/s, persons ± {_pct(w.walk_force_sd)}",
            "Keller 1996 [V]; Nilsson & Thorstensson 1989 [M]",
            Beside.OTHER,
            "1.2 BW at any speed, ± 10 %",
        ),
        Assumption(
            "slopes beyond 5 %",
            f"force ± {_pct(w.steep_sd)} of the runner, one number up and one down",
            "Gottschall & Kram 2005 [V] for the mean; the spread is ours",
            Beside.OTHER,
            "one number for both",
        ),
        Assumption(
            "error of recorded cadence",
            f"± {_pct(w.recorded_sd)}, of which {_share_span(w.recorded_watch_share)} of the variance "
            f"is the watch's in all runs; a lag of {LAG_S} s; rounded to half or whole "
            f"strides per minute; half of the watches lose 0.2 % of seconds",
            "±1 % at 90 % [C]; root mean square on 14 real files beside their device's total 0.64 %; its parts are ours",
            Beside.OTHER,
            "0.6 %, a third of its variance in all runs",
        ),
        Assumption(
            "recorded contact time",
            f"device off by {_pct_span(w.contact_bias)}, up to {_pct(-w.contact_per_m_s)} less per m/s; "
            f"± {_pct(w.contact_run_sd)} by run, ± {_pct(w.contact_second_sd)} by second; to the millisecond",
            "Garcia-Pinillos 2019 [V], Rodriguez-Barbero 2024 [V]; 3 % by run [C]",
            Beside.OTHER,
            "re-anchored per device; 3 % by run",
        ),
        Assumption(
            "distance, altitude",
            f"distance ± {_pct(w.distance_run_sd)} by run; altitude in steps of 0.2 m",
            "ours",
            Beside.NONE,
        ),
        Assumption(
            "what a watch keeps",
            "every second (60 %), or every 1-8 s at its own rhythm; nothing while the timer is stopped",
            "ours",
            Beside.NONE,
        ),
        Assumption(
            "runs",
            f"{w.weeks} weeks of {_span(w.runs_a_week)} runs, {_span(w.minutes)} minutes (median 45): "
            "easy, tempo, intervals; hills of 0.5, 3 or 7 %; "
            "a third of runners walk now and then; some stand with the timer on, some stop it",
            "ours",
            Beside.NONE,
        ),
        Assumption(
            "run-walk sessions",
            f"{w.run_walks_a_week} a week of {_span(w.run_walk_minutes)} minutes; 1-5 minutes run, 0.5-2 walked",
            "ASTEROID (Neason 2024) [V]: 3 × 30 minutes; the turns are ours",
            Beside.NONE,
        ),
    )


def _pct(value: float) -> str:
    return f"{100 * value:.2g} %"


def _span(span: Span) -> str:
    return f"{span[0]:g}-{span[1]:g}"


def _pct_span(span: Span) -> str:
    low, high = (f"{100 * end:g}".replace("-", "−") for end in span)
    return f"{low} to {high} %" if span[0] < 0 else f"{low}-{high} %"


def _share_span(span: Span) -> str:
    return f"{100 * span[0]:.0f}-{100 * span[1]:.0f} %"
