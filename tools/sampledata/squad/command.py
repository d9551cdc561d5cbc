"""`python -m sampledata squad FOLDER`: writes a squad, a folder per athlete."""

import argparse
import sys
from pathlib import Path

from sampledata.squad.files import SEED, squad
from sampledata.squad.members import SQUAD


def main(arguments: list[str]) -> int:
    """Write the files; 1 when the folder holds others, which are named and left alone."""
    parser = argparse.ArgumentParser(
        prog="python -m sampledata squad", description="Writes a made-up squad: a folder per athlete, runs up to week 2026-W46."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--athletes", type=_count, default=SQUAD)
    parser.add_argument("--runs", type=_count, default=None, help="of each athlete; three or four a week when left out")
    given = parser.parse_args(arguments)
    written, size = set(), 0
    for name, data in squad(given.seed, given.athletes, given.runs):
        path = given.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        written.add(path)
        size += len(data)
    print(f"{given.folder}: {given.athletes} athletes, {len(written)} files, {size / 1e6:.1f} MB")
    others = sorted(path for path in given.folder.rglob("*") if path.is_file() and path not in written)
    for path in others:
        print(f"{path} was not made by this generator: remove it or move it elsewhere", file=sys.stderr)
    return 1 if others else 0


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not 1 or more")
    return number
