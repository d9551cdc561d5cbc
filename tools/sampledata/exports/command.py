"""`python -m sampledata exports FOLDER`: writes the accounts, all of them in one zip, and the truth."""

import argparse
import json
import time
from pathlib import Path

from sampledata.exports.heap import LARGE, SEED, SMALL, heap

EVERYTHING, TRUTH = "everything.zip", "truth.json"


def main(arguments: list[str]) -> int:
    """Write the files."""
    parser = argparse.ArgumentParser(prog="python -m sampledata exports", description="Writes made-up account exports.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--small", action="store_true", help="a few dozen files of every kind instead of 3,000")
    given = parser.parse_args(arguments)
    begin = time.perf_counter()
    made = heap(given.seed, SMALL if given.small else LARGE)
    truths = {name: truth.to_json() for name, truth in made.truths.items()} | {EVERYTHING: made.truth.to_json()}
    given.folder.mkdir(parents=True, exist_ok=True)
    for name, data in {**made.archives, EVERYTHING: made.zip()}.items():
        (given.folder / name).write_bytes(data)
    (given.folder / TRUTH).write_text(json.dumps(truths, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")
    runs, files = len(made.truth.runs), made.truth.recordings
    print(f"{given.folder}: {runs} runs in {files} FIT, GPX and TCX files, made in {time.perf_counter() - begin:.0f} s")
    return 0
