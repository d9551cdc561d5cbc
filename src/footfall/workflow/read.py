"""One file to its measured runs, or to the reason why not. Nothing but its own bytes plays a part."""

import hashlib
import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from footfall.diary.read import looks_like_diary
from footfall.errors import RunFileError, UnknownFormatError
from footfall.formats import bounds, read_bytes, read_stream, recognised, wants_stream
from footfall.formats.archive.kinds import foreign_packer
from footfall.formats.decoder import Reader
from footfall.formats.log.garmin_gear import read_gear
from footfall.formats.log.typed_headings import AlmostLog, almost_log
from footfall.formats.xml.samples import DRAWN
from footfall.metrics.measure import measure
from footfall.metrics.runs import UNRECOGNISED, PassedOver, as_sport, runs_of_all
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.model.run import Decoded, Run
from footfall.tables.cell import shown
from footfall.wording import say
from footfall.wording.numbers import listed
from footfall.workflow.find import FoundFile
from footfall.workflow.items import Item, Items
from footfall.workflow.problems import problem_of, unreadable
from footfall.workflow.request import CadenceUnit
from footfall.workflow.store import HashedFile, flaw_of

SETTINGS = frozenset({"athlete.toml", "squad.toml", "footfall.toml"})
FACTORS = {CadenceUnit.AUTO: None, CadenceUnit.STEPS: 1, CadenceUnit.STRIDES: 2}


@dataclass(frozen=True, eq=False)
class Recording:
    """One recording of a file, its runs, and what of it is no run."""

    decoded: Decoded
    runs: tuple[Run, ...]
    passed_over: tuple[PassedOver, ...]

    @property
    def of_a_log(self) -> bool:
        """True for an entry of a log or of an account's list."""
        return self.decoded.source.format == "log"


@dataclass(frozen=True, eq=False)
class ReadFile:
    """What one file gave. `unknown` = a file met in a folder that no reader knows: counted, not a problem.

    shoes      by activity, of an account's list of gear: `garmin_gear.read_gear`.
    problems   all but the entries of a log that are no runs: `log_entries.other_sports` has those.
    """

    path: str
    sha256: str
    size: int
    recordings: tuple[Recording, ...] = ()
    problems: tuple[Problem, ...] = ()
    unknown: bool = False
    shoes: Mapping[str, str] = field(default_factory=dict)

    @property
    def content(self) -> str | None:
        """What the decompressed bytes come to, so that x.fit and x.fit.gz are one; None where nothing was read."""
        hashes = dict.fromkeys(recording.decoded.source.sha256 for recording in self.recordings)
        return hashlib.sha256("".join(hashes).encode()).hexdigest() if hashes else None

    @property
    def runs(self) -> tuple[Run, ...]:
        """Runs of all its recordings."""
        return tuple(run for recording in self.recordings for run in recording.runs)


def read_file(file: FoundFile, reader: Reader = Reader.AUTO, include: Collection[str] = ()) -> ReadFile:
    """Read one file on its own, outside of a job."""
    with Items((file,)) as items:
        one = next(iter(items))
        assert isinstance(one, Item)
        return read_item(one, reader, include)


def read_item(item: Item, reader: Reader = Reader.AUTO, include: Collection[str] = (), sport: str | None = None) -> ReadFile:
    """Read one item. Whatever is wrong with it comes back as problems; nothing is raised for content.

    sport   what it is known to be from elsewhere, whatever it says itself; None = not known.
    """
    try:
        head = item.head()
        if not reader.is_fallback and wants_stream(head):
            return _streamed(item, include)
        if item.size is not None and item.size > bounds.LARGEST_BYTES and not recognised(head):
            return ReadFile(item.path, "", item.size, **_unknown(item, head, UnknownFormatError()))  # a film, say
        data, flaw = item.read()
    except OSError as error:
        return ReadFile(item.path, "", 0, problems=(unreadable(item.path, error),))
    except RunFileError as error:
        return ReadFile(item.path, "", 0, problems=(problem_of(error, item.path),))
    sha256 = hashlib.sha256(data).hexdigest()
    flaws = () if flaw is None else (flaw,)
    try:
        decoded = read_bytes(data, item.path, reader)
    except UnknownFormatError as error:
        return ReadFile(item.path, sha256, len(data), **_unknown(item, data, error))
    except RunFileError as error:
        return ReadFile(item.path, sha256, len(data), problems=(*flaws, _problem(item, error)))
    if sport is not None:
        decoded = tuple(as_sport(one, sport) for one in decoded)
    return _read(item, sha256, len(data), decoded, flaws, include)


def _streamed(item: Item, include: Collection[str]) -> ReadFile:
    """The same, piece by piece, for what may be larger than memory."""
    with item.stream() as opened:
        hashed = HashedFile(opened.file)
        decoded = read_stream(io.BufferedReader(hashed), item.path)
        flaw = flaw_of(opened, item.path)
    return _read(item, hashed.sha256, hashed.size, decoded, () if flaw is None else (flaw,), include)


def _read(
    item: Item, sha256: str, size: int, decoded: Sequence[Decoded], flaws: Sequence[Problem], include: Collection[str]
) -> ReadFile:
    found = runs_of_all(decoded, include)
    recordings = tuple(Recording(one, *runs_and_others) for one, runs_and_others in zip(decoded, found, strict=True))
    problems = [*flaws, *(problem for one in decoded for problem in one.problems)]
    problems += [
        _passed_over(item.path, passed) for recording in recordings if not recording.of_a_log for passed in recording.passed_over
    ]
    return ReadFile(item.path, sha256, size, recordings, tuple(problems))


def measure_file(file: ReadFile, unit: CadenceUnit = CadenceUnit.AUTO) -> tuple[Measured, ...]:
    """Measure each run of a file."""
    return tuple(measure(run, FACTORS[unit]) for run in file.runs)


def _problem(item: Item, error: RunFileError) -> Problem:
    """What stands against a file. An account's exports are full of drawn ways: unless it was named, one is no failure."""
    if error.code == DRAWN and not item.named:
        return Problem(item.path, None, "not-an-activity", say("problem.not-an-activity", kind=say("file.drawn")))
    return problem_of(error, item.path)


class _Outcome(TypedDict, total=False):
    problems: tuple[Problem, ...]
    unknown: bool
    shoes: Mapping[str, str]


def _unknown(file: Item, data: bytes, error: UnknownFormatError) -> _Outcome:
    """A file that no reader knows: one of our own kinds, passed over; a failure when it was named; else only counted."""
    if Path(file.path).name in SETTINGS:
        return {"problems": (_not_a_run_file(file.path, "file.settings"),)}
    if looks_like_diary(data):
        return {"problems": (_not_a_run_file(file.path, "file.diary"),)}
    shoes = read_gear(data)
    if shoes is not None:
        told = (_not_a_run_file(file.path, "file.gear"),) if file.named else ()
        return {"shoes": shoes, "unknown": not file.named, "problems": told}
    almost = almost_log(data)
    if almost is not None and (file.named or almost.likely):
        return {"problems": (_almost(file, almost),)}
    if not file.named:
        return {"unknown": True}
    packer = foreign_packer(data)
    if packer is not None:
        error = UnknownFormatError("unknown-format.packed", packer=packer)
    return {"problems": (problem_of(error, file.path),)}


def _almost(file: Item, almost: AlmostLog) -> Problem:
    """What its headings are and should be. One that was met in a folder may be any table with dates: it is no failure."""
    said = [say("problem.almost-log", headings=", ".join(map(shown, almost.headings)), lacks=listed(almost.lacks))]
    if almost.open:
        said.append(say("problem.almost-log.open", open="; ".join(almost.open)))
    return Problem(file.path, None, "unknown-format" if file.named else "not-a-run-file", " ".join(said))


def _not_a_run_file(path: str, kind: str) -> Problem:
    return Problem(path, None, "not-a-run-file", say("problem.not-a-run-file", what=say(kind)))


def _passed_over(path: str, passed: PassedOver) -> Problem:
    code = "problem.duplicate.session" if passed.reason == "duplicate" else f"problem.{passed.reason}"
    if (passed.reason, passed.sport) == ("not-a-run", UNRECOGNISED):
        code = "problem.not-a-run.unrecognised"
    return Problem(path, None, passed.reason, say(code, sport=passed.sport), passed.sport)
