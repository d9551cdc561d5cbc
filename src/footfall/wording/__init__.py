"""The catalogue: every sentence that people read, by key, so that one place is read for tone and one day translated."""

from collections.abc import Mapping
from types import MappingProxyType

from footfall.wording.matching import SENTENCES as MATCHING
from footfall.wording.notes import SENTENCES as NOTES
from footfall.wording.problems import SENTENCES as PROBLEMS
from footfall.wording.settings import SENTENCES as SETTINGS
from footfall.wording.terminal import SENTENCES as TERMINAL

CATALOGUE: Mapping[str, str] = MappingProxyType({**MATCHING, **NOTES, **PROBLEMS, **SETTINGS, **TERMINAL})
"""Key -> template for `str.format`. Keys are dotted: `problem.no-time`, `rule.R1.headline`."""


def say(key: str, **values: object) -> str:
    """The sentence `key`, filled in. Raises KeyError for a key or value that is missing: a bug, not a user's error."""
    return CATALOGUE[key].format(**values)
