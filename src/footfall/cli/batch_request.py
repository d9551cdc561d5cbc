"""From what was typed after `footfall batch` to a request."""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from footfall.cli import streams
from footfall.cli.inputs import keep_inputs
from footfall.config import FilesBeside, Kind, Settings, settle
from footfall.config.athlete import read_with_key
from footfall.config.athletes_above import Whose
from footfall.config.places import STDIN
from footfall.config.settings import SETTINGS
from footfall.errors import SettingError
from footfall.output import Overwrite
from footfall.wording import say
from footfall.wording.locale import speak
from footfall.workflow.batch_request import BatchRequest, Begin, CadenceLine, Shard, TableForm, Unchanged
from footfall.workflow.request import CadenceUnit

_SHARD = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")
_WITH_SCHEDULER = "dask"


def settled(paths: Sequence[str], given: Mapping[str, object]) -> Settings:
    """The settings of a batch. Hints are said. Raises SettingError."""
    settings = settle({key: given.get(key) for key in SETTINGS}, paths, FilesBeside.PASSED_BY)
    speak(settings.for_people())
    if settings.engine != _WITH_SCHEDULER and settings.origins["scheduler"].kind is Kind.FLAG:
        raise SettingError("scheduler-alone", engine=settings.engine)
    if not settings.quiet:
        for hint in settings.hints:
            streams.message(say(f"hint.{hint.code}", **hint.values))
    return settings


def request_of(
    paths: Sequence[str],
    settings: Settings,
    *,
    output: str | None,
    force: bool,
    shard: str | None,
    resume: bool,
    rehash: bool,
    calibrate: bool,
    log: str | None,
    listed: str | None,
) -> BatchRequest:
    """What is asked for, looked at before any work is done.

    listed  file that the paths were read from; None = there is none.
    Raises  SettingError for what makes no sense, OutputError for an output or a log that would take the place of an input.
    """
    form = form_of(output)
    assert output is not None, "a form has an output"
    part = None if shard is None else shard_of(shard)
    _check_shard(part, settings, calibrate=calibrate)
    _check_log(log, output)
    inputs = (*paths, settings.athlete_path, listed)
    for written in (output, log):
        if written is not None:
            keep_inputs(written, inputs)
    return BatchRequest(
        paths=tuple(paths),
        output=output,
        form=form,
        overwrite=Overwrite.ANY if force else Overwrite.OURS,
        athlete=None if settings.athlete_path is None else _named_athlete(settings.athlete_path),
        timezone=settings.timezone,
        load_model=settings.load_model,
        cadence_unit=CadenceUnit(settings.cadence_unit),
        include=settings.include,
        since=settings.since,
        until=settings.until,
        engine=settings.engine,
        workers=settings.jobs,
        scheduler=settings.scheduler if settings.engine == _WITH_SCHEDULER else None,
        shard=part,
        begin=Begin.WHERE_IT_STOPPED if resume else Begin.ANEW,
        unchanged=Unchanged.BY_CONTENT if rehash else Unchanged.BY_STAMP,
        line=CadenceLine.PERSONAL if calibrate else CadenceLine.POPULATION,
        log=log,
        library=settings.library if part is None else None,
    )


def form_of(output: str | None) -> TableForm:
    """The ending of the output's name decides. Raises SettingError."""
    if output is None:
        raise SettingError("batch-output")
    if output == STDIN:
        raise SettingError("batch-stdout")
    ending = Path(output).suffix.lower()
    if ending not in {form.value for form in TableForm}:
        raise SettingError("batch-ending", path=output)
    return TableForm(ending)


def shard_of(text: str) -> Shard:
    """`2/8`. Raises SettingError."""
    found = _SHARD.fullmatch(text.strip())
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        raise SettingError("bad-shard", value=text)
    return Shard(int(found[1]), int(found[2]))


def _named_athlete(path: str) -> Whose:
    key, athlete = read_with_key(path)
    return Whose(key, athlete, path)


def _check_shard(shard: Shard | None, settings: Settings, *, calibrate: bool) -> None:
    if shard is None:
        return
    if calibrate:
        raise SettingError("shard-calibrate")
    if settings.library is not None and settings.origins["library"].kind is Kind.FLAG:
        raise SettingError("shard-library")


def _check_log(log: str | None, output: str) -> None:
    if log is None:
        return
    if log == STDIN:
        raise SettingError("log-stdout")
    if os.path.realpath(log) == os.path.realpath(output):
        raise SettingError("log-is-output", path=log)
