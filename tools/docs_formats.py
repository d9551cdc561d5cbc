"""docs/formats.md's table of devices and apps: what was read of each, over a folder of real files.

The files are not part of the project: `make formats CORPUS=FOLDER` writes the table between the two marks of the page, and a
test compares where the folder is at hand.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from footfall.errors import RunFileError
from footfall.formats import read_bytes
from footfall.metrics.runs import runs_of
from footfall.model.run import Decoded, Run

PAGE = Path(__file__).resolve().parents[1] / "docs" / "formats.md"
BEGIN, END = "<!-- made by `make formats` -->\n", "<!-- end of what is made -->\n"
NOT_DATA = {".csv", ".md", ".txt", ""}
MARKS = {
    "position": ("lat_deg",),
    "distance": ("distance_m",),
    "speed": ("speed_m_s",),
    "altitude": ("altitude_m",),
    "cadence": ("cadence_per_min",),
    "contact": ("stance_time_s",),
    "heart": ("heart_rate_bpm",),
    "power": ("power_w",),
    "second sensor": ("pod_cadence_per_min", "pod_power_w", "pod_stance_time_s", "pod_speed_m_s", "pod_vertical_oscillation_m"),
}
"""Heading -> columns of which any counts."""
MOST, SOME = "●", "○"


@dataclass(frozen=True)
class Seen:
    """One file: who wrote it, and what became of it."""

    format: str
    maker: str
    recordings: tuple[Decoded, ...]
    runs: tuple[Run, ...]
    said: tuple[str, ...]


def formats_table(folder: Path) -> str:
    """The table, Markdown: a row per format and device or app."""
    groups: dict[tuple[str, str], list[Seen]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() not in NOT_DATA):
        seen = _seen(path)
        groups.setdefault((seen.format, seen.maker), []).append(seen)
    heads = ["format", "device or app", "files", "runs", "points", *MARKS, "laps", "pauses", "what is said"]
    rows = [_row(format_, maker, found) for (format_, maker), found in sorted(groups.items(), key=lambda item: _order(*item[0]))]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (heads, ["---"] * len(heads), *rows))


def _order(format_: str, maker: str) -> tuple[str, str]:
    return format_, maker.lower()


def _seen(path: Path) -> Seen:
    try:
        recordings = read_bytes(path.read_bytes(), path.name)
    except RunFileError as error:
        format_ = path.suffix.lower().removeprefix(".")
        kind = error.values.get("kind")
        return Seen(format_, "(no recording)", (), (), (error.reason if kind is None else f"{error.reason}: {kind}",))
    source = recordings[0].source
    told = [runs_of(one) for one in recordings]
    said = [problem.reason for one in recordings for problem in one.problems]
    said += [f"{passed.reason}: {passed.sport}" for _, over in told for passed in over]
    maker = " ".join(dict.fromkeys(word for word in (source.producer, source.device) if word))
    return Seen(source.format, maker or "(not told)", recordings, tuple(run for runs, _ in told for run in runs), tuple(said))


def _row(format_: str, maker: str, found: Sequence[Seen]) -> list[str]:
    recordings = [one for seen in found for one in seen.recordings]
    said = Counter(word for seen in found for word in dict.fromkeys(seen.said))
    return [
        format_,
        _cell(maker),
        str(len(found)),
        str(sum(len(seen.runs) for seen in found)),
        f"{sum(len(one.columns['time_s']) for one in recordings):,}".replace(",", " "),
        *(_mark(recordings, names) for names in MARKS.values()),
        _count(len(one.laps) for one in recordings),
        _count(len(one.pauses) for one in recordings),
        "; ".join(word if count == 1 else f"{word} ({count} files)" for word, count in sorted(said.items())),
    ]


def _mark(recordings: Iterable[Decoded], names: Sequence[str]) -> str:
    points = known = 0
    for one in recordings:
        points += len(one.columns["time_s"])
        known += max((int(np.isfinite(one.columns[name]).sum()) for name in names if name in one.columns), default=0)
    if not known:
        return ""
    return MOST if known >= 0.9 * points else SOME


def _count(counts: Iterable[int]) -> str:
    return str(sum(counts) or "")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("https://", "").replace("http://", "")


def with_table(page: str, table: str) -> str:
    """The page with the table between its marks."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def main(folder: str) -> None:
    """Write the table into the page."""
    if not Path(folder).is_dir():
        sys.exit(f"{folder} is no folder: name the one that holds the real files, make formats CORPUS=FOLDER")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(with_table(page, formats_table(Path(folder))), encoding="utf-8", newline="\n")
    print(f"{PAGE.name}: written")


if __name__ == "__main__":
    main(sys.argv[1])
