"""docs/validation.md as text: one part for published numbers, one for the corpus, which stays where the corpus is not at hand."""

from collections.abc import Iterable, Sequence

from validate import words
from validate.comparison import Comparison, Trend, compared, plates_mean, trends, within
from validate.independent import VALIDATION
from validate.published import PLATE_MEAN, PLATE_TRIALS, REPRODUCTION
from validate.row import At, Bound, Row
from validate.source import Source
from validate.table import percent, signed, table, verdict

BEGIN, END = "<!-- the corpus part, written where the real files are at hand -->\n", "<!-- end of the corpus part -->\n"


def page(corpus: str) -> str:
    """The whole page around a corpus part."""
    return f"{published_part()}\n{BEGIN}\n{corpus}\n{END}"


def corpus_of(standing: str | None) -> str:
    """The corpus part of a page as it stands; of no page, or one without it, a line that it is not there yet."""
    if standing is None or BEGIN not in standing or END not in standing:
        return f"## Corpus\n\n{words.NOT_WRITTEN}\n"
    return standing.split(BEGIN)[1].split(END)[0].strip("\n") + "\n"


def published_part() -> str:
    """The page before its corpus part: everything that needs no file."""
    reproduction, plates, validation = compared(REPRODUCTION), compared(PLATE_TRIALS), compared(VALIDATION)
    mean = plates_mean()
    return "\n".join(
        (
            words.TITLE,
            "",
            _opening(),
            "",
            words.READING,
            "",
            words.LEGEND,
            "",
            words.MADE_BY,
            "",
            "## Reproduction",
            "",
            words.REPRODUCTION,
            "",
            _rows(reproduction),
            words.TRENDS,
            "",
            _trends(trends()),
            "## Plates",
            "",
            words.PLATES,
            "",
            _rows(plates),
            f"Mean over the trials: {percent(mean)}, bound {_bound(PLATE_MEAN)}: {verdict(within(mean, PLATE_MEAN))}.",
            "",
            "## Validation",
            "",
            words.VALIDATION,
            "",
            _rows(validation),
        )
    )


def _opening() -> str:
    fitted = {row.source for row in REPRODUCTION}
    plates = {row.source for row in PLATE_TRIALS}
    independent = {row.source for row in VALIDATION}
    return words.opening(
        sources=len(fitted),
        persons=_persons(fitted),
        plate_persons=_persons(plates),
        trials=len(PLATE_TRIALS),
        independent=_persons(independent),
    )


def _persons(sources: Iterable[Source]) -> int:
    """Persons of the sources whose number is known."""
    return sum(source.persons for source in sources if source.persons is not None)


def _rows(found: Iterable[Comparison]) -> str:
    """A table per source with its citation, and under it what is to say of it and of single rows."""
    by_source: dict[Source, list[Comparison]] = {}
    for one in found:
        by_source.setdefault(one.row.source, []).append(one)
    return "\n".join(f"{words.cite(source)}\n\n{_table(rows)}{_said(source, rows)}" for source, rows in by_source.items())


def _said(source: Source, rows: Sequence[Comparison]) -> str:
    of_rows = [f"At {_at(row.at)}: {text}" for row in (one.row for one in rows) for text in (row.missed, row.remark) if text]
    return "".join(f"\n{text}\n" for text in (source.note, *of_rows) if text)


def _table(found: Sequence[Comparison]) -> str:
    heads = ["quantity", "at", "checked", "published", "ours", "difference", "bound", ""]
    cells = [
        [
            one.row.quantity.value,
            _at(one.row.at),
            one.row.status.value,
            _number(one.row.value),
            _number(one.ours, like=one.row.value),
            _difference(one),
            _bound(one.row.bound),
            verdict(one.inside),
        ]
        for one in found
    ]
    return table(heads, cells)


def _trends(found: Iterable[Trend]) -> str:
    heads = ["quantity", "from", "to", "must", "least change", "bound", ""]
    return table(
        heads,
        [
            [
                one.quantity,
                f"{one.low:g} m/s",
                f"{one.high:g} m/s",
                "rise" if one.direction > 0 else "fall",
                f"{one.least:.3g}",
                "not below 0",
                verdict(one.inside),
            ]
            for one in found
        ],
    )


def _at(at: At) -> str:
    told = [f"{at.speed_m_s:.3g} m/s"]
    if at.height_m is not None:
        told.append(f"{at.height_m:g} m tall")
    if at.exponent != 1:
        told.append(f"force to the power of {at.exponent}")
    if at.cadence_spm is not None and at.contact_time_s is not None:
        told.append(f"{at.cadence_spm:g} steps/min, {at.contact_time_s:g} s")
    if at.told is not None:
        told.append(at.told)
    return ", ".join(told)


def _difference(one: Comparison) -> str:
    bound = one.row.bound
    if bound is None or bound.unit is None:
        return percent(one.difference)
    return f"{signed(one.difference, _decimals(bound.limit) + 2)} {bound.unit}".strip()


def _bound(bound: Bound | None) -> str:
    if bound is None:
        return "none"
    return f"{100 * bound.limit:g} %" if bound.unit is None else f"{bound.limit:g} {bound.unit}".strip()


def _number(value: float, like: float | None = None) -> str:
    """With the decimals of the published value; ours with one more."""
    return f"{value:.{_decimals(value) if like is None else _decimals(like) + 1}f}"


def _decimals(value: float) -> int:
    """Decimals that a published number is written with."""
    return len(f"{value:.10g}".partition(".")[2])


def line_of(row: Row) -> str:
    """How the page's line of a row begins: what a test looks for."""
    return f"| {row.quantity.value} | {_at(row.at)} | {row.status.value} | {_number(row.value)} |"
