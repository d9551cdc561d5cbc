"""The chain in child processes, each input within bounds of time and memory; a parent that sees when one hangs or dies."""

import contextlib
import multiprocessing
import os
import resource
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import FrameType

from footfall.formats.decoder import Reader
from tests.fuzz.chain import examine
from tests.fuzz.crafted import CRAFTED
from tests.fuzz.mutants import Mutant, mutant
from tests.fuzz.seeds import Seed, made_seeds

MOST_CPU_S = 5.0
"""Of one input.  [s of the processor]"""
MOST_BYTES = 500_000_000
"""Of one input, above what the process holds before."""
MOST_LEAK_BYTES = 64_000_000
"""What a worker may hold more at its end than after WARM inputs, when all that is imported late is there and its heap is wide."""
WARM = 1_000
HANG_S = 90.0
"""After which the parent ends a worker that does not come back: what is written in C cannot be interrupted from within.  [s]"""
_REPORT_EVERY_S = 1.0
_FIRST_SIGN_S = 60.0
"""How long a worker may take to come to life."""
_IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where inputs are written: a disk would be the slowest part of all."""


Chain = Callable[[Path, Reader], Counter[str]]


class TooSlow(BaseException):
    """Raised in the middle of an input that takes more than MOST_CPU_S. No `except Exception` stops it."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker does: every `step`-th input of a series from `first` on, up to `count` inputs in all or until `deadline`.

    deadline   by the clock of `time.monotonic`; None = none.
    folder     where inputs that failed are kept.
    chain      what each input goes through.
    hang_s     how long the parent waits for a sign of life.
    """

    seeds: Sequence[Seed]
    series: int
    first: int
    step: int
    count: int | None
    deadline: float | None
    reader: Reader
    folder: Path
    chain: Chain = examine
    hang_s: float = HANG_S


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that must not do what it did. `kept` is where it lies."""

    index: int
    what: str
    history: str
    kept: str
    trace: str


@dataclass(slots=True)
class Report:
    """What came of inputs.

    slowest_s, largest_bytes   of one input: time of the processor, and how far it raised the peak of memory.
    grown_bytes                of the worker that grew most since it was warm; None where none lived so long.
    """

    inputs: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    slowest_s: float = 0.0
    largest_bytes: int = 0
    grown_bytes: int | None = None

    def add(self, other: "Report") -> None:
        """Another's, to this one's."""
        self.inputs += other.inputs
        self.outcomes += other.outcomes
        self.failures += other.failures
        self.slowest_s = max(self.slowest_s, other.slowest_s)
        self.largest_bytes = max(self.largest_bytes, other.largest_bytes)
        if other.grown_bytes is not None:
            self.grown_bytes = max(self.grown_bytes or 0, other.grown_bytes)


def run_jobs(jobs: Sequence[Job]) -> Iterator[Report]:
    """Runs every job in a process of its own; a report now and then, of what was done since the one before."""
    context = multiprocessing.get_context("spawn")
    with contextlib.ExitStack() as closing:
        watched = [_Watched.start(context, job, closing) for job in jobs]
        while any(one.alive for one in watched):
            wait([one.reports for one in watched if one.alive], timeout=1.0)
            for one in watched:
                yield from one.look()


def attempt(path: Path, reader: Reader, chain: Chain = examine) -> Counter[str]:
    """One input under the same bounds as in a worker. Raises what comes out of it, TooSlow and MemoryError too."""
    before = peak_bytes()
    previous = signal.signal(signal.SIGPROF, _too_slow)
    signal.setitimer(signal.ITIMER_PROF, MOST_CPU_S)
    try:
        found = chain(path, reader)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, previous)
    risen = peak_bytes() - before
    if risen > MOST_BYTES:
        raise MemoryError(f"{risen / 1e6:.0f} MB")
    return found


def run_crafted(names: Sequence[str], processes: int) -> Iterator[tuple[str, Report]]:
    """Each crafted input in a process of its own, under the same bounds; what came of it, as it comes."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes, maxtasksperchild=1) as pool:
        yield from pool.imap_unordered(_crafted, names, chunksize=1)


def _crafted(name: str) -> tuple[str, Report]:
    maker, size, reader = CRAFTED[name]
    report = Report(inputs=1)
    with tempfile.TemporaryDirectory(prefix="footfall-fuzz-", dir=_IN_MEMORY) as folder:
        path = Path(folder) / "input"
        path.write_bytes(made_seeds()[0].data)
        attempt(path, Reader.AUTO)  # what is imported late is no part of it
        path.write_bytes(maker(size))
        base = _resident_bytes()
        _forget_peak()
        began = time.process_time()
        try:
            report.outcomes += attempt(path, reader)
        except (Exception, TooSlow) as error:
            report.failures.append(Failure(0, f"{type(error).__name__}: {error}"[:200], name, "", traceback.format_exc()))
        report.slowest_s = time.process_time() - began
        report.largest_bytes = max(0, _peak_since_forgotten() - base)
        if report.largest_bytes > MOST_BYTES and not report.failures:
            report.failures.append(Failure(0, f"{report.largest_bytes / 1e6:.0f} MB", name, "", ""))
    return name, report


def _forget_peak() -> None:
    """Making the input took memory too: let the peak be counted from here on (Linux)."""
    Path("/proc/self/clear_refs").write_text("5")


def _peak_since_forgotten() -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def _too_slow(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow(f"more than {MOST_CPU_S} s")


class _Watched:
    """A worker, as its parent sees it."""

    def __init__(self, job: Job, process: "multiprocessing.context.SpawnProcess", reports: Connection, scratch: Path) -> None:
        self.job, self.process, self.reports, self.scratch = job, process, reports, scratch
        self.alive = True
        self._patient_until = time.monotonic() + _FIRST_SIGN_S

    @classmethod
    def start(cls, context: "multiprocessing.context.SpawnContext", job: Job, closing: contextlib.ExitStack) -> "_Watched":
        scratch = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="footfall-fuzz-", dir=_IN_MEMORY)))
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(job, theirs, scratch), daemon=True)
        process.start()
        theirs.close()
        closing.callback(process.kill)
        return cls(job, process, ours, scratch)

    def look(self) -> Iterator[Report]:
        """What it has reported, or that it died or hangs."""
        if not self.alive:
            return
        try:
            while self.reports.poll():
                message = self.reports.recv()
                self._patient_until = time.monotonic() + self.job.hang_s
                if isinstance(message, Report):
                    yield message
        except (EOFError, ConnectionError):
            self.process.join()
            self.alive = False
            if self.process.exitcode != 0:
                yield self._lost(f"the process ended with {self.process.exitcode}")
            return
        if time.monotonic() > self._patient_until:
            self.process.kill()
            self.process.join()
            self.alive = False
            yield self._lost("no sign of life")

    def _lost(self, what: str) -> Report:
        index = int((self.scratch / "index").read_text() or -1) if (self.scratch / "index").exists() else -1
        lost = mutant(self.job.seeds, self.job.series, index) if index >= 0 else Mutant(b"", "before the first input")
        return Report(failures=[_failure(self.job, index, lost, what, "")])


def _work(job: Job, reports: Connection, scratch: Path) -> None:
    """A worker's life."""
    limit = _virtual_bytes() + 3 * MOST_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))  # a last resort, that the machine does not suffer
    path, note = scratch / "input", scratch / "index"
    reports.send(Report())
    report, warm, said = Report(), 0, time.monotonic()
    for done, index in enumerate(_indices(job)):
        one = mutant(job.seeds, job.series, index)
        path.write_bytes(one.data)
        note.write_text(str(index))
        one_input(job, index, one, path, report)
        if done == WARM:
            warm = _resident_bytes()
        if time.monotonic() > said + _REPORT_EVERY_S:
            reports.send(report)
            report, said = Report(), time.monotonic()
    if warm:
        report.grown_bytes = max(0, _resident_bytes() - warm)
    reports.send(report)
    reports.close()


def _indices(job: Job) -> Iterator[int]:
    """Numbers of the inputs, as long as there are any and there is time."""
    index = job.first
    while (job.count is None or index < job.count) and (job.deadline is None or time.monotonic() < job.deadline):
        yield index
        index += job.step


def one_input(job: Job, index: int, one: Mutant, path: Path, report: Report) -> None:
    """One input, which stands at `path` too: what came of it goes into the report, and nothing comes out."""
    began, peak = time.process_time(), peak_bytes()
    try:
        report.outcomes += attempt(path, job.reader, job.chain)
    except (Exception, TooSlow) as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}: {str(error)[:160]} ({Path(where.filename).name}:{where.lineno})"
        report.failures.append(_failure(job, index, one, what, "".join(traceback.format_exception(error)[-6:])))
    report.inputs += 1
    report.slowest_s = max(report.slowest_s, time.process_time() - began)
    report.largest_bytes = max(report.largest_bytes, peak_bytes() - peak)


def _failure(job: Job, index: int, one: Mutant, what: str, trace: str) -> Failure:
    job.folder.mkdir(parents=True, exist_ok=True)
    kept = job.folder / f"{job.series}-{index}.bin"
    kept.write_bytes(one.data)
    return Failure(index, what, one.history, str(kept), trace)


def peak_bytes() -> int:
    """The most that this process has held so far. It never falls: an input is charged with what it adds to all before it."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _statm() -> list[int]:
    return [int(pages) * os.sysconf("SC_PAGE_SIZE") for pages in Path("/proc/self/statm").read_text().split()]


def _virtual_bytes() -> int:
    return _statm()[0]


def _resident_bytes() -> int:
    return _statm()[1]
