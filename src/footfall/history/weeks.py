"""Calendar weeks of a history, by the runner's own week start."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Week:
    """One local calendar week. Sums are 0 in a week without a recorded run; that is "none recorded", not "rested".

    start                first day.
    outings              how many.
    longest_m, longest_easy_km   of its longest outing; 0 without one.
    median_easy_km       median easy km of the 4 weeks before; NaN until there are 4.
    max_pain             worst pain of its entries (day, after or next morning); NaN without one.
    entries              days with a diary row.
    over                 False while the week still runs at `as_of`.
    """

    start: dt.date
    outings: int
    distance_m: float
    moving_s: float
    footfalls: float
    load: float
    easy_km: float
    longest_m: float
    longest_easy_km: float
    median_easy_km: float
    max_pain: float
    entries: int
    over: bool
