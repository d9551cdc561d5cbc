"""What is assumed of runners, runs and watches: numbers alone. Each is explained, with its source, in `assumptions`."""

from dataclasses import dataclass

Span = tuple[float, float]
"""Lowest and highest of an even distribution."""


@dataclass(frozen=True, slots=True)
class World:
    """SDs and shares are fractions unless a unit is named."""

    height_m: float = 1.73
    height_sd_m: float = 0.09
    easy_speed_m_s: float = 2.75
    easy_speed_sd_m_s: float = 0.42
    easy_speed_span_m_s: Span = (2.3, 3.9)

    cadence_sd: float = 0.09 / 1.645
    cadence_run_sd: Span = (0.02, 0.03)
    cadence_slope_sd: float = 3.0
    cadence_second_sd: float = 0.015
    cadence_memory_s: float = 20.0
    walk_cadence_sd: float = 0.05
    walk_like_run: float = 0.5

    duty_sd: float = 0.025
    duty_run_sd: Span = (0.03, 0.05)
    duty_second_sd: float = 0.02

    shape: float = 1.75
    shape_sd: float = 0.12
    lumbar_ratio: float = 1.24
    lumbar_ratio_log_sd: float = 0.35
    walk_force_bw: float = 1.2
    walk_force_per_m_s: float = 0.25
    walk_force_sd: float = 0.08
    steep_sd: float = 0.05

    recorded_sd: float = 0.006
    recorded_watch_share: Span = (0.0, 2 / 3)
    contact_bias: Span = (-0.16, 0.05)
    contact_per_m_s: float = -0.03
    contact_run_sd: float = 0.03
    contact_second_sd: float = 0.04
    distance_run_sd: float = 0.01

    weeks: int = 16
    runs_a_week: Span = (2, 5)
    minutes: Span = (20, 90)
    run_walks_a_week: int = 3
    run_walk_minutes: Span = (25, 35)
