"""Every file of a squad's week, by its name in the folder."""

from collections.abc import Mapping

from footfall.render.squad.athlete import athlete_page
from footfall.render.squad.content import Squad
from footfall.render.squad.markdown import squad_markdown
from footfall.render.squad.names import file_names
from footfall.render.squad.page import squad_page
from footfall.render.squad.spark import spark_file
from footfall.render.squad.table import squad_csv

SQUAD_PAGE, SQUAD_TABLE, SQUAD_MAIL = "squad.html", "squad.csv", "squad.md"


def squad_pages(squad: Squad) -> Mapping[str, str]:
    """Relative name -> text. The same squad gives the same bytes."""
    names = file_names([member.key for member in squad.members])
    pages = {f"athletes/{name}.html": athlete_page(squad, member) for name, member in zip(names, squad.members, strict=True)}
    sparks = {
        f"sparklines/{name}.svg": spark_file(member.name, member.weeks, squad.version)
        for name, member in zip(names, squad.members, strict=True)
    }
    return {
        SQUAD_PAGE: squad_page(squad, [f"athletes/{name}.html" for name in names]),
        SQUAD_TABLE: squad_csv(squad),
        SQUAD_MAIL: squad_markdown(squad, names),
        **pages,
        **sparks,
    }
