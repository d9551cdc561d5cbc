"""Marks of a scatter by plotly's names, as paths around a point."""

from footfall.render.svg.path import place

OPEN = frozenset({"line-ew-open", "line-ns-open"})
"""Marks that are a stroke alone: nothing of them is filled."""


def mark(symbol: str, x: float, y: float, size: float) -> str:
    """The path. size   across.  [px]   Raises KeyError for a symbol that no picture has used yet."""
    r = size / 2
    sizes = {"r": r, "rr": 2 * r, "d": 1.3 * r, "l": 1.4 * r, "ll": 2.8 * r}
    return _PATHS[symbol].format(
        at=place(x, y), **{name: f"{value:.2f}".rstrip("0").rstrip(".") for name, value in sizes.items()}
    )


_DIAMOND = "M{at}m0-{d}l{d} {d}-{d} {d}-{d}-{d}z"
_PATHS = {
    "circle": "M{at}m-{r} 0a{r} {r} 0 1 0 {rr} 0a{r} {r} 0 1 0-{rr} 0z",
    "diamond": _DIAMOND,
    "diamond-open": _DIAMOND,
    "line-ew-open": "M{at}m-{l} 0h{ll}",
    "line-ns-open": "M{at}m0-{l}v{ll}",
    "arrow-up": "M{at}l-{r} {rr}h{rr}z",
}
"""In plotly's sizes: half a diamond's diagonal is 1.3, half a stroke 1.4 times half the size."""
