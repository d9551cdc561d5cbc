"""What is heard in a note, and what is not: sentences as runners write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.findings.symptom_words import heard
from footfall.model.diary import RED_FLAGS
from footfall.wording.symptom_words import phrases

SPEAKS = {
    "saddle_numbness": [
        "numb down there",
        "Numbness between my legs since Tuesday",
        "groin feels a bit numb",
        "tingling in the saddle area after 5k",
        "can’t feel when wiping",
        "no pain but numb down there",
        "no feeling in my crotch",
        "Not great, numb down there",
        "no pain and numb down there",
    ],
    "bladder_bowel": [
        "wet myself at km 8",
        "can't pee",
        "cant pee since this morning",
        "couldn't really pee this morning",
        "lost control of my bladder",
        "weak urine stream",
        "leaked some urine on the way home",
        "trouble passing urine",
        "not been able to pee",
        "trouble starting to pee",
        "weak stream when peeing",
    ],
    "sexual_dysfunction": ["couldn't get an erection", "numb during sex", "erection problems since Sunday"],
    "both_legs": [
        "legs went numb after an hour",
        "both legs tingling",
        "both my feet went numb",
        "pins and needles in both legs",
        "shooting pain down both legs",
        "No idea why: both legs numb",
        "no idea why both legs are tingling",
    ],
    "major_trauma": ["fell down the stairs yesterday", "hit by a car on Sunday", "landed hard on my back", "bike crash"],
    "foot_drop": [
        "trouble lifting my foot",
        "dropped foot since the run",
        "my foot is floppy",
        "can't lift my foot",
        "couldn't lift my left foot properly",
        "my foot keeps slapping the ground",
        "dragging my right foot",
        "Cannot pick up my toes",
    ],
    "leg_weakness": [
        "my left leg gave way on the stairs",
        "knee buckled twice",
        "weakness in my right leg",
        "right leg feels weak",
        "can't stand on tiptoes",
        "couldn't do a single heel raise",
    ],
    "fever": ["fever since last night", "feverish, stayed in bed", "temperature of 39"],
    "infection_risk": ["urinary tract infection last week", "finished a course of antibiotics"],
    "cancer_history": ["I had breast cancer in 2019", "after chemo"],
    "weight_loss": ["lost 4 kg without trying", "unexplained weight loss", "losing weight and not even trying"],
    "night_pain": [
        "pain at night whatever position I lie in",
        "the pain woke me up at 3",
        "woken by back pain",
        "no position helps",
        "couldn't sleep because of the pain",
    ],
    "bone_point_pain": ["one sore spot right on the sacrum", "told it may be a stress fracture"],
    "fracture_risk": ["osteoporosis in the family", "missed two periods", "no period since June", "on prednisone"],
    "worse_despite_rest": ["worse despite two weeks off", "it got worse even after a long break"],
}

SILENT = [
    "",
    "8.0 km in 48 min",
    "workout_feel 50",
    "no numbness",
    "not numb",
    "no numbness or tingling down there",
    "no numbness, weakness or tingling in both legs",
    "without any numbness between the legs",
    "never had numbness down there",
    "numb down there: no",
    "fever? no.",
    "no fever",
    "fever gone",
    "numbness in my groin has gone",
    "leg weakness not there today",
    "numb groin - negative",
    "didn't have a fever",
    "hay fever is bad today",
    "both legs tired and heavy",
    "legs gave out at km 38",
    "numb toes, laces too tight",
    "foot pod dropped out twice",
    "hit the wall at 30 km",
    "ran for cancer research, great crowd",
    "cancer charity 10k",
    "no rest periods today",
    "left foot sore",
    "lost the group at km 3",
    "watch crashed",
    "can't wait for sunday",
    "couldn't lift the pace",
    "weak at the end",
    "felt a bit weak uphill",
    "pain at night, better on my side",
    "wet shoes",
    "shower after, then stretching",
    "back stiff in the morning, loosened after a walk",
    "stretched calves both sides",
    "pee stop at km 4",
    "temperature of 28, too hot",
    "dropped my bottle, foot fine",
    "saddle sore from cycling",
    "chills from the crowd noise",
]


def codes(text):
    return [one.code for one in heard(text)]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SPEAKS.items() for text in texts])
def test_words_for_a_sign_are_heard(code, text):
    assert code in codes(text)
    assert code in codes(text.upper())


@pytest.mark.parametrize("text", SILENT)
def test_what_is_denied_or_means_something_else_is_not_heard(text):
    assert codes(text) == []


def test_every_sign_can_be_heard():
    assert set(phrases()) == set(RED_FLAGS) == set(SPEAKS)


def test_words_are_heard_at_their_borders_alone():
    assert codes("feverfew tea") == []
    assert codes("snowfever") == []


def test_a_denial_of_one_sign_leaves_another_heard():
    assert codes("no fever. both legs tingling") == ["both_legs"]
    assert codes("no fever but both legs tingling") == ["both_legs"]


def test_a_long_note_is_quoted_around_the_words():
    note = "First half easy along the river, " * 5 + "then both legs tingling from the hill on, " + "walked home slowly. " * 5
    (one,) = heard(note)
    assert "both legs tingling" in one.quote
    assert one.quote.startswith("… ")
    assert one.quote.endswith(" …")
    assert len(one.quote) < 100


@given(st.text(max_size=200))
def test_any_text_can_be_listened_to(text):
    for one in heard(text):
        assert one.quote


@given(st.sampled_from([text for texts in SPEAKS.values() for text in texts]), st.text(alphabet="xyz ,.", max_size=120))
def test_what_is_heard_is_quoted_from_the_text(text, around):
    whole = f"{around}. {text}. {around}"
    squeezed = " ".join(whole.split())
    for one in heard(whole):
        assert one.quote.removeprefix("… ").removesuffix(" …") in squeezed
