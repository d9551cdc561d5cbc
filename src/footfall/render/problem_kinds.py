"""Problems by kind: an account's export holds a thousand files that are no activity, and one line says so."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from footfall.model.problem import Problem
from footfall.tables.cell import cut
from footfall.wording import CATALOGUE, say
from footfall.wording.numbers import listed, number

_MOST_KINDS = 5
_OF_FILES = frozenset(
    {"truncated", "bad-checksum", "clock-mended", "inferred-values", "dropped-values", "other-encoding", "elapsed-for-moving"}
)
"""What is said of a file, perhaps more than once."""


class ProblemKind(NamedTuple):
    """All problems with one reason code."""

    reason: str
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """True for failures. What was passed over or read with a remark is none."""
        return self.problems[0].failed

    @property
    def size(self) -> int:
        """How many: files of what is said of a file as a whole, however many places in it have something to say."""
        return len({problem.path for problem in self.problems}) if self.reason in _OF_FILES else len(self.problems)

    @property
    def head(self) -> str:
        """`1,000 no activity: 900 monitoring, 80 settings and 20 sports`."""
        return f"{number(self.size)} {self.words}"

    @property
    def words(self) -> str:
        """The same without how many they are."""
        word = say(in_number(f"terminal.reason.{self.reason}", self.size))
        told = [f"{number(count)} {what}" for what, count in self._whats()]
        return say("terminal.reason.of", head=word, kinds=listed(told)) if told else word

    def _whats(self) -> list[tuple[str, int]]:
        """What they are instead, the most frequent first, a long tail as one; empty where it is known of none."""
        counts = Counter(cut(problem.what) for problem in self.problems if problem.what is not None)
        if len(self.problems) == 1 or not counts:
            return []
        unsaid = len(self.problems) - counts.total()
        ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        shown = ranked if len(ranked) <= _MOST_KINDS and not unsaid else ranked[: _MOST_KINDS - 1]
        rest = len(self.problems) - sum(count for _, count in shown)
        named = [(say("terminal.reason.type", number=what) if what.isdecimal() else what, count) for what, count in shown]
        return [*named, (say(in_number("terminal.reason.others", rest)), rest)] if rest else named


def problem_kinds(problems: Iterable[Problem]) -> tuple[ProblemKind, ...]:
    """By reason code, in the order in which each is first met."""
    kinds: dict[str, list[Problem]] = {}
    for problem in problems:
        kinds.setdefault(problem.reason, []).append(problem)
    return tuple(ProblemKind(reason, tuple(found)) for reason, found in kinds.items())


def in_number(key: str, count: int) -> str:
    """The sentence for one where there is one and it differs."""
    return f"{key}.one" if count == 1 and f"{key}.one" in CATALOGUE else key
