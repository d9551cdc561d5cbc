"""The red-flag place: what stands above everything else, or the one quiet line."""

from collections.abc import Sequence
from dataclasses import dataclass

from footfall.findings.finding import Finding, Severity
from footfall.findings.red_flags import comfort_waits, diary_days, resolved_words
from footfall.render.content import Content
from footfall.render.facts import fact_text, label_without_folders
from footfall.render.html.findings_view import GLYPHS, Piece, linked
from footfall.render.html.words import clipped
from footfall.render.summary import FLAG_RULES
from footfall.wording import say
from footfall.wording.numbers import counted
from footfall.wording.red_flags import definitions

_WHOLE = 5_000
"""Text that might be a red flag is not cut short like a name is."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One open red flag: the instruction, what was ticked, what to say on the phone, how to correct it, the source.

    to_check   signs to go through, where what was written is no known sign; empty otherwise.
    """

    severity: str
    glyph: str
    tag: str
    instruction: str
    ticked: tuple[tuple[str, str], ...]
    to_check: tuple[tuple[str, str], ...]
    phone: str
    advice: str
    how_sure: str
    source: tuple[Piece, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Banner:
    """`flags` the most pressing first; where there is none, `quiet` says in one line what was looked at.

    wait   with an emergency, that the rest of the page can wait, and for what; blank without one.
    """

    flags: tuple[Flag, ...]
    quiet: str
    wait: str


def banner(content: Content) -> Banner:
    """What stands on top of the page."""
    found = [one for one in content.findings.found if one.rule in FLAG_RULES]
    flags = tuple(_flag(one, content.diary_path, first=at == 0) for at, one in enumerate(found))
    return Banner(flags, "" if found else _quiet(content), _wait(flags))


def _wait(flags: Sequence[Flag]) -> str:
    """A sign wants to be seen; text that may be one wants the list to be checked."""
    emergencies = [flag for flag in flags if flag.severity == Severity.EMERGENCY.value]
    if not emergencies:
        return ""
    ticked = any(not flag.to_check for flag in emergencies)
    return say("red-flags.rest-can-wait" if ticked else "red-flags.rest-can-wait.check")


def _flag(finding: Finding, diary: str | None, *, first: bool) -> Flag:
    word = say(f"page.severity.{finding.severity}")
    said = [(label_without_folders(item, diary), clipped(fact_text(item), _WHOLE)) for item in finding.evidence]
    to_check = [pair for pair in said if pair in _signs()]
    phone = [words for label, words in said if label == say("evidence.phone")]
    return Flag(
        severity=finding.severity.value,
        glyph=GLYPHS[finding.severity],
        tag=say("page.flag.first", severity=word) if first else word,
        instruction=_instruction(finding.headline),
        ticked=tuple(pair for pair in said if pair not in to_check and pair[0] != say("evidence.phone")),
        to_check=tuple(to_check),
        phone=" ".join(phone),
        advice=finding.suggestion,
        how_sure=finding.how_sure,
        source=linked(finding.source),
        rule=finding.rule,
    )


def _signs() -> list[tuple[str, str]]:
    """Every red flag as the rule lists it when a text could not be read."""
    return [(name, say("evidence.list-item", code=code, means=means)) for _, code, name, means in definitions()]


def _instruction(headline: str) -> str:
    line = clipped(headline, 400)
    return line if line.endswith((".", "…")) else f"{line}."


def _quiet(content: Content) -> str:
    """In words that do not outgrow what was looked at: a diary says what was written, not what is."""
    if comfort_waits(content.findings):
        return say("questions.open")
    if not content.history.has_diary:
        return say("page.no_flags_asked")
    resolved = resolved_words(content.history)
    if resolved:
        return say("red-flags.none-open", resolved=resolved)
    days = diary_days(content.history)
    return say("red-flags.quiet", days=counted(days, "diary day")) if days else say("page.no_flags_asked.empty")
