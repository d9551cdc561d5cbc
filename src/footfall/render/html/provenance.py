"""Where the numbers come from: how many runs rest on a recording, on the runner's other runs, or on published runners."""

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footfall.model.measure import Measure
from footfall.model.summary import RunSummary
from footfall.render.html.words import decimal, whole
from footfall.wording import say
from footfall.wording.numbers import percent

_RECORDED = frozenset({"recorded", "footpod", "device", "gps", "log"})
_PERSONAL = frozenset({"personal"})
_UNKNOWN = frozenset({"none"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """One row: runs by source (recorded, personal, population, not known), its value with spread, and what would narrow it."""

    name: str
    recorded: int
    personal: int
    population: int
    unknown: int
    spread: str
    narrower: str

    @property
    def counts(self) -> str:
        """`46 · 0 · 2`, and how many are not known, where there are such."""
        known = f"{self.recorded} · {self.personal} · {self.population}"
        return f"{known} · {say('page.sources.unknown', n=whole(self.unknown))}" if self.unknown > 0 else known


def quantities(runs: Sequence[RunSummary]) -> tuple[Quantity, ...]:
    """The rows of the table, for the runs shown; empty without runs."""
    if not runs:
        return ()
    cadence = [run.cadence.source if run.cadence.known else "none" for run in runs]
    contact = ["recorded" if run.contact_time_source == "recorded" else _published(run.force) for run in runs]
    estimated = sum(source not in _RECORDED for source in cadence)
    total = sum(run.footfalls.total.value for run in runs)
    return (
        _quantity("cadence", cadence, _by_source(run.footfalls.total for run in runs), "none" if not estimated else "estimated"),
        _quantity("footfalls", cadence, say("page.sources.in_all", n=whole(total)), "follows"),
        _quantity(
            "distance", [run.distance_source for run in runs], _counted(run.distance_source for run in runs), _distance_hint(runs)
        ),
        _quantity("contact", contact, say("page.not_applicable"), "recorded" if "population" not in contact else "pod"),
        _quantity("force", contact, _middle([run.force for run in runs], "BW"), "contact"),
        _quantity(
            "lumbar",
            [_published(run.lumbar_per_footfall) for run in runs],
            _middle([run.lumbar_per_footfall for run in runs], "BW"),
            "never",
        ),
    )


def _published(measure: Measure) -> str:
    """What follows from published runners, where it could be worked out at all."""
    return "population" if measure.known else "none"


def _quantity(key: str, sources: Sequence[str], spread: str, hint: str) -> Quantity:
    recorded = sum(source in _RECORDED for source in sources)
    personal = sum(source in _PERSONAL for source in sources)
    unknown = sum(source in _UNKNOWN for source in sources)
    return Quantity(
        say(f"page.sources.{key}"),
        recorded,
        personal,
        len(sources) - recorded - personal - unknown,
        unknown,
        spread,
        say(f"page.sources.narrower.{hint}"),
    )


def _distance_hint(runs: Sequence[RunSummary]) -> str:
    return "distance" if any(run.distance_source == "none" for run in runs) else "none"


def _by_source(measures: Iterable[Measure]) -> str:
    """`±0.5 % recorded, ±6 % population`: half-width of the 90 % interval of a run's count, the middle run of each source."""
    widths: dict[str, list[float]] = {}
    for measure in measures:
        if measure.known and measure.value > 0:
            widths.setdefault(measure.source, []).append((measure.high - measure.low) / 2 / measure.value)
    order = [source for source in ("recorded", "footpod", "personal", "population", "derived") if source in widths]
    return ", ".join(
        say("page.sources.width", width=_width(statistics.median(widths[source])), source=say(f"page.source.{source}"))
        for source in order
    )


def _width(fraction: float) -> str:
    return percent(fraction, 1 if fraction < 0.02 else 0)


def _counted(sources: Iterable[str]) -> str:
    """`device 46, GPS 2`."""
    counts = Counter(sources)
    return ", ".join(f"{say(f'page.source.{source}')} {number}" for source, number in counts.most_common())


def _middle(measures: Sequence[Measure], unit: str) -> str:
    """`2.2 BW (1.8–2.6)`: the middle run's value and interval."""
    known = [measure for measure in measures if measure.known]
    if not known:
        return say("page.unknown")
    value, low, high = (statistics.median(part) for part in zip(*((one.value, one.low, one.high) for one in known), strict=True))
    return f"{decimal(value)} {unit} ({decimal(low)}–{decimal(high)})" if math.isfinite(value) else say("page.unknown")
