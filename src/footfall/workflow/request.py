"""What is asked for: everything `workflow` needs, settled by the command line or by Python before any file is opened."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from footfall.model.athlete import Athlete


class CadenceUnit(StrEnum):
    """What the cadence in the files counts: decided per file by evidence, or said by the user."""

    AUTO = "auto"
    STEPS = "steps"
    STRIDES = "strides"


@dataclass(frozen=True, slots=True)
class Request:
    """One job.

    paths           files and folders as the user named them; `-` = one file on stdin.
    diary           path of the diary; None = there is none.
    timezone        IANA name from a flag: goes before what the files say; None = not given.
    load_model      name in LOAD_MODELS.
    outing_gap_min  files that follow each other within it are one outing; 0 = each file alone.
    as_of           the day that counts as today.
    since, until    what is shown.
    deep            whether the slow rules are asked too.
    include         sports on foot that count beside running: walking, hiking.
    """

    paths: tuple[str, ...]
    as_of: dt.date
    athlete: Athlete = field(default_factory=Athlete)
    diary: str | None = None
    timezone: str | None = None
    load_model: str = "ground-force"
    cadence_unit: CadenceUnit = CadenceUnit.AUTO
    outing_gap_min: float = 15.0
    since: dt.date | None = None
    until: dt.date | None = None
    with_curve: bool = False
    deep: bool = False
    include: frozenset[str] = frozenset()


Progress = Callable[[int, int], None]
"""Called with (files done, files in all)."""
