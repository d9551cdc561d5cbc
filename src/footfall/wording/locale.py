"""For whom is spoken: the language and the units, chosen once at a command's door and read by whatever puts words together.

One context variable, and no argument: a sentence is put together in a thousand places, from a rule deep in the findings to a label of
an axis, and none of them chooses. Nobody who reads it can be handed the wrong one, and without a door (in Python) it is English and
metric. It does not cross into other processes by itself: `workflow` takes it there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import NamedTuple

from footfall.wording.language import ENGLISH, Language, language


class Units(StrEnum):
    """What distances, paces, masses and heights are told in. What is kept, reckoned with or read by programs is always SI."""

    METRIC = "metric"
    IMPERIAL = "imperial"


class Locale(NamedTuple):
    """Plain data, so that it can be handed to a worker and be part of a key.

    lang   code of a language in LANGUAGES.
    """

    lang: str = ENGLISH.code
    units: Units = Units.METRIC

    @property
    def language(self) -> Language:
        """Raises KeyError for a code that is none: the door has looked."""
        return language(self.lang)


DEFAULT = Locale()
_SPOKEN: ContextVar[Locale] = ContextVar("footfall_locale", default=DEFAULT)


def spoken() -> Locale:
    """The one that holds here."""
    return _SPOKEN.get()


def speak(locale: Locale) -> None:
    """From here on, to the end of the context: for the door of a command, which has a context of its own."""
    _SPOKEN.set(locale)


@contextmanager
def speaking(locale: Locale) -> Iterator[None]:
    """In the block alone."""
    token = _SPOKEN.set(locale)
    try:
        yield
    finally:
        _SPOKEN.reset(token)
