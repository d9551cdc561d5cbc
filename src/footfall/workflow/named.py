"""One file that the user named, open while it is looked at: standard input and pipes can be read once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from footfall.model.problem import Problem
from footfall.wording import say
from footfall.wording.numbers import counted
from footfall.workflow.find import find, on_disk
from footfall.workflow.items import Item, Items
from footfall.workflow.store import Store


@dataclass(frozen=True, eq=False)
class NamedFile:
    """What a path stands for.

    path      as it was named.
    asked     the item to be looked at; None where there is none, or more than one.
    behind    how many files the path stands for: more than 1 for an archive of many.
    problems  why there is none, and what of an archive could not be read; of a file in an archive those of the file alone.
    store     what was opened for it.
    """

    path: str
    asked: Item | None
    behind: int
    problems: tuple[Problem, ...]
    store: Store


@contextmanager
def named(path: str) -> Iterator[NamedFile]:
    """A file; a file in an archive as problems name it, `export.zip/activities/1.fit.gz`; or an archive of one file."""
    outermost = on_disk(path)
    files, missing = find((outermost,))
    store = Store()
    with Items(files, store) as items:
        met = tuple(items)
        inside = [one for one in met if isinstance(one, Item)]
        problems = (*missing, *(one for one in met if isinstance(one, Problem)))
        if outermost == path:
            yield _of_file(path, inside, problems, store)
        else:
            yield _of_member(path, inside, problems, store, encrypted=path in items.encrypted)


def _of_file(path: str, inside: list[Item], problems: tuple[Problem, ...], store: Store) -> NamedFile:
    if len(inside) == 1:
        return NamedFile(path, replace(inside[0], named=True), 1, problems, store)
    if inside:
        message = say("problem.not-a-run-file.archive", files=counted(len(inside), "file"), example=inside[0].path)
        problems = (*problems, Problem(path, None, "not-a-run-file", message))
    return NamedFile(path, None, len(inside), problems, store)


def _of_member(path: str, inside: list[Item], problems: tuple[Problem, ...], store: Store, *, encrypted: bool) -> NamedFile:
    asked = next((one for one in inside if one.path == path), None)
    if asked is not None:
        return NamedFile(path, replace(asked, named=True), 1, tuple(one for one in problems if one.path == path), store)
    if encrypted:
        return NamedFile(path, None, 0, (Problem(path, None, "encrypted", say("problem.encrypted.member")),), store)
    if inside:
        message = say("problem.missing.member", files=counted(len(inside), "file"), example=inside[0].path)
        problems = (*problems, Problem(path, None, "missing", message))
    return NamedFile(path, None, 0, problems, store)
