"""The order of the document, and its tables: what a reader needs first stands first, as on the page."""

from collections.abc import Iterator, Sequence

from footfall.render.html.page import Page
from footfall.render.html.pictures.picture import Head, Picture, Table
from footfall.render.html.pictures.weeks import KEY as WEEKS
from footfall.render.html.problems_view import ProblemView
from footfall.render.html.runs_table import Cell, Row
from footfall.render.markdown.escape import coded, emphasised, escaped, inline, table
from footfall.render.markdown.found import findings, linked, quiet, red_flags
from footfall.wording import say
from footfall.wording.numbers import number

MOST_WEEKS = 52
"""The newest; so many rows of a table can still be read in a mail."""


def document(page: Page) -> str:
    """Blocks with a blank line between two."""
    blocks = (
        f"<!-- footfall {page.version} report -->",
        f"# {escaped(page.who)}",
        escaped(page.when),
        *red_flags(page),
        f"## {escaped(say('page.three'))}",
        *(emphasised(sentence) for sentence in page.sentences),
        escaped(page.standing),
        *findings(page),
        *quiet(page),
        *_pictures(page.pictures),
        *_weeks(page.pictures),
        *_runs(page),
        *_sources(page),
        *_help(page),
        *_problems(page),
        *_footer(page),
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _pictures(pictures: Sequence[Picture]) -> Iterator[str]:
    """What each says, which is its heading; of one that cannot be drawn yet, what is there and what is needed."""
    if pictures:
        yield f"## {escaped(say('markdown.pictures'))}"
        yield "\n".join(f"- {_picture(picture)}" for picture in pictures)


def _picture(picture: Picture) -> str:
    if picture.empty is None:
        return coded(picture.heading)
    command = f" `{picture.empty.command}`" if picture.empty.command else ""
    return f"{coded(picture.heading)}: {coded(picture.empty.has)} {coded(picture.empty.needs)}{command}"


def _weeks(pictures: Sequence[Picture]) -> Iterator[str]:
    behind = next((picture.table for picture in pictures if picture.key == WEEKS), None)
    if behind is None:
        return
    yield f"## {escaped(say('markdown.weeks'))}"
    if len(behind.rows) > MOST_WEEKS:
        yield coded(say("markdown.weeks.newest", n=number(MOST_WEEKS), of=number(len(behind.rows))))
    yield _table(behind, behind.rows[-MOST_WEEKS:])


def _table(behind: Table, rows: Sequence[Sequence[str]]) -> str:
    return table([(_head(head), head.numeric) for head in behind.heads], rows)


def _head(head: Head) -> str:
    return f"{head.text}, {head.unit}" if head.unit else head.text


def _runs(page: Page) -> Iterator[str]:
    """The newest runs, and what the signs in the table mean."""
    if not page.runs:
        return
    yield f"## {escaped(say('page.runs'))}"
    yield from map(escaped, page.about_runs)
    shown = page.runs[: page.most_rows]
    if len(page.runs) > len(shown):
        yield coded(say("markdown.runs.newest", n=number(len(shown)), of=number(len(page.runs))))
    heads = [(f"{column.text}, {column.unit}" if column.unit else column.text, column.numeric) for column in page.columns]
    yield table(heads, [[_cell(cell) for cell in row.cells] for row in shown])
    yield escaped(say("markdown.runs.key", unknown=say("page.unknown"), none=say("page.not_applicable")))
    notes = list(dict.fromkeys(line for row in shown for line in _own_note(row)))  # files of one outing share theirs
    if notes:
        yield f"### {escaped(say('markdown.notes'))}"
        yield "\n".join(notes)


def _cell(cell: Cell) -> str:
    spike = "▲" if cell.mark == "spike" else ""
    return " ".join(part for part in (cell.before, spike, cell.text, cell.small) if part)


def _own_note(row: Row) -> Iterator[str]:
    """What the runner wrote of a run."""
    date = row.cells[0]
    for label, value in row.more:
        if label == say("page.more.note"):
            yield f"- {inline(f'{date.before} {date.text}')}: {escaped(value)}"


def _sources(page: Page) -> Iterator[str]:
    if page.sources:
        yield f"## {escaped(say('page.sources'))}"
        heads = [(say(f"page.sources.head.{key}"), key == "spread") for key in ("quantity", "runs", "spread", "narrower")]
        yield table(heads, [(row.name, row.counts, row.spread, row.narrower) for row in page.sources])
    yield f"### {escaped(say('page.method'))}"
    yield "\n".join(f"- **{escaped(title)}:** {linked(pieces)}" for title, pieces in page.method)


def _help(page: Page) -> Iterator[str]:
    yield f"## {escaped(say('page.help'))}"
    yield "\n".join(f"- **{escaped(instruction)}** {escaped(signs)}." for instruction, signs in page.help)
    if page.reassurance:
        yield linked(page.reassurance)


def _problems(page: Page) -> Iterator[str]:
    if not page.problems:
        return
    yield f"## {escaped(say('page.problems'))}"
    lines = [_problem(problem) for problem in page.problems]
    yield "\n".join(f"- {line}" for line in ([*lines, coded(page.more_problems)] if page.more_problems else lines))


def _problem(problem: ProblemView) -> str:
    place = ", ".join(part for part in (problem.path, problem.where) if part)
    return f"{escaped(place)}: {coded(problem.message)}" if place else coded(problem.message)


def _footer(page: Page) -> Iterator[str]:
    """What it was made from and by. Pictures and scripts are the page's own: nothing here is drawn."""
    yield "---"
    yield from map(escaped, page.footer)
