"""What the folder of hostile files brought to light, each by the least that shows it."""

import json
from pathlib import Path

import pytest

from footfall.diary.read import read
from footfall.findings.unread_flags import unread_finding
from footfall.model.columns import SUMMARY_COLUMNS
from footfall.model.diary import UnreadFlag
from footfall.render.csv import cell
from footfall.render.dataset.parquet import write_dataset
from footfall.render.json_text import json_text
from footfall.render.printable import printable
from footfall.tables.formula import as_text
from tests.cli.conftest import Cli
from tests.hostile.files import FIRST


def test_a_name_that_begins_a_command_of_a_terminal_does_not_take_our_words_with_it() -> None:
    assert printable("\x1b]0;: see a doctor today") == "0;: see a doctor today"
    assert printable("\x1b]8;;x\nsee a doctor\x07 today") == "8;;x see a doctor\N{REPLACEMENT CHARACTER} today"


def test_json_for_a_screen_holds_no_control_and_reads_back_as_it_was() -> None:
    told = {"name": "\x9b31m\u202e\u2028\x7f\x1b[2J\n", "list": ["\x85"]}
    for indent in (None, 1):
        text = json_text(told, indent)
        assert not set("\x9b\u202e\u2028\x7f\x1b\x85") & set(text)
        assert json.loads(text) == told
    with pytest.raises(ValueError, match="JSON compliant"):
        json_text(float("nan"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a;=1+1", "a;'=1+1"),
        ('a"; "@SUM(1)', 'a";\' "@SUM(1)'),
        ("a; b", "a; b"),
        ("a;1-2", "a;1-2"),
        ("  =1+1", "'  =1+1"),
        (";-2+3", ";'-2+3"),
    ],
)
def test_no_formula_begins_where_a_spreadsheet_of_another_country_begins_a_cell(text: str, written: str) -> None:
    assert cell(text) == written


def test_a_blank_before_a_formula_hides_nothing() -> None:
    assert as_text("\u00a0=1") == "'\u00a0=1"
    assert as_text(" 1") == " 1"


def test_a_long_name_is_a_folder_that_a_disk_takes_and_no_other_s(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra [parquet] is not installed")
    names = ["\u6f22" * 85, "\u6f22" * 85 + "\u5b57", "W" * 10_000, "_" + "\u00e9" * 200, "short"]
    row = dict.fromkeys(SUMMARY_COLUMNS) | {"start": "2026-08-03T07:00:00Z", "local_date": "2026-08-03"}
    write_dataset(str(tmp_path / "runs.parquet"), [{**row, "athlete": name} for name in sorted(names)])
    folders = sorted(one.name for one in (tmp_path / "runs.parquet").iterdir() if one.is_dir())
    assert len(folders) == len(names)
    assert "athlete=short" in folders
    assert max(map(len, folders)) <= 255


def test_ten_thousand_letters_under_red_flags_do_not_bury_the_list() -> None:
    texts = ["W" * 10_000, *(f"word {at}" for at in range(8))]
    found = unread_finding([UnreadFlag("diary.csv", at + 2, FIRST, text) for at, text in enumerate(texts)], FIRST)
    assert len(found.headline) < 300
    assert "and 4 more" in found.headline
    quoted = [str(one.value) for one in found.evidence[: len(texts)]]
    assert quoted[1:] == texts[1:]
    assert len(quoted[0]) == 200


def test_unknown_columns_are_named_in_a_line() -> None:
    heads = ["W" * 10_000, *(f"mood {at}" for at in range(30))]
    _, problems = read((f"date,{','.join(heads)}\n2026-08-03{',x' * 31}\n").encode(), "diary.csv")
    (problem,) = problems
    assert "and 19 more" in problem.message
    assert len(problem.message) < 300


@pytest.mark.parametrize("words", [("W" * 5_000,), ("doctor", "W" * 5_000), ("analyze", "a/" * 5_000)])
def test_a_name_that_no_disk_takes_is_told_as_any_other(cli: Cli, words: tuple[str, ...]) -> None:
    outcome = cli(*words)
    assert outcome.code in {2, 3}
    assert "fault of its own" not in outcome.err
