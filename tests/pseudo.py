"""A language that nobody speaks: the catalogue in other letters, so that a Latin word in any output did not come through it."""

import string
from collections.abc import Iterator, Mapping

from footfall.wording import CATALOGUE
from footfall.wording.language import Language

_OTHER = {
    **{ord(letter): chr(0x430 + at) for at, letter in enumerate(string.ascii_lowercase)},
    **{ord(letter): chr(0x410 + at) for at, letter in enumerate(string.ascii_uppercase)},
}


def pseudo(code: str = "qps", **how: object) -> Language:
    """Every sentence there is, its fields as they were; how   other fields of the language."""
    return Language(code, "Pseudo", {key: _turned(template) for key, template in CATALOGUE.items()}, **how)  # type: ignore[arg-type]


def _turned(template: str) -> str:
    return "".join(_pieces(template))


def _pieces(template: str) -> Iterator[str]:
    for text, field, spec, conversion in string.Formatter().parse(template):
        yield text.translate(_OTHER).replace("{", "{{").replace("}", "}}")
        if field is not None:
            yield "{" + field + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "") + "}"


def without(language: Language, keys: Mapping[str, str]) -> Language:
    """The same with some sentences missing."""
    return language._replace(sentences={key: text for key, text in language.sentences.items() if key not in keys})
