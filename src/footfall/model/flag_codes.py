"""Which red-flag code a text may be a slip for."""

from difflib import get_close_matches

from footfall.model.diary import RED_FLAGS, RESOLVED


def close_code(text: str, cutoff: float = 0.6) -> str | None:
    """The code of RED_FLAGS, or `resolved`, that `text` comes nearest to; None when none is near.

    cutoff   share of letters in common, 0 to 1, as difflib counts them.
    """
    word = "_".join(text.casefold().split())
    return next(iter(get_close_matches(word, (*RED_FLAGS, RESOLVED), 1, cutoff)), None)
