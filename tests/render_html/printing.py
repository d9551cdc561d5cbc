"""How many sheets of paper a page takes, by the PDF that a browser makes of it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """Number of sheets, and their distinct sizes in points."""

    sheets: int
    sizes: frozenset[tuple[int, int]]


def paper(raw: bytes) -> Paper:
    """What a PDF is printed on."""
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", raw)
    return Paper(len(re.findall(rb"/Type\s*/Page\b", raw)), frozenset((round(float(w)), round(float(h))) for w, h in boxes))
