"""Rows as lines of text: a table, or a JSON object each."""

import csv
import io
from collections.abc import Iterable, Iterator

from footfall.model.columns import SUMMARY_COLUMNS
from footfall.output import Overwrite, encoded, writing
from footfall.render.csv import cell
from footfall.render.dataset.row import Row
from footfall.render.json_text import json_text


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """The header, and a line for each row, as `render.csv` writes them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(SUMMARY_COLUMNS)
    for row in rows:
        writer.writerow([cell(row[name]) for name in SUMMARY_COLUMNS])
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    yield text.getvalue()


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """An object for each row, its keys in the order of the columns; null = not known."""
    return (json_text({name: row[name] for name in SUMMARY_COLUMNS}) + "\n" for row in rows)


def write_lines(path: str, lines: Iterable[str], overwrite: Overwrite) -> None:
    """Raises OutputError, and what making the lines raises."""
    with writing(path, overwrite=overwrite) as stream:
        for line in lines:
            stream.write(encoded(line))
