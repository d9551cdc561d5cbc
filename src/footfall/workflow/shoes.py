"""Shoes that an account lists apart from its activities, joined to the runs that they were worn in."""

from collections.abc import Mapping
from dataclasses import replace

from footfall.model.run import Source
from footfall.workflow.one_run import OneRun


def worn_in(run: OneRun, shoes: Mapping[str, str]) -> OneRun:
    """The run with shoes in those of its sources that say none themselves and whose link is listed.

    shoes   link -> name, as `formats.log.garmin_gear.read_gear` gives them.
    """
    if not shoes:
        return run
    header = run.measured.header
    if not any(one.link in shoes for one in (header.source, *header.also)):
        return run
    worn = replace(header, source=_worn(header.source, shoes), also=tuple(_worn(one, shoes) for one in header.also))
    return replace(run, joined=replace(run.measured, header=worn))


def _worn(source: Source, shoes: Mapping[str, str]) -> Source:
    return source if source.shoes is not None or source.link is None else replace(source, shoes=shoes.get(source.link))
