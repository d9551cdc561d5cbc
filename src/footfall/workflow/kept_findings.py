"""What the rules said of a history, kept by all that they could see: asked of the same again, they say the same."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from footfall.errors import LibraryError
from footfall.findings.finding import Findings
from footfall.findings.rule import Rule, check
from footfall.history.history import History
from footfall.library.codec import digest, pack, unpack
from footfall.library.store import Library
from footfall.wording.locale import spoken
from footfall.workflow.analyze import Check
from footfall.workflow.versions import FINDINGS


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which rules were asked, by which version of them, and in what they answered: a finding is sentences."""

    version: int
    rules: tuple[str, ...]
    lang: str
    units: str


def from_library(library: Library, athlete: str) -> Check:
    """Asks the rules only where the library has not kept what they said of the same; what they say then is kept.

    athlete   key of the runner. Nothing is kept of one of whom nothing else is.
    Raises    LibraryError, when called, where the library cannot be read; one that cannot be written to is no hindrance.
    """

    def ask(history: History, rules: Iterable[Rule]) -> Findings:
        asked = tuple(rules)
        key = findings_key(history, asked)
        kept = library.findings(athlete, key)
        if kept is not None:
            with suppress(LibraryError):  # damaged, or of another version: they are asked again
                return unpack(Findings, kept)
        found = check(history, asked)
        if library.writable and not found.problems:  # after a fault of ours they are asked again
            # No room, or a rule that gave what has no place in a record (a bug of ours): what they said is here all the same.
            with suppress(LibraryError, TypeError):
                library.keep_findings(athlete, key, pack(found))
        return found

    return ask


def findings_key(history: History, rules: Iterable[Rule]) -> str:
    """Of everything that a rule can see, each field of each day, outing, run and entry, of the rules, and of what they speak."""
    locale = spoken()
    names = tuple(f"{type(rule).__module__}.{type(rule).__qualname__} {rule.code}" for rule in rules)
    asked = _Asked(FINDINGS, names, locale.lang, locale.units.value)
    return digest((asked, *_parts(history)))


def _parts(history: History) -> Iterator[object]:
    """A history in pieces of one kind each, every field in one of them: thousands of runs in one piece take twice as long."""
    yield replace(history, days=())
    for day in history.days:
        yield replace(day, outings=())
        for outing in day.outings:
            yield replace(outing, runs=())
            yield from outing.runs
