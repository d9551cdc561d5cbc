"""Every command, in every form, over files that are named to do harm: what it prints and writes is text and no more."""

import csv
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from footfall.cli import cli as program
from tests.cli.conftest import Cli, Outcome
from tests.effort import some
from tests.hostile.files import AS_OF, FIRST, diary
from tests.hostile.inert import INERT, controls, for_people
from tests.hostile.texts import TEXTS, in_path

BUILDS = {
    **{f"analyze{form}": ["analyze", "{all}", *form.split()] for form in ("", " --json")},
    "analyze of one": ["analyze", "{all}/0 {script}/{script}.fit"],
    "analyze of some": ["analyze", "{some}", "--csv"],
    **{f"analyze to {form}": ["analyze", "{some}", "-o", f"out.{form}", "--quiet"] for form in ("txt", "json", "csv", "md")},
    "report": ["report", "{all}", "-o", "out.html", "--clinician", "clinician.html"],
    **{f"plan{form}": ["plan", "10km", "--from", "{some}", *form.split()] for form in ("", " --json")},
    **{
        f"batch to {form}": ["batch", "{club}", "-o", f"out.{form}", "--log", "log.jsonl", "--engine", "serial"]
        for form in ("csv", "jsonl", "parquet")
    },
    **{f"doctor of two{form}": ["doctor", "{all}/0 {script}", "{club}/0 {script}", *form.split()] for form in ("", " --json")},
    "doctor of a table": ["doctor", "{all}/log.csv"],
    "doctor of a diary": ["doctor", "{all}/diary.csv"],
    "doctor of an account": ["doctor", "{all}/strava.zip"],
    "weekly": ["weekly", "{club}", "-o", "monday", "--week", "2026-W32"],
    "diary check": ["diary", "check", "{all}/diary.csv"],
    "diary new": ["diary", "new", "new.csv", "{all}"],
    **{f"library info{form}": ["library", "info", *form.split()] for form in ("", " --json")},
    "library verify": ["library", "verify"],
    "library rebuild": ["library", "rebuild"],
    "library export": ["library", "export", "-o", "export"],
    "library forget": ["library", "forget", "{club}/0 {script}"],
}
"""What is asked -> the words; `{all}` and `{club}` are the folders."""
KEEPS = {"report", "plan", "batch", "library"}
SETTLED = {"analyze", "report", "plan"}
NOT_HERE = {"demo": "shows the sample season, and takes no file", "pain": "below"}


def _leaves(group: click.Group, names: tuple[str, ...] = ()) -> Iterator[str]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from _leaves(command, (*names, name))
        else:
            yield " ".join((*names, name))


def test_every_command_stands_here() -> None:
    named = {" ".join(words[:2]) if words[0] in {"library", "diary"} else words[0] for words in BUILDS.values()}
    assert set(_leaves(program)) == named | set(NOT_HERE)


def _form(outcome: Outcome, words: list[str]) -> None:
    form = "json" if "--json" in words else "csv" if "--csv" in words else "text"
    if form != "text":
        assert outcome.out
    INERT[form](outcome.out) if outcome.out else None
    for_people(outcome.err)
    assert "fault of its own" not in outcome.err


def _no_formula(diary: Path) -> None:
    """A diary stays her own words, marks of direction and all: but a spreadsheet runs none of them."""
    with diary.open(encoding="utf-8", newline="") as file:
        assert not [cell for row in csv.reader(file) for cell in row if cell.strip()[:1] in {"=", "+", "-", "@"}]


def _written(folder: Path) -> None:
    """Every file that was written; of a Parquet dataset the names."""
    for path in (one for one in folder.rglob("*") if one.is_file()):
        assert for_people(str(path.relative_to(folder))) is None
        if path.name == "diary.csv":
            _no_formula(path)
        elif path.suffix != ".parquet":
            INERT.get(path.suffix[1:], for_people)(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("asked", BUILDS)
def test_what_a_command_prints_and_writes(cli: Cli, here: Path, everything: Path, club: Path, library: Path, asked: str) -> None:
    places = {
        "{all}": str(everything),
        "{some}": str(everything / "log.csv"),
        "{club}": str(club),
        "{script}": in_path(TEXTS["script"]),
    }
    words = list(BUILDS[asked])
    for key, value in places.items():
        words = [word.replace(key, value) for word in words]
    words += ["--library", str(library)] if words[0] in KEEPS else []
    if words[0] in SETTLED:
        words += ["--diary", str(everything / "diary.csv"), "--athlete", str(everything / "athlete.toml"), "--as-of", AS_OF]
    if words[0] == "library" and not library.exists():  # in this process no other command has filled it
        cli("batch", str(club), "-o", "filled.csv", "--library", str(library))
    outcome = cli(*words)
    assert outcome.code in ({3} if words[:2] == ["doctor", str(everything / "diary.csv")] else {0, 1}), outcome.err
    assert outcome.out or outcome.err or list(here.iterdir())
    _form(outcome, words)
    _written(here)


@pytest.mark.parametrize("what", some(list(TEXTS), every=3))
def test_what_pain_says_and_writes(cli: Cli, here: Path, what: str) -> None:
    text = TEXTS[what].replace("\0", "").replace("\udcff", "")
    cells = ("--note", text, "--shoes", text, "--red-flag", text, "--start", "07:00")
    outcome = cli("pain", "4", "--onset", "12", "--date", FIRST.isoformat(), "--as-of", AS_OF, *cells)
    for_people(outcome.out + outcome.err)
    for words in (("--site", text), ("--quality", text), ("--onset", text), ("--diary", in_path(text) or "x"), ("--date", text)):
        outcome = cli("pain", "4", "--date", FIRST.isoformat(), "--as-of", AS_OF, *words)
        for_people(outcome.out + outcome.err)
        assert "fault of its own" not in outcome.err
    for path in here.iterdir():
        _no_formula(path)


@pytest.mark.parametrize("what", some(list(TEXTS), every=3))
def test_what_a_command_says_of_its_own_words(cli: Cli, what: str) -> None:
    """A script may hand on any name: of a file that is not there, of a command, of an option, of a setting."""
    text = TEXTS[what].replace("\0", "")
    for words in ((text,), ("analyze", text), ("analyze", f"--{text}"), ("analyze", "x", "--as-of", text), ("doctor", text)):
        outcome = cli(*words)
        assert controls(outcome.out + outcome.err) == []  # however long: they are her own
        assert outcome.code in {2, 3}
        assert "fault of its own" not in outcome.err


def test_a_diary_is_completed_without_a_formula(cli: Cli, here: Path, everything: Path) -> None:
    Path(here, "diary.csv").write_bytes(diary())
    before = Path(here, "diary.csv").read_bytes()
    outcome = cli("diary", "new", "diary.csv", str(everything))
    for_people(outcome.out + outcome.err)
    after = Path(here, "diary.csv").read_bytes()
    assert after[: len(before)] == before, "what a person wrote is hers"
