"""Text that a spreadsheet would run: https://owasp.org/www-community/attacks/CSV_Injection."""

STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so, blanks aside, is taken for a formula, or hides one: a device or a file could be named to do harm."""


def as_text(text: str) -> str:
    """The text with an apostrophe before it, where a spreadsheet would run it."""
    return f"'{text}" if text.startswith(STARTS) or text.lstrip().startswith(STARTS) else text
