"""Routes of Apple Health without the steps that belong to them."""

import numpy as np

from footfall.model.problem import Note
from footfall.model.run import Run, Source

CODE = "apple-steps-not-read"
_PRODUCER = "apple health"


def unread_steps(run: Run) -> tuple[Note, ...]:
    """A note where a run is a route of Apple Health alone: its steps are in export.xml, which was not given with it.

    Nothing is noted where the export's own workout is merged into the run: then its steps were looked for.
    """
    if any(np.any(run.column(name) > 0) for name in ("cadence_per_min", "pod_cadence_per_min")):
        return ()
    sources = (run.source, *run.also)
    route_alone = any(map(_is_route, sources)) and not any(map(_is_workout, sources))
    return (Note(CODE, {}),) if route_alone else ()


def _is_route(source: Source) -> bool:
    return source.format == "gpx" and _is_apples(source)


def _is_workout(source: Source) -> bool:
    return source.format == "log" and _is_apples(source)


def _is_apples(source: Source) -> bool:
    return (source.producer or "").lower().startswith(_PRODUCER)
