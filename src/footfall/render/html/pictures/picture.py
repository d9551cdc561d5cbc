"""What a picture is on the page: a heading that states its message, the drawing, a margin note, and the table behind it."""

from dataclasses import dataclass, replace

from footfall.render.html.figure import Figure


@dataclass(frozen=True, slots=True)
class Head:
    """A column's header; `unit` stands under it. Words are aligned left, numbers right."""

    text: str
    unit: str = ""
    numeric: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a picture: the real alternative for who cannot see it."""

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Empty:
    """A picture that cannot be drawn yet: what is there, what is needed, and the command that adds it.

    mark   the swatch of what stands in its place, by its class in the style sheet; blank where nothing does.
    """

    has: str
    needs: str
    command: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """One mark and its meaning, under a drawing. `mark` names a class of the style sheet."""

    mark: str
    text: str


@dataclass(frozen=True, eq=False)
class Margin:
    """A small drawing beside a picture, with a key of its own, a heading, notes, and the table behind it."""

    key: str
    heading: str
    figure: Figure
    note: tuple[str, ...]
    table: Table


@dataclass(frozen=True, eq=False)
class Picture:
    """One picture.

    key         fixed id on the page.     key_number  the margin note's big number, blank where there is none.
    note        paragraphs beside the drawing.
    choose      label of the select; blank where there is nothing to choose.
    table       of all that there is; the page shows what is chosen of it, `shown`.
    figure      None with `empty`.
    margin      a second, small drawing in the note.
    """

    key: str
    heading: str
    subtitle: str
    figure: Figure | None = None
    key_number: str = ""
    note: tuple[str, ...] = ()
    legend: tuple[Legend, ...] = ()
    table: Table | None = None
    choose: str = ""
    empty: Empty | None = None
    margin: Margin | None = None

    @property
    def shown(self) -> Table | None:
        """The table behind what is drawn first."""
        if self.table is None or self.figure is None or self.figure.first is None or self.figure.first.rows is None:
            return self.table
        return replace(self.table, rows=self.figure.first.rows)

    @property
    def further(self) -> int:
        """How many choices there are beside the one that is drawn."""
        return len(self.figure.choices) - 1 if self.figure is not None else 0
