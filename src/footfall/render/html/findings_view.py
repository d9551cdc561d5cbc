"""Findings as the page lays them out: what each line and each opened entry holds."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from footfall.findings.finding import Confidence, Evidence, Finding, Severity
from footfall.findings.red_flags import comfort_waits, diary_days, red_flag_open, resolved_words
from footfall.render.content import Content
from footfall.render.facts import fact_text, label_without_folders
from footfall.render.html.words import clipped
from footfall.render.order import rule_by_rule
from footfall.render.summary import FLAG_RULES
from footfall.wording import say
from footfall.wording.numbers import counted

_DOI = re.compile(r"\b10\.\d{4,9}/(?:\([^\s,;()]*\)|[^\s,;()])*(?:\([^\s,;()]*\)|[^\s,;:().])")
"""Without the bracket or stop behind it; a pair of brackets within, as older ones have, is part of it."""

_BESIDE = 24
"""Letters of a text that fits beside its label."""

_MANY_FACTS, _FACTS_OF_MANY = 12, 8
"""Of more facts than the first number, so many stand in the open: the ones that a rule names first."""

_DOTS = {Confidence.HIGH: 3, Confidence.MEDIUM: 2, Confidence.LOW: 1}
OPEN_PER_RULE = 2
"""How many findings of one rule stand in the open when there are more than one above that."""

_QUIET_TOGETHER = {FLAG_RULES: "page.quiet.flags", FLAG_RULES[:-1]: "page.quiet.flags.pressing"}
"""Red-flag rules that are all quiet -> the one sentence on them: all four, and all but the list for an appointment."""

GLYPHS = {
    Severity.EMERGENCY: "octagon",
    Severity.URGENT: "octagon",
    Severity.WARNING: "triangle",
    Severity.NOTICE: "disc",
    Severity.INFO: "ring",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, with the address it leads to where it is a DOI."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact behind a finding. in_words   True for a text that is too long to stand beside its label like a number."""

    label: str
    text: str
    in_words: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding. `dots` of three are filled; severity and confidence are two things with two looks.

    further   facts that are folded under the first ones, where there are many.   asks  about a red-flag sign.
    """

    rule: str
    title: str
    severity: str
    severity_word: str
    glyph: str
    headline: str
    dots: int
    confidence_word: str
    evidence: tuple[Fact, ...]
    further: tuple[Fact, ...]
    suggestion: str
    how_sure: str
    source: tuple[Piece, ...]
    run_id: str
    asks: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A finding, and more of the same rule that are folded under it."""

    shown: FindingView
    folded: tuple[FindingView, ...] = ()


@dataclass(frozen=True, slots=True)
class QuietView:
    """A rule that looked and found nothing, or could not look."""

    rule: str
    title: str
    message: str


def finding_groups(content: Content) -> tuple[Group, ...]:
    """Findings that are no red flag, in the order they come: the most pressing first.

    Of a rule with many findings the first few stand in the open; the others are folded under the last of these.
    """
    found = rule_by_rule(one for one in content.findings.found if one.rule not in FLAG_RULES)
    many = {rule for rule, times in Counter(one.rule for one in found if not one.asks).items() if times > OPEN_PER_RULE + 1}
    groups: list[Group] = []
    last: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for one in found:
        seen[one.rule] += 1
        shown = view(one, content.diary_path)
        if one.rule in many and not one.asks and seen[one.rule] > OPEN_PER_RULE:
            at = last[one.rule]
            groups[at] = Group(groups[at].shown, (*groups[at].folded, shown))
        else:
            last[one.rule] = len(groups)
            groups.append(Group(shown))
    return tuple(groups)


def view(finding: Finding, diary: str | None) -> FindingView:
    """One finding, in the words of the page. diary   path of it, of which the page shows the name alone."""
    facts = tuple(_fact(item, diary, whole=finding.asks) for item in finding.evidence)
    shown = _FACTS_OF_MANY if len(facts) > _MANY_FACTS else len(facts)
    return FindingView(
        rule=finding.rule,
        title=finding.title,
        severity=finding.severity.value,
        severity_word=say(f"page.severity.{finding.severity}"),
        glyph=GLYPHS[finding.severity],
        headline=finding.headline,
        dots=_DOTS[finding.confidence],
        confidence_word=say(f"page.confidence.{finding.confidence}"),
        evidence=facts[:shown],
        further=facts[shown:],
        suggestion=finding.suggestion,
        how_sure=finding.how_sure,
        source=linked(finding.source),
        run_id=finding.run_id or "",
        asks=finding.asks,
    )


def _fact(item: Evidence, diary: str | None, *, whole: bool) -> Fact:
    """whole   text that may tell of a red flag is not cut short."""
    text = clipped(fact_text(item), 5_000 if whole else 200)
    return Fact(label_without_folders(item, diary), text, isinstance(item.value, str) and len(text) > _BESIDE)


def quiet_views(content: Content) -> tuple[QuietView, ...]:
    """Rules that looked and found nothing; the rules know what may be said beside an open red flag.

    Four quiet red-flag rules are one entry, so that a caution is not read four times and then no more.
    """
    flags = [one for one in content.findings.checked if one.rule in FLAG_RULES]
    views = _alike((one.rule, one.title, one.message) for one in content.findings.checked if one not in flags)
    codes = tuple(one.rule for one in flags)
    resolved = resolved_words(content.history)
    if comfort_waits(content.findings) and not red_flag_open(content.findings):
        message = say("questions.open")
    elif codes == FLAG_RULES and resolved:
        message = say("red-flags.none-open", resolved=resolved)
    elif codes in _QUIET_TOGETHER and not resolved:
        message = say(_QUIET_TOGETHER[codes], days=counted(diary_days(content.history), "diary day"))
    else:
        return (*_alike((one.rule, one.title, one.message) for one in flags), *views)
    return (*views, QuietView(", ".join(codes), say("page.flags"), message)) if codes else views


def skipped_views(content: Content) -> tuple[QuietView, ...]:
    """Rules that could not look, each with what it has and what it needs; those that lack the same are one entry."""
    return _alike(
        (one.rule, one.title, say("page.skipped", reason=one.reason, has=one.has, needs=one.needs))
        for one in content.findings.skipped
    )


def _alike(rules: Iterable[tuple[str, str, str]]) -> tuple[QuietView, ...]:
    """Code, title and message of rules; those that say the same are one entry."""
    saying: dict[str, list[tuple[str, str]]] = {}
    for code, title, message in rules:
        saying.setdefault(message, []).append((code, title))
    return tuple(
        QuietView(", ".join(code for code, _ in alike), "; ".join(title for _, title in alike), message)
        for message, alike in saying.items()
    )


def linked(source: str) -> tuple[Piece, ...]:
    """The text with each DOI in it as a link. A link is followed by a click only; the page itself asks for nothing."""
    pieces: list[Piece] = []
    done = 0
    for found in _DOI.finditer(source):
        if found.start() > done:
            pieces.append(Piece(source[done : found.start()]))
        pieces.append(Piece(found.group(), f"https://doi.org/{found.group()}"))
        done = found.end()
    if done < len(source):
        pieces.append(Piece(source[done:]))
    return tuple(pieces)
