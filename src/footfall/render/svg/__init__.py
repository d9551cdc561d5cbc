"""The pictures of the report as one SVG document, with what was found and what lacks data in words above them."""

from footfall.render.content import Content


def render(content: Content) -> str:
    """The document, whole. The same content gives the same bytes."""
    from footfall.render.html.page import to_page
    from footfall.render.svg.document import document

    return document(to_page(content))
