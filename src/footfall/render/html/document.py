"""From a result to one self-contained file: templates, style, scripts and data in a single page."""

from collections.abc import Sequence

from footfall.render.content import Content
from footfall.render.html import embed, theme
from footfall.render.html.page import to_page
from footfall.render.html.pictures.picture import Picture
from footfall.render.printable import printable
from footfall.wording import say


def render_html(content: Content) -> str:
    """One HTML file that needs nothing beside it. The same content gives the same bytes."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # 0.1 s to import: only a page pays
    from markupsafe import Markup

    page = to_page(content)
    plotly, script = embed.plotly_script(), embed.own("report.js")
    environment = Environment(
        loader=PackageLoader("footfall.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_plain,
    )
    environment.globals["say"] = say
    return environment.get_template("report.html.j2").render(
        page=page,
        policy=embed.policy(plotly, script),
        tokens_light=Markup(theme.style_variables(dark=False)),
        tokens_dark=Markup(theme.style_variables(dark=True)),
        style=Markup(embed.own("report.css")),
        figures=Markup(embed.as_json(figures(page.pictures))),
        plotly=Markup(plotly),
        script=Markup(script),
    )


def figures(pictures: Sequence[Picture]) -> theme.Json:
    """What report.js draws."""
    drawn = {picture.key: picture.figure.to_json() for picture in pictures if picture.figure is not None}
    drawn |= {picture.margin.key: picture.margin.figure.to_json() for picture in pictures if picture.margin is not None}
    return {"template": theme.template(), "config": dict(theme.CONFIG), "figures": drawn}


def _plain(value: object) -> object:
    """What every printed value goes through: nothing that moves or turns text, and no thin space that ends a line."""
    from markupsafe import Markup

    if isinstance(value, str) and not isinstance(value, Markup):
        return printable(value).replace("\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}")
    return value
