"""Who asks for miles reads nothing else, who does not ask reads none; and what programs read is the same in either case."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.reading import read

METRIC = re.compile(r"(?<![\w{./-])(?:k\.?m|kg|m/s|[Kk]ilomet\w+|[Mm]etres?|[\d}]\s?m)(?![\w/=-])")
IMPERIAL = re.compile(r"(?<![\w{./\"-])(?:mi|mph|lbs?|ft|[Mm]iles?|[Ff]eet)(?![\w/=-])")
FORBIDDEN = {"imperial": METRIC, "metric": IMPERIAL}
NAMED_IN_BOTH = re.compile(r"2 mi\b|`3 km`|both feet")
"""What a runner may write into a diary, and the feet that one runs on."""


def found(text: str, pattern: re.Pattern[str]) -> list[str]:
    text = NAMED_IN_BOTH.sub("", text)
    return [text[max(0, one.start() - 40) : one.end() + 20] for one in pattern.finditer(text)]


def told(cli: Cli, data: Path, here: Path, units: str) -> dict[str, str]:
    """Everything that people read about the sample season."""
    asked = ("--units", units, "--as-of", "2026-11-16")
    one = next(iter(sorted(data.glob("*.fit"))))
    report = cli("report", data, "--clinician", "sheet.html", *asked)
    done = {
        "report": report,
        "markdown": cli("report", data, "--format", "md", *asked),
        "analyze": cli("analyze", one, "--diary", data / "diary.csv", *asked),
        "plan": cli("plan", "10km", "--from", data, *asked),
        "batch": cli("batch", one, "-o", f"{units}.csv", "--units", units),
    }
    assert {name: outcome.code for name, outcome in done.items()} == dict.fromkeys(done, 0), done
    pages = {name: read((here / f"{name}.html").read_text(encoding="utf-8")) for name in ("footfall-report", "sheet")}
    return {name: outcome.out + outcome.err for name, outcome in done.items()} | pages


@pytest.mark.parametrize("units", FORBIDDEN)
def test_everything_of_a_season_is_told_in_the_units_that_were_asked_for(
    cli: Cli, sample_data: Path, here: Path, units: str
) -> None:
    texts = told(cli, sample_data, here, units)
    assert {name: found(text, FORBIDDEN[units]) for name, text in texts.items()} == {name: [] for name in texts}
    other = FORBIDDEN["metric" if units == "imperial" else "imperial"]
    assert all(found(text, other) for name, text in texts.items() if name != "batch"), "what is looked for would be found"


def test_a_recording_is_told_of_as_it_is_and_the_run_in_miles(cli: Cli, run_file: Path) -> None:
    said = cli("doctor", run_file, "--units", "imperial").out
    assert re.search(r"distance +\d+\.\d\d mi", said)
    assert "distance_m" in said, "the columns are those of the file"


def test_a_coachs_week_is_told_in_miles_and_its_table_is_not(cli: Cli, season: Path, here: Path) -> None:
    season.rename(here / "ada")
    (here / "squad").mkdir()
    (here / "ada").rename(here / "squad" / "ada")
    asked = ("weekly", "squad", "--as-of", "2026-11-16")
    plain = cli(*asked, "-o", "metric")
    told = cli(*asked, "-o", "miles", "--units", "imperial")
    assert plain.code == told.code == 0
    assert (here / "miles" / "squad.csv").read_bytes() == (here / "metric" / "squad.csv").read_bytes()
    pages = [
        read(path.read_text(encoding="utf-8")) for path in sorted((here / "miles").rglob("*")) if path.suffix in (".html", ".md")
    ]
    assert len(pages) == 3
    assert [found(text, METRIC) for text in (told.out, *pages)] == [[]] * 4
    assert found(plain.out, METRIC)


FORMS = {
    "report as JSON": ("report", "--json"),
    "report as CSV": ("report", "--csv"),
    "analyze as JSON": ("analyze", "--json"),
    "plan as JSON": ("plan", "10km", "--json"),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_programs_read_depends_on_no_units_and_on_no_language_of_the_computer(
    cli: Cli, season: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    command, *more = FORMS[form]
    paths = ("--from", season) if command == "plan" else (season,)
    asked = (command, *more, *paths, "--as-of", "2026-11-16", "--diary", season / "diary.csv")
    plain = cli(*asked)
    assert plain.raw
    monkeypatch.setenv("FOOTFALL_UNITS", "imperial")
    for language in ("de_DE.UTF-8", "ar_EG", "C", "tr_TR.UTF-8"):
        monkeypatch.setenv("LANG", language)
        monkeypatch.setenv("LC_ALL", language)
        assert cli(*asked).raw == plain.raw
    assert cli(*asked, "--units", "imperial").raw == plain.raw


def test_a_page_beside_what_programs_read_is_for_people_all_the_same(cli: Cli, season: Path, here: Path) -> None:
    alone = cli("report", season, "--json", "--as-of", "2026-11-16")
    beside = cli("report", season, "--json", "--as-of", "2026-11-16", "--units", "imperial", "--clinician", "sheet.html")
    assert beside.raw == alone.raw
    assert not found(read((here / "sheet.html").read_text(encoding="utf-8")), METRIC)


def test_the_variable_and_the_flag_say_the_same_and_the_flag_goes_first(
    cli: Cli, run_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    metric, imperial = (cli("analyze", run_file, "--units", units).out for units in ("metric", "imperial"))
    assert metric != imperial
    monkeypatch.setenv("FOOTFALL_UNITS", "imperial")
    assert cli("analyze", run_file).out == imperial
    assert cli("analyze", run_file, "--units", "metric").out == metric


def test_other_units_are_a_usage_error_that_names_those_that_are(cli: Cli, run_file: Path) -> None:
    outcome = cli("analyze", run_file, "--units", "nautical")
    assert outcome.code == 2
    assert "metric, imperial" in outcome.err


def test_findings_that_were_kept_in_one_unit_are_not_shown_in_another(
    cli: Cli, season: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTFALL_LIBRARY", str(here / "library"))
    asked = ("report", season, "--as-of", "2026-11-16", "--format", "md")
    metric = cli(*asked).raw
    miles = cli(*asked, "--units", "imperial").raw
    assert not found(miles.decode("utf-8"), METRIC)
    assert cli(*asked).raw == metric
    assert cli(*asked, "--units", "imperial").raw == miles
