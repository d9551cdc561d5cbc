"""The page of one athlete: all of what she shares, and no more than her `Member` holds."""

from dataclasses import replace

import pytest

from footfall.findings.finding import Severity
from footfall.model.athlete import Share
from footfall.render.squad.athlete import athlete_page
from footfall.render.squad.content import Flag, Member
from tests.render_html import seasons
from tests.render_html.dom import Element, parse
from tests.squad.example import squad

BY_NAME = {one.name: one for one in squad().members}


def page(member: Member) -> Element:
    return parse(athlete_page(squad(), member))


def table(told: Element, at: int) -> list[list[str]]:
    return [[cell.text for cell in row.all("th") + row.all("td")] for row in told.all("table")[at].all("tr")]


def numbers(told: Element) -> dict[str, str]:
    return {each.one("dt").text: each.one("dd").text for each in told.one("dl", class_="numbers").all("div")}


def test_her_numbers_stand_there_with_their_units() -> None:
    told = numbers(page(BY_NAME["Ben"]))
    assert told["Distance"] == "31.0 km"
    assert told["Longest run"] == "15.5 km (50 %)"
    assert told["Worst pain"] == "3, low back, buttock"
    assert told["Pain from minute"] == "17.4"
    assert told["Days with a diary row"] == "5 / 7"


PAIN = {"Worst pain", "Pain from minute"}


@pytest.mark.parametrize(("name", "what"), [("Ada", PAIN), ("Dan", PAIN | {"Days with a diary row"}), ("Ben", set())])
def test_what_is_not_shared_is_said_so(name: str, what: set[str]) -> None:
    assert {label for label, value in numbers(page(BY_NAME[name])).items() if value == "not shared"} == what


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Ada", "shares flags"),
        ("Ben", "shares scores, onsets and sites"),
        ("Cleo", "shares everything"),
        ("Dan", "running alone"),
    ],
)
def test_the_first_line_says_how_much_is_shared(name: str, says: str) -> None:
    assert says in page(BY_NAME[name]).one("main").all("p")[0].text


def test_flags_that_are_hidden_are_not_called_none() -> None:
    assert "Flags are not shared." in page(BY_NAME["Dan"]).text
    assert "No flag this week." in page(BY_NAME["Eve"]).text
    assert "Flags are not shared." not in page(BY_NAME["Eve"]).text


def test_the_table_behind_the_picture_holds_what_is_drawn() -> None:
    told = page(BY_NAME["Ben"])
    head, *rows = table(told, 1)
    assert head == ["Week from", "Load, easy km", "Own normal", "Pain 3 or more"]
    assert [row[1] for row in reversed(rows)] == [
        "no data" if week.easy_km is None else f"{week.easy_km:.1f}" for week in BY_NAME["Ben"].weeks
    ]
    assert rows[0] == ["9 Nov", "31.0", "21.7\N{EN DASH}40.3", "yes"]
    assert rows[-1][2] == "?"
    assert table(page(BY_NAME["Ada"]), 1)[0] == ["Week from", "Load, easy km", "Own normal"]


@pytest.mark.parametrize(
    ("easy_km", "says"),
    [(31.0, "within the usual"), (41.0, "above the usual"), (21.0, "below the usual"), (None, "Nothing is known")],
)
def test_the_heading_of_the_picture_says_where_the_week_stands(easy_km: float | None, says: str) -> None:
    ben = BY_NAME["Ben"]
    weeks = (*ben.weeks[:-1], replace(ben.weeks[-1], easy_km=easy_km))
    assert says in page(replace(ben, weeks=weeks)).all("h2", id="h-weeks")[0].text


def test_without_a_normal_nothing_is_compared_with_it() -> None:
    ben = BY_NAME["Ben"]
    young = tuple(replace(week, normal_low_km=None, normal_high_km=None) for week in ben.weeks)
    assert page(replace(ben, weeks=young)).all("h2", id="h-weeks")[0].text.endswith("what is usual is not known yet")


def test_runs_of_the_week_tell_of_pain_where_it_is_shared() -> None:
    told = table(page(BY_NAME["Ben"]), 0)
    assert told[0] == ["Day", "Distance, km", "Minutes", "Footfalls", "Load, easy km", "Pain from minute", "Worst pain"]
    assert [row[5:] for row in told[1:]] == [["17.4", "3"], ["start", "2"], ["none", "0"], ["?", "?"]]
    assert told[4][1] == "?", "a distance that is not known"
    assert table(page(BY_NAME["Ada"]), 0)[0][-1] == "Load, easy km"


def test_who_sent_nothing_has_a_page_that_says_so() -> None:
    told = page(BY_NAME["Nia"])
    assert "no run and no diary row this week" in told.text
    assert "No run was recorded this week." in told.text
    assert set(numbers(told).values()) >= {"?"}


def test_evidence_and_notes_stand_there_where_everything_is_shared_alone() -> None:
    content = seasons.flagged("night_pain")
    flags = (Flag("F3", Severity.WARNING, "Ticked up to 14 Nov 2026: night pain.", "When is the appointment?"),)
    told = page(replace(BY_NAME["Cleo"], content=content, flags=flags))
    (card,) = told.all("div", class_="card")
    assert "Night pain that no position eases" in card.one("dl").text
    assert told.one("section", **{"aria-labelledby": "h-diary"}).text.startswith("Diary rows of the week Sat 14 Nov Night pain")
    closed = page(replace(BY_NAME["Cleo"], flags=flags))
    assert not closed.one("div", class_="card").all("dl")
    assert not closed.all("section", **{"aria-labelledby": "h-diary"})


def test_a_diary_row_of_another_week_is_not_hers_of_this_one() -> None:
    cleo = replace(BY_NAME["Cleo"], content=seasons.flagged("night_pain"))
    before = replace(squad(), start=squad().start.replace(month=10), end=squad().end.replace(month=10))
    assert "Night pain" not in parse(athlete_page(before, cleo)).text


def test_what_changed_since_last_week_is_a_sentence() -> None:
    assert "New: longer run." in page(BY_NAME["Ben"]).text
    assert "Cleared: longer run." in page(BY_NAME["Eve"]).text


def test_only_a_share_of_everything_has_content() -> None:
    assert BY_NAME["Ada"].share is Share.FLAGS
    with pytest.raises(ValueError, match="codes and notes are not shared"):
        replace(BY_NAME["Ada"], content=seasons.flagged("night_pain"))
