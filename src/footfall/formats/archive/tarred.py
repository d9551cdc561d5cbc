"""A tar: plain files, and a count of what else could have held a run."""

from typing import BinaryIO

from footfall.errors import DamagedFileError
from footfall.formats import bounds
from footfall.formats.archive.allowance import too_many
from footfall.formats.archive.listing import Listing
from footfall.formats.archive.member import Begins, Member, in_order, is_left_out, shown_name
from footfall.formats.archive.tar_headers import TarWalk
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.wording.numbers import counted


def list_tar(file: BinaryIO, size: int, path: str) -> Listing:
    """What the tar holds: plain files, no links and no devices. Parameters and errors as of `list_zip`.

    A damaged header costs its own file alone. A tar without the empty block that ends each is cut short, be it between two files.
    """
    walk = TarWalk(file, size)
    members: list[Member] = []
    links = sparse = 0
    for found in walk:
        name = shown_name(found.name)
        wanted = not is_left_out(name)
        if found.issparse():
            sparse += wanted
        elif found.isreg():
            if len(members) >= bounds.MOST_MEMBERS:
                raise too_many()
            members.append(Member(name, found.size, found.size, found.offset_data, Begins.WITH_DATA))
        elif found.issym() or found.islnk():
            links += wanted
    if (walk.damaged or walk.ends_early) and not (members or sparse or links):
        raise DamagedFileError("damaged.archive")
    kept = in_order(members)
    return Listing(kept, (*_of_damage(walk, len(kept), path), *_of_others(sparse, links, path)))


def _of_damage(walk: TarWalk, files: int, path: str) -> tuple[Problem, ...]:
    if not (walk.damaged or walk.ends_early):
        return ()
    key = "problem.truncated.archive-within" if walk.damaged else "problem.truncated.archive"
    return (Problem(path, None, "truncated", say(key, files=counted(files, "file"))),)


def _of_others(sparse: int, links: int, path: str) -> tuple[Problem, ...]:
    told = []
    if sparse:
        told.append(Problem(path, None, "unreadable", say("problem.unreadable.sparse", files=counted(sparse, "file"))))
    if links:
        told.append(Problem(path, None, "not-a-run-file", say("problem.not-a-run-file.links", links=counted(links, "link"))))
    return tuple(told)
