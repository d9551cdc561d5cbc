"""Shoes that an account lists apart from its activities, joined to the runs that they were worn in."""

from collections.abc import Mapping
from dataclasses import replace

from footfall.model.measured import Measured
from footfall.model.run import Source
from footfall.workflow.one_run import OneRun


def worn_in(run: OneRun, shoes: Mapping[str, str]) -> OneRun:
    """The run with the shoes that are listed for it; its measured run is not asked for where none are listed at all."""
    if not shoes:
        return run
    measured = with_shoes(run.measured, shoes)
    return run if measured is run.measured else replace(run, joined=measured)


def with_shoes(measured: Measured, shoes: Mapping[str, str]) -> Measured:
    """The run with shoes in those of its sources that say none themselves and whose link is listed.

    shoes   link -> name, as `formats.log.garmin_gear.read_gear` gives them.
    """
    header = measured.header
    if not any(one.link in shoes for one in (header.source, *header.also)):
        return measured
    worn = replace(header, source=_worn(header.source, shoes), also=tuple(_worn(one, shoes) for one in header.also))
    return replace(measured, header=worn)


def _worn(source: Source, shoes: Mapping[str, str]) -> Source:
    return source if source.shoes is not None or source.link is None else replace(source, shoes=shoes.get(source.link))
