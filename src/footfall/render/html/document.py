"""From a result to one self-contained file: templates, style, scripts and data in a single page."""

from collections.abc import Sequence

from footfall.render.content import Content
from footfall.render.html import embed, plotly_locale, theme
from footfall.render.html.assets import SOURCES
from footfall.render.html.environment import environment
from footfall.render.html.packing import once, pack
from footfall.render.html.page import Page, to_page
from footfall.render.html.pictures.picture import Picture
from footfall.render.html.stills import stills
from footfall.render.svg import paint


def render_html(content: Content, plotly_at: str | None = None) -> str:
    """One HTML file. The same content gives the same bytes.

    plotly_at   the way from the page to plotly.js beside it; None = it stands in the page, which then needs nothing.
    """
    from markupsafe import Markup

    page = to_page(content)
    script = embed.scripts("packed.js", "runs.js", "report.js")
    plotly = embed.plotly_script() if plotly_at is None else ""
    policy = embed.policy(plotly, script) if plotly_at is None else embed.policy(script, files=SOURCES)
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            page=page,
            policy=policy,
            tokens_light=Markup(theme.style_variables(dark=False)),
            tokens_dark=Markup(theme.style_variables(dark=True)),
            style=Markup(embed.own("report.css")),
            figures=Markup(embed.as_json(data(page))),
            stills=stills(page.pictures),
            still_style=Markup(paint.rules(".still ", dark=None)),
            plotly=Markup(plotly),
            plotly_at=plotly_at,
            script=Markup(script),
        )
    )


def data(page: Page) -> theme.Json:
    """What the page's own script reads: figures with their choices packed, and every row of the table of runs."""
    drawn = figures(page.pictures)
    packed = {
        key: {**figure, "data": once(figure["data"]), "choices": pack(figure["choices"])}
        for key, figure in drawn["figures"].items()  # type: ignore[attr-defined]
    }
    return {**drawn, "figures": packed, "runs": pack([row.to_json(page.choosable) for row in page.runs])}


def figures(pictures: Sequence[Picture]) -> theme.Json:
    """What report.js draws."""
    drawn = {picture.key: picture.figure.to_json() for picture in pictures if picture.figure is not None}
    drawn |= {picture.margin.key: picture.margin.figure.to_json() for picture in pictures if picture.margin is not None}
    return {"template": theme.template(), **plotly_locale.settings(), "figures": drawn}
