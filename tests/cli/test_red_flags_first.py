"""An open emergency is shown first, by every form of result and whatever else failed."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import footfall.workflow.analyze as job
from footfall import render
from footfall.findings import RULES
from footfall.render import RENDERERS
from tests.cli.conftest import Cli, Outcome

HEADER = "date,pain_max,onset,red_flags\n"
TICKED = "2026-07-30,5,17,saddle_numbness\n"
INSTRUCTION = "Get medical help now"
FORMS = {
    "text": (),
    "json": ("--json",),
    "csv": ("--csv",),
    "html": ("--format", "html", "-o", "-"),
    "md": ("--format", "md", "-o", "-"),
}
PAGES = ("html", "md", "svg")
"""Forms that `report` alone writes."""
FORMS = {"text": (), "json": ("--json",), "csv": ("--csv",), **{form: ("--format", form, "-o", "-") for form in PAGES}}


class _Broken:
    title, source = "Broken", "none"

    def __init__(self, code: str) -> None:
        self.code = code

    def check(self, history: object) -> object:
        raise ZeroDivisionError


def _plain(here: Path, run_file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[Path]]:
    return HEADER + TICKED, [run_file]


def _every_other_rule_broken(here: Path, run_file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[Path]]:
    monkeypatch.setattr(job, "RULES", tuple(rule if rule.code == "F1" else _Broken(rule.code) for rule in RULES))
    return HEADER + TICKED, [run_file]


def _diary_full_of_bad_cells(here: Path, run_file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[Path]]:
    bad = "31.02.2026,99,soon,\n,,,\n2026-07-29,eleven,lap 0,\n2026-07-28,1,2,3,4,5,6\n"
    return HEADER + bad + TICKED + bad, [run_file]


def _no_run(here: Path, run_file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[Path]]:
    empty = here / "nothing"
    empty.mkdir()
    return HEADER + TICKED, [empty]


def _damaged_runs(here: Path, run_file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[Path]]:
    damaged = here / "damaged.fit"
    damaged.write_bytes(run_file.read_bytes()[:40])
    return HEADER + TICKED, [damaged]


def _diary_of_another_year(here: Path, run_file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[Path]]:
    return HEADER + TICKED.replace("2026", "2024"), [run_file]


def _before_the_days_shown(here: Path, run_file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[Path]]:
    monkeypatch.setenv("FOOTFALL_SINCE", "2026-07-31")
    return HEADER + TICKED, [run_file]


CASES = {
    case.__name__.strip("_"): case
    for case in (
        _plain,
        _every_other_rule_broken,
        _diary_full_of_bad_cells,
        _no_run,
        _damaged_runs,
        _diary_of_another_year,
        _before_the_days_shown,
    )
}


def _asked(cli: Cli, here: Path, form: str, diary: str, paths: list[Path]) -> Outcome:
    (here / "diary.csv").write_text(diary, encoding="utf-8")
    command = "report" if form in PAGES else "analyze"
    return cli(command, *paths, "--diary", here / "diary.csv", "--as-of", "2026-08-01", *FORMS[form])


def test_every_form_is_tried() -> None:
    assert set(FORMS) == set(RENDERERS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_open_emergency_is_shown_first(
    cli: Cli, here: Path, run_file: Path, monkeypatch: pytest.MonkeyPatch, case: Callable[..., tuple[str, list[Path]]], form: str
) -> None:
    result = _asked(cli, here, form, *case(here, run_file, monkeypatch))
    old = case is _diary_of_another_year
    said = "Recorded on 30 Jul 2024" if old else INSTRUCTION
    _shown_first(form, result, said, "urgent" if old else "emergency")


def _shown_first(form: str, result: Outcome, said: str, severity: str) -> None:
    if form == "json":
        findings = json.loads(result.out)["findings"]
        assert (findings[0]["rule"], findings[0]["severity"]) == ("F1", severity)
        assert findings[0]["headline"].startswith(said)
    elif form == "csv":  # a table of runs has no place for it
        assert said in result.err.splitlines()[0]
    elif form == "html":
        body = result.out[result.out.index("<main>") :]
        assert said in body
        assert body.index(said) < body.index("<h2", body.index(said))
        assert not [part for part in ("<table", 'class="summary"', 'class="finding') if part in body[: body.index(said)]]
        assert "No red flag" not in body
    elif form == "svg":
        words = re.sub(r"</text>\s*<text[^>]*>", " ", result.out)
        assert said in words
        assert words.index(said) < words.index(" Findings ")
        assert "No red flag" not in words
    elif form == "md":
        assert said in result.out
        assert result.out.index(said) < result.out.index("\n## ", result.out.index("\n## ") + 1)
        assert "No red flag" not in result.out
    elif not result.out:  # nothing usable: what there is to say is said where errors are
        assert result.code == 3
        assert said in result.err.splitlines()[0]
    else:
        lines = [line.strip() for line in result.out.splitlines() if line.strip()]
        assert severity.upper() in lines[0].upper()
        assert lines[1].startswith(said)
        assert "No red flag" not in result.out


@pytest.mark.parametrize(
    ("diary", "said"),
    [
        (
            "date,note\n2026-07-30,can't lift my foot\n",
            "one of the signs to have looked at: a foot that drops? If it is so: ",
        ),
        ("date,sites,qualities\n2026-07-30,foot,numb\n", "numb on 1. Write down how far down the leg it goes"),
    ],
    ids=["note", "numb"],
)
def test_a_question_about_a_sign_is_named_where_the_result_has_no_place_for_it(
    cli: Cli, here: Path, run_file: Path, diary: str, said: str
) -> None:
    result = _asked(cli, here, "csv", diary, [run_file])
    assert said in result.err.splitlines()[0]
    assert "foot_drop" in result.err


@pytest.mark.parametrize("form", ["json", "csv", *PAGES])
def test_a_fault_of_a_renderer_costs_the_result_and_not_the_flag(
    cli: Cli, here: Path, run_file: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    def broken(content: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(render, "RENDERERS", dict.fromkeys(RENDERERS, broken))
    result = _asked(cli, here, form, HEADER + TICKED, [run_file])
    assert INSTRUCTION in result.err.splitlines()[0]
    assert "a fault of its own (ZeroDivisionError" in result.err
    assert result.code != 0


@pytest.mark.parametrize("form", FORMS)
def test_the_list_stands_there_where_the_red_flag_rules_themselves_break_off(
    cli: Cli, here: Path, run_file: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(job, "RULES", tuple(_Broken(rule.code) for rule in RULES))
    result = _asked(cli, here, form, HEADER + TICKED, [run_file])
    _shown_first(form, result, "This list could not be checked", "emergency")
    assert "check R1" in result.out + result.err
    assert result.code == 1
