"""What a diary row says about pain in the back."""

from footfall.model.diary import DiaryEntry


def back_pain(entry: DiaryEntry) -> tuple[float, ...]:
    """Every pain score of the row, 0-10; empty when none is written, or when all its sites are elsewhere."""
    if not entry.about_the_back:
        return ()
    scores = (entry.pain_before, entry.pain_max, entry.pain_after, entry.pain_next_morning)
    return tuple(score for score in scores if score is not None)
