"""What is put into the page as it is: scripts, styles and data, so that nothing in them can end the element they stand in."""

import base64
import hashlib
import json
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def as_json(value: object) -> str:
    """JSON for a `<script type="application/json">`: no character in it means anything to HTML. NaN is a bug and raises."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


def own(name: str) -> str:
    """A file that stands beside the templates."""
    return (files("footfall.render") / "templates" / name).read_text(encoding="utf-8")


def scripts(*names: str) -> str:
    """Scripts of ours, one after another as one."""
    return "".join(own(name) for name in names)


def plotly_script() -> str:
    """plotly.js, whole: the package ships no smaller bundle. Found without importing the package, which would take longer."""
    place = find_spec("plotly")
    if place is None or place.origin is None:
        raise ModuleNotFoundError("plotly", name="plotly")
    script = (Path(place.origin).parent / "package_data" / "plotly.min.js").read_text(encoding="utf-8")
    if "</script" in script.lower():
        raise ValueError("this plotly.js cannot be embedded in a page")
    return script


def script_hash(script: str) -> str:
    """How a content security policy names one inline script."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def policy(*scripts: str, files: str = "") -> str:
    """The page's content security policy: these scripts and no other run, and nothing is ever requested.

    files   sources of scripts that lie beside the page; blank where it needs none.

    plotly.js writes style elements and attributes, so inline style is allowed; images only as data, for its own use.
    """
    allowed = " ".join([*map(script_hash, scripts), *([files] if files else [])])
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    )
