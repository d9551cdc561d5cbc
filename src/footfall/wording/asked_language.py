"""The language that the command line or a variable names, before either is read properly: help and usage errors are spoken in it too."""

from collections.abc import Mapping, Sequence

from footfall.wording.language import LANGUAGES
from footfall.wording.locale import Locale, speak

_FLAG, _VARIABLE = "--lang", "FOOTFALL_LANG"


def speak_as_asked(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """English where none is named, or one that is not there: the settings say so when they are read."""
    named = environment.get(_VARIABLE, "")
    for at, argument in enumerate(arguments):
        if argument == _FLAG and at + 1 < len(arguments):
            named = arguments[at + 1]
        elif argument.startswith(f"{_FLAG}="):
            named = argument.partition("=")[2]
    codes = {code.lower(): code for code in LANGUAGES}
    code = codes.get(named.strip().lower().replace("_", "-"))
    if code is not None:
        speak(Locale(code))
