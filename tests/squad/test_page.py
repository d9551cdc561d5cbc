"""squad.html taken apart: who stands where, what is said of whom, and what is not."""

from dataclasses import replace

import pytest

from footfall.findings.finding import Severity
from footfall.model.athlete import Share
from footfall.render.squad.content import Flag, Squad
from footfall.render.squad.pages import squad_pages
from tests.render_html.dom import Element, parse
from tests.squad.example import FLAGS, LONG, SILENT, no_one, squad


def page(of: Squad) -> Element:
    return parse(squad_pages(of)["squad.html"])


def named(rows: list[Element]) -> list[str]:
    return [row.all("bdi")[0].text for row in rows]


def row(of: Squad, name: str) -> Element:
    (found,) = [body for body in page(of).all("tbody") if body.all("bdi") and body.all("bdi")[0].text == name]
    return found


def cells(of: Squad, name: str) -> list[str]:
    return [cell.text for cell in row(of, name).all("tr")[0].all("td")[1:]]


def test_everybody_stands_on_the_page_once_the_flagged_first() -> None:
    told = page(squad())
    flagged, quiet = named(told.all("tbody", class_="flagged")), named(told.all("tbody", class_="quiet"))
    assert flagged == ["Ada", "Ben", "Cleo"]
    silent = named([told.all("section")[1]])
    assert sorted([*flagged, *quiet, *silent]) == sorted(one.name for one in squad().members)
    assert silent == [SILENT]


def test_every_name_leads_to_a_page_that_is_written_and_that_leads_back() -> None:
    pages = squad_pages(squad())
    links = [link.attributes["href"] for link in parse(pages["squad.html"]).all("a")]
    assert len(links) == len(set(links)) == 14
    assert set(links) == {name for name in pages if name.startswith("athletes/")}
    for link in links:
        assert [back.attributes["href"] for back in parse(pages[link]).all("a")] == ["../squad.html"]


def test_a_flag_has_its_reason_beside_its_question() -> None:
    told = row(squad(), "Ben")
    (flag,) = FLAGS["Ben"]
    assert told.one("p", class_="reason").text == flag.reason
    assert told.one("div", class_="two").text.endswith(f"Ask {flag.question}")
    assert "Warning R1 new" in told.text
    assert told.has("class_", "flagged")
    assert told.has("class_", "warning")


def test_numbers_stand_under_their_heads() -> None:
    heads = [head.text for head in page(squad()).all("thead")[0].all("th")]
    assert heads[2:] == [
        "Distance km", "Runs", "Longest km, share", "Load vs 4 wk, %", "Step 30 d, %", "Pain max, site", "Onset min",
        "Diary of 7", "Since days", "Data",
    ]  # fmt: skip
    told = cells(squad(), "Ben")
    assert told == [
        "31.0",
        "4",
        "15.5 50 %",
        "+4",
        "+8",
        "3 low back, buttock",
        "17.4",
        "5",
        "1",
        "● recorded",
    ]


def test_what_is_not_shared_is_said_and_nothing_known_is_a_question_mark() -> None:
    assert cells(squad(), "Ada")[5:7] == ["not shared", "5"]
    assert cells(squad(), "Dan")[5:7] == ["only runs shared", "\N{MIDDLE DOT}"]
    assert row(squad(), "Ada").all("td", colspan="2")
    known = squad()
    unknown = replace(known.members[1], numbers=replace(known.members[1].numbers, max_pain=None, onset_min=None, diary_days=None))
    told = cells(replace(known, members=(unknown,), since=(), silent=()), "Ben")
    assert (told[5].split()[0], told[6], told[7]) == ("?", "none", "?")


def test_only_past_a_threshold_is_a_number_bold() -> None:
    known = squad().members[1]

    def strong(**changed: float) -> list[str]:
        one = replace(known, numbers=replace(known.numbers, max_pain=1.0, **changed))
        return [found.text for found in row(replace(squad(), members=(one,), since=(), silent=()), "Ben").all("strong")]

    assert strong(session_spike_pct=10.0, change_vs_4wk_median_pct=30.0) == []
    assert strong(session_spike_pct=10.6, change_vs_4wk_median_pct=-60.0) == ["+11"]
    assert strong(change_vs_4wk_median_pct=30.6) == ["+31"]


@pytest.mark.parametrize("share", [Share.NONE, Share.FLAGS])
def test_pain_is_in_no_file_of_one_who_does_not_share_it(share: Share) -> None:
    """Sites, the onset and the diamonds are told of the very same week, and only where they are shared."""
    member = {one.name: one for one in squad().members}[{Share.NONE: "Dan", Share.FLAGS: "Ada"}[share]]
    alone = replace(squad(), members=(replace(member, flags=()),), since=(), silent=())
    shown = {name: text.partition("</style>")[2] or text for name, text in squad_pages(alone).items()}
    for name, text in shown.items():
        assert not {word for word in ("low back", "17.4", 'class="pain"', 'class="diamond"') if word in text}, name


def test_somebody_who_shares_no_flags_is_not_called_unflagged() -> None:
    told = page(squad())
    assert told.one("tbody", class_="heading").text == "Nothing flagged, or flags not shared (10)"
    assert "3 share no flags." in told.one("p", class_="lead").text
    open_handed = tuple(one for one in squad().members if one.share is not Share.NONE)
    told = page(replace(squad(), members=open_handed))
    assert told.one("tbody", class_="heading").text == "Nothing flagged (7)"
    assert "share no flags" not in told.text


def test_the_title_says_how_many_are_flagged_and_how_many_sent_no_run() -> None:
    assert page(squad()).one("h1").text == "Three flagged, one without a run"
    assert page(squad(20, flagged=13)).one("h1").text == "13 flagged, one without a run"
    assert page(no_one()).one("h1").text == "No one flagged"
    assert "No one flagged. 12 of 12 sent data." in page(no_one()).one("p", class_="lead").text


def test_flags_are_counted_by_how_pressing_they_are() -> None:
    assert "1 emergency, 1 warning, 1 notice." in page(squad()).one("p", class_="lead").text
    assert "14 warnings." in page(squad(20, flagged=14)).one("p", class_="lead").text


def test_what_changed_is_told_by_name_and_in_words() -> None:
    since = page(squad()).all("section")[0]
    pairs = [(each.one("dt").text, each.one("dd").text) for each in since.all("div")]
    assert pairs == [("new", "Ben (longer run)"), ("still open", "Cleo (week up)"), ("cleared", "Eve (longer run)")]


def test_problems_are_told_by_the_name_of_whom_they_cost_something() -> None:
    known = squad()
    broken = replace(known.members[4], notes=("2 files could not be read: a.fit and b.fit.",))
    told = page(replace(known, members=(*known.members[:4], broken, *known.members[5:]), problems=("x.fit belongs to nobody.",)))
    assert "To put right x.fit belongs to nobody. Eve 2 files could not be read" in told.all("section")[1].text


def test_beyond_twenty_the_quiet_ones_are_a_list_of_name_distance_and_change() -> None:
    told = page(squad(45, flagged=8))
    assert len(told.all("tbody", class_="flagged")) == 8
    assert told.all("tbody", class_="quiet") == []
    others = told.one("ul", class_="others").all("li")
    assert len(others) == 45 - 8 - 1
    dan = next(one for one in others if one.text.startswith("Dan "))
    assert dan.text == "Dan 33.0 +4"
    assert told.one("section", class_="break").one("h2").text == "Nothing flagged, or flags not shared (36)"


def test_flags_for_which_there_is_no_room_are_named() -> None:
    told = page(squad(20, flagged=12, flags_each=4))
    first = told.all("tbody", class_="flagged")[0]
    shown = len(first.all("p", class_="reason"))
    assert shown < 4
    named_after = first.one("p", class_="reason").one("small").text
    assert all(f"({rule}, warning)" in named_after for rule in ("P8", "P5", "P4", "P3")[shown:])


def test_a_few_flags_all_stand_there() -> None:
    known = squad()
    three = replace(known.members[1], flags=(*FLAGS["Ben"], LONG, replace(LONG, rule="P5")))
    told = row(replace(known, members=(three, *known.members[2:])), "Ben")
    assert len(told.all("p", class_="reason")) == 3
    assert "athlete's page" not in told.text


def test_a_red_flag_is_red_and_nothing_else_is() -> None:
    red = [body for body in page(squad()).all("tbody", class_="flagged") if body.has("class_", "emergency")]
    assert named(red) == ["Ada"]
    urgent = replace(squad().members[1], flags=(Flag("F2", Severity.URGENT, "Red flag.", "Who has seen you?"),))
    assert row(replace(squad(), members=(urgent,), since=(), silent=()), "Ben").has("class_", "urgent")


def test_the_page_says_what_it_is_made_of_and_by() -> None:
    foot = page(squad()).one("footer").text
    assert "footfall 1.0.0, load model ground-force, as of 2026-11-16. Inputs abababababab." in foot


def test_the_same_squad_gives_the_same_bytes() -> None:
    assert squad_pages(squad()) == squad_pages(squad())


def test_no_page_has_a_script_or_asks_for_anything() -> None:
    for name, text in squad_pages(squad()).items():
        if name.endswith(".html"):
            assert "<script" not in text
            assert "default-src &#39;none&#39;" in text
            assert "url(" not in text, name
