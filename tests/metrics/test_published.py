"""What the published lines must hold to at any speed. The published numbers themselves stand beside ours in tests/validation."""

import numpy as np

from footfall.metrics.cadence import running_cadence_spm, walking_cadence_spm
from footfall.metrics.contact import duty_factor_at
from footfall.metrics.force import peak_force_bw


def test_force_and_cadence_rise_with_speed() -> None:
    speeds = np.linspace(1.8, 5.8, 81)
    assert np.all(np.diff(peak_force_bw(duty_factor_at(speeds))) >= 0)
    assert np.all(np.diff(running_cadence_spm(speeds)) > 0)
    assert np.all(np.diff(walking_cadence_spm(np.linspace(0.6, 2.1, 40))) > 0)


def test_force_lies_within_what_published_sources_span() -> None:
    """Fukuchi, Munro and Nilsson & Thorstensson at 2.5-5 m/s differ by about 15 %: 2.0-2.9 BW."""
    force = peak_force_bw(duty_factor_at(np.linspace(2.5, 5.0, 26)))
    assert np.all((force >= 2.0) & (force <= 2.9))


def test_three_thousand_footfalls_a_mile_are_not_reached_at_any_running_pace() -> None:
    for pace_min in (6, 8, 10, 12, 13):
        assert float(running_cadence_spm(np.array(1609.344 / 60 / pace_min))) * pace_min < 2100
