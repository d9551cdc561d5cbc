"""`python -m simulate`: simulates runners and writes docs/simulation.md; `make simulate`."""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from itertools import chain

from simulate.coverage import Row, rows
from simulate.page import PAGE, RESULTS, page
from simulate.product import INDEPENDENT, Held, held_of_runner
from simulate.worlds import WORLDS

SEED = 20_261_122
AT_ONCE = 5


def main(arguments: list[str] | None = None) -> int:
    """Simulate, keep the rows, write the page. Names what lies outside the bounds; 1 when chance does not explain it."""
    parser = argparse.ArgumentParser(prog="python -m simulate", description="Holds intervals against simulated runners.")
    parser.add_argument("--runners", type=int, default=2000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=SEED, help="a runner is the same by seed and number, whatever else is asked")
    given = parser.parse_args(arguments)
    found: list[Row] = []
    with ProcessPoolExecutor(given.processes) as pool:
        for name in WORLDS:
            began = time.monotonic()
            runners = max(round(given.runners * WORLDS[name].share), 1)
            work = pool.map(partial(_of_runner, name, given.seed), range(runners), chunksize=AT_ONCE)
            found += rows(name, _counted(chain.from_iterable(work), name))
            print(f"{name}: {runners} runners in {(time.monotonic() - began) / 60:.1f} minutes", flush=True)
            kept = {"seed": given.seed, "rows": [asdict(row) for row in found]}
            RESULTS.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
            PAGE.write_text(page(), encoding="utf-8", newline="\n")
    outside = [row for row in found if row.world == "usual" and row.of != INDEPENDENT and not row.inside]
    for row in outside:
        print(f"{row.scenario}, {row.quantity}, {row.of}: {100 * row.coverage:.1f} %", file=sys.stderr)
    return 0 if all(row.by_chance for row in outside) else 1


def _of_runner(world: str, seed: int, runner: int) -> list[Held]:
    return held_of_runner(seed, runner, WORLDS[world].world, WORLDS[world].scenarios)


def _counted(held: Iterable[Held], world: str) -> Iterator[Held]:
    """The same, with a line on the screen now and then."""
    for place, one in enumerate(held):
        if place and place % 10_000 == 0:
            print(f"{world}: {place} intervals", flush=True)
        yield one


if __name__ == "__main__":
    sys.exit(main())
