"""Pain-free minutes by date, and the spells that they are read by: for the picture of onsets by date."""

from dataclasses import dataclass

from footfall.findings.tolerance import Tolerance
from footfall.findings.tolerance_trend import Change, Spell, change


@dataclass(frozen=True, eq=False)
class ByDate:
    """What is drawn.

    found    the outings.
    change   what the test says; None where there is too little for it.
    spells   the two that it compares; one over all outings where there is a curve and no test; none without either.
    """

    found: Tolerance
    change: Change | None
    spells: tuple[Spell, ...]


def by_date(found: Tolerance) -> ByDate:
    """The spells of a tolerance."""
    tested = change(found) if found.curve is not None else None
    if tested is not None:
        return ByDate(found, tested, (tested.earlier, tested.later))
    watched = found.watched
    if found.curve is None or not watched:
        return ByDate(found, None, ())
    return ByDate(found, None, (Spell(watched[0].day, watched[-1].day, watched, len(found.events), found.curve),))
