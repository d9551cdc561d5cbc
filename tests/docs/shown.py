"""Output as the pages show it: `…` on a line of its own stands for any lines."""

import re

ANY = "…\n"


def pattern(shown: str) -> re.Pattern[str]:
    """What the whole output must match."""
    return re.compile(r"(?:.*\n)*?".join(re.escape(piece) for piece in shown.split(ANY)))
