"""Work that is done elsewhere in the language and the units of who asks for it: a process of its own knows of neither."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from footfall.wording.locale import Locale, speaking, spoken

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class SpokenWork(Generic[T, R]):
    """A callable that can be pickled where its work can be."""

    work: Callable[[tuple[T, ...]], R]
    locale: Locale = field(default_factory=spoken)

    def __call__(self, items: tuple[T, ...]) -> R:
        """As the work alone."""
        with speaking(self.locale):
            return self.work(items)
