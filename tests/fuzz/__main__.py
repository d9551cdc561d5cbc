"""`python -m tests.fuzz`: mutants through everything that reads files, in child processes, until the time or the count is over.

--minutes 10                short seeds, our own readers alone
--count 5000 --full-size    seeds of any size, with the fallbacks behind our readers
--minutes 10 --both         three quarters of the time the one, a quarter the other
--series 1 --only 4711      one input of a series again, here and now
--replay FILE               a kept input again
--crafted                   inputs that are made to be slow or large
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from footfall.formats.decoder import Reader
from tests.fuzz.crafted import CRAFTED
from tests.fuzz.mutants import check_of, mutant
from tests.fuzz.seeds import Seed, full_seeds, made_seeds, short_seeds
from tests.fuzz.workers import HANG_S, MOST_BYTES, MOST_CPU_S, MOST_LEAK_BYTES, Job, Report, attempt, run_crafted, run_jobs

_SHOWN = 20
_SAID_EVERY_S = 30.0


def main(arguments: list[str]) -> int:
    """Exit code 1 where anything failed."""
    asked = _asked(arguments)
    reader = Reader.AUTO if asked.full_size else Reader.OURS
    if asked.replay is not None:
        print(dict(attempt(asked.replay, reader)))
        return 0
    if asked.crafted is not None:
        return _crafted([name for name in CRAFTED if asked.crafted in name], asked.jobs)
    if asked.both:
        return max(_series(short_seeds(), asked, Reader.OURS, 0.75), _series(full_seeds(), asked, Reader.AUTO, 0.25))
    seeds = made_seeds() if asked.made else full_seeds() if asked.full_size else short_seeds()
    if asked.only is not None:
        return _only(seeds, asked.series, asked.only, reader)
    return _series(seeds, asked, reader)


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, help="how long (10 where no count is given)")
    parser.add_argument("--count", type=int, help="how many inputs")
    parser.add_argument("--series", "--seed", type=int, default=int(time.time()), help="which series of mutants (a new one)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (as many as there are processors)")
    parser.add_argument("--full-size", action="store_true", help="seeds of any size, and the fallbacks behind our own readers")
    parser.add_argument("--both", action="store_true", help="first the one, then the other")
    parser.add_argument("--crafted", nargs="?", const="", help="inputs made to be slow or large; those with this in their name")
    parser.add_argument("--made", action="store_true", help="the seeds of the test suite alone: short, and the same everywhere")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"), help="folder for inputs that failed (fuzz-failures)")
    parser.add_argument("--only", type=int, help="this input of the series alone")
    parser.add_argument("--replay", type=Path, help="this file alone")
    asked = parser.parse_args(arguments)
    if asked.count is None and asked.minutes is None:
        asked.minutes = 10.0
    return asked


def _crafted(names: list[str], processes: int) -> int:
    failed = 0
    for name, report in run_crafted(names, processes):
        came = ", ".join(f"{count} {what}" for what, count in report.outcomes.items())
        verdict = "; ".join(failure.what for failure in report.failures) or came
        failed += bool(report.failures)
        print(f"{name:<55}{report.slowest_s:>7.2f} s{report.largest_bytes / 1e6:>7.0f} MB  {verdict[:90]}", flush=True)
    print(f"{len(names)} crafted inputs, {failed} failures (bounds {MOST_CPU_S} s, {MOST_BYTES / 1e6:.0f} MB)")
    return 1 if failed else 0


def _only(seeds: tuple[Seed, ...], series: int, index: int, reader: Reader) -> int:
    one = mutant(seeds, series, index)
    print(f"{index}: {one.history}, {len(one.data)} bytes")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input"
        path.write_bytes(one.data)
        print(dict(attempt(path, reader)))
    return 0


def _series(seeds: tuple[Seed, ...], asked: argparse.Namespace, reader: Reader, share: float = 1.0) -> int:
    """One series to its end; exit code. `share` of the minutes is its own."""
    began = time.monotonic()
    deadline = None if asked.minutes is None else began + 60 * share * asked.minutes
    print(f"{len(seeds)} seeds (check {check_of(seeds)}), series {asked.series}, reader {reader.value}, {asked.jobs} processes")
    jobs = [Job(seeds, asked.series, first, asked.jobs, asked.count, deadline, reader, asked.keep) for first in range(asked.jobs)]
    total, said = Report(), began
    for report in run_jobs(jobs):
        total.add(report)
        for failure in report.failures[: max(0, _SHOWN - len(total.failures) + len(report.failures))]:
            print(f"\n{failure.index}: {failure.what}\n  {failure.history}\n  {failure.kept}\n{failure.trace}")
        if time.monotonic() - said > _SAID_EVERY_S:
            said = time.monotonic()
            print(f"{total.inputs} inputs, {total.inputs / (said - began):.0f}/s, {len(total.failures)} failures", flush=True)
    _show(total, time.monotonic() - began)
    leaks = total.grown_bytes is not None and total.grown_bytes > MOST_LEAK_BYTES
    return 1 if total.failures or leaks else 0


def _show(total: Report, seconds: float) -> None:
    grown = "no worker was warm" if total.grown_bytes is None else f"{total.grown_bytes / 1e6:.1f} MB"
    print(
        f"\n{total.inputs} inputs in {seconds:.0f} s ({total.inputs / seconds:.0f}/s)\n"
        f"failures              {len(total.failures)} (hangs are ended after {HANG_S:.0f} s)\n"
        f"slowest input         {total.slowest_s:.2f} s of the processor (bound {MOST_CPU_S})\n"
        f"largest rise of peak  {total.largest_bytes / 1e6:.0f} MB (bound {MOST_BYTES / 1e6:.0f})\n"
        f"growth of a worker    {grown} (bound {MOST_LEAK_BYTES / 1e6:.0f})\n"
        "what came out:"
    )
    for reason, count in total.outcomes.most_common():
        print(f"  {reason:<24}{count:>10}")
    for what, count in _kinds(total).items():
        print(f"FAILED {count:>6}  {what}")


def _kinds(total: Report) -> dict[str, int]:
    kinds: dict[str, int] = {}
    for failure in total.failures:
        kinds[failure.what[:100]] = kinds.get(failure.what[:100], 0) + 1
    return kinds


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
