"""Loads as text: in which size of unit a number is shown, and the lines that hold loads against each other."""

import datetime as dt
import math
import statistics

from footfall.history.ranking import WeekTrend
from footfall.metrics.agreement import EVEN, Order
from footfall.metrics.load import DEFAULT_LOAD_MODEL, LOAD_MODELS
from footfall.model.measure import Measure
from footfall.render.content import Content
from footfall.wording import say
from footfall.wording.codes import called
from footfall.wording.numbers import date, easy, listed, number, percent

_THOUSANDS = frozenset({"BW·footfalls"})
"""Units in which a run comes to tens of thousands and no digit of the last three means anything."""

_SMALL = 100


def load_unit(unit: str) -> str:
    """`thousand BW·footfalls`, `easy footfalls`: the unit that `load_number` counts in."""
    return say("load.thousand", unit=called("unit", unit)) if unit in _THOUSANDS else called("unit", unit)


def load_number(value: float, unit: str) -> str:
    """`36.8` thousand BW·footfalls, `16,316` footfalls, `5.4` mm; `?` where not known."""
    if unit in _THOUSANDS:
        return number(value / 1000, 1)
    return number(value, 1 if value < _SMALL else 0)


def load_range(load: Measure) -> str:
    """`36.8 (31.1 to 42.9) thousand BW·footfalls`."""
    value, low, high = (load_number(each, load.unit) for each in (load.value, load.low, load.high))
    return say("load.range", value=value, low=low, high=high, unit=load_unit(load.unit))


def chosen_model(content: Content, place: str = "load.model") -> str:
    """Where the load of another model than the default stands, its label and unit, and what it needs where a run's load is not
    known; blank with the default.

    place   key of the sentence: `load.model` for a column, `load.model.page` for what a row opens to.
    """
    if content.load_model == DEFAULT_LOAD_MODEL:
        return ""
    model = LOAD_MODELS[content.load_model]
    key = f"{place}.exploratory" if model.exploratory else place
    said = say(key, name=model.name, unit=load_unit(model.unit))
    if all(run.load.measure.known for run in content.runs):
        return said
    return f"{said} {say('load.model.needs', needs=listed(model.needs))}"


def published_easy(content: Content) -> str:
    """That easy kilometres go by published runners; blank where they go by the runner's own, or there is no run."""
    return "" if content.calibration.easy.runs or not content.runs else say("load.easy.published")


def most_load(content: Content) -> str:
    """Which outing had most load, or why that is not said; blank of fewer than two."""
    found, outings = content.ranking.most, content.ranking.outings
    if found is None:
        return ""
    rivals = [date(outings[at].day) for at in found.rivals]
    first = outings[found.first]
    said = {"day": date(first.day), "value": easy(first.easy_km), "other": rivals[0]}
    if found.order is Order.MORE:
        return say("load.most", **said, **_ratio(found.ratio))
    if found.order is Order.DEPENDS:
        return say("load.most.depends", **said)
    return say("load.most.close", **said) if len(rivals) == 1 else say("load.most.close.many", **said, n=number(len(rivals)))


def last_week(trend: WeekTrend | None, spoken_of: dt.date | None = None) -> str:
    """How the last whole week stands against the four before it; blank where that cannot be asked.

    spoken_of   start of the week that the sentence before speaks of, with its median.
    """
    if trend is None:
        return ""
    order = trend.comparison.order
    key = "more" if order in {Order.MORE, Order.LESS} else order.value
    if trend.start == spoken_of:
        return say(f"load.week.{key}.same", **_ratio(trend.comparison.ratio[EVEN]))
    said = {"day": date(trend.start), "value": easy(trend.easy_km), "median": easy(trend.median_easy_km)}
    return say(f"load.week.{key}", **said, **_ratio(trend.comparison.ratio[EVEN]))


def how_sure(content: Content) -> str:
    """Which error applies: to a figure by itself, and to two of the runner's own runs; blank of fewer than two."""
    forces = [(run.force.high - run.force.low) / 2 / run.force.value for run in content.runs if run.force.known]
    lumbar = [math.sqrt(load.high / load.low) for load in (run.lumbar_cumulative for run in content.runs) if load.known]
    between, clear = content.ranking.between, content.ranking.clear_difference
    if not forces or not lumbar or math.isnan(between):
        return ""
    return say(
        "load.how-sure",
        force=percent(statistics.median(forces)),
        lumbar=number(statistics.median(lumbar), 1),
        between=percent(between),
        clear=percent(math.ceil(100 * clear) / 100),
    )


def _ratio(ratio: Measure) -> dict[str, str]:
    return {"ratio": number(ratio.value, 2), "low": number(ratio.low, 2), "high": number(ratio.high, 2)}
