"""What a table of docs/statistics.md is: rows, each one kind of made-up runner on whom a rule is tried many times."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

Said = Mapping[str, bool | None]
"""Name of an outcome -> whether it came about; None = the rule could not look, which counts in neither direction."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a share must lie within, both ends included."""

    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of runner.

    name      as the table shows it.
    trial     makes one runner of a generator's numbers and asks; a module-level function or a `functools.partial` of one, for
              other processes run it. The same generator, the same answer.
    bounds    outcome -> bound; an outcome without one is shown and held to nothing.
    runners   how many where the command asks for 2,000, and in proportion; None = as many as it asks for.
    """

    name: str
    trial: Callable[[np.random.Generator], Said]
    bounds: Mapping[str, Bound] = field(default_factory=dict)
    runners: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that are read together.

    code    of the rule, or a word.     about  what is simulated and what the columns are, in Markdown.
    """

    code: str
    title: str
    about: str
    rows: tuple[Row, ...]
