"""Tables of any number of runs, written row by row: what stood there stays whole until all of it has been."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from footfall.output import Overwrite
from footfall.render.dataset.row import Row


def _csv(path: str, rows: Iterable[Row], overwrite: Overwrite) -> None:
    from footfall.render.dataset.lines import csv_lines, write_lines

    write_lines(path, csv_lines(rows), overwrite)


def _jsonl(path: str, rows: Iterable[Row], overwrite: Overwrite) -> None:
    from footfall.render.dataset.lines import json_lines, write_lines

    write_lines(path, json_lines(rows), overwrite)


def _parquet(path: str, rows: Iterable[Row], overwrite: Overwrite) -> None:
    from footfall.render.dataset.parquet import write_dataset

    write_dataset(path, rows)


DATASETS: Mapping[str, Callable[[str, Iterable[Row], Overwrite], None]] = MappingProxyType(
    {".csv": _csv, ".jsonl": _jsonl, ".parquet": _parquet}
)
"""Ending of the output's name -> what writes it. Rows come sorted by athlete and start, with every name of SUMMARY_COLUMNS."""
