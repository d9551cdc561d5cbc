"""Red-flag text that could not be read, as the finding that stands in F1's place until the cell is corrected."""

import datetime as dt
from collections.abc import Sequence

from footfall.findings.finding import Confidence, Evidence, Finding, Severity
from footfall.model.diary import RED_FLAGS, Tier, UnreadFlag
from footfall.model.flag_codes import close_code
from footfall.tables.cell import cut
from footfall.wording import red_flags as words
from footfall.wording import say
from footfall.wording.numbers import date, listed, listed_few

_ALWAYS_LISTED = (Tier.F1, Tier.F2)
_MOST_QUOTED = 5
"""The evidence below quotes every one."""
_LONGEST = 200
"""Letters of each: the row says where the rest is."""


def unread_finding(flags: Sequence[UnreadFlag], as_of: dt.date) -> Finding:
    """What was written, what it may be a slip for, and the signs to go through.

    flags   not empty.    as_of   the day it stands under where a flag has none.
    The list holds every sign of F1 and F2, and what a text comes near to although its tier is lower.
    """
    close = tuple(dict.fromkeys(code for flag in flags if (code := close_code(flag.text)) is not None))
    further = [code for code in close if code in RED_FLAGS and RED_FLAGS[code] not in _ALWAYS_LISTED]
    to_check = [
        Evidence(name, say("evidence.list-item", code=code, means=means))
        for tier, code, name, means in words.definitions()
        if tier in _ALWAYS_LISTED or code in further
    ]
    days = [flag.day for flag in flags if flag.day is not None]
    suggestion = [say("red-flags.unread.suggestion")]
    suggestion += [say("red-flags.unread.further", code=code, help=say(f"help.{RED_FLAGS[code]}")) for code in further]
    return Finding(
        rule=Tier.F1,
        title=say("rule.F1.title"),
        run_id=None,
        date=max(days) if len(days) == len(flags) else as_of,
        severity=Severity.EMERGENCY,
        confidence=Confidence.LOW,
        headline=_headline(flags, [code for code in close if code not in {flag.text for flag in flags}]),
        evidence=(*(Evidence(_row(flag), cut(flag.text, _LONGEST)) for flag in flags), *to_check),
        suggestion=" ".join([*suggestion, *_then(flags)]),
        how_sure=say("red-flags.unread.how-sure"),
        source=say("rule.F1.source"),
    )


def _then(flags: Sequence[UnreadFlag]) -> list[str]:
    """What to mend: a text that is no code, or the date of a row whose code is one."""
    keys = dict.fromkeys(
        "red-flags.unread.then.date" if flag.text in RED_FLAGS and not flag.slipped else "red-flags.unread.then" for flag in flags
    )
    return [say(key) for key in keys]


def _headline(flags: Sequence[UnreadFlag], close: Sequence[str]) -> str:
    """What the text may be a slip for stands first; text of a row whose cells slipped is not said to stand under red_flags."""
    told = []
    written = _quoted([flag for flag in flags if not flag.slipped])
    if written:
        told.append(say("red-flags.unread.written", texts=written))
    for number in dict.fromkeys(flag.source_line for flag in flags if flag.slipped):
        texts = _quoted([flag for flag in flags if flag.slipped and flag.source_line == number])
        told.append(say("red-flags.unread.slipped", row=number, texts=texts))
    headline = say("red-flags.unread", told=". ".join(told))
    return f"{say('red-flags.unread.close', codes=listed(close, 'or'))} {headline}" if close else headline


def _quoted(flags: Sequence[UnreadFlag]) -> str:
    texts = list(dict.fromkeys(f"“{cut(flag.text)}”" for flag in flags))
    return listed_few(texts, _MOST_QUOTED) if texts else ""


def _row(flag: UnreadFlag) -> str:
    if flag.day is None:
        return say("red-flags.unread.row", row=flag.source_line, path=flag.path)
    return say("red-flags.unread.row-dated", row=flag.source_line, path=flag.path, date=date(flag.day))
