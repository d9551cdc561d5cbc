"""One athlete's week cut to what she shares: the only way into a `Member`, so that no page and no table can say more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from footfall.model.athlete import Share
from footfall.render.content import Content
from footfall.render.squad.content import Flag, Member, Numbers, Quality, SparkWeek, WeekRun


@dataclass(frozen=True, eq=False)
class WholeWeek:
    """Everything known of one athlete's week; `flags`, `notes` are made for what she shares already.

    sites     as written.    content  None where there is nothing of her.
    """

    key: str
    name: str
    numbers: Numbers
    sites: tuple[str, ...]
    weeks: tuple[SparkWeek, ...]
    runs: tuple[WeekRun, ...]
    content: Content | None
    quality: Quality
    flags: Sequence[Flag]
    notes: Sequence[str]


def shared(whole: WholeWeek, share: Share) -> Member:
    """What a coach gets: with `none` running alone, with `flags` that there is something and that a diary is kept, with `pain`
    scores, onsets and sites, with `all` codes and notes.
    """
    pain = share in (Share.PAIN, Share.ALL)
    numbers = whole.numbers if pain else replace(whole.numbers, max_pain=None, onset_min=None)
    return Member(
        key=whole.key,
        name=whole.name,
        share=share,
        numbers=replace(numbers, diary_days=None) if share is Share.NONE else numbers,
        sites=whole.sites if pain else (),
        flags=() if share is Share.NONE else tuple(whole.flags),
        weeks=whole.weeks if pain else tuple(replace(week, pain_marked=None) for week in whole.weeks),
        content=whole.content if share is Share.ALL else None,
        data_quality=whole.quality,
        notes=tuple(whole.notes),
        runs=whole.runs if pain else tuple(replace(run, onset=None, onset_min=None, max_pain=None) for run in whole.runs),
    )
