"""Many objects that are alike, told once: ten years of runs would otherwise repeat every word of a drawing 3,000 times.

`pack` sorts objects by their shape (keys, and how long their lists are). A shape is written once with a hole wherever its objects
differ; what fills a hole stands in a column, one value per object. Columns that are equal are one column. `unpack` in packed.js
is the way back, and gives exactly what was packed.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from footfall.render.html.theme import Json
from footfall.wording.filled import as_written
from footfall.wording.locale import spoken

HOLE = "$"
"""The only key of a hole; its value is the number of the column."""
LONG = 400
"""A list of fewer letters is not worth a hole."""
FINEST = 1000
"""Lines are kept as whole thousandths at most: no picture writes finer numbers."""

Key = tuple[object, ...]
_LEAF: Key = (".",)


def pack(items: Sequence[object]) -> Json:
    """JSON values -> `of`, the shape of each, and `shapes`, each with its columns."""
    groups: dict[Key, list[list[object]]] = {}
    of = []
    for item in items:
        leaves: list[object] = []
        key = _taken(item, leaves)
        groups.setdefault(key, []).append(leaves)
        of.append(key)
    numbers = {key: at for at, key in enumerate(groups)}
    return {"of": [numbers[key] for key in of], "shapes": [_shape(key, rows) for key, rows in groups.items()]}


def once(value: object) -> Json:
    """A JSON value in which long lists that stand several times are written once: `like` with holes, and their `columns`."""
    seen: Counter[str] = Counter()
    _lists(value, seen)
    columns: list[Json] = []
    places: dict[str, int] = {}

    def filled(inner: object) -> object:
        if isinstance(inner, dict):
            return {name: filled(part) for name, part in inner.items()}
        if not isinstance(inner, list):
            return inner
        text = repr(inner)
        if len(text) < LONG or seen[text] == 1:
            return [filled(part) for part in inner]
        if text not in places:
            places[text] = len(columns)
            columns.append({"plain": [inner]})
        return {HOLE: places[text]}

    return {"of": [0], "shapes": [{"like": filled(value), "columns": columns}]}


def _lists(value: object, seen: Counter[str]) -> None:
    if isinstance(value, list) and len(text := repr(value)) >= LONG:
        seen[text] += 1
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _lists(part, seen)


def _taken(value: object, leaves: list[object]) -> Key:
    """The shape of a value; what fills it goes to the leaves, in order."""
    if isinstance(value, dict):
        if HOLE in value:
            raise ValueError(f"{HOLE!r} marks a hole and cannot be a key")
        return ("{", *[(name, _taken(inner, leaves)) for name, inner in value.items()])
    if isinstance(value, list) and (len(value) == 1 or dict in map(type, value)):
        return ("[", *[_taken(inner, leaves) for inner in value])
    leaves.append(value)
    return _LEAF


def _shape(key: Key, rows: Sequence[Sequence[object]]) -> Json:
    columns: list[Json] = []
    known: dict[str, int] = {}
    holes: list[object] = []
    for column in zip(*rows, strict=True):
        if len(set(map(type, column))) == 1 and column.count(column[0]) == len(column):
            holes.append(column[0])
            continue
        at = known.setdefault(repr(column), len(columns))
        if at == len(columns):
            columns.append(_column(column))
        holes.append({HOLE: at})
    return {"like": _filled(key, iter(holes).__next__), "columns": columns}


def _filled(key: Key, following: Callable[[], object]) -> object:
    """A shape as JSON, its leaves from what follows."""
    if key[0] == "{":
        return {name: _filled(inner, following) for name, inner in key[1:]}  # type: ignore[misc,has-type]
    if key[0] == "[":
        return [_filled(inner, following) for inner in key[1:]]  # type: ignore[arg-type]
    return following()


def _column(values: Sequence[object]) -> Json:
    """The shortest of the ways that packed.js knows."""
    if all(isinstance(value, str) for value in values):
        return _texts([str(value) for value in values])
    if all(_is_line(value) for value in values):
        return _lines(values)  # type: ignore[arg-type]
    if all(_is_table(value) for value in values):
        return _tables(values)  # type: ignore[arg-type]
    return {"plain": list(values)}


def _texts(values: Sequence[str]) -> Json:
    """Texts by what they share: each one once, and without the beginning and the end that all have."""
    distinct = list(dict.fromkeys(values))
    before = _beginning(distinct)
    after = _beginning([text[len(before) :][::-1] for text in distinct])[::-1]
    cut = [text[len(before) : len(text) - len(after)] for text in distinct]
    if 2 * len(distinct) > len(values):
        places = dict(zip(distinct, cut, strict=True))
        return {"text": [before, after], "each": [places[text] for text in values]}
    numbers = {text: at for at, text in enumerate(distinct)}
    return {"text": [before, after], "each": cut, "at": [numbers[text] for text in values]}


def _beginning(texts: Sequence[str]) -> str:
    """What all texts begin with: what the first and the last of them in order begin with."""
    first, last = min(texts), max(texts)
    return first[: next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))]


def _is_line(value: object) -> bool:
    """A list of numbers, none of them unknown, that whole thousandths hold exactly."""
    return (
        isinstance(value, list)
        and len(value) > 1
        and all(isinstance(number, int | float) and _held(number, FINEST) for number in value)
    )


def _held(number: float, per: int) -> bool:
    return round(number * per) / per == number


def _lines(lines: Sequence[Sequence[float]]) -> Json:
    """Whole numbers of the coarsest decimal part that holds them all; of a line that hardly bends, bends are short to write."""
    per = next(per for per in (1, 10, 100, FINEST) if all(_held(number, per) for line in lines for number in line))
    return {"line": [bends([round(number * per) for number in line]) for line in lines], "per": per}


def bends(values: Sequence[int]) -> list[int | str]:
    """The first value, the first step, and then how much each step differs from the one before; zeros in a row as a text."""
    steps = [after - before for before, after in pairwise(values)]
    return _counted([*values[:1], *steps[:1], *(after - before for before, after in pairwise(steps))])


def _counted(whole: Sequence[int]) -> list[int | str]:
    """Three zeros and more in a row as a text that says how many: `"11"`."""
    shorter: list[int | str] = []
    for number, alike in groupby(whole):
        times = len(list(alike))
        shorter += [str(times)] if number == 0 and times > 2 else [number] * times
    return shorter


def _is_table(value: object) -> bool:
    """Rows of texts, as many cells in each."""
    return (
        isinstance(value, list)
        and len(value) > 0
        and all(isinstance(row, list) and len(row) == len(value[0]) for row in value)
        and all(isinstance(cell, str) for row in value for cell in row)
    )


def _tables(tables: Sequence[Sequence[Sequence[str]]]) -> Json:
    """Column by column: numbers as lines are, where every cell is written alike, and other texts as they are."""
    widths = {len(table[0]) for table in tables}
    if len(widths) > 1:
        return {"plain": list(tables)}
    columns = [[[row[at] for row in table] for table in tables] for at in range(widths.pop())]
    return {"table": [_cells(column) for column in columns]}


def _cells(column: Sequence[Sequence[str]]) -> Json:
    language = spoken().language
    for digits in (0, 1, 2):
        per = 10**digits
        whole = _whole(column, per)
        for least in (digits, 0):
            told = [[as_written(_written(number, per, least, digits), language) for number in cells] for cells in whole]
            if whole and told == column:
                return {"line": [bends(cells) for cells in whole], "per": per, "digits": [least, digits]}
    return {"plain": ["\t".join(cells) for cells in column]} if _joinable(column) else {"cells": list(column)}


def _joinable(column: Sequence[Sequence[str]]) -> bool:
    return not any("\t" in cell for cells in column for cell in cells)


def _whole(column: Sequence[Sequence[str]], per: int) -> list[list[int]]:
    """Written numbers as whole ones, tenths or hundredths; empty where a cell is none."""
    try:
        return [[round(float(_bare(cell)) * per) for cell in cells] for cells in column]
    except (ValueError, OverflowError):  # words; infinite
        return []


def _bare(cell: str) -> str:
    """A number of the page's language as Python reads it."""
    language = spoken().language
    return cell.replace(language.thousands, "").replace(language.decimal, ".")


def _written(number: int, per: int, least: int, most: int) -> str:
    """As packed.js writes it: commas at thousands, and decimals down to the least that is asked for."""
    text = f"{number / per:,.{most}f}"
    return text.rstrip("0").rstrip(".") if most > least else text
