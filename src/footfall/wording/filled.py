"""What stands in the fields of a sentence: the values given, units by name, fixed quantities, and numbers as the language writes them."""

from collections.abc import Mapping

from footfall.wording.language import ENGLISH, Language
from footfall.wording.locale import spoken
from footfall.wording.units import SENTENCES as UNITS
from footfall.wording.units import fixed


class Values(dict[str, object]):
    """For `str.format_map`: what was not given is a unit's name, or `si`. Raises KeyError for anything else: a bug."""

    def __missing__(self, name: str) -> object:
        if name == "si":
            return _Fixed()
        locale = spoken()
        return unit_word(f"unit.{locale.units.value}.{name}", locale.language)


class WrittenValues(Values):
    """The same where numbers are not written as in English."""

    def __getitem__(self, name: str) -> object:
        value = super().__getitem__(name)
        return _Number(value) if isinstance(value, float | int) and not isinstance(value, bool) else value


def values_for(language: Language, values: Mapping[str, object]) -> Values:
    """What a template of that language is filled in from."""
    return Values(values) if _as_in_english(language) else WrittenValues(values)


def unit_word(key: str, language: Language) -> str:
    """The template of a unit. Raises KeyError for a name that is none."""
    own = language.sentences.get(key)
    return UNITS[key] if own is None else own


def as_written(text: str, language: Language) -> str:
    """A number in English, `4,883.5`, as the language writes it."""
    return text if _as_in_english(language) else text.translate({ord("."): language.decimal, ord(","): language.thousands})


def _as_in_english(language: Language) -> bool:
    return language.decimal == ENGLISH.decimal and language.thousands == ENGLISH.thousands


class _Number(float):
    """A number that a template formats itself, `{told:.2f}`."""

    __slots__ = ("given",)

    def __new__(cls, given: float) -> "_Number":
        made = super().__new__(cls, given)
        made.given = given
        return made

    given: float

    def __format__(self, spec: str) -> str:
        return as_written(format(self.given, spec), spoken().language)

    def __str__(self) -> str:
        return str(self.given)


class _Fixed:
    """`{si:5 km}`."""

    def __format__(self, spec: str) -> str:
        locale = spoken()
        number, unit = fixed(spec, locale.units)
        return unit_word(f"unit.{unit}", locale.language).format(n=as_written(number, locale.language))
