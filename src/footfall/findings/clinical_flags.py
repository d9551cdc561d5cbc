"""Every red flag that a diary ever held, open or resolved, with what could not be read and what is still asked."""

import datetime as dt
from dataclasses import dataclass

from footfall.findings.finding import Finding, Findings
from footfall.findings.flag_signs import Sign, signs
from footfall.findings.red_flags import diary_days, unread
from footfall.history.history import History
from footfall.model.diary import Tier, UnreadFlag


@dataclass(frozen=True, slots=True)
class FlagRecord:
    """By day, the newest first; open ones, by how pressing they are, before those that were resolved.

    told       findings of F1 to F4 that are open, signs and what the rules add to them: what to do, and how soon.
    signs      every sign from its first row to its last.
    unread     text under red_flags that is no code or has no day.
    asks       questions about notes that nobody has answered.
    days       diary days that were read for them.
    """

    told: tuple[Finding, ...]
    signs: tuple[Sign, ...]
    unread: tuple[UnreadFlag, ...]
    asks: tuple[Finding, ...]
    days: int


def flag_record(history: History, findings: Findings) -> FlagRecord:
    """All of it, whatever part of the history is shown: a red flag does not end where a page begins."""
    return FlagRecord(
        told=tuple(found for found in findings.found if found.rule in list(Tier)),
        signs=tuple(sorted(signs(history), key=_order)),
        unread=tuple(sorted(unread(history), key=lambda flag: flag.day or dt.date.max, reverse=True)),
        asks=tuple(found for found in findings.found if found.asks),
        days=diary_days(history),
    )


def _order(sign: Sign) -> tuple[bool, int, int, str]:
    is_closed = sign.resolved is not None
    return is_closed, 0 if is_closed else list(Tier).index(sign.tier), -sign.newest.toordinal(), sign.code
