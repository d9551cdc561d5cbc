"""Markdown tables of the page, and how shares and verdicts are written."""

from collections.abc import Iterable, Sequence


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Heads and rows; every line ends."""
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (heads, ["---"] * len(heads), *rows))


def verdict(inside: bool | None) -> str:
    """ok, **miss**, or nothing where there is no bound."""
    if inside is None:
        return ""
    return "ok" if inside else "**miss**"


def percent(share: float, decimals: int = 1) -> str:
    """A difference with its sign: +1.2 %. What rounds to nothing has none."""
    return f"{signed(100 * share, decimals)} %"


def signed(value: float, decimals: int) -> str:
    """A number with its sign and the true minus; 0 without one."""
    text = f"{value:+.{decimals}f}"
    return text[1:] if float(text) == 0 else text.replace("-", "−")
