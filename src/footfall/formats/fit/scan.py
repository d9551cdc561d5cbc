"""The scan: where every message stands, without looking into any.

A FIT file says how long its messages are in definitions that come before them, so it must be walked from the front. The walk is
the only part that is Python per message, hence its shape: a table from the first byte of a message to its length, offsets
collected per definition, and no walk at all where messages come in a fixed turn (a record every second, or a record and two
others in turn): there the first bytes of a whole stretch are looked at in one slice.

Source: Garmin FIT protocol, "Record Format".
"""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

import numpy as np

from footfall.model.intervals import IntArray

COMPRESSED = 0x80
DEFINITION = 0x40
DEVELOPER = 0x20
MOST_DEFINITIONS = 4096
"""Different definitions in one file. A busy watch writes 40; without a bound a crafted file costs gigabytes."""
MOST_MESSAGES = 10_000_000
"""Messages of one file that are walked one by one: 115 days at one a second."""
MOST_DEFINING = 1_000_000
"""Definition messages of one file. Some apps repeat theirs before every message; each takes as long as twenty of others."""
_FEWEST, _MOST = 4, 256
"""Messages walked between two looks for a turn; the longer none was found, the more."""
_LONGEST_TURN = 8
"""Messages of the longest turn that is looked for."""
_WORTH = 16
"""Messages that a look must save for the next one to be soon."""
_WINDOW = 1024
"""Turns looked at in one slice."""
_LONG_STRETCH = 8
"""Messages that follow each other directly, on average, from which on they are taken stretch by stretch."""
_KEYS = [bytes((head,)) for head in range(256)]


class Run(NamedTuple):
    """Messages at equal distances.

    at       where in a block's `starts` the first of them is noted.
    length   how many.
    stride   bytes from each to the next.
    """

    at: int
    length: int
    stride: int


@dataclass(eq=False, slots=True)
class Block:
    """All messages of one definition.

    kind       global message number: 20 = record.
    order      "<" or ">", the byte order of its numbers.
    spec       three bytes per field: number, size, base type.
    size       bytes of one message, its header and developer fields included.
    starts     first byte of each message that stands alone, and of the first of each run.
    runs       in the order of `starts`.
    crossed    True where two runs go through the same stretch: the definition comes twice in a turn.
    developer  three bytes per developer field, which stand behind the others: number, size, index of its developer.
    """

    kind: int
    order: str
    spec: bytes
    size: int
    starts: "array[int]" = field(default_factory=lambda: array("q"))
    runs: list[Run] = field(default_factory=list)
    crossed: bool = False
    developer: bytes = b""

    def __len__(self) -> int:
        """Messages, not starts."""
        return len(self.starts) + sum(run.length - 1 for run in self.runs)

    def take(self, start: int, count: int, stride: int) -> None:
        """Notes a run, and with it the single messages before it that keep its distance."""
        while self.starts and self.starts[-1] == start - stride and not self._ends_in_run():
            start = self.starts.pop()
            count += 1
        if self._ends_in_run():
            at, length, step = self.runs[-1]
            self.crossed |= self.starts[at] + (length - 1) * step > start
        self.runs.append(Run(len(self.starts), count, stride))
        self.starts.append(start)

    def stretches(self) -> list[slice]:
        """The bytes of its messages, in order, where they mostly follow each other directly; nothing where they do not.

        To put a few long stretches together takes a tenth of picking out message by message.
        """
        few = len(self) >= _LONG_STRETCH * len(self.starts)
        if not few or self.crossed or any(run.stride != self.size for run in self.runs):
            return []
        counts = [1] * len(self.starts)
        for at, length, _ in self.runs:
            counts[at] = length
        return [slice(start, start + count * self.size) for start, count in zip(self.starts, counts, strict=True)]

    def _ends_in_run(self) -> bool:
        return bool(self.runs) and self.runs[-1].at == len(self.starts) - 1

    def offsets(self) -> IntArray:
        """First byte of each message, rising, shape (n,)."""
        if not self.runs:
            return np.frombuffer(self.starts, dtype=np.int64)
        if len(self.starts) == 1:
            ((_, length, stride),) = self.runs
            return self.starts[0] + stride * np.arange(length, dtype=np.int64)
        starts = np.frombuffer(self.starts, dtype=np.int64)
        counts, strides = np.ones(len(starts), dtype=np.int64), np.zeros(len(starts), dtype=np.int64)
        at, lengths, between = zip(*self.runs, strict=True)
        index = np.array(at)
        counts[index], strides[index] = lengths, between
        before = np.repeat(np.cumsum(counts) - counts, counts)
        offsets: IntArray = np.repeat(starts, counts) + (np.arange(len(before)) - before) * np.repeat(strides, counts)
        if self.crossed:
            offsets.sort()
        return offsets


class Stop(Enum):
    """Why a scan ended."""

    END = auto()
    """At the end it was given, after a whole message."""
    CUT = auto()
    """Within a message that goes on past the end."""
    BROKEN = auto()
    """At a message that no definition announces: bytes are damaged or missing."""
    CROWDED = auto()
    """At more definitions or messages than any device writes."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan found.

    blocks   by kind; a kind has a block per definition, in the order of their first definitions.
    end      the byte after the last whole message.
    stop     why it ended there.
    """

    blocks: dict[int, list[Block]]
    end: int
    stop: Stop


@dataclass(slots=True)
class Allowance:
    """How much more of one file is walked. Headers can promise the same bytes again and again: all scans of a file share one."""

    messages: int = field(default_factory=lambda: MOST_MESSAGES)
    defining: int = field(default_factory=lambda: MOST_DEFINING)


def scan(data: bytes, start: int, end: int, allowance: Allowance | None = None) -> Scan:
    """Every whole message from byte `start` up to `end`.

    allowance   what is left of it after other scans of the same file; it is drawn on.
    """
    walk = _Walk(data, end, allowance or Allowance())
    at, stop = walk.run(start)
    blocks: dict[int, list[Block]] = {}
    for block in walk.blocks.values():
        if block.starts:
            blocks.setdefault(block.kind, []).append(block)
    return Scan(blocks, at, stop)


class _Walk:
    """The tables that a scan keeps: by the first byte of a message its length and its block."""

    def __init__(self, data: bytes, end: int, allowance: Allowance) -> None:
        self.data = data
        self.end = end
        self.allowance = allowance
        self.sizes = [0] * 256
        self.found = [_NO_BLOCK] * 256
        self.note: list[Callable[[int], None]] = [_nothing] * 256
        self.blocks: dict[bytes, Block] = {}

    def run(self, at: int) -> tuple[int, Stop]:
        """Walks from byte `at`; returns the byte after the last whole message and why it stopped there."""
        patience = _FEWEST
        while True:
            at, stop = self._walk(at, patience)
            self.allowance.messages -= patience
            if stop is not None:
                return at, stop
            if self.allowance.messages < 0:
                return at, Stop.CROWDED
            at, taken = self._take_turns(at)
            patience = _FEWEST if taken >= _WORTH else min(patience * 2, _MOST)

    def _walk(self, at: int, patience: int) -> tuple[int, Stop | None]:
        """Up to `patience` messages, one by one."""
        data, end, sizes, note = self.data, self.end, self.sizes, self.note
        for _ in range(patience):
            if at >= end:
                return at, Stop.END
            head = data[at]
            size = sizes[head]
            if size:
                after = at + size
                if after > end:
                    return at, Stop.CUT
                note[head](at)
            elif head & (COMPRESSED | DEFINITION) != DEFINITION:
                return at, Stop.BROKEN
            else:
                after = self._define(at, head)
                if after > end:
                    return at, Stop.CUT
                if not after:
                    return at, Stop.CROWDED
            at = after
        return at, None

    def _take_turns(self, at: int) -> tuple[int, int]:
        """Takes what comes in a fixed turn from `at`, whole turns only; returns the byte after it and how many messages.

        Nothing is taken on trust: the first bytes of one turn are looked at, so the next turn is where it is looked for.
        """
        turn, after = self._turn(at)
        if not turn:
            return at, 0
        stride = after - at
        count = (self.end - at) // stride
        place = at
        for head in turn:
            count = self._alike(place, head, stride, count)
            place += self.sizes[head]
        place = at
        for head in turn:
            self.found[head].take(place, count, stride)
            place += self.sizes[head]
        return at + count * stride, count * len(turn)

    def _turn(self, at: int) -> tuple[list[int], int]:
        """First bytes of the messages from `at` up to where the first comes again, and that place; none where it does not."""
        data, end, sizes = self.data, self.end, self.sizes
        heads: list[int] = []
        while at < end and len(heads) <= _LONGEST_TURN:
            head = data[at]
            if heads and head == heads[0]:
                return heads, at
            if not sizes[head]:
                break
            heads.append(head)
            at += sizes[head]
        return [], at

    def _alike(self, place: int, head: int, stride: int, most: int) -> int:
        """How many bytes in a row, `stride` apart from `place` on, are `head`, up to `most`."""
        key = _KEYS[head]
        reach, count = 32, 0
        while count < most:
            ahead = self.data[place + count * stride : place + min(most, count + reach) * stride : stride]
            alike = len(ahead) - len(ahead.lstrip(key))
            count += alike
            if alike < len(ahead):
                break
            reach = min(reach * 2, _WINDOW)
        return min(count, most)

    def _define(self, at: int, head: int) -> int:
        """Reads the definition at `at`; returns the byte after it, past the end where it is cut, 0 where there are too many."""
        data, end = self.data, self.end
        fields = at + 6
        if fields > end:
            return end + 1
        after = developer = fields + 3 * data[at + 5]
        if head & DEVELOPER:
            if developer >= end:
                return end + 1
            after = developer + 1 + 3 * data[developer]
        if after > end:
            return end + 1
        self.allowance.defining -= 1
        if self.allowance.defining < 0:
            return 0
        # An app that repeats its definition before every message must not get a block for each.
        key = data[at + 1 : after] if head & DEVELOPER else data[at + 1 : after] + b"."
        block = self.blocks.get(key)
        if block is None:
            if len(self.blocks) >= MOST_DEFINITIONS:
                return 0
            order = ">" if data[at + 2] else "<"
            kind = int.from_bytes(data[at + 3 : at + 5], "big" if data[at + 2] else "little")
            size = 1 + sum(data[fields + 1 : developer : 3]) + sum(data[developer + 2 : after : 3])
            block = self.blocks[key] = Block(kind, order, data[fields:developer], size, developer=data[developer + 1 : after])
        self._announce(head & 0x0F, block)
        return after

    def _announce(self, local: int, block: Block) -> None:
        """From here on, messages of the local type are of this block."""
        if self.found[local] is block:
            return
        places = [slice(local, DEFINITION, 16)]  # bits 4 and 5 mean nothing in a data message
        if local < 4:
            first = COMPRESSED + 32 * local
            places.append(slice(first, first + 32))
        for place in places:
            width = len(self.sizes[place])
            self.sizes[place] = [block.size] * width
            self.found[place] = [block] * width
            self.note[place] = [block.starts.append] * width


def _nothing(at: int) -> None:
    """Stands where no definition has been read: never called, for the length there is 0."""


_NO_BLOCK = Block(-1, "<", b"", 0)
"""Stands there too."""
