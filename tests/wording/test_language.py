"""What a language settles beside its sentences: numbers, forms of nouns, dates and lists."""

import datetime as dt

import pytest

from footfall.model.problem import Note
from footfall.wording import CATALOGUE, numbers, say
from footfall.wording.language import ENGLISH, LANGUAGES, Language, untranslated
from footfall.wording.locale import Locale, speaking
from footfall.wording.notes import note_text
from tests.pseudo import pseudo


def few(count: int) -> str:
    return "one" if count == 1 else "few" if 2 <= count <= 4 else "other"


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> Language:
    own = {"noun.run.few": "{n} few-runs", "date.year": "{year}. {month} {day}", "list.and": "{head} & {tail}"}
    made = pseudo(decimal=",", thousands=".", form=few)
    made = made._replace(sentences={**made.sentences, **own})
    monkeypatch.setitem(LANGUAGES, made.code, lambda: made)
    return made


def test_numbers_are_written_as_the_language_writes_them(second: Language) -> None:
    with speaking(Locale(second.code)):
        assert numbers.number(4883.5, 1) == "4.883,5"
        assert numbers.signed(-1234.56, 1) == "−1.234,6"
        assert numbers.few_digits(0.263) == "0,263"
        assert numbers.few_digits(1e-6) == "<0,0001"
        assert numbers.percent(0.1001, 2).startswith("10,01")
        assert numbers.run_distance(10) == "<0,1"
    assert numbers.number(4883.5, 1) == "4,883.5"


def test_numbers_that_a_sentence_formats_itself_are_too(second: Language) -> None:
    note = Note("elapsed-not-believed", {"told": 1234.5, "found": 17.25})
    with speaking(Locale(second.code)):
        assert "1234,5" in note_text(note)
        assert "17,2" in note_text(note)


def test_a_noun_has_the_form_that_its_number_asks_for(second: Language) -> None:
    with speaking(Locale(second.code)):
        assert numbers.counted(3, "run") == "3 few-runs"
        assert numbers.counted(5, "run") == second.sentences["noun.run.many"].format(n=5)
        assert numbers.counted(1, "run") == second.sentences["noun.run.one"].format(n=1)
        assert numbers.counted(3, "week") == second.sentences["noun.week.many"].format(n=3), "a form that is not there is `many`"


def test_dates_and_lists_are_put_in_the_languages_order(second: Language) -> None:
    with speaking(Locale(second.code)):
        told = numbers.date(dt.date(2026, 10, 4))
        assert told.startswith("2026. ")
        assert told.endswith(" 4")
        assert numbers.listed(["a", "b", "c"]).endswith("b & c")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_names_fields_that_its_sentences_are_given(code: str) -> None:
    import string

    def names(template: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(template) if name}

    own = LANGUAGES[code]()
    assert own.code == code
    units = {key.split(".", 2)[2] for key in CATALOGUE if key.startswith("unit.metric.")} | {"si"}
    known = {key: text for key, text in own.sentences.items() if key in CATALOGUE}
    assert {key for key, text in known.items() if not names(text) <= names(CATALOGUE[key]) | units} == set()


def test_english_lacks_nothing_and_a_new_language_everything() -> None:
    assert untranslated(ENGLISH, CATALOGUE) == frozenset()
    assert untranslated(Language("xx", "New", {}), CATALOGUE) == frozenset(CATALOGUE)


def test_what_is_not_translated_is_said_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = Language("xx", "New", {})
    monkeypatch.setitem(LANGUAGES, "xx", lambda: empty)
    with speaking(Locale("xx")):
        assert say("terminal.weeks") == CATALOGUE["terminal.weeks"]
