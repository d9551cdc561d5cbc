"""The report as a Markdown document that stands on its own: for an e-mail, a wiki or a note."""

from footfall.render.content import Content


def render(content: Content) -> str:
    """The document, whole; the first line says who wrote it. The same content gives the same bytes."""
    from footfall.render.html.page import to_page
    from footfall.render.markdown.document import document

    return document(to_page(content))
