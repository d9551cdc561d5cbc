"""The red-flag place: what stands above everything else, or the one quiet line."""

from dataclasses import dataclass

from footfall.findings.finding import Finding, Severity
from footfall.render.content import Content
from footfall.render.html.findings_view import GLYPHS, Piece, linked, value_text
from footfall.render.html.words import clipped
from footfall.render.summary import RED_FLAGS
from footfall.wording import say
from footfall.wording.numbers import counted

_WHOLE = 5_000
"""Text that might be a red flag is not cut short like a name is."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One open red flag: the instruction, what was ticked, what to say on the phone, how to correct it, the source."""

    severity: str
    glyph: str
    tag: str
    instruction: str
    ticked: tuple[tuple[str, str], ...]
    phone: str
    advice: str
    how_sure: str
    source: tuple[Piece, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Banner:
    """`flags` the most pressing first; where there is none, `quiet` says in one line what was looked at.

    wait   True with an emergency: the rest of the page can wait.
    """

    flags: tuple[Flag, ...]
    quiet: str
    wait: bool


def banner(content: Content) -> Banner:
    """What stands on top of the page."""
    found = [one for one in content.findings.found if one.rule in RED_FLAGS]
    return Banner(
        flags=tuple(_flag(one, first=at == 0) for at, one in enumerate(found)),
        quiet="" if found else _quiet(content),
        wait=any(one.severity is Severity.EMERGENCY for one in found),
    )


def _flag(finding: Finding, *, first: bool) -> Flag:
    word = say(f"page.severity.{finding.severity}")
    said = {item.label: value_text(item) for item in finding.evidence}
    phone = said.get(say("evidence.phone"), "")
    return Flag(
        severity=finding.severity.value,
        glyph=GLYPHS[finding.severity],
        tag=say("page.flag.first", severity=word) if first else word,
        instruction=_instruction(finding.headline),
        ticked=tuple((item.label, value_text(item, _WHOLE)) for item in finding.evidence if item.label != say("evidence.phone")),
        phone=phone,
        advice=finding.suggestion,
        how_sure=finding.how_sure,
        source=linked(finding.source),
        rule=finding.rule,
    )


def _instruction(headline: str) -> str:
    line = clipped(headline, 400)
    return line if line.endswith((".", "…")) else f"{line}."


def _quiet(content: Content) -> str:
    """In words that do not outgrow what was looked at: a diary says what was written, not what is."""
    if not content.history.has_diary:
        return say("page.no_flags_asked")
    days = sum(bool(day.entries) for day in content.history.days)
    return say("red-flags.quiet", days=counted(days, "diary day")) if days else say("page.no_flags_asked.empty")
