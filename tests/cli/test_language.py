"""A second language reaches everything that people read, and nothing that programs read unless it was asked for by name."""

import json
import re
from pathlib import Path

import pytest

from footfall.wording.language import LANGUAGES, Language
from tests.cli.conftest import Cli
from tests.pseudo import pseudo, without
from tests.reading import read

AS_OF = ("--as-of", "2026-11-16")

WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")

CODES = frozenset(
    re.findall(
        r"\w+",
        """
        footfall BW bw ground force fit gpx tcx csv md html svg json gz sd shape duty factor own recorded by
        speed cadence half width personal population no height run to walking steep lumbar ratio exponents
        draws shared watch seed workout feel https doi org generic first last of device initial scale light
        dark referrer none
        """,
    )
)
"""Names of models, parameters and formats, of options and fields, addresses, and what a page says to the browser alone."""


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> Language:
    """A language beside English, with a comma for decimals."""
    made = pseudo(decimal=",", thousands=".")
    monkeypatch.setitem(LANGUAGES, made.code, lambda: made)
    return made


def of_the_data(folder: Path, cli: Cli) -> set[str]:
    """Words of files, notes and devices."""
    runs = json.loads(cli("analyze", folder, "--json", *AS_OF).out)["runs"]
    names = [str(path.relative_to(folder)) for path in folder.rglob("*")]
    texts = [str(folder), *names, *(run["device"] or "" for run in runs), (folder / "athlete.toml").read_text(encoding="utf-8")]
    texts += [path.read_text(encoding="utf-8") for path in folder.glob("*.gpx")] + [
        (folder / "diary.csv").read_text(encoding="utf-8")
    ]
    return set(WORD.findall(" ".join(texts)))


def foreign(text: str, known: set[str]) -> set[str]:
    """Latin words that are neither of the data nor a code; digests are none."""
    bare = re.sub(r"\b[0-9a-f]{12,64}\b|https?://\S+|\b10\.\d{4,}/\S+", " ", text)
    return set(WORD.findall(bare)) - known


def test_no_english_word_is_left_in_what_people_read_of_a_season(
    cli: Cli, sample_data: Path, here: Path, second: Language
) -> None:
    known = of_the_data(sample_data, cli) | CODES
    asked = ("--lang", second.code, *AS_OF)
    one = next(iter(sorted(sample_data.glob("*.fit"))))
    report = cli("report", sample_data, "--clinician", "sheet.html", *asked)
    texts = {
        "report": report.out,
        "markdown": read(cli("report", sample_data, "--format", "md", *asked).out),
        "svg": read(cli("report", sample_data, "--format", "svg", *asked).out),
        "analyze": cli("analyze", one, "--diary", sample_data / "diary.csv", *asked).out,
        "plan": cli("plan", "10km", "--from", sample_data, *asked).out,
        "diary check": cli("diary", "check", sample_data / "diary.csv", "--lang", second.code).out,
        **{name: read((here / f"{name}.html").read_text(encoding="utf-8")) for name in ("footfall-report", "sheet")},
    }
    assert min(map(len, texts.values())) > 100
    assert {name: foreign(text, known) for name, text in texts.items()} == {name: set() for name in texts}


def test_nor_in_what_a_coach_reads(cli: Cli, season: Path, here: Path, second: Language) -> None:
    season.rename(here / "ada")
    (here / "squad").mkdir()
    (here / "ada").rename(here / "squad" / "ada")
    outcome = cli("weekly", "squad", "--lang", second.code, "-o", "week", *AS_OF)
    assert outcome.code == 0
    pages = [path for path in sorted((here / "week").rglob("*")) if path.suffix in (".html", ".md")]
    texts = {path.name: read(path.read_text(encoding="utf-8")) for path in pages} | {"terminal": outcome.out}
    assert len(texts) == 4
    known = CODES | {"ada", "squad", "athletes", "sparklines", *WORD.findall(str(here))}
    assert {name: foreign(text, known) for name, text in texts.items()} == {name: set() for name in texts}


def test_a_page_says_in_which_language_it_is_and_writes_its_numbers(cli: Cli, season: Path, here: Path, second: Language) -> None:
    cli("report", season, "--lang", second.code, *AS_OF)
    page = (here / "footfall-report.html").read_text(encoding="utf-8")
    assert f'<html lang="{second.code}" data-decimal="," data-thousands=".">' in page
    data = json.loads(re.search(r'<script type="application/json" id="figures">(.*?)</script>', page, re.S)[1])  # type: ignore[index]
    assert data["config"]["locale"] == second.code
    own = data["locale"]["format"]
    assert (own["decimal"], own["thousands"]) == (",", ".")
    assert len(own["months"]) == len(own["shortMonths"]) == 12
    assert len(own["days"]) == 7
    assert re.search(r"\d,\d", read(page))


def test_a_language_that_is_not_there_is_a_usage_error_that_names_those_that_are(
    cli: Cli, season: Path, second: Language
) -> None:
    outcome = cli("report", season, "--lang", "xx")
    assert outcome.code == 2
    assert "en, qps" in outcome.err


def test_the_computers_own_language_is_never_asked(cli: Cli, run_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = cli("analyze", run_file).raw
    for name in ("LANG", "LANGUAGE", "LC_ALL", "LC_NUMERIC", "LC_TIME"):
        monkeypatch.setenv(name, "qps")
    assert cli("analyze", run_file).raw == plain


def test_json_speaks_another_language_only_where_the_call_itself_says_so(
    cli: Cli, season: Path, monkeypatch: pytest.MonkeyPatch, second: Language
) -> None:
    asked = ("report", season, "--json", *AS_OF)
    plain = cli(*asked).raw
    monkeypatch.setenv("FOOTFALL_LANG", second.code)
    assert cli(*asked).raw == plain
    monkeypatch.delenv("FOOTFALL_LANG")
    told = json.loads(cli(*asked, "--lang", second.code).out)
    english = json.loads(plain)
    assert told["runs"][0]["distance_m"] == english["runs"][0]["distance_m"]
    assert [one["rule"] for one in told["findings"]] == [one["rule"] for one in english["findings"]]
    assert told["findings"][0]["headline"] != english["findings"][0]["headline"]
    assert cli("report", season, "--csv", *AS_OF, "--lang", second.code).raw == cli("report", season, "--csv", *AS_OF).raw


def test_what_is_kept_in_one_language_is_not_shown_in_another(
    cli: Cli, season: Path, here: Path, monkeypatch: pytest.MonkeyPatch, second: Language
) -> None:
    (season / "torn.fit").write_bytes(next(season.glob("*.fit")).read_bytes()[:-200])
    monkeypatch.setenv("FOOTFALL_LIBRARY", str(here / "library"))
    known = of_the_data(season, cli) | CODES | {"torn"} if (season / "athlete.toml").is_file() else None
    asked = ("report", season, "--format", "md", *AS_OF)
    english = cli(*asked).raw
    other = cli(*asked, "--lang", second.code).raw
    assert cli(*asked).raw == english
    assert cli(*asked, "--lang", second.code).raw == other
    assert "salvaged" not in other.decode("utf-8")
    assert known is None or not foreign(other.decode("utf-8"), known)


def test_what_a_language_lacks_stays_english_and_is_counted(
    cli: Cli, season: Path, monkeypatch: pytest.MonkeyPatch, second: Language
) -> None:
    partly = without(second, {"cli.written.page": "", "hint.untranslated": ""})
    monkeypatch.setitem(LANGUAGES, second.code, lambda: partly)
    outcome = cli("report", season, "--lang", second.code, *AS_OF)
    assert re.search(r"^2 of \d+ texts are not in qps yet and stay English\.$", outcome.err, re.M)
    assert "Open it in a browser." in outcome.err


def test_a_usage_error_is_spoken_in_the_language_that_the_call_names(cli: Cli, second: Language) -> None:
    said = cli("report", "nowhere.fit", "--as-of", "never", "--lang", second.code).err
    assert "must be a date" not in said
    assert "--as-of" in said
