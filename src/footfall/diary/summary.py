"""What a diary holds, in numbers: for `footfall diary check`."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from footfall.model.diary import Diary, DiaryEntry, OnsetKind

_SAYS = (
    "pain_before",
    "pain_max",
    "pain_after",
    "pain_next_morning",
    "onset",
    "eased_after_min",
    "builds",
    "stopped_for_pain",
    "shortened_for_fear",
    "morning_stiffness_min",
    "rpe",
    "surface",
    "shoes",
    "sleep_h",
)


@dataclass(frozen=True, slots=True)
class DiarySummary:
    """Counts of rows that were read.

    first, last     days; None without rows.
    onsets          rows that say when pain began.   free  `none`.   from_start  `0` or `start`.   onset_blank  the rest.
    unfilled        rows that hold nothing but date, start, note and unknown columns, as `diary new` writes them.
    red_flags       code -> rows in which it is ticked, most frequent first.    resolved  rows that say so.
    unread_flags    pieces of red-flag text that are no code or have no day.
    """

    rows: int
    first: dt.date | None
    last: dt.date | None
    onsets: int
    free: int
    from_start: int
    onset_blank: int
    unfilled: int
    red_flags: Mapping[str, int]
    resolved: int
    unread_flags: int


def summarise(diary: Diary) -> DiarySummary:
    """Count what the rows of a diary say."""
    entries = diary.entries
    days = sorted(entry.day for entry in entries)
    kinds = Counter(None if entry.onset is None else entry.onset.kind for entry in entries)
    apart = (OnsetKind.NONE, OnsetKind.START, None)
    return DiarySummary(
        rows=len(entries),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        onsets=sum(count for kind, count in kinds.items() if kind not in apart),
        free=kinds[OnsetKind.NONE],
        from_start=kinds[OnsetKind.START],
        onset_blank=kinds[None],
        unfilled=sum(is_unfilled(entry) for entry in entries),
        red_flags=dict(Counter(code for entry in entries for code in sorted(entry.red_flags)).most_common()),
        resolved=sum(entry.red_flags_resolved for entry in entries),
        unread_flags=len(diary.unread_flags),
    )


def is_unfilled(entry: DiaryEntry) -> bool:
    """True when the runner has written nothing yet: date, start and note may come from `diary new`."""
    told = (entry.sites, entry.qualities, entry.red_flags, entry.unread_red_flags)
    return not any(told) and not entry.red_flags_resolved and all(getattr(entry, name) is None for name in _SAYS)
