"""The recordings that follow each other in one FIT file, and where each of them ends.

A header promises a length and a checksum closes it. Watches that lost power, half-finished copies and careless apps break both,
so the promise is believed only where the checksum agrees or the messages end exactly there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from footfall.formats.fit.header import CHECKSUM, Header, checks_out, is_header, next_header, read_header
from footfall.formats.fit.scan import Allowance, Block, Scan, Stop, scan

MOST_PARTS = 256
"""Recordings of one file that are read; seven is the most seen. The rest counts as bytes that are left out."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with the file. `code` names the sentence, `at` is the byte, `count` how many bytes where that matters."""

    code: str
    at: int
    count: int = 0


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """One link of a chain.

    start, end   its bytes, checksum included.
    blocks       its messages by kind.
    stop         why the scan of its messages ended.
    """

    start: int
    end: int
    blocks: dict[int, list[Block]]
    stop: Stop
    faults: tuple[Fault, ...]


def parts(data: bytes) -> Iterator[Part]:
    """Every recording of the file, in order. Nothing where no header stands at its start."""
    allowance = Allowance()
    at = count = 0
    while is_header(data, at) and count < MOST_PARTS:
        part = _part(data, read_header(data, at), allowance)
        yield part
        at, count = part.end, count + 1


def _part(data: bytes, header: Header, allowance: Allowance) -> Part:
    faults = [] if header.whole else [Fault("bad-checksum", header.body)]
    end = header.promised_end
    if header.data_size and checks_out(data, header.at, end):
        found = scan(data, header.body, end, allowance)
        return Part(header.at, end + CHECKSUM, found.blocks, found.stop, (*faults, *_stop_fault(found)))
    if header.data_size and end + CHECKSUM <= len(data):
        found = scan(data, header.body, end, allowance)
        after = end + CHECKSUM
        if found.stop is not Stop.CUT or after == len(data) or is_header(data, after):
            bad = Fault("bad-checksum", end)
            return Part(header.at, after, found.blocks, found.stop, (*faults, bad, *_stop_fault(found)))
    return _open_ended(data, header, faults, allowance)


def _open_ended(data: bytes, header: Header, faults: list[Fault], allowance: Allowance) -> Part:
    """A part whose header promises too much, too little or nothing: up to the next header, or to the end."""
    following = next_header(data, header.body)
    limit = len(data) if following is None else following
    if checks_out(data, header.at, limit - CHECKSUM):
        found = scan(data, header.body, limit - CHECKSUM, allowance)
        return Part(header.at, limit, found.blocks, found.stop, (*faults, Fault("size", header.at + 4), *_stop_fault(found)))
    found = scan(data, header.body, limit, allowance)
    early = Fault("broken" if found.stop is Stop.BROKEN else "early", found.end)
    return Part(header.at, limit, found.blocks, found.stop, (*faults, early))


def _stop_fault(found: Scan) -> tuple[Fault, ...]:
    """What to say of a scan that did not reach the end it was given."""
    return () if found.stop is Stop.END else (Fault("broken", found.end),)
