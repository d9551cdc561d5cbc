"""Everything behind the paths of a job: read once, measured, each run once."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.workflow.direct import directly
from footfall.workflow.gathered import Gathering
from footfall.workflow.joining import Joining, asked_of
from footfall.workflow.one_run import OneRun
from footfall.workflow.request import Progress, Request
from footfall.workflow.store import Store


@dataclass(frozen=True, eq=False)
class Measurement:
    """What the paths of a job came to.

    runs      each run once, by start.
    problems  what went wrong, was passed over or was joined, by path.
    counts    of files, and of problems by reason.
    copies    path of a file -> that of the one with the same bytes which was read for it.
    """

    runs: tuple[OneRun, ...]
    problems: tuple[Problem, ...]
    counts: Counter[str]
    copies: Mapping[str, str] = field(default_factory=dict)

    @property
    def measured(self) -> list[Measured]:
        """Each run, measured."""
        return [run.measured for run in self.runs]


def measure_paths(request: Request, progress: Progress | None = None, store: Store | None = None) -> Measurement:
    """Every run behind the request's paths; the same bytes met twice, and other recordings of one run, count once.

    The result does not depend on the order of the paths. Samples are let go as soon as a file is measured; files of a run that is
    merged from several are read a second time.

    store   what was opened already, of standard input above all; None = nothing.
    """
    with directly(request.paths, asked_of(request), progress, store) as gathering:
        return measurement(request, gathering)


def measurement(request: Request, gathering: Gathering) -> Measurement:
    """The same of files that are gathered already, or as they come."""
    joining = Joining(request, gathering)
    for one in gathering:
        if isinstance(one, Problem):
            joining.tell((one,))
        else:
            joining.take(one)
    runs = joining.join()
    problems = tuple(sorted(joining.problems, key=lambda problem: problem.path))
    return Measurement(runs, problems, joining.counts, joining.copies)
