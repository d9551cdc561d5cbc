"""The box on surface and shoes, and the index of pictures."""

from footfall.findings.conditions import Condition
from footfall.findings.finding import Checked, Findings, Skipped
from footfall.render.html.pictures.conditions import conditions_picture
from tests.render_html import seasons
from tests.render_html.conftest import Pages

KNOWN = {Condition.SURFACE: 12, Condition.SHOES: 9}


def test_the_box_counts_what_is_known_and_says_what_is_needed() -> None:
    picture = conditions_picture(48, KNOWN, Findings(skipped=(Skipped("A2", "", "", "12 runs", "ten on each side"),)))
    assert picture is not None
    assert picture.empty is not None
    assert "48 runs" in picture.empty.has
    assert "known for 12 and the shoes for 9" in picture.empty.has
    assert "ten on each side" in picture.empty.needs
    assert "--surface" in picture.empty.command


def test_a_quiet_rule_has_a_heading_and_its_own_words() -> None:
    picture = conditions_picture(48, KNOWN, Findings(checked=(Checked("A2", "", "what was compared"),)))
    assert picture is not None
    assert picture.heading.startswith("No clear difference")
    assert picture.empty is not None
    assert picture.empty.needs == "what was compared"


def test_the_counts_are_those_of_the_runs_since_the_diary_began() -> None:
    made = seasons.season()
    picture = seasons.picture(made, "conditions")
    assert picture.empty is not None
    assert picture.empty.has.startswith(f"Of {len(made.history.running)} runs since the diary began")


def test_the_index_leads_to_every_picture_by_its_heading(pages: Pages) -> None:
    tree = pages.tree("season")
    (index,) = tree.all("nav", class_="index")
    links = [(link.attributes["href"], link.text) for link in index.all("a")]
    sections = tree.all("section", class_="picture")
    assert links == [("#" + section.attributes["id"], section.one("h3").text) for section in sections]
    assert len(links) >= 6
