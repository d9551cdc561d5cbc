from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("analyze",), ["Name the files", "footfall analyze my-runs"]),
        (("report",), ["Nothing is kept", "name the files or folders"]),
        (("report", "--json"), ["Nothing is kept"]),
        (("analyze", "x", "--as-of", "31.02.2026"), ["--as-of", "31.02.2026", "2026-05-03"]),
        (("analyze", "x", "--timezone", "Berlin"), ["--timezone", "Europe/Berlin"]),
        (("analyze", "x", "--load-model", "grf"), ["--load-model", "ground-force, clinic"]),
        (("analyze", "x", "--cadence-unit", "rpm"), ["--cadence-unit", "steps, strides"]),
        (("analyze", "x", "--outing-gap", "-5"), ["--outing-gap", "0 to 240 minutes", "-5"]),
        (("analyze", "x", "--fail-on-flag", "red"), ["--fail-on-flag", "emergency, urgent"]),
        (("analyze", "x", "--since", "2026-02-01", "--until", "2026-01-01"), ["--since", "--until", "Exchange"]),
        (("analyze", "x", "--diary", "gone.csv"), ["--diary", "gone.csv", "no such file"]),
        (("analyze", "x", "--athlete", "gone.toml"), ["--athlete", "gone.toml"]),
        (("analyze", "x", "--json", "--csv"), ["--json", "--csv", "two formats"]),
        (("report", "x", "--json", "--format", "html"), ["--json", "--format"]),
        (("report", "x", "--format", "pdf"), ["--format", "html, json, csv", "pdf"]),
        (("analyze", "x", "-o", "page.html"), ["footfall report PATH... -o page.html"]),
        (("analyze", "x", "-o", "."), ["is a folder"]),
        (("analyze", "-", "-"), ["Standard input"]),
        (("analyze", "-", "--files-from", "-"), ["Standard input"]),
        (("analyze", "--files-from", "gone.txt"), ["--files-from", "gone.txt"]),
        (("analyze", "x", "--asof", "today"), ["--asof", "--as-of"]),
        (("analyze", "x", "--diary"), ["--diary", "argument"]),
        (("doctor",), ["FILE"]),
        (("doctor", "x", "--reader", "sdk"), ["--reader", "fitparse, gpxpy"]),
        (("diary", "check", "gone.csv"), ["gone.csv", "Check the spelling"]),
        (("diary", "check", "-"), ["not from standard input"]),
        (("diary", "checks", "x"), ["'checks'", "Did you mean check?"]),
        (("analyse", "x"), ["'analyse'", "Did you mean analyze?"]),
        (("monthly", "x"), ["'monthly'", "analyze, report, weekly, batch, diary, pain, plan, doctor, library, demo"]),
    ],
)
def test_a_usage_error_is_a_sentence_that_says_what_would_be_right(cli: Cli, args: tuple[str, ...], words: list[str]) -> None:
    outcome = cli(*args)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("footfall: ")
    for word in words:
        assert word in outcome.err
    assert "Traceback" not in outcome.err
    assert "{" not in outcome.err


@pytest.mark.parametrize("option", ["--format", "--asof", "--whatever"])
def test_what_click_says_ends_once(cli: Cli, option: str) -> None:
    said = cli("analyze", "x", option, "json").err.splitlines()[0]
    assert option in said
    assert said[-1] in ".?"
    assert said[-2] not in ".?"


def test_a_path_in_the_place_of_a_command_is_understood(cli: Cli, here: Path) -> None:
    (here / "run.fit").write_bytes(b"")
    outcome = cli("run.fit")
    assert outcome.code == 2
    assert "footfall analyze run.fit" in outcome.err


def test_a_setting_that_is_wrong_in_a_file_names_the_file(cli: Cli, here: Path) -> None:
    (here / "footfall.toml").write_text("timezon = 'UTC'\n", encoding="utf-8")
    outcome = cli("analyze", "x.fit")
    assert outcome.code == 2
    assert "footfall.toml" in outcome.err
    assert "Did you mean timezone?" in outcome.err


def test_a_hint_is_said_and_quiet_silences_it(cli: Cli, here: Path, run_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTFALL_DAIRY", "x")
    assert "Did you mean FOOTFALL_DIARY?" in cli("analyze", run_file).err
    assert cli("analyze", run_file, "--quiet").err == ""


def test_no_command_at_all_shows_the_help(cli: Cli) -> None:
    outcome = cli()
    assert outcome.code == 2
    assert "Start here" in outcome.err


@pytest.mark.parametrize("args", [("--help",), ("-h",), ("analyze", "-h"), ("diary", "--help"), ("diary", "new", "--help")])
def test_help_has_an_example(cli: Cli, args: tuple[str, ...]) -> None:
    outcome = cli(*args)
    assert outcome.code == 0
    assert "  footfall " in outcome.out


def test_version(cli: Cli) -> None:
    from footfall.version import __version__

    outcome = cli("--version")
    assert (outcome.code, outcome.out) == (0, f"footfall {__version__}\n")


@pytest.mark.parametrize("name", ["a\nb.fit", "a\x1b[31mb.fit", "a\udcffb.fit"])
def test_no_next_step_is_shown_that_cannot_be_typed(cli: Cli, here: Path, run_file: Path, name: str) -> None:
    (here / name).write_bytes(run_file.read_bytes())
    assert "Next:" not in cli("analyze", name).out
    assert "Next:" not in cli("analyze", "-", stdin=run_file.read_bytes()).out
    assert "Next: footfall" in cli("analyze", run_file).out
