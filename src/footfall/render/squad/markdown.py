"""squad.md: the week for an e-mail, tables with the sparklines beside it as files."""

from collections.abc import Iterator, Sequence

from footfall.render.limits import standing
from footfall.render.markdown.escape import escaped, inline, table
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
    yield _with_sparks(table(shown, [_cells(row) for row in rows]), rows)
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
    yield f"## {escaped(row.name)}"
    yield ""
    ask = inline(say("weekly.ask"))
    for flag in row.flags:
        yield f"- **{inline(flag.word)}** {inline(flag.rule)}: {inline(flag.reason)} *{ask}:* {inline(flag.question)}"


_PLACE = "spark-{at}"


def _cells(row: view.Row) -> list[str]:
    numbers = [f"{cell.text} {cell.small}".strip() for cell in row.cells]
    return [row.name, _PLACE.format(at=row.file), *numbers]


def _with_sparks(text: str, rows: Sequence[view.Row]) -> str:
    """The picture in the place of its mark: an image is no text, so it is put in once every cell has been made safe."""
    for row in rows:
        text = text.replace(
            f"| {inline(_PLACE.format(at=row.file))} |", f"| ![{inline(row.spark.alt)}](sparklines/{row.file}.svg) |"
        )
    return text


def _silent(squad: Squad) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, one.reason) for one in squad.silent)


def _pair(name: str, said: str) -> str:
    return f"**{inline(name)}**: {inline(said)}" if name else inline(said)
