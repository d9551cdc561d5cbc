"""A squad as files: a folder per athlete with athlete.toml, run files and a diary."""

from collections.abc import Iterator

from sampledata.draws import Draws
from sampledata.motion import Motion
from sampledata.season import file_name, recorded
from sampledata.squad.diary import UNREADABLE, diary_csv
from sampledata.squad.members import SQUAD, Member, Trouble, members
from sampledata.squad.recordings import motion_of
from sampledata.squad.training import training

SEED = 46

Files = Iterator[tuple[str, bytes]]


def squad(seed: int = SEED, athletes: int = SQUAD, runs: int | None = None) -> Files:
    """Path below the squad's folder and bytes, one athlete after the other; the same seed gives the same bytes everywhere.

    runs   of each athlete; None = 39 to 52, three or four in each of thirteen weeks.
    """
    for member in members(athletes):
        for name, data in _files(member, seed, runs):
            yield f"{member.folder}/{name}", data


def _files(member: Member, seed: int, runs: int | None) -> Files:
    yield "athlete.toml", member.athlete_toml.encode()
    draws = Draws(seed, "squad", member.folder)
    motions = [motion_of(planned, member.stride, draws) for planned in training(member, draws, runs)]
    for motion in motions:
        name = file_name(motion)
        data = recorded(motion, Draws(seed, "squad", member.folder, name), None)
        broken = member.trouble is Trouble.BROKEN_FILE and motion is motions[-1]
        yield name, _damaged(data) if broken else data
    yield from _diary(member, motions, Draws(seed, "squad", member.folder, "diary"))


def _damaged(data: bytes) -> bytes:
    """Its first bytes, then what memory holds that was never written to."""
    return data[:40] + b"\xff" * (len(data) - 40)


def _diary(member: Member, motions: list[Motion], draws: Draws) -> Files:
    if member.trouble is Trouble.NO_DIARY:
        return
    if member.trouble is Trouble.BROKEN_DIARY:
        yield "diary.csv", UNREADABLE
    else:
        yield "diary.csv", diary_csv(member, motions, draws).encode()
