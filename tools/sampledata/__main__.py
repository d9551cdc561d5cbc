"""`python -m sampledata FOLDER`: writes a season into FOLDER. `exports FOLDER`: account exports; `squad FOLDER`: a squad."""

import argparse
import sys
from pathlib import Path

from sampledata.exports.command import main as write_exports
from sampledata.plan import Planted
from sampledata.season import SEED, season
from sampledata.squad.command import main as write_squad


def main(arguments: list[str] | None = None) -> int:
    """Write the files; 1 when the folder holds others, which are named and left alone."""
    words = sys.argv[1:] if arguments is None else arguments
    if words[:1] == ["exports"]:
        return write_exports(words[1:])
    if words[:1] == ["squad"]:
        return write_squad(words[1:])
    parser = argparse.ArgumentParser(
        prog="python -m sampledata",
        description="Writes a made-up season of runs with its diary. `exports FOLDER`: account exports; `squad FOLDER`: a squad.",
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--planted", type=Planted, choices=list(Planted), default=Planted.YES, metavar="yes|chance|no")
    given = parser.parse_args(words)
    files = season(given.seed, given.planted).files
    given.folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (given.folder / name).write_bytes(data)
    megabytes = sum(map(len, files.values())) / 1e6
    print(f"{given.folder}: {len(files)} files, {megabytes:.1f} MB")
    others = sorted(path.name for path in given.folder.iterdir() if path.name not in files)
    for name in others:
        print(f"{given.folder / name} was not made by this generator: remove it or move it elsewhere", file=sys.stderr)
    return 1 if others else 0


if __name__ == "__main__":
    sys.exit(main())
