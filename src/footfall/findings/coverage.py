"""What P2, P3 and A1 need of a diary: an answer for most runs, for of painful runs alone nothing true can be said."""

from footfall.findings.need import not_enough
from footfall.findings.tolerance import MIN_COVERAGE, Tolerance
from footfall.history.history import History
from footfall.wording.numbers import counted, date, number


def need_coverage(history: History, found: Tolerance) -> None:
    """Raises NotEnoughData where no shown run lies in the time of the diary, or too few of those that do have an answer.

    history   with a diary row and a run in it.    found   `tolerance(history)`.
    """
    assert found.since is not None
    if not found.outings:
        last_run = history.running[-1].day
        raise not_enough("no-overlap", first_row=date(found.since), last_run=date(last_run))
    if found.coverage < MIN_COVERAGE:
        key = "coverage" if found.answered == found.rows else "coverage-rows"
        raise not_enough(
            key,
            answered=number(found.answered),
            rows=number(found.rows),
            runs=counted(found.outings, "run"),
            date=date(found.since),
        )
