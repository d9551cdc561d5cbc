import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.findings import RULES
from footfall.findings.finding import Severity
from footfall.findings.flag_signs import Raised, signs
from footfall.findings.red_flags import red_flag_open
from footfall.findings.rule import check
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import RED_FLAGS, Diary, Tier, UnreadFlag
from footfall.wording import CATALOGUE
from footfall.wording.red_flags import definitions
from tests.factories import entry

AS_OF = dt.date(2026, 6, 30)
FLAG_RULES = [rule for rule in RULES if rule.code in set(Tier)]


def history_of(*entries, unread_flags=(), as_of=AS_OF):
    return build_history([], Diary("diary.csv", entries, unread_flags=unread_flags), Athlete(), as_of)[0]


def ticked(days_ago, *codes, line=None, resolved=False, **fields):
    day = AS_OF - dt.timedelta(days=days_ago)
    return entry(
        day, 1000 - days_ago if line is None else line, red_flags=frozenset(codes), red_flags_resolved=resolved, **fields
    )


def found_in(*entries, **more):
    return check(history_of(*entries, **more), FLAG_RULES)


@pytest.mark.parametrize(("code", "tier"), RED_FLAGS.items())
def test_every_code_speaks_in_its_own_tier_today(code, tier):
    found = found_in(ticked(0, code))
    assert [finding.rule for finding in found.found] == [tier]
    severities = {Tier.F1: Severity.EMERGENCY, Tier.F2: Severity.URGENT, Tier.F3: Severity.WARNING, Tier.F4: Severity.NOTICE}
    assert found.found[0].severity is severities[tier]
    phone = [evidence.value for evidence in found.found[0].evidence if evidence.label == "To say on the phone"]
    assert CATALOGUE[f"flag.{code}.phone"] in phone[0]


@pytest.mark.parametrize(("code", "tier"), RED_FLAGS.items())
@pytest.mark.parametrize("days_ago", [14, 15, 400])
def test_nothing_that_is_unresolved_is_ever_dropped(code, tier, days_ago):
    found = found_in(ticked(days_ago, code)).found
    assert len(found) == 1
    lowered = {Tier.F1: Severity.URGENT, Tier.F2: Severity.WARNING}.get(tier)
    if days_ago > 14 and lowered is not None:
        assert found[0].severity is lowered
        assert found[0].headline.startswith("Recorded on ")


def test_no_quiet_sentence_says_that_nothing_is_ticked_while_a_pressing_flag_is_open():
    for code in (code for code, tier in RED_FLAGS.items() if tier is not Tier.F4):
        for quiet in found_in(ticked(0, code)).checked:
            assert quiet.message == CATALOGUE["red-flags.other-open"]


def test_quiet_sentences_say_what_they_rest_on():
    for quiet in found_in(entry(AS_OF, pain_max=0.0), entry(AS_OF - dt.timedelta(days=1), pain_max=0.0)).checked:
        assert "2 diary days. That is what you recorded, not an examination." in quiet.message


@pytest.mark.parametrize(
    ("codes", "open_"), [(["fever"], True), (["night_pain"], True), (["worse_despite_rest"], False), ([], False)]
)
def test_an_open_flag_of_the_first_three_tiers_forbids_reassurance(codes, open_):
    assert red_flag_open(found_in(ticked(40, *codes))) is open_


def test_resolved_closes_what_stands_before_and_beside_it_and_keeps_it_on_record():
    history = history_of(ticked(9, "fever"), ticked(5, "foot_drop", resolved=True), ticked(3, "fever"))
    assert [(sign.code, sign.resolved) for sign in signs(history)] == [
        ("fever", AS_OF - dt.timedelta(days=5)),
        ("foot_drop", AS_OF - dt.timedelta(days=5)),
        ("fever", None),
    ]


def test_a_later_row_of_the_same_day_stays_open():
    found = found_in(ticked(0, line=2, resolved=True), ticked(0, "fever", line=3)).found
    assert [finding.rule for finding in found] == ["F2"]


def test_a_flag_in_a_row_after_today_is_asked_about_and_a_row_resolved_after_today_does_not_close():
    later = entry(AS_OF + dt.timedelta(days=2), red_flags_resolved=True)
    assert [finding.rule for finding in found_in(ticked(1, "fever"), later).found] == ["F2"]
    asked = found_in(entry(AS_OF, pain_max=1.0), entry(AS_OF + dt.timedelta(days=1), red_flags=frozenset({"fever"}))).found
    assert [(finding.rule, "fever" in finding.headline) for finding in asked] == [("F1", True)]


@pytest.mark.parametrize(
    ("rows", "raised"),
    [
        ([ticked(3, "foot_drop", "leg_weakness")], None),
        ([ticked(3, "foot_drop"), ticked(2, "foot_drop")], None),
        ([ticked(3, "foot_drop", pain_max=4.0), ticked(2, "foot_drop", pain_max=4.0)], None),
        (
            [ticked(3, "foot_drop", pain_max=4.0), ticked(2, "foot_drop", pain_max=2.0), ticked(1, "foot_drop", pain_max=4.0)],
            None,
        ),
        ([ticked(3, "foot_drop", pain_max=4.0), ticked(2, "foot_drop", pain_after=5.0)], Raised.WORSE),
        ([ticked(3, "foot_drop"), ticked(2, "foot_drop", pain_max=2.0), ticked(1, "foot_drop", pain_max=3.0)], Raised.WORSE),
        ([ticked(3, "foot_drop"), ticked(2, "leg_weakness")], Raised.WORSE),
        ([ticked(3, "foot_drop"), ticked(2, resolved=True), ticked(1, "leg_weakness")], None),
        ([ticked(90, "saddle_numbness"), ticked(1, "leg_weakness")], Raised.WITH_EMERGENCY),
        ([ticked(90, "cancer_history"), ticked(1, "leg_weakness")], Raised.CANCER_WALKING),
        ([ticked(90, "cancer_history", resolved=True), ticked(1, "leg_weakness")], None),
    ],
)
def test_when_a_weak_leg_is_an_emergency(rows, raised):
    walking = [sign for sign in signs(history_of(*rows)) if sign.resolved is None and sign.code in ("foot_drop", "leg_weakness")]
    assert {sign.raised for sign in walking} == {raised}
    assert {sign.tier for sign in walking} == {Tier.F2 if raised is None else Tier.F1}


def test_cancer_of_long_ago_speaks_with_the_weak_leg_of_today():
    (found,) = found_in(ticked(400, "cancer_history"), ticked(1, "leg_weakness")).found
    assert (found.rule, found.severity) == ("F1", Severity.EMERGENCY)
    assert sum(evidence.label == "Why it stands here" for evidence in found.evidence) == 2


def test_a_flag_in_a_row_without_a_date_stands_in_the_place_of_emergencies():
    flag = UnreadFlag("diary.csv", 12, None, "saddle_numbness")
    (found,) = found_in(unread_flags=(flag,)).found
    assert (found.rule, found.severity, found.date) == ("F1", Severity.EMERGENCY, AS_OF)
    assert found.headline == "You wrote “saddle_numbness” under red_flags: please check this list now"
    assert found.evidence[0].label == "Row 12 of diary.csv"
    listed = {evidence.label for evidence in found.evidence[1:]}
    assert listed == {name for tier, _, name, _ in definitions() if tier in (Tier.F1, Tier.F2)}


def test_text_of_a_row_whose_cells_slipped_is_not_said_to_stand_under_red_flags():
    flags = (UnreadFlag("diary.csv", 2, AS_OF, "hills", slipped=True), UnreadFlag("diary.csv", 5, AS_OF, "tingling"))
    (found,) = found_in(entry(AS_OF), unread_flags=flags).found
    assert found.headline == (
        "You wrote “tingling” under red_flags. "
        "Row 2 has too many cells, so its red_flags cell cannot be told apart; it holds “hills”: please check this list now"
    )


def test_resolved_flags_are_named_where_none_is_open_and_each_tier_speaks_of_its_own():
    quiet = {
        one.rule: one.message for one in found_in(ticked(9, "fever"), ticked(8, "foot_drop"), ticked(2, resolved=True)).checked
    }
    assert quiet["F2"] == (
        "No red flag is open. fever (21 Jun 2026) and foot_drop (22 Jun 2026) were marked resolved on 28 Jun 2026. "
        "That is your record, not an examination."
    )
    assert quiet["F1"].startswith("None of the emergency signs is ticked in 3 diary days.")


def test_no_red_flag_is_open_is_not_said_beside_an_open_one_of_the_last_list():
    found = found_in(ticked(9, "fever"), ticked(8, resolved=True), ticked(2, "worse_despite_rest"))
    (told,) = [one.message for one in found.checked if one.rule == "F2"]
    assert told.startswith("None of the signs of this list is open. fever (21 Jun 2026) was marked resolved")


def test_text_is_shown_once_though_row_and_diary_both_bring_it():
    row = entry(AS_OF, 12, unread_red_flags=("sadle",))
    (found,) = found_in(row, unread_flags=(UnreadFlag("diary.csv", 12, AS_OF, "sadle"),)).found
    assert sum(evidence.value == "sadle" for evidence in found.evidence) == 1


def test_unread_text_stands_beside_ticked_flags_and_before_other_rules_are_quiet():
    found = found_in(ticked(0, "fever"), entry(AS_OF, 9999, unread_red_flags=("numb",)))
    assert [finding.rule for finding in found.found] == ["F1", "F2"]
    assert {quiet.message for quiet in found.checked} == {CATALOGUE["red-flags.other-open"]}


def test_the_first_five_definitions_are_those_the_sentence_speaks_of():
    tiers = [tier for tier, *_ in definitions()]
    assert tiers[:9] == [Tier.F1] * 5 + [Tier.F2] * 4
    assert {code for _, code, *_ in definitions()} == set(RED_FLAGS)


diaries = st.lists(
    st.tuples(
        st.integers(0, 60), st.frozensets(st.sampled_from(sorted(RED_FLAGS)), max_size=3), st.booleans(), st.integers(0, 10)
    ),
    max_size=12,
)


@given(diaries)
def test_every_open_flag_is_named_in_some_finding_whatever_the_diary(rows):
    entries = [
        ticked(ago, *codes, line=k, resolved=resolved, pain_max=float(pain))
        for k, (ago, codes, resolved, pain) in enumerate(rows, 2)
    ]
    found = found_in(*entries)
    told = " ".join(str(evidence.value) for finding in found.found for evidence in finding.evidence)
    ordered = sorted(entries, key=lambda row: (row.day, row.source_line))
    last_resolved = max((index for index, row in enumerate(ordered) if row.red_flags_resolved), default=-1)
    still_open = set().union(*(row.red_flags for row in ordered[last_resolved + 1 :]))
    for code in RED_FLAGS:
        assert (f"{code}," in told) == (code in still_open)
    base = {RED_FLAGS[code] for code in still_open}
    assert (min(base) if base else None) == min((finding.rule for finding in found.found), default=None) or "F1" in {
        finding.rule for finding in found.found
    }


def test_a_known_code_on_a_day_that_cannot_be_read_asks_for_the_day_and_not_for_another_code():
    known = UnreadFlag("diary.csv", 7, None, "bladder_bowel")
    (finding,) = found_in(unread_flags=(known,)).found
    assert "correct the date of that row" in finding.suggestion
    assert "in place of the text" not in finding.suggestion
    (finding,) = found_in(unread_flags=(known, UnreadFlag("diary.csv", 8, AS_OF, "bladder trouble"))).found
    assert "correct the date of that row" in finding.suggestion
    assert "in place of the text" in finding.suggestion


def test_a_question_is_not_answered_by_resolved_where_that_would_close_what_the_rows_found():
    """Back pain on 55 days, which asks for an appointment, and a note about a foot."""
    rows = [ticked(60 - day, pain_max=4.0) for day in range(55)]
    (question,) = [
        one
        for one in check(history_of(*rows, ticked(0, note="foot slaps when tired", pain_max=4.0)), RULES).found
        if one.rule == "Q1"
    ]
    assert "Writing resolved would close the question, and every red flag that is open as well" in question.suggestion
