"""Files named by a URL are read as those on the disk are, and what goes wrong on the way is said without credentials."""

import sys
import threading
import uuid
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from footfall.cli.inputs import keep_inputs
from footfall.config.places import beside, is_url
from footfall.errors import OutputError, SettingError
from footfall.model.athlete import Athlete
from footfall.workflow import remote
from footfall.workflow.analyze import analyze
from footfall.workflow.find import FoundFile, find, whole_path
from footfall.workflow.items import Item, Items
from footfall.workflow.request import Request


@pytest.fixture
def memory() -> Iterator[Any]:
    fsspec = pytest.importorskip("fsspec")
    filesystem = fsspec.filesystem("memory")
    root = f"/{uuid.uuid4().hex}"
    filesystem.makedirs(root)
    filesystem.root_of_test = root
    yield filesystem
    filesystem.rm(root, recursive=True)


def _put(memory: Any, name: str, data: bytes) -> str:
    memory.pipe(f"{memory.root_of_test}/{name}", data)
    return f"memory:/{memory.root_of_test}"


def _read(url: str) -> dict[str, bytes]:
    files, problems = find([url])
    assert not problems
    with Items(files) as items:
        return {one.path: one.read().data for one in items if isinstance(one, Item)}


def test_a_folder_is_walked_in_order_and_hidden_names_left_out(memory: Any) -> None:
    for name in ("b/2.fit", "a/1.fit", ".git/x.fit", "a/._1.fit"):
        base = _put(memory, name, name.encode())
    files, problems = find([base])
    assert [file.path for file in files] == [f"{base}/a/1.fit", f"{base}/b/2.fit"]
    assert {(file.base, file.named) for file in files} == {(base, False)}
    assert not problems


def test_one_file_is_named(memory: Any) -> None:
    url = _put(memory, "1.fit", b"x") + "/1.fit"
    assert find([url])[0] == (FoundFile(url, named=True, url=url),)


def test_a_name_that_would_lead_to_this_disk_is_refused(memory: Any) -> None:
    base = _put(memory, "x::/etc/passwd", b"x")
    files, problems = find([base])
    assert not files
    assert "::" in problems[0].message


@pytest.mark.parametrize("form", ["zip://in::file://{}", "zip://in::{}", "simplecache::zip://in::file://{}", "file://{}"])
def test_archives_are_read_through_chains_and_where_they_stand(form: str, tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("in/1.fit", b"one")
        archive.writestr("in/2.fit", b"two")
    assert list(_read(form.format(tmp_path / "all.zip")).values()) == [b"one", b"two"]


def test_a_large_archive_is_read_in_parts(memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("footfall.workflow.store._FETCHED_BYTES", 10)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("1.fit", b"one")
    base = _put(memory, "all.zip", (tmp_path / "all.zip").read_bytes())
    assert _read(base) == {f"{base}/all.zip/1.fit": b"one"}


@pytest.mark.parametrize(
    ("url", "reason", "words"),
    [
        ("memory://not-there", "missing", "no such file or folder at this URL"),
        ("nope://x", "unreadable", "no kind of URL"),
        ("s3://me:secret@bucket/x?sig=secret", "unreadable", "not installed"),
        ("zip://1.fit::file://{tmp}/no.zip", "missing", "no such file"),
        ("zip://1.fit::file://{tmp}/bad.zip", "unreadable", "not a zip file"),
    ],
)
def test_what_cannot_be_had_is_a_problem_without_credentials(
    url: str, reason: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("fsspec")
    monkeypatch.setitem(sys.modules, "s3fs", None)
    (tmp_path / "bad.zip").write_bytes(b"no zip")
    files, problems = find([url.format(tmp=tmp_path)])
    assert not files
    assert problems[0].reason == reason
    assert words in problems[0].message
    assert "secret" not in repr(problems)


def test_without_fsspec_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(SettingError) as caught:
        find(["s3://bucket/runs"])
    assert (caught.value.code, caught.value.values) == ("no-extra", {"extra": "cluster", "asked": "s3"})


def test_shown_urls_keep_no_credentials_and_stay_apart() -> None:
    one, other = (remote.shown(f"https://me:secret@host/1.fit?token={token}") for token in "ab")
    assert one.startswith("https://host/1.fit?")
    assert one != other
    assert "secret" not in one
    assert "token" not in one


def test_drives_and_files_on_the_disk_are_no_urls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("s3:").mkdir()
    Path("s3:/x").write_bytes(b"")
    assert not any(map(is_url, ("C://runs", "C:\\runs", "a::b.fit", "10:30 run.fit", "-", "s3://x")))
    assert all(map(is_url, ("s3://y", "zip://1.fit::s3://b/all.zip", "simplecache::s3://b/y")))


def test_a_stamp_changes_with_the_file_and_not_without(memory: Any) -> None:
    url = _put(memory, "1.fit", b"one") + "/1.fit"
    first = remote.stamp(url)
    assert first is not None
    assert remote.stamp(url) == first
    _put(memory, "1.fit", b"two")
    assert remote.stamp(url) != first


def test_nothing_is_looked_for_beside_a_url_and_nothing_written_to_one(tmp_path: Path) -> None:
    assert beside(["s3://bucket/runs"]) == ()
    assert whole_path("s3://bucket/runs") == "s3://bucket/runs"
    with pytest.raises(OutputError) as caught:
        keep_inputs("s3://bucket/report.html", ())
    assert caught.value.code == "is-url"
    path = tmp_path / "1.fit"
    path.write_bytes(b"")
    with pytest.raises(OutputError, match="is-input"):
        keep_inputs(str(path), (f"file://{path}",))


def test_a_season_behind_a_url_comes_to_the_same_as_in_its_folder(memory: Any, sample_data: Path) -> None:
    for path in sorted(sample_data.glob("2026-08-0*")):
        base = _put(memory, path.name, path.read_bytes())
    there = analyze(Request(paths=(base,), athlete=Athlete(), as_of=date(2026, 8, 31)))
    here = analyze(
        Request(paths=tuple(map(str, sorted(sample_data.glob("2026-08-0*")))), athlete=Athlete(), as_of=date(2026, 8, 31))
    )
    assert there.runs
    assert [run.id for run in there.runs] == [run.id for run in here.runs]
    assert [run.footfalls for run in there.runs] == [run.footfalls for run in here.runs]


def test_the_web_is_read_whole_where_it_gives_no_parts(tmp_path: Path) -> None:
    pytest.importorskip("aiohttp", reason="fsspec reads https:// with aiohttp, which is not installed")
    (tmp_path / "1.fit").write_bytes(b"one")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        base = f"http://127.0.0.1:{server.server_port}/"
        assert _read(base) == _read(f"{base}1.fit") == {f"{base}1.fit": b"one"}
    finally:
        server.shutdown()
        server.server_close()
