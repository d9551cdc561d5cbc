"""Where a setting was made, kept so that a message can name the place to change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Places, the strongest first."""

    FLAG = "flag"
    ENVIRONMENT = "environment"
    PROJECT = "project"
    USER = "user"
    FOUND = "found"
    """Met beside the files under its usual name: a diary, an athlete."""
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Origin:
    """One place.

    where   as a person would name it: `--timezone`, `FOOTFALL_TIMEZONE`, `footfall.toml: timezone`; blank for a default.
    """

    kind: Kind
    where: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """Something worth a line to the user that stops nothing: a code of the catalogue and its values."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
