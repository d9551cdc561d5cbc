"""The way back from `packing.pack`, a second time: the page has its own in packed.js."""

from itertools import accumulate
from typing import Any


def back(packed: dict[str, Any]) -> list[Any]:
    """Everything that was packed, in order."""
    seen = [0] * len(packed["shapes"])
    items = []
    for at in packed["of"]:
        shape = packed["shapes"][at]
        items.append(_filled(shape["like"], shape["columns"], seen[at]))
        seen[at] += 1
    return items


def _filled(like: Any, columns: list[Any], at: int) -> Any:
    if isinstance(like, list):
        return [_filled(inner, columns, at) for inner in like]
    if not isinstance(like, dict):
        return like
    return _value(columns[like["$"]], at) if "$" in like else {name: _filled(inner, columns, at) for name, inner in like.items()}


def _value(column: dict[str, Any], at: int) -> Any:
    if "text" in column:
        before, after = column["text"]
        return before + column["each"][column["at"][at] if "at" in column else at] + after
    if "line" in column:
        return _line(column, at)
    if "table" in column:
        return [list(row) for row in zip(*(_cells(cells, at) for cells in column["table"]), strict=True)]
    return column["plain"][at]


def _line(column: dict[str, Any], at: int) -> list[float]:
    bends = [[0] * int(bend) if isinstance(bend, str) else [bend] for bend in column["line"][at]]
    first, *others = [bend for alike in bends for bend in alike]
    return [whole / column["per"] for whole in accumulate([first, *accumulate(others)])]


def _cells(column: dict[str, Any], at: int) -> Any:
    if "cells" in column:
        return column["cells"][at]
    if "plain" in column:
        return column["plain"][at].split("\t")
    least, most = column["digits"]
    texts = [f"{number:,.{most}f}" for number in _line(column, at)]
    return [text.rstrip("0").rstrip(".") if most > least else text for text in texts]
