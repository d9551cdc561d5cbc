"""What is found in archives, in which order, and that nothing of it touches the disk or fills memory."""

import gzip
import hashlib
import io
import os
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from footfall.errors import UnsupportedFileError
from footfall.formats import bounds
from footfall.model.problem import Problem
from footfall.workflow.find import FoundFile, find
from footfall.workflow.items import Item, Items
from footfall.workflow.read import read_item
from footfall.workflow.store import Store
from tests.formats_apple.made import export, record, workout
from tests.formats_archive.made import tarred, with_fields, zipped

INNER = zipped({"2.fit": b"two", "3.fit": b"three"})
EXPORT = zipped({"activities.csv": b"a,b\n", "activities/1.fit.gz": gzip.compress(b"one", mtime=0), "inner.zip": INNER})


@pytest.fixture
def walk(tmp_path: Path) -> Callable[..., tuple[dict[str, Item], list[Problem]]]:
    """Write files into a folder, walk it, and give items by their paths within it, and problems."""

    def walked(**files: bytes) -> tuple[dict[str, Item], list[Problem]]:
        for name, data in files.items():
            (tmp_path / name.replace("_", ".")).write_bytes(data)
        met = list(Items(find([str(tmp_path)])[0]))
        items = {os.path.relpath(one.path, tmp_path).replace("\\", "/"): one for one in met if isinstance(one, Item)}
        return items, [one for one in met if isinstance(one, Problem)]

    return walked


def data_of(items: dict[str, Item]) -> dict[str, bytes]:
    return {path: item.read().data for path, item in items.items()}


def test_an_archive_is_walked_where_it_stands_and_archives_in_it_too(walk: Callable) -> None:
    items, problems = walk(a_fit=b"zero", export_zip=EXPORT, z_fit=b"last")
    assert not problems
    assert data_of(items) == {
        "a.fit": b"zero",
        "export.zip/activities.csv": b"a,b\n",
        "export.zip/activities/1.fit.gz": gzip.compress(b"one", mtime=0),
        "export.zip/inner.zip/2.fit": b"two",
        "export.zip/inner.zip/3.fit": b"three",
        "z.fit": b"last",
    }
    assert list(items) == sorted(items)


def test_only_what_was_named_is_named_and_only_what_is_on_the_disk_has_a_file(tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(EXPORT)
    (tmp_path / "1.fit").write_bytes(b"one")
    named = [str(tmp_path / "export.zip"), str(tmp_path / "1.fit")]
    met = [one for one in Items(find(named)[0]) if isinstance(one, Item)]
    assert [one.named for one in met] == [False, False, False, False, True]
    assert [one.base for one in met] == [named[0]] * 4 + [None]
    assert [one.file for one in met] == [None] * 4 + [named[1]]


def test_the_base_of_an_archive_in_a_folder_is_the_folder(walk: Callable, tmp_path: Path) -> None:
    items, _ = walk(export_zip=EXPORT)
    assert {item.base for item in items.values()} == {str(tmp_path)}


@pytest.mark.parametrize("order", [sorted, lambda paths: sorted(paths, reverse=True), lambda paths: list(paths) * 2])
def test_items_are_read_again_in_any_order(tmp_path: Path, order: Callable) -> None:
    (tmp_path / "x.zip").write_bytes(EXPORT)
    (tmp_path / "y.tgz").write_bytes(tarred({"inner.zip": INNER, "4.fit": b"four"}, "w:gz"))
    with Items(find([str(tmp_path)])[0]) as items:
        first = {one.path: one.read().data for one in items if isinstance(one, Item)}
        assert len(first) == 7
        for path in order(first):
            assert items.again(path).read().data == first[path]


def test_the_content_decides_what_is_an_archive(walk: Callable) -> None:
    items, _ = walk(run_fit=zipped({"1": b"one"}), not_zip=b"no zip")
    assert data_of(items) == {"run.fit/1": b"one", "not.zip": b"no zip"}


@pytest.mark.parametrize(
    "data",
    [
        tarred({"1.fit": b"one"}),
        tarred({"1.fit": b"one"}, "w:gz"),
        gzip.compress(zipped({"1.fit": b"one"})),
        zipped({"1.fit": b"one"}, zipfile.ZIP_STORED),
    ],
    ids=["tar", "tgz", "zip.gz", "stored"],
)
def test_archives_of_each_kind_are_walked_alone_and_in_a_zip(walk: Callable, data: bytes) -> None:
    items, problems = walk(alone_bin=data, inside_zip=zipped({"in.bin": data}), stored_zip=zipped({"in.bin": data}, 0))
    assert data_of(items) == {
        "alone.bin/1.fit": b"one",
        "inside.zip/in.bin/1.fit": b"one",
        "stored.zip/in.bin/1.fit": b"one",
    }
    assert not problems


def test_a_workbook_goes_to_the_readers_as_a_whole(walk: Callable) -> None:
    book = zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""})
    items, _ = walk(log_xlsx=book, export_zip=zipped({"log.xlsx": book}))
    assert data_of(items) == {"export.zip/log.xlsx": book, "log.xlsx": book}


def test_standard_input_and_pipes_are_read_once_and_given_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(EXPORT)))
    ours, theirs = os.pipe()
    os.write(theirs, INNER)
    os.close(theirs)
    pipe = f"/dev/fd/{ours}"
    if not Path(pipe).exists():
        pytest.skip("this system has no /dev/fd")
    with Items((FoundFile("-", named=True), FoundFile(pipe, named=True))) as items:
        paths = [one.path for one in items if isinstance(one, Item)]
        assert paths[0] == "-/activities.csv"
        assert paths[-2:] == [f"{pipe}/2.fit", f"{pipe}/3.fit"]
        assert items.again("-/inner.zip/3.fit").read().data == b"three"
        assert items.again(f"{pipe}/2.fit").read().data == b"two"
    os.close(ours)


def test_nothing_is_written_whatever_the_members_are_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evil = {"../../evil.fit": b"x", "/tmp/evil.fit": b"x", "..\\evil.fit": b"x", "C:\\evil.fit": b"x", "a/../../b": b"x"}
    outer = tmp_path / "outer"
    (outer / "cwd").mkdir(parents=True)
    (outer / "cwd" / "x.zip").write_bytes(zipped({**evil, "inner.zip": zipped(evil), "t.tar": tarred(evil)}))
    monkeypatch.chdir(outer / "cwd")
    before = sorted(tmp_path.rglob("*"))
    with Items(find(["x.zip"])[0]) as items:
        read = {one.path: read_item(one).unknown for one in items if isinstance(one, Item)}
    assert set(read.values()) == {True}
    assert {"x.zip/../../evil.fit", "x.zip/inner.zip/../evil.fit", "x.zip/t.tar//tmp/evil.fit"} <= set(read)
    assert sorted(tmp_path.rglob("*")) == before


def test_archives_deeper_than_anybody_packs_them_are_refused(walk: Callable) -> None:
    three = zipped({"a.zip": zipped({"b.zip": zipped({"1.fit": b"one"})})})
    items, problems = walk(three_zip=three, four_zip=zipped({"c.zip": three}))
    assert data_of(items) == {"three.zip/a.zip/b.zip/1.fit": b"one"}
    assert [problem.reason for problem in problems] == ["too-large"]
    assert problems[0].path.endswith("four.zip/c.zip/a.zip/b.zip")


def test_reading_on_after_a_bomb_stops_with_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "RATIO_COUNTS_FROM_BYTES", 1_000_000)
    bombs = zipped({f"{number}.fit": bytes(400_000) for number in range(9)})
    (tmp_path / "bombs.zip").write_bytes(zipped({"a.zip": bombs, "b.zip": bombs}))
    (tmp_path / "run.fit").write_bytes(b"run")
    read: list[str] = []
    problems: list[Problem] = []
    with Items(find([str(tmp_path)])[0]) as items:
        for one in items:
            if isinstance(one, Problem):
                problems.append(one)
            else:
                problems += [problem for problem in read_item(one).problems if problem.reason == "too-large"]
                read.append(one.path)
    assert len(read) == 4  # three bombs and the run
    assert read[-1].endswith("run.fit")
    assert [problem.reason for problem in problems] == ["too-large", "too-large"]
    assert items.total == len(read)


def test_the_allowance_of_a_pipe_is_of_what_came_out_of_it_and_one_of_unknown_size_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "RATIO_COUNTS_FROM_BYTES", 1)
    monkeypatch.setattr(bounds, "HIGHEST_RATIO", 2)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(bytes(1000))))
    store = Store()
    allowance = store.allowance("-")
    allowance.unpacked("run", 2000)
    with pytest.raises(UnsupportedFileError):
        allowance.unpacked("run", 2001)
    with pytest.raises(FileNotFoundError):
        store.allowance(str(tmp_path / "gone.zip"))


def test_too_many_files_in_archives_of_archives_are_refused(walk: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_MEMBERS", 5)
    items, problems = walk(export_zip=zipped({"a.zip": INNER, "b.zip": INNER}))
    assert len(items) == 2
    assert [problem.reason for problem in problems] == ["too-large"]
    assert "More than 5 files" in problems[0].message


def test_an_archive_in_an_archive_that_is_larger_than_memory_may_be_is_refused_unless_it_lies_there_as_it_is(
    walk: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    noise = os.urandom(60_000)
    inner = zipped({"1.fit": noise})
    monkeypatch.setattr(bounds, "LARGEST_BYTES", 50_000)
    items, problems = walk(packed_zip=zipped({"inner.zip": inner}), stored_zip=zipped({"inner.zip": inner}, 0))
    assert list(items) == ["stored.zip/inner.zip/1.fit"]
    assert [(Path(problem.path).parent.name, problem.reason) for problem in problems] == [("packed.zip", "too-large")]
    assert "in another one" in problems[0].message


def test_no_more_than_what_may_be_held_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    megabyte = 1024 * 1024
    monkeypatch.setattr(bounds, "LARGEST_BYTES", 3 * megabyte)
    inner = {f"{number}.zip": zipped({"1.fit": os.urandom(2 * megabyte)}) for number in range(8)}
    (tmp_path / "x.zip").write_bytes(zipped(inner))
    del inner
    tracemalloc.start()
    with Items(find([str(tmp_path)])[0]) as items:
        paths = [one.path for one in items if isinstance(one, Item) and one.read()]
        for path in reversed(paths):
            assert len(items.again(path).read().data) == 2 * megabyte
        peak = tracemalloc.get_traced_memory()[1]
        held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(paths) == 8
    assert held < 4 * megabyte
    assert peak < 10 * megabyte  # one archive held, the next being unpacked, and a run


def test_a_damaged_archive_is_a_problem_and_the_rest_is_read(walk: Callable) -> None:
    items, problems = walk(a_zip=b"PK\x03\x04 nothing", b_fit=b"b", c_tar=b"\0" * 257 + b"ustar" + b"\0" * 250)
    assert list(items) == ["b.fit"]
    assert {Path(problem.path).name: problem.reason for problem in problems} == {"a.zip": "damaged", "c.tar": "damaged"}


def test_an_encrypted_archive_within_another_is_said_by_its_path(walk: Callable) -> None:
    items, problems = walk(export_zip=zipped({"secret.zip": with_fields(INNER, flags=1), "1.fit": b"one"}))
    assert list(items) == ["export.zip/1.fit"]
    assert [(Path(problem.path).name, problem.reason) for problem in problems] == [("secret.zip", "encrypted")]


def test_an_archive_cut_short_in_a_gz_says_so_once(walk: Callable) -> None:
    data = tarred({"1.fit": os.urandom(3000), "2.fit": os.urandom(3000)}, "w:gz")
    items, problems = walk(x_tgz=data[: len(data) - 2000])
    assert list(items) == ["x.tgz/1.fit", "x.tgz/2.fit"]
    assert [problem.reason for problem in problems] == ["truncated"]


def test_a_wrong_checksum_around_an_archive_is_said(walk: Callable) -> None:
    data = bytearray(tarred({"1.fit": b"one"}, "w:gz"))
    data[-8] ^= 1
    items, problems = walk(x_tgz=bytes(data))
    assert data_of(items) == {"x.tgz/1.fit": b"one"}
    assert [problem.reason for problem in problems] == ["bad-checksum"]


def test_a_wrong_checksum_of_a_member_comes_with_it(walk: Callable) -> None:
    data = bytearray(zipped({"1.fit": b"one"}))
    data[data.index(b"PK\x01\x02") + 16] ^= 1
    items, _ = walk(x_zip=bytes(data))
    read, problem = items["x.zip/1.fit"].read()
    assert read == b"one"
    assert problem is not None
    assert (problem.reason, problem.path) == ("bad-checksum", items["x.zip/1.fit"].path)


def test_the_total_grows_as_archives_are_opened(tmp_path: Path) -> None:
    (tmp_path / "a.fit").write_bytes(b"one")
    (tmp_path / "x.zip").write_bytes(EXPORT)
    totals = []
    with Items(find([str(tmp_path)])[0]) as items:
        totals = [items.total for _ in items]
    assert totals == [2, 4, 4, 5, 5]


def test_an_archive_named_twice_or_met_again_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.zip").write_bytes(EXPORT)
    monkeypatch.chdir(tmp_path)
    files, _ = find(["x.zip", str(tmp_path), "./x.zip", str(tmp_path / "x.zip")])
    assert [file.path for file in files] == [str(tmp_path / "x.zip")]
    assert files[0].named


def test_a_file_that_cannot_be_opened_says_so_when_it_is_read(tmp_path: Path) -> None:
    (item,) = Items((FoundFile(str(tmp_path / "gone.zip"), named=True),))
    assert isinstance(item, Item)
    assert [problem.reason for problem in read_item(item).problems] == ["unreadable"]


def test_an_archive_that_changes_while_it_is_read_is_damaged_and_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(EXPORT)
    with Items(find([str(path)])[0]) as items:
        met = [one for one in items if isinstance(one, Item)]
        path.write_bytes(b"something else")
        assert {read_item(one).problems[0].reason for one in met[:2]} == {"damaged"}


def test_a_foreign_archive_that_is_named_says_which_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "runs.7z"
    path.write_bytes(b"7z\xbc\xaf\x27\x1c\0\4" + bytes(100))
    (item,) = Items(find([str(path)])[0])
    assert isinstance(item, Item)
    (problem,) = read_item(item).problems
    assert problem.reason == "unknown-format"
    assert problem.message.startswith("This is a 7z archive")


APPLE = export(*(record(at, at + 10, 27) for at in range(0, 600, 10)), workout())


def test_apples_export_is_read_as_a_stream_however_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LARGEST_BYTES", len(APPLE) - 1)
    (tmp_path / "export.xml").write_bytes(APPLE)
    (tmp_path / "export.zip").write_bytes(zipped({"apple_health_export/export.xml": APPLE}))
    with Items(find([str(tmp_path)])[0]) as items:
        alone, packed = (read_item(one) for one in items if isinstance(one, Item))
    assert alone.problems == packed.problems == ()
    assert len(alone.runs) == len(packed.runs) == 1
    assert alone.sha256 == packed.sha256 == hashlib.sha256(APPLE).hexdigest()
    assert alone.size == packed.size == len(APPLE)


def test_apples_export_has_a_limit_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LARGEST_STREAM_BYTES", len(APPLE) - 1)
    (tmp_path / "export.zip").write_bytes(zipped({"export.xml": APPLE}))
    with Items(find([str(tmp_path)])[0]) as items:
        (read,) = (read_item(one) for one in items if isinstance(one, Item))
    assert [problem.reason for problem in read.problems] == ["too-large"]
    assert "8 GB" in read.problems[0].message


def test_a_wrong_checksum_of_apples_export_is_said(tmp_path: Path) -> None:
    data = bytearray(zipped({"export.xml": APPLE}))
    data[data.index(b"PK\x01\x02") + 16] ^= 1
    (tmp_path / "export.zip").write_bytes(bytes(data))
    with Items(find([str(tmp_path)])[0]) as items:
        (read,) = (read_item(one) for one in items if isinstance(one, Item))
    assert len(read.runs) == 1
    assert [problem.reason for problem in read.problems] == ["bad-checksum"]


def test_a_film_larger_than_any_run_is_one_more_unknown_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_data: Path
) -> None:
    monkeypatch.setattr(bounds, "LARGEST_BYTES", 5000)
    run = next(iter(sorted(sample_data.glob("*.fit")))).read_bytes()
    (tmp_path / "x.zip").write_bytes(zipped({"film.mp4": b"....ftypmp42" + os.urandom(6000), "run.fit": run}))
    with Items(find([str(tmp_path)])[0]) as items:
        film, too_large = (read_item(one) for one in items if isinstance(one, Item))
    assert film.unknown
    assert not film.problems
    assert [problem.reason for problem in too_large.problems] == ["too-large"]
