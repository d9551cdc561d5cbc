from footfall.render.html import render
from footfall.render.html.clinician import render_clinician
from footfall.render.html.environment import environment
from footfall.wording.locale import Locale, Units, speaking
from tests.render_html import clinic, seasons


def test_templates_are_put_into_python_once() -> None:
    render_clinician(clinic.by_hand())
    before = environment().get_template("clinician.html.j2")
    render_clinician(clinic.by_hand())
    assert environment().get_template("clinician.html.j2") is before


def test_nothing_that_was_printed_for_one_reader_stays_for_the_next() -> None:
    content = seasons.season()
    first = render(content)
    with speaking(Locale(units=Units.IMPERIAL)):
        miles = render(content)
    other = render(seasons.without_diary())
    assert miles != first
    assert other != first
    assert render(content) == first
