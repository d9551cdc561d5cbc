"""A thousand files of an account that are no activity are one line, and a failure is never hidden among them."""

import dataclasses

from footfall.findings.finding import Findings
from footfall.model.problem import Problem
from footfall.render.html.problems_view import MOST_PROBLEMS, problem_views
from footfall.render.json import render as render_json
from footfall.render.problem_kinds import problem_kinds
from footfall.render.terminal import render
from footfall.render.terminal.problems import told
from tests.render_text.example import example


def passed(what: str | None, count: int) -> list[Problem]:
    return [Problem(f"export.zip/{what}{n}.fit", None, "not-an-activity", f"This is {what}.", what) for n in range(count)]


ACCOUNT = (*passed("settings", 80), *passed("monitoring", 900), *passed("totals", 20))
FAILURES = tuple(Problem(f"{number}.fit", None, "damaged", f"Broken {number}.") for number in range(MOST_PROBLEMS + 2))


def content(problems: tuple[Problem, ...]):
    findings = example().findings
    return dataclasses.replace(example(), findings=dataclasses.replace(findings, problems=problems))


def test_a_kind_is_one_line_that_says_what_the_files_are() -> None:
    (kind,) = problem_kinds(ACCOUNT)
    assert kind.head == "1,000 files that hold no activity: 900 monitoring, 80 settings and 20 totals"


def test_a_long_tail_of_kinds_is_others() -> None:
    many = [problem for number in range(9) for problem in passed(f"type {number}", 10 - number)]
    (kind,) = problem_kinds(many)
    assert kind.head == "54 files that hold no activity: 10 type 0, 9 type 1, 8 type 2, 7 type 3 and 20 others"
    (kind,) = problem_kinds([*passed("settings", 3), *passed(None, 2)])
    assert kind.head == "5 files that hold no activity: 3 settings and 2 others"


def test_one_alone_and_those_without_a_word_are_only_counted() -> None:
    assert problem_kinds(passed("settings", 1))[0].head == "1 file that holds no activity"
    assert problem_kinds(passed(None, 4))[0].head == "4 files that hold no activity"
    assert not problem_kinds(())


def test_the_terminal_says_a_kind_in_a_line_with_an_example() -> None:
    text = render(content(ACCOUNT))
    assert "1,000 files that hold no activity: 900 monitoring, 80 settings and 20 totals" in text
    assert text.count("export.zip/") == 1
    assert "and 999 more" in text


def test_the_page_names_failures_first_and_counts_the_rest_by_kind() -> None:
    views, more = problem_views((*ACCOUNT, *FAILURES))
    assert [view.path for view in views[:-1]] == [f"{number}.fit" for number in range(MOST_PROBLEMS)]
    assert views[-1].message == (
        "1,000 files that hold no activity: 900 monitoring, 80 settings and 20 totals, among them settings0.fit, "
        "settings1.fit, settings2.fit and 997 more; `--json` lists every one"
    )
    assert more.startswith("and 2 more")


def test_a_few_of_a_kind_are_named_on_the_page() -> None:
    views, more = problem_views(passed("settings", 3))
    assert [view.path for view in views] == ["settings0.fit", "settings1.fit", "settings2.fit"]
    assert more == ""


def test_json_lists_every_one() -> None:
    assert render_json(content(ACCOUNT)).count('"not-an-activity"') == len(ACCOUNT)


def test_nothing_is_said_of_nothing() -> None:
    assert problem_views(Findings().problems) == ((), "")


def test_where_nothing_else_is_to_be_said_a_few_are_named_and_of_many_the_first() -> None:
    (few,) = problem_kinds(ACCOUNT[:3])
    assert told(few) == tuple(f"export.zip/settings{number}.fit: This is settings." for number in range(3))
    (many,) = problem_kinds(ACCOUNT)
    assert told(many) == (f"{many.head}. The first: export.zip/settings0.fit: This is settings.",)


def test_what_is_said_of_a_file_is_counted_by_files_and_rows_by_rows() -> None:
    places = [Problem("a.gpx", f"line {line}", "truncated", f"Damaged in line {line}.") for line in range(4)]
    assert problem_kinds([*places, Problem("b.gpx", None, "truncated", "Cut.")])[0].size == 2
    cells = [Problem("log.csv", f"row {row}", "bad-cell", "What?") for row in range(4)]
    assert problem_kinds(cells)[0].head == "4 cells that cannot be read"


def test_a_type_that_is_a_number_is_no_count_and_one_other_is_one() -> None:
    (kind,) = problem_kinds([*passed("44", 2), *passed("settings", 3), *passed(None, 1)])
    assert kind.head == "6 files that hold no activity: 3 settings, 2 of type 44 and 1 other"
