"""`python -m trials`: tries the rules on made-up runners and writes docs/statistics.md; a part of `make simulate`."""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from trials.count import Counted, counted, said
from trials.page import write
from trials.results import Results, keep, kept
from trials.table import Row
from trials.tables import TABLES

SEED = 20_261_123
RUNNERS = 2000
MORE_THAN_ONE = "in more than one run of the command"


def main(arguments: list[str] | None = None) -> int:
    """Try, keep the counts, write the page. Names what lies outside its bounds, and returns 1 when anything does."""
    codes = [table.code for table in TABLES]
    parser = argparse.ArgumentParser(prog="python -m trials", description="Tries the rules on made-up runners.")
    parser.add_argument("--runners", type=int, default=RUNNERS, help="of each row")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=SEED, help="a runner is the same by seed, row and number")
    parser.add_argument("--only", nargs="+", choices=codes, help="tables to do anew; the others stay as they were kept")
    given = parser.parse_args(arguments)
    print(f"seed {given.seed}, {given.runners} runners a row", flush=True)
    former = {} if given.only is None else kept().counts
    found: dict[str, tuple[Counted, ...]] = {code: former[code] for code in codes if code in former}
    minutes = {} if given.only is None else dict(kept().minutes)
    seeds = {} if given.only is None else dict(kept().seeds)
    with ProcessPoolExecutor(given.processes, get_context("spawn")) as pool:
        for table in TABLES:
            if given.only is not None and table.code not in given.only:
                continue
            began = time.monotonic()
            rows: list[Counted] = []
            for row in table.rows:
                runners = given.runners if row.runners is None else max(round(row.runners * given.runners / RUNNERS), 1)
                work = partial(said, given.seed, table.code, row)
                rows += counted(table.code, row, pool.map(work, range(runners), chunksize=max(1, min(50, runners // 8))))
                _tell(rows, row)
            found[table.code] = tuple(rows)
            minutes[table.code], seeds[table.code] = (time.monotonic() - began) / 60, given.seed
            print(f"{table.code}: {minutes[table.code]:.1f} minutes", flush=True)
            keep(
                Results(
                    {code: found[code] for code in codes if code in found}, seeds, minutes, MORE_THAN_ONE if given.only else ""
                )
            )
            write()
    outside = [one for counts in found.values() for one in counts if not one.inside]
    for one in outside:
        print(f"outside its bounds: {one.table}, {one.row}, {one.outcome}: {100 * one.share:.1f} %", file=sys.stderr)
    return 1 if outside else 0


def _tell(rows: list[Counted], row: Row) -> None:
    told = ", ".join(f"{one.outcome} {100 * one.share:.1f} %" for one in rows if one.row == row.name)
    print(f"  {row.name}: {told}", flush=True)


if __name__ == "__main__":
    # Each process has one runner at a time: threads of BLAS only wait for each other, and made a report take three times as long.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(main())
