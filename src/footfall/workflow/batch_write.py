"""The table of a batch, written row by row; what stood there stays whole until it has been."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from footfall.model.columns import SUMMARY_COLUMNS
from footfall.output import encoded, writing
from footfall.render.csv import cell
from footfall.workflow.batch_request import BatchRequest, TableForm
from footfall.workflow.batch_rows import Row


def write_table(request: BatchRequest, rows: Iterable[Row]) -> None:
    """Raises OutputError, and what making the rows raises."""
    lines = {TableForm.CSV: _csv, TableForm.JSONL: _jsonl}[request.form](rows)
    with writing(request.output, overwrite=request.overwrite) as stream:
        for line in lines:
            stream.write(encoded(line))


def _csv(rows: Iterable[Row]) -> Iterator[str]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(SUMMARY_COLUMNS)
    for row in rows:
        writer.writerow([cell(row[name]) for name in SUMMARY_COLUMNS])
        yield text.getvalue()
        text.seek(0)
        text.truncate()
    yield text.getvalue()


def _jsonl(rows: Iterable[Row]) -> Iterator[str]:
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
