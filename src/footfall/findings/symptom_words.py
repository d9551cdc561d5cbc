"""Listening for red-flag signs in free text: which sign a note may speak of, and in which words."""

import re
from dataclasses import dataclass

from footfall.wording.symptom_words import BREAK, DENIED_AFTER, NEGATION, OR, phrases

REACH_WORDS = 5
"""A denial reaches over at most so many words: `no sign of any numbness between the legs`."""

_CLOSE = 200
"""Letters before the words in which a denial is looked for: five words and what stands between them."""

_QUOTE = 80
_HYPHEN = re.compile(r"(?<=\w)[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}](?=\w)")
_ALIKE = str.maketrans(
    {"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{MODIFIER LETTER APOSTROPHE}": "'", "`": "'", "\u00b4": "'", "\t": " "}
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A sign that a text may speak of. quote   the text, or the part of it around the words, with `…` where it was cut."""

    code: str
    quote: str


def heard(text: str) -> tuple[Heard, ...]:
    """Each sign that the text may speak of, once, in the order of the codes; denials are passed over.

    English alone. It errs towards asking: a text can mean something else, and much that is meant is not heard.
    """
    plain = _HYPHEN.sub(" ", text.translate(_ALIKE))  # of the same length, so that places in it are places in the text
    found = []
    for code, pattern in phrases().items():
        spoken = next((match for match in pattern.finditer(plain) if not _denied(plain, match)), None)
        if spoken is not None:
            found.append(Heard(code, _quote(text, *spoken.span())))
    return tuple(found)


def _denied(text: str, match: re.Match[str]) -> bool:
    if DENIED_AFTER.match(text, match.end()):
        return True
    clause = text[max(match.start() - _CLOSE, 0) : match.start()]
    breaks = [found.end() for found in BREAK.finditer(clause)]
    clause = clause[breaks[-1] :] if breaks else clause
    denials = list(NEGATION.finditer(clause))
    if not denials:
        return False
    between = clause[denials[-1].end() :]
    if "," in between and not OR.search(between + match.group()):
        return False
    return len(between.replace(",", " ").split()) <= REACH_WORDS


def _quote(text: str, start: int, end: int) -> str:
    """The text where it is short, else the words and what stands around them, whole words alone."""
    if len(text) <= _QUOTE:
        return " ".join(text.split())
    around = max((_QUOTE - (end - start)) // 2, 0)
    first, last = max(start - around, 0), min(end + around, len(text))
    if first > 0:
        first = min(text.rfind(" ", 0, first + 1) + 1 or first, start) if " " in text[:start] else first
    if last < len(text) and " " in text[end:last]:
        last = text.rindex(" ", end, last)
    shown = " ".join(text[first:last].split())
    return f"{'… ' if first > 0 else ''}{shown}{' …' if last < len(text) else ''}"
