"""What the page was made from and by: enough to make the same page again, and nothing that says where anyone ran."""

import hashlib
from pathlib import PurePath

from footfall.render.content import Content
from footfall.render.html.words import clipped, count
from footfall.wording import say
from footfall.wording.numbers import date


def footer_lines(content: Content) -> tuple[str, ...]:
    """Version, model, parameters, inputs."""
    athlete = content.history.athlete
    tool = say(
        "page.footer.tool",
        version=content.version,
        model=content.load_model,
        weekday=say("page.weekdays").split()[athlete.week_start],
        zone=athlete.timezone or say("page.footer.zone.mixed"),
        as_of=date(content.history.as_of),
    )
    files = {file.sha256 for run in content.runs for file in run.files}
    diary = say("page.footer.diary", path=clipped(PurePath(content.diary_path).name)) if content.diary_path else ""
    inputs = say("page.footer.inputs", files=count("page.footer.files", len(files)), digest=digest(content), diary=diary)
    model = say("page.method.model", model=content.load_model, parameters=parameters(content))
    return (tool, inputs, model)


def digest(content: Content) -> str:
    """One sha256 over the sorted sha256 of every file that a run shown was read from."""
    hashes = sorted({file.sha256 for run in content.runs for file in run.files})
    return hashlib.sha256("\n".join(hashes).encode("ascii", "replace")).hexdigest()


def parameters(content: Content) -> str:
    """`shape_k 1.75, lumbar_ratio 1.24`: as used."""
    return ", ".join(f"{name} {value_of(value)}" for name, value in content.parameters.items())


def value_of(value: float | str | None) -> str:
    """A parameter as it is written in a sentence."""
    if value is None:
        return say("page.unknown")
    return value if isinstance(value, str) else f"{value:g}"
