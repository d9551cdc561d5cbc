"""Every file belongs to one shard, and to the same one on every machine."""

from collections import Counter
from pathlib import Path

from footfall.workflow.batch_request import Shard
from footfall.workflow.find import FoundFile, find
from footfall.workflow.shards import is_of


def shard_of(found: FoundFile, of: int) -> list[int]:
    return [number for number in range(1, of + 1) if is_of(found, Shard(number, of))]


def test_each_file_is_in_exactly_one() -> None:
    files = [FoundFile(f"runs/{number}.fit", named=False, base="runs") for number in range(400)]
    counts = Counter(number for found in files for number in shard_of(found, 4))
    assert counts.total() == len(files)
    assert all(60 < counts[number] < 140 for number in (1, 2, 3, 4))


def test_where_the_folder_lies_and_how_it_is_named_plays_no_part(tmp_path: Path, monkeypatch) -> None:
    for place in ("here", "there/deep"):
        (tmp_path / place / "runs" / "2026").mkdir(parents=True)
        for number in range(20):
            (tmp_path / place / "runs" / "2026" / f"{number}.fit").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    divided = [
        [shard_of(found, 7) for found in sorted(find((name,))[0], key=lambda one: one.path)]
        for name in ("here/runs", "./here/runs/", str(tmp_path / "there/deep/runs"))
    ]
    assert divided[0] == divided[1] == divided[2]
    assert len({tuple(numbers) for numbers in divided[0]}) > 1


def test_known_answers_hold_from_version_to_version() -> None:
    """A shard that is done again by a later version must be the same shard."""
    files = [FoundFile(f"club/ada/{number}.fit", named=False, base="club") for number in range(6)]
    assert [shard_of(found, 3) for found in files] == [[3], [3], [1], [2], [1], [1]]


def test_a_name_that_is_no_text_and_a_url_have_their_place() -> None:
    assert len(shard_of(FoundFile("runs/\udcff.fit", named=False, base="runs"), 5)) == 1
    one = FoundFile("s3://bucket/runs/a.fit", named=False, base="s3://bucket/runs")
    other = FoundFile("memory://x/a.fit", named=False, base="memory://x")
    assert shard_of(one, 50) == shard_of(other, 50)
