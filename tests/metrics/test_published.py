"""Published tables against ours. Reproduction guards the code; only plates, Malisoux and Munro say anything of truth."""

import numpy as np
import pytest

from footfall.metrics.cadence import running_cadence_spm, walking_cadence_spm
from footfall.metrics.contact import contact_time_s, duty_factor_at, recorded_duty_factor
from footfall.metrics.force import SHAPE_K, peak_force_bw

# speed m/s, cadence, duty factor, steps per km: Fukuchi 2017, doi 10.7717/peerj.3298
FUKUCHI = [(2.5, 162, 0.394, 1080), (3.5, 171, 0.348, 814), (4.5, 183, 0.328, 678)]
# cadence, contact time at 20 N, active peak: force-plate files of the same data set
PLATES = [(156.8, 0.290, 2.251), (171.2, 0.236, 2.529), (157.5, 0.306, 2.371)]


@pytest.mark.parametrize(("speed", "cadence", "duty", "per_km"), FUKUCHI)
def test_fukuchi_is_reproduced(speed: float, cadence: float, duty: float, per_km: float) -> None:
    ours = float(running_cadence_spm(np.array(speed), 1.76))
    assert ours == pytest.approx(cadence, rel=0.03)
    assert float(duty_factor_at(np.array(speed))) == pytest.approx(duty, rel=0.03)
    assert ours / 60 / speed * 1000 == pytest.approx(per_km, rel=0.03)


@pytest.mark.parametrize(("pace_min", "per_mile"), [(12, 1951), (10, 1672), (8, 1400), (6, 1080)])
def test_hoegers_means_are_reproduced_within_4_percent(pace_min: float, per_mile: float) -> None:
    speed = 1609.344 / 60 / pace_min
    assert float(running_cadence_spm(np.array(speed))) * pace_min == pytest.approx(per_mile, rel=0.04)


@pytest.mark.parametrize(("speed", "cadence"), [(2.4, 154), (2.6, 158), (2.9, 160)])
def test_van_oeveren_is_reproduced_within_7_steps(speed: float, cadence: float) -> None:
    # published in whole steps, so ours is compared in whole steps: 161.06 against 154 at 2.4 m/s is the widest
    assert round(float(running_cadence_spm(np.array(speed)))) == pytest.approx(cadence, abs=7)


@pytest.mark.parametrize(("speed", "cadence"), [(1.04, 101), (1.32, 116), (1.62, 128)])
def test_winiarski_is_reproduced_within_2_percent(speed: float, cadence: float) -> None:
    assert float(walking_cadence_spm(np.array(speed))) == pytest.approx(cadence, rel=0.02)


def test_plate_forces_follow_from_measured_contact_and_cadence() -> None:
    ratios = []
    for cadence, contact, peak in PLATES:
        duty = recorded_duty_factor(np.array([contact]), np.array([cadence]))
        ours = float(peak_force_bw(duty)[0])
        assert ours == pytest.approx(peak, rel=0.12)
        ratios.append(ours / peak)
    assert np.mean(ratios) == pytest.approx(1, abs=0.06)


def test_a_half_sine_would_be_low_on_the_plates() -> None:
    low = [np.pi / 2 * 60 / (cadence * contact) / peak for cadence, contact, peak in PLATES]
    assert max(low) < 0.93
    assert np.pi / 2 < SHAPE_K


def test_malisoux_preferred_speed_lies_within_its_spread() -> None:
    # 860 runners at 9.9 km/h: 164 +/- 9 steps/min, duty factor 0.39 +/- 0.04 (doi 10.1177/23259671231204629)
    speed = np.array(9.9 / 3.6)
    assert float(running_cadence_spm(speed)) == pytest.approx(164, abs=9)
    assert float(duty_factor_at(speed)) == pytest.approx(0.39, abs=0.04)


@pytest.mark.parametrize(("speed", "contact", "thrust"), [(3.0, 0.270, 2.51), (5.0, 0.199, 2.83)])
def test_munro_contact_and_thrust_within_12_percent(speed: float, contact: float, thrust: float) -> None:
    duty = duty_factor_at(np.array(speed))
    assert float(contact_time_s(duty, running_cadence_spm(np.array(speed)))) == pytest.approx(contact, rel=0.12)
    assert float(peak_force_bw(duty)) == pytest.approx(thrust, rel=0.12)


@pytest.mark.parametrize(("exponent", "at_3_5", "at_4_5"), [(1, 0.85, 0.75), (2, 0.97, 0.91), (4, 1.24, 1.31), (10, 2.61, 3.93)])
def test_load_per_km_relative_to_2_5_m_s(exponent: int, at_3_5: float, at_4_5: float) -> None:
    """Whether fast running loads more per km depends on how strongly force is weighted."""
    speeds = np.array([2.5, 3.5, 4.5])
    per_km = np.array([row[3] for row in FUKUCHI]) * peak_force_bw(duty_factor_at(speeds)) ** exponent
    assert per_km[1:] / per_km[0] == pytest.approx([at_3_5, at_4_5], rel=0.03)


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
