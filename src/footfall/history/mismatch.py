"""What a history could not place: rows without a run, onsets outside one, what lies after its last day."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from footfall.model.diary import DiaryEntry


@dataclass(frozen=True, slots=True)
class MatchProblem:
    """Something that a history could not place, as a code and values; the catalogue has the sentences.

    code     a reason code of `model.problem`.    detail  which sentence of that code; blank for the plain one.
    path     the diary or run file.               entry   the row; None when it is not about one row.
    column   the cell; None for the whole row.    values  days, numbers and texts of the sentence.
    """

    code: str
    path: str
    entry: DiaryEntry | None = None
    column: str | None = None
    detail: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
