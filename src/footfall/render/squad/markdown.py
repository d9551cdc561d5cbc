"""squad.md: the week for an e-mail, tables with the sparklines beside it as files."""

from collections.abc import Iterator, Sequence

from footfall.render.limits import standing
from footfall.render.markdown.escape import escaped, inline, link, table
from footfall.render.squad import view
from footfall.render.squad.content import Squad
from footfall.render.squad.page import heads
from footfall.wording import say


def squad_markdown(squad: Squad, files: Sequence[str]) -> str:
    """The document, whole. files   of each member, without folder and ending."""
    return "\n\n".join(_blocks(squad, files)) + "\n"


def _blocks(squad: Squad, files: Sequence[str]) -> Iterator[str]:
    rows = view.rows(squad, files)
    yield f"<!-- footfall {squad.version} report -->"
    yield f"# {escaped(view.title(squad))}"
    yield f"{escaped(squad.name)} \N{MIDDLE DOT} {inline(view.when(squad))}"
    yield escaped(" ".join(view.in_all(squad)))
    for row in rows:
        if row.flags:
            yield "\n".join(_flags(row))
    yield f"## {escaped(say('weekly.md.numbers'))}"
    columns = heads()
    shown = [(f"{head.text}, {head.unit}" if head.unit else head.text, "n" in head.kind.split()) for head in columns]
    yield "\n".join((table(shown, ()), *map(_row, rows)))
    for heading, told in (
        (say("weekly.since"), view.since(squad)),
        (say("weekly.silent"), _silent(squad)),
        (say("weekly.notes"), view.notes(squad)),
    ):
        if told:
            yield f"## {escaped(heading)}"
            yield "\n".join(f"- {_pair(name, said)}" for name, said in told)
    yield escaped(f"{say('weekly.footer')} {standing()}")
    yield escaped(view.made(squad, squad.as_of))


def _flags(row: view.Row) -> Iterator[str]:
    yield f"## {_name(row)}"
    yield ""
    ask = inline(say("weekly.ask"))
    for flag in row.flags:
        about = f"**{inline(flag.word)}** {inline(flag.rule)} ({inline(flag.short)})"
        yield f"- {about}: {inline(flag.reason)} *{ask}:* {inline(flag.question)}"


def _row(row: view.Row) -> str:
    """Name, sparkline and numbers. The picture is a file beside this one; its words stand where it is not shown."""
    picture = f"![{inline(row.spark.alt)}](sparklines/{row.file}.svg)"
    numbers = [_cell(cell) for cell in row.cells]
    return "| " + " | ".join((_name(row), picture, *numbers)) + " |"


def _cell(cell: view.Cell) -> str:
    text = f"**{inline(cell.text)}**" if cell.strong else inline(cell.text)
    return " ".join(part for part in (text, inline(cell.small)) if part)


def _name(row: view.Row) -> str:
    return link(row.name, f"athletes/{row.file}.html")


def _silent(squad: Squad) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, one.reason) for one in squad.silent)


def _pair(name: str, said: str) -> str:
    return f"**{inline(name)}**: {inline(said)}" if name else inline(said)
