"""The language in which plotly itself writes numbers and dates on axes: its English is built in, any other is told to it."""

from footfall.render.html.theme import CONFIG, Json
from footfall.wording import say
from footfall.wording.language import ENGLISH
from footfall.wording.locale import spoken
from footfall.wording.numbers import months, weekdays


def settings() -> Json:
    """`config` of every figure, and `locale` for report.js to register where the page is not in English."""
    language = spoken().language
    config = {**CONFIG, "locale": language.code}
    if language.code == ENGLISH.code:
        return {"config": config}
    from_monday = list(weekdays())
    days = [*from_monday[-1:], *from_monday[:-1]]  # plotly's weeks begin with Sunday
    words: Json = {
        "days": days,
        "shortDays": days,
        "months": say("page.months").split(),
        "shortMonths": list(months()),
        "decimal": language.decimal,
        "thousands": language.thousands,
    }
    locale: Json = {"moduleType": "locale", "name": language.code, "dictionary": {}, "format": words}
    return {"config": config, "locale": locale}
