"""A sparkline: what is drawn is what is known, and its words say the same."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from footfall.model.athlete import Share
from footfall.render.squad.spark import marks, spark, spark_file
from tests.squad.example import weeks

WEEKS = weeks(30.0, Share.ALL, 0)
SVG = "{http://www.w3.org/2000/svg}"


def test_bars_are_as_high_as_the_load_and_begin_on_one_line() -> None:
    drawn = spark(WEEKS).bars
    known = [(bar.height, week.easy_km) for bar, week in zip(drawn, WEEKS, strict=True) if week.easy_km is not None]
    assert len(known) == 11
    per_km = known[0][0] / known[0][1]
    assert [height for height, _ in known] == pytest.approx([per_km * km for _, km in known], abs=0.02)
    assert len({round(bar.y + bar.height, 1) for bar in drawn}) == 1


def test_the_last_week_alone_is_strong_and_one_without_data_is_a_stub() -> None:
    drawn = spark(WEEKS).bars
    assert [bar.last for bar in drawn] == [False] * 11 + [True]
    assert [at for at, bar in enumerate(drawn) if not bar.known] == [7]
    assert marks(spark(WEEKS)).count('class="stub"') == 1


def test_a_week_of_nothing_known_is_not_a_week_of_nought() -> None:
    nought = replace(WEEKS[7], easy_km=0.0)
    assert marks(spark((*WEEKS[:7], nought, *WEEKS[8:]))).count('class="stub"') == 0


def test_the_normal_stands_behind_the_last_five_where_it_is_known() -> None:
    assert [bar.normal_y is not None for bar in spark(WEEKS).bars] == [False] * 7 + [True] * 5
    young = tuple(replace(week, normal_low_km=None, normal_high_km=None) for week in WEEKS)
    assert 'class="normal"' not in marks(spark(young))


def test_diamonds_stand_where_pain_was_marked_alone() -> None:
    assert [at for at, bar in enumerate(spark(WEEKS).bars) if bar.pain] == [9, 11]
    assert 'class="pain"' not in marks(spark(weeks(30.0, Share.FLAGS, 0)))


def test_its_words_say_what_is_drawn() -> None:
    words = spark(WEEKS).alt
    assert "24.0, 30.0, 36.0, 27.0" in words
    assert words.count("no data") == 1
    assert "Pain of 3 or more in 26 Oct, 9 Nov." in words


def test_the_file_stands_alone_with_a_name_and_words() -> None:
    text = spark_file("Ada <b>\x1b[31m\u202e & Co", WEEKS, "1.0.0")
    picture = ElementTree.fromstring(text)
    title, described = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
    assert title is not None
    assert title.text == "Ada <b>\N{REPLACEMENT CHARACTER} & Co"
    assert described is not None
    assert described.text == spark(WEEKS).alt
    assert picture.get("aria-labelledby") == "t d"
    assert len(picture.findall(f"{SVG}rect")) == 11 + 5
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_without_any_week_there_is_nothing_to_draw_and_nothing_breaks() -> None:
    unknown = tuple(replace(week, easy_km=None, normal_low_km=None, normal_high_km=None, pain_marked=None) for week in WEEKS)
    assert marks(spark(unknown)).count('class="stub"') == 12
    assert "<rect" not in spark_file("Nia", unknown, "1.0.0")
    assert spark(()).bars == ()
