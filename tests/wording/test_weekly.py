"""A coach has a question for every flag that there can be, and a name of a few words in the place of its code."""

import pytest

from footfall.findings import DEEP_RULES
from footfall.wording import CATALOGUE
from footfall.wording.weekly import SENTENCES

RULES = {rule.code for rule in DEEP_RULES}
PATTERN = "P"
"""Stands for a rule that is not shared further."""


def keyed(beginning: str) -> dict[str, str]:
    return {key.removeprefix(beginning): words for key, words in SENTENCES.items() if key.startswith(beginning)}


def test_each_rule_has_a_question_and_nothing_else_has() -> None:
    assert keyed("weekly.question.").keys() == RULES


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_question_is_one(rule: str) -> None:
    question = keyed("weekly.question.")[rule]
    assert "?" in question
    assert len(question) <= 130, "two printed lines at most"
    assert "{" not in question, "it is shown under every share: it holds no number of anybody's"


def test_no_two_rules_ask_the_same() -> None:
    questions = list(keyed("weekly.question.").values())
    assert len(set(questions)) == len(questions)


def test_each_rule_and_what_stands_for_one_has_a_short_name() -> None:
    short = keyed("weekly.short.")
    assert short.keys() == RULES | {PATTERN}
    assert max(map(len, short.values())) <= 24
    assert len(set(short.values())) == len(short)


def test_the_words_of_the_weekly_report_are_in_the_catalogue() -> None:
    assert SENTENCES.items() <= CATALOGUE.items()
