"""Places in files where people read of them: `row 7, column onset`. As codes of the JSON they are the same in every language."""

import re

from footfall.wording import say

SENTENCES = {
    "place.row": "row {n}",
    "place.line": "line {n}",
    "place.byte": "byte {n}",
    "place.character": "character {n}",
    "place.lap": "lap {n}",
    "place.cell": "{row}, column {column}",
}

_PLACE = re.compile(r"(row|line|byte|character|lap) (\d+)(?:, column (.+))?", re.DOTALL)


def place(where: str) -> str:
    """A place as `Problem.where` has it; one of another kind stays as it is."""
    found = _PLACE.fullmatch(where)
    if found is None:
        return where
    kind, number, column = found.groups()
    told = say(f"place.{kind}", n=number)
    return told if column is None else say("place.cell", row=told, column=column)
