"""New back pain at an age at which it is looked at sooner: a part of rule F3."""

from footfall.history.history import History
from footfall.history.pain import back_pain
from footfall.model.diary import DiaryEntry, OnsetKind

YOUNG, OLD = 20, 55


def new_back_pain(history: History) -> DiaryEntry | None:
    """The first row of the diary with pain in the back, when the runner may be under 20 or over 55 in it.

    Pain is a score of 1 or more, an onset, or a stop for pain.
    None when there is none, the age is not known, or a row from then on says `resolved`. A year of birth leaves the age
    open by one year: the pressing reading is taken. A stray row, whose year is most likely a slip, speaks where no other does.
    """
    birth_year = history.athlete.birth_year
    if birth_year is None:
        return None
    placed = tuple(entry for day in history.days for entry in day.entries)
    entries = placed if any(map(_hurts, placed)) else history.entries
    first = next((index for index, entry in enumerate(entries) if _hurts(entry)), None)
    if first is None or any(entry.red_flags_resolved for entry in entries[first:]):
        return None
    oldest = entries[first].day.year - birth_year
    return entries[first] if oldest - 1 < YOUNG or oldest > OLD else None


def _hurts(entry: DiaryEntry) -> bool:
    began = entry.onset is not None and entry.onset.kind is not OnsetKind.NONE
    told = entry.about_the_back and (began or entry.stopped_for_pain is True)
    return told or any(pain >= 1 for pain in back_pain(entry))
