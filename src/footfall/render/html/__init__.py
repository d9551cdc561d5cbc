"""The runner's report: one HTML file that needs nothing beside it."""

from footfall.render.content import Content


def render(content: Content) -> str:
    """The page, whole. The same content gives the same bytes."""
    from footfall.render.html.document import render_html  # the templates and plotly.js: only a page pays

    return render_html(content)
