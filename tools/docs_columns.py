"""docs/columns.md: the vocabulary, from `footfall.model.columns`."""

from collections.abc import Mapping

from footfall.model.columns import COLUMNS, DIARY_COLUMNS, SUMMARY_COLUMNS, Column

_PARTS = (
    ("Samples of a run", "`Run.samples` and `Run.to_frame()`. NaN = not recorded.", COLUMNS),
    (
        "One row per run",
        "`--csv`. A blank cell = not known. All intervals are 90 %; all cadences and counts are of both feet.",
        SUMMARY_COLUMNS,
    ),
    (
        "The diary",
        "One row per run or per day; blank = unknown, which is not zero. How to keep one: [diary](diary.md).",
        DIARY_COLUMNS,
    ),
)


def columns_page() -> str:
    """The whole page, Markdown."""
    head = "# Columns\n\nMade by `make docs` from `src/footfall/model/columns.py`.\n"
    return head + "".join(_part(*part) for part in _PARTS)


def _part(title: str, text: str, columns: Mapping[str, Column]) -> str:
    rows = "".join(
        f"| `{column.name}` | {column.unit} | {_bounds(column)} | {column.meaning.replace('|', chr(92) + '|')} |\n"
        for column in columns.values()
    )
    return f"\n## {title}\n\n{text}\n\n| name | unit | range | meaning |\n|---|---|---|---|\n{rows}"


def _bounds(column: Column) -> str:
    low = "" if column.low is None else f"{column.low:g}"
    high = "" if column.high is None else f"{column.high:,.10g}".replace(",", " ")
    if not low and not high:
        return ""
    return f"{low} to {high}" if high else f"{low} or more"
