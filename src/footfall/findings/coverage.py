"""What P2, P3, A1 and A2 need of a diary: an answer for most runs, for of painful runs alone nothing true can be said."""

from footfall.findings.need import not_enough
from footfall.findings.tolerance import MIN_COVERAGE, Tolerance
from footfall.history.history import History, Outing
from footfall.history.pain import back_pain
from footfall.model.diary import OnsetKind
from footfall.wording.numbers import counted, date, number


def need_coverage(history: History, found: Tolerance) -> None:
    """For who asks about onsets. Raises NotEnoughData where no shown run lies in the time of the diary, too few of those that do
    have an answer, or some have none and not one of the others was free of pain.

    history   with a diary row and a run in it.    found   `tolerance(history)`.
    """
    _need_overlap(history, found)
    only_painful = not found.free and found.answered < found.outings
    if found.coverage < MIN_COVERAGE or only_painful:
        key = "coverage" if found.answered == found.rows else "coverage-rows"
        raise _lack(key, found, found.answered)


def need_scores(history: History, found: Tolerance) -> None:
    """The same for who asks about scores: a row that says how the back was is an answer, with an onset or without."""
    _need_overlap(history, found)
    assert found.since is not None
    spanned = [each for each in history.running if each.day >= found.since and history.shows(each.day)]
    told = [pain for outing in spanned if (pain := _pain_told(outing)) is not None]
    only_painful = all(told) and len(told) < len(spanned)
    if len(told) < MIN_COVERAGE * len(spanned) or only_painful:
        raise _lack("coverage-scores", found, len(told))


def _need_overlap(history: History, found: Tolerance) -> None:
    assert found.since is not None
    if not found.outings:
        last_run = history.running[-1].day
        raise not_enough("no-overlap", first_row=date(found.since), last_run=date(last_run))


def _lack(key: str, found: Tolerance, answered: int) -> Exception:
    assert found.since is not None
    runs = counted(found.outings, "run")
    return not_enough(key, answered=number(answered), rows=number(found.rows), runs=runs, date=date(found.since))


def _pain_told(outing: Outing) -> bool | None:
    """Whether the row says that the back hurt; None where it does not say."""
    entry = outing.entry
    if entry is None or not entry.about_the_back:
        return None
    scores = back_pain(entry)
    if entry.onset is not None and entry.onset.kind is not OnsetKind.NONE:
        return True
    return any(score > 0 for score in scores) if scores or entry.onset is not None else None
