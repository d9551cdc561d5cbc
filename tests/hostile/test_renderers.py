"""Whatever a file, a folder, a diary or a runner is called: no renderer lets it be more than text."""

import dataclasses

import pytest

from footfall.model.athlete import Athlete
from footfall.render import RENDERERS
from footfall.render.html.clinician import render_clinician
from tests.hostile.inert import INERT
from tests.hostile.made import content
from tests.hostile.texts import TEXTS
from tests.render_html import seasons


def test_the_folder_brings_every_text_to_the_renderers() -> None:
    """In the names of runs, devices and files, in notes, shoes and sports: otherwise the tests below would prove nothing."""
    made = content()
    names = {run.name for run in made.runs} | {run.device for run in made.runs}
    told = "\n".join(f"{problem.path} {problem.what} {problem.message}" for problem in made.findings.problems)
    for what, text in TEXTS.items():
        begin = text.split("\0")[0].strip()[:150]
        begin = begin.replace("\udcff", "\ufffd") if what == "surrogate" else begin
        assert [name for name in names if name and name.startswith(begin)], what
    assert {run.shoes for run in made.runs} & set(TEXTS.values())
    assert {entry.note for entry in made.history.entries} & set(TEXTS.values())
    assert len({problem.path for problem in made.findings.problems}) > 2 * len(TEXTS)
    assert TEXTS["address"] in told
    assert {problem.reason for problem in made.findings.problems} >= {"damaged", "bad-cell", "unknown-column", "not-a-run"}
    assert "".join(TEXTS.values())[:500] in (made.history.athlete.name or "")


@pytest.mark.parametrize("form", RENDERERS)
def test_nothing_in_a_result_is_more_than_text(form: str) -> None:
    INERT[form](RENDERERS[form](content()))


@pytest.mark.parametrize("form", RENDERERS)
def test_of_one_run_too(form: str) -> None:
    """One run has a layout of its own."""
    for run in content().runs[::70]:
        INERT[form](RENDERERS[form](dataclasses.replace(content(), runs=(run,))))


def test_the_clinician_s_page() -> None:
    INERT["html"](render_clinician(content()))


@pytest.mark.parametrize("form", RENDERERS)
def test_a_runner_s_name(form: str) -> None:
    """Alone where a sign at the beginning matters, else all together."""
    alone = form in {"csv", "json", "text"}
    for name in TEXTS.values() if alone else (" ".join(TEXTS.values()), TEXTS["long"]):
        made = seasons.without_diary()
        athlete = Athlete(id=name, name=name)
        INERT[form](RENDERERS[form](dataclasses.replace(made, history=dataclasses.replace(made.history, athlete=athlete))))
