"""How fast the fastest run: what keeps a ride of which nobody said that it is one from counting as a run."""

import math

import numpy as np

BEST: tuple[tuple[float, float], ...] = (
    (1609.344, 3 * 60 + 43.13),
    (5_000.0, 12 * 60 + 35.36),
    (10_000.0, 26 * 60 + 11.00),
    (21_097.5, 56 * 60 + 42),
    (42_195.0, 2 * 3600 + 35),
    (100_000.0, 6 * 3600 + 5 * 60 + 35),
    (319_614.0, 24 * 3600.0),
)
"""Distance and time of the fastest runs on record: El Guerrouj 1999 (mile), Cheptegei 2020 (5 and 10 km), Kiplimo 2025 (half
marathon), Kiptum 2023 (marathon), Sorokin 2023 (100 km) and 2022 (24 h); World Athletics and IAU lists. Some wait for their
ratification: what was run is what counts here.  [m] and [s]"""


def fastest_m_s(seconds: float) -> float:
    """The mean speed of the fastest run that ever lasted so long, between the records by the logarithm of time.  [m/s]

    Below the mile, its speed; above a day, the day's.
    Raises  ValueError for a time that is not positive.
    """
    if not seconds > 0:
        raise ValueError(f"no run lasts {seconds} s")
    lasted = [math.log(time_s) for _, time_s in BEST]
    return float(np.interp(math.log(seconds), lasted, [way_m / time_s for way_m, time_s in BEST]))
