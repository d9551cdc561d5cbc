"""What stands in the lists of findings and of quiet rules when many rules speak at once."""

from dataclasses import replace

import pytest

from footfall.findings.finding import Checked, Evidence, Finding, Severity
from footfall.render.content import Content
from footfall.render.html import render
from footfall.render.html.findings_view import finding_groups, linked, quiet_views
from footfall.render.order import rule_by_rule
from footfall.render.terminal import render as summary
from tests.render_html.dom import parse
from tests.render_text.example import FLAG, SPIKE, example


def finding(rule: str, severity: Severity = Severity.NOTICE, number: int = 0) -> Finding:
    return replace(SPIKE, rule=rule, severity=severity, headline=f"{rule} number {number}")


MIXED = (
    finding("R1", Severity.WARNING),
    finding("P1", number=1),
    finding("P4"),
    finding("P1", number=2),
    finding("R1"),
    finding("P1", number=3),
    finding("P1", Severity.INFO, 4),
)


def test_findings_of_one_rule_stand_together_within_a_severity() -> None:
    ordered = [(one.rule, one.headline[-1]) for one in rule_by_rule(MIXED)]
    assert ordered == [("R1", "0"), ("P1", "1"), ("P1", "2"), ("P1", "3"), ("P4", "0"), ("R1", "0"), ("P1", "4")]


def test_page_and_terminal_lay_them_out_in_that_order() -> None:
    content = example()
    content = replace(content, findings=replace(content.findings, found=MIXED))
    shown = [group.shown.headline for group in finding_groups(content)]
    assert shown == ["R1 number 0", "P1 number 1", "P1 number 2", "P4 number 0", "R1 number 0"]
    text = summary(content)
    assert text.index("P1 number 3") < text.index("P4 number 0")


@pytest.mark.parametrize(
    ("source", "doi"),
    [
        ("Menezes Costa 2012, doi:10.1503/cmaj.111271: it eased", "10.1503/cmaj.111271"),
        ("(doi 10.2519/jospt.2020.9971).", "10.2519/jospt.2020.9971"),
        ("doi:10.1016/0021-9290(87)90305-8; and", "10.1016/0021-9290(87)90305-8"),
    ],
)
def test_a_link_ends_where_its_doi_does(source: str, doi: str) -> None:
    (link,) = (piece for piece in linked(source) if piece.href)
    assert link.href == f"https://doi.org/{doi}"
    assert "".join(piece.text for piece in linked(source)) == source


@pytest.mark.parametrize(("facts", "open_"), [(12, 12), (13, 8), (30, 8)])
def test_of_many_facts_the_first_stand_in_the_open_and_none_is_lost(facts: int, open_: int) -> None:
    told = replace(SPIKE, evidence=tuple(Evidence(f"fact {n}", n) for n in range(facts)))
    content = example()
    tree = parse(render(replace(content, findings=replace(content.findings, found=(told,)))))
    finding_ = tree.one("details", class_="finding")
    rows = [row.text.split()[1] for table in finding_.all("table", class_="pairs") for row in table.all("tr")]
    assert rows == [str(n) for n in range(facts)]
    assert len(finding_.all("table", class_="pairs")[0].all("tr")) == open_
    if facts > open_:
        assert finding_.one("details", class_="further").one("summary").text == f"{facts - open_} more facts"


def with_quiet_flags(found: tuple[Finding, ...], *quiet: str) -> Content:
    content = example()
    checked = tuple(Checked(code, f"Red flag {code}", f"None of the {code} signs is ticked.") for code in quiet)
    return replace(content, findings=replace(content.findings, found=found, checked=checked))


APPOINTMENT = replace(FLAG, rule="F4", severity=Severity.NOTICE)
QUESTION = replace(SPIKE, rule="Q1", asks=True)


def test_beside_an_appointment_the_other_lists_are_one_entry() -> None:
    (entry,) = quiet_views(with_quiet_flags((APPOINTMENT,), "F1", "F2", "F3"))
    assert entry.rule == "F1, F2, F3"
    assert entry.message.startswith("none of the signs on the emergency, same-day and within-days lists is ticked")
    assert "not an examination" in entry.message


@pytest.mark.parametrize("found", [(QUESTION,), (APPOINTMENT, QUESTION)])
def test_beside_a_question_no_list_is_said_to_be_without_a_tick(found: tuple[Finding, ...]) -> None:
    codes = ("F1", "F2", "F3", "F4")[: 5 - len(found)]
    (entry,) = quiet_views(with_quiet_flags(found, *codes))
    assert entry.rule == ", ".join(codes)
    assert "is ticked" not in entry.message
    assert "question" in entry.message


def test_beside_an_emergency_each_list_says_its_own() -> None:
    said = {entry.message for entry in quiet_views(with_quiet_flags((replace(FLAG, rule="F1"),), "F2", "F3"))}
    assert said == {"None of the F2 signs is ticked.", "None of the F3 signs is ticked."}
