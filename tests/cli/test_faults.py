import os
import subprocess
import sys
from pathlib import Path

import pytest

from footfall.errors import OutputError, RunFileError, TableError
from tests.cli.conftest import Cli

PYTHON = [sys.executable, "-m", "footfall"]


def raise_in_analyze(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("footfall.workflow.analyze.analyze", fail)


def test_ctrl_c_is_130_and_says_that_nothing_is_half_written(
    cli: Cli, season: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raise_in_analyze(monkeypatch, KeyboardInterrupt())
    outcome = cli("report", "runs")
    assert outcome.code == 130
    assert "half-written" in outcome.err
    assert "Traceback" not in outcome.err
    assert sorted(path.name for path in here.iterdir()) == ["runs"]


@pytest.mark.parametrize("fault", [ValueError("secret"), KeyError("x"), RecursionError(), MemoryError(), OSError(5, "disk")])
def test_a_fault_of_ours_is_one_line_that_can_be_reported(
    cli: Cli, season: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    raise_in_analyze(monkeypatch, fault)
    outcome = cli("analyze", "runs")
    assert outcome.code == 3
    assert type(fault).__name__ in outcome.err
    assert "job.py line" in outcome.err
    assert "FOOTFALL_DEBUG=1" in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_with_the_variable_set_a_fault_is_shown_whole(cli: Cli, season: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTFALL_DEBUG", "1")
    raise_in_analyze(monkeypatch, ValueError("secret"))
    with pytest.raises(ValueError, match="secret"):
        cli("analyze", "runs")


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (OutputError("full", path="r.html"), 3, ["r.html", "disk is full"]),
        (OutputError("denied", path="r.html"), 2, ["r.html", "-o"]),
        (RunFileError("damaged.empty", path="a.fit", where="byte 0"), 3, ["a.fit, byte 0", "empty"]),
        (TableError("empty"), 3, ["diary new"]),
    ],
)
def test_every_error_of_ours_is_a_sentence(
    cli: Cli, season: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int, words: list[str]
) -> None:
    raise_in_analyze(monkeypatch, error)
    outcome = cli("analyze", "runs")
    assert outcome.code == code
    for word in words:
        assert word in outcome.err


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_console_of_any_encoding_gets_the_summary(season: Path, here: Path, encoding: str) -> None:
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [*PYTHON, "analyze", str(season), "--as-of", "2026-11-16"]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=here, check=False, timeout=60)
    text = done.stdout.decode(encoding)
    assert done.returncode == 0, done.stderr
    assert "Lumbar load" in text
    assert "?" * 3 not in text, "a sign that the console lacks has a likeness"


def test_json_is_utf8_whatever_the_console_speaks(run_file: Path, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [*PYTHON, "analyze", str(run_file), "--json"], capture_output=True, env=environment, cwd=tmp_path, check=False
    )
    assert "BW·footfalls".encode() in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="a pipe whose reader left looks otherwise there")
@pytest.mark.parametrize("how", [[], ["--json", "--curve"]])
def test_a_reader_that_leaves_early_is_no_error(season: Path, tmp_path: Path, how: list[str]) -> None:
    command = [*PYTHON, "analyze", str(season), *how]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        process.wait(timeout=60)
    assert process.returncode == 0
    assert said == b""


@pytest.mark.skipif(os.name == "nt", reason="file names there are always text")
def test_a_file_name_that_is_no_text_can_be_read_and_shown(cli: Cli, here: Path, run_file: Path) -> None:
    name = os.fsencode(str(here)) + b"/run-\xff.fit"
    try:
        with open(name, "wb") as file:  # noqa: PTH123 - a name in bytes
            file.write(run_file.read_bytes())
    except OSError:
        pytest.skip("this file system takes only names that are text")
    for how in ([], ["--json"], ["--csv"]):
        outcome = cli("analyze", os.fsdecode(name), *how)
        assert outcome.code == 0
        assert outcome.out
