"""What a language is: its sentences by the catalogue's keys, how it writes numbers, and which form of a noun a number asks for."""

from collections.abc import Callable, Mapping
from typing import NamedTuple


def _one_or_other(count: int) -> str:
    return "one" if count == 1 else "other"


class Language(NamedTuple):
    """docs/translating.md says how one is added.

    code        as in HTML's `lang`: `en`, `pt-BR`.        name  what it calls itself.
    sentences   key of the catalogue -> template. What is missing stays English and is counted by `untranslated`.
    decimal, thousands   what stands in a number for the English point and comma.
    form        count -> the form of a noun: `one`, `other`, and `zero`, `two`, `few`, `many` where the language has them.
    """

    code: str
    name: str
    sentences: Mapping[str, str]
    decimal: str = "."
    thousands: str = ","
    form: Callable[[int], str] = _one_or_other


ENGLISH = Language("en", "English", {})
"""The catalogue itself is English."""


def _english() -> Language:
    return ENGLISH


LANGUAGES: dict[str, Callable[[], Language]] = {"en": _english}
"""Code -> what gives the language, asked late: its sentences are imported only when they are spoken."""


def language(code: str) -> Language:
    """Raises KeyError for a code that is none."""
    return LANGUAGES[code]()


def untranslated(one: Language, keys: Mapping[str, str]) -> frozenset[str]:
    """The keys that stay English in a language. keys   the catalogue."""
    return frozenset() if one.code == ENGLISH.code else frozenset(keys) - frozenset(one.sentences)
