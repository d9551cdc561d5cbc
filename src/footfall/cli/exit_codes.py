"""Exit codes: the contract with scripts, in one place."""

from collections.abc import Iterable
from enum import IntEnum

from footfall.findings.finding import Finding, Severity
from footfall.model.problem import Problem


class Exit(IntEnum):
    """If several hold: 130, 2, 3, 4, 1, 0 in this order."""

    DONE = 0
    SOME_FAILED = 1
    USAGE = 2
    NOTHING_USABLE = 3
    FLAGGED = 4
    INTERRUPTED = 130


def exit_code(
    *, usable: bool, problems: Iterable[Problem], found: Iterable[Finding] = (), fail_on: Severity | None = None
) -> Exit:
    """The code of a command that came to its end.

    usable    at least one run, diary row or other thing asked for could be used.
    fail_on   None = findings play no part.
    """
    if not usable:
        return Exit.NOTHING_USABLE
    if fail_on is not None and any(finding.severity.rank <= fail_on.rank for finding in found):
        return Exit.FLAGGED
    return Exit.SOME_FAILED if any(problem.failed for problem in problems) else Exit.DONE
