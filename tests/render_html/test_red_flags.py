"""With a red flag open, it stands above everything, and nothing on the page reassures."""

import pytest

from footfall.render.summary import three_sentences
from footfall.render.terminal import render as summary
from tests.render_html import seasons
from tests.render_html.conftest import Pages


def test_an_emergency_says_first_what_to_do_then_what_was_ticked_and_what_to_say(pages: Pages) -> None:
    flag = pages.tree("emergency").one("section", class_="emergency")
    order = ["Get medical help now", "Numbness between the legs", "You can say:", "Ticked by mistake?", "Rule F1"]
    places = [flag.text.index(words) for words in order]
    assert places == sorted(places)
    assert "14 Nov 2026" in flag.text


def test_an_emergency_stands_before_all_else_and_the_rest_can_wait(pages: Pages) -> None:
    page = pages.page("emergency")
    body = page.index("<main>")
    wait = page.index("can wait until you have been seen", body)
    assert body < page.index('class="flag emergency"') < wait < page.index('class="summary"')
    assert 'class="calm"' not in page[body:]


def test_a_lesser_flag_does_not_put_off_the_rest(pages: Pages) -> None:
    page = pages.page("within days")
    assert 'class="flag warning"' in page
    assert "can wait until you have been seen" not in page[page.index("<main>") :]


@pytest.mark.parametrize("case", ["emergency", "within days"])
def test_nothing_reassures_beside_an_open_flag(pages: Pages, case: str) -> None:
    text = pages.tree(case).one("main").text
    for reassurance in ("No red flags", "None of the", "On average runners", "That is what you recorded"):
        assert reassurance not in text


@pytest.mark.parametrize("code", ["saddle_numbness", "fever", "night_pain"])
def test_no_sentence_and_no_advice_stands_beside_a_flag(code: str) -> None:
    content = seasons.flagged(code)
    said = " ".join(three_sentences(content))
    assert said.startswith("A red flag stands above")
    assert "free of pain" not in said


def test_advice_on_running_is_held_back(pages: Pages) -> None:
    tree = pages.tree("within days")
    words = [finding.one("div", class_="words").text for finding in tree.all("details", class_="finding")]
    folded = [one.one("div", class_="words").text for fold in tree.all("details", class_="fold") for one in fold.all("details")]
    held = "Nothing here until the red flag above has been looked at."
    assert len(words) > len(folded) > 0
    assert all(held in text or (text in folded and "What to try" not in text) for text in words)
    assert "10 %" not in words[0].split("How sure")[0]


def test_without_a_flag_one_quiet_line_stands_in_its_place(pages: Pages) -> None:
    line = pages.tree("season").one("p", class_="calm").text
    assert line.startswith("No red flags in 40 diary days. That is what you recorded, not an examination.")
    assert not pages.tree("season").all("section", class_="flag")


def test_a_flag_that_was_resolved_is_not_denied(pages: Pages) -> None:
    said = (
        "No red flag is open. bladder_bowel (2 Nov 2026) was marked resolved on 14 Nov 2026. "
        "That is your record, not an examination."
    )
    tree = pages.tree("resolved")
    assert tree.one("p", class_="calm").text.startswith(said)
    assert said in tree.one("ul", class_="quiet").text
    assert said in " ".join(summary(seasons.resolved()).split())
    assert "is ticked" not in tree.one("main").text


def test_text_near_a_sign_says_so_first_lists_that_sign_and_asks_for_the_list_to_be_checked(pages: Pages) -> None:
    tree = pages.tree("misspelt")
    flag = tree.one("section", class_="emergency")
    assert flag.one("h2").text.startswith("Did you mean night_pain? You wrote “nite_pain” under red_flags")
    assert "night_pain: Pain at night" in flag.all("ul")[1].text
    assert tree.one("p", class_="wait").text == "The rest of this page can wait until you have checked this list."


def test_without_a_diary_it_says_that_nobody_was_asked(pages: Pages) -> None:
    assert pages.tree("no diary").one("p", class_="calm").text.startswith("There is no diary")


def test_text_that_is_no_known_sign_is_told_apart_from_the_signs_to_check(pages: Pages) -> None:
    flag = pages.tree("hostile").all("section", class_="flag")[0]
    written, to_check = flag.all("ul")
    assert len(written.all("li")) == 1
    assert "Row 90 of diary.csv" in written.text
    assert len(to_check.all("li")) == 9
    assert "saddle_numbness" in to_check.text
