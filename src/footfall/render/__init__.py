"""Renderers: a `Content` in, text out. Each is imported when it is asked for; RENDERERS lists them by the name of their form."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from footfall.render.content import Content


def _text(content: Content) -> str:
    from footfall.render.terminal import render

    return render(content)


def _json(content: Content) -> str:
    from footfall.render.json import render

    return render(content)


def _csv(content: Content) -> str:
    from footfall.render.csv import render

    return render(content)


def _html(content: Content) -> str:
    from footfall.render.html import render

    return render(content)


def _markdown(content: Content) -> str:
    from footfall.render.markdown import render

    return render(content)


def _svg(content: Content) -> str:
    from footfall.render.svg import render

    return render(content)


RENDERERS: Mapping[str, Callable[[Content], str]] = MappingProxyType(
    {"text": _text, "json": _json, "csv": _csv, "html": _html, "md": _markdown, "svg": _svg}
)
"""Form -> renderer. A new one: a module here and a line above."""
