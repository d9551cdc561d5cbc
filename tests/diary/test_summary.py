"""What `diary check` counts."""

import datetime as dt

from footfall.diary.summary import DiarySummary, summarise
from footfall.model.diary import Diary

from .rows import read_text


def test_each_kind_of_row_is_counted() -> None:
    diary, _ = read_text(
        "date,onset,pain_max,red_flags,note\n"
        "2026-05-09,17,4,,\n"
        "2026-05-03,none,0,,\n"
        "2026-05-04,start,5,fever;night_pain,\n"
        '2026-05-05,,,,"8.0 km, 48 min"\n'
        "2026-05-06,,3,fever,\n"
        "2026-05-07,lap,3,resolved,\n"
        "2026-05-08,soon,,fevr,\n"
        "31.02.2026,17,,foot_drop,\n"
    )
    assert summarise(diary) == DiarySummary(
        rows=7,
        first=dt.date(2026, 5, 3),
        last=dt.date(2026, 5, 9),
        onsets=2,
        free=1,
        from_start=1,
        onset_blank=3,
        unfilled=1,
        red_flags={"fever": 2, "night_pain": 1},
        resolved=1,
        unread_flags=2,
    )
    assert list(summarise(diary).red_flags) == ["fever", "night_pain"]


def test_a_diary_without_rows_has_no_days() -> None:
    assert summarise(Diary("diary.csv")) == DiarySummary(0, None, None, 0, 0, 0, 0, 0, {}, 0, 0)
