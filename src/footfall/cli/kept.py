"""The report over the user's library: of the paths that were named, or of all that is kept of one runner."""

import os
from collections.abc import Callable, Mapping, Sequence

from footfall.cli import streams
from footfall.cli.job import Job, prepare, run
from footfall.config.athlete import athlete_key
from footfall.config.places import is_url
from footfall.config.settings import Settings
from footfall.engines.engine import processors
from footfall.errors import LibraryError, SettingError
from footfall.render.content import Content
from footfall.wording import say
from footfall.wording.errors import sentence


def run_keeping(job: Job) -> Content:
    """Do the main job and keep what was read; where nothing can be kept, say so and do it all the same."""
    if job.settings.library is None:
        return run(job)
    from footfall.library.store import Library
    from footfall.workflow.report import report_paths

    try:
        with Library.open(job.settings.library) as library, streams.progress(quiet=job.settings.quiet) as bar:
            key = _key(job.settings, job.request.paths)
            content = report_paths(job.request, library, key, _jobs(job.settings), bar)
            if (
                content.counts.get("files")
                and {one.key: one.athlete for one in library.athletes()}.get(key) != job.request.athlete
            ):
                library.keep_athlete(key, job.request.athlete)
            return content
    except LibraryError as error:
        not_kept = say("cli.report.not-kept", sentence=sentence(error))
    content = run(job)
    streams.message(not_kept)
    return content


def run_kept(given: Mapping[str, object], check: Callable[[Job], None]) -> tuple[Job, Content]:
    """The main job on everything that is kept of one runner.

    check   looks at the settings before any work is done.
    Raises  SettingError when it is not clear who is meant, or nothing is kept; LibraryError.
    """
    named = given.get("athlete")
    is_key = isinstance(named, str) and not os.path.isfile(named)  # noqa: PTH113 - Path.is_file raises for a NUL byte
    job = prepare((), {**given, "athlete": None} if is_key else given)
    check(job)
    if job.settings.library is None:
        raise SettingError("library-none")
    from dataclasses import replace

    from footfall.library.store import Library
    from footfall.workflow.kept_athletes import chosen
    from footfall.workflow.report import report_all

    own = None if is_key or job.settings.athlete_path is None else athlete_key(job.settings.athlete_path, "")
    with Library.open(job.settings.library) as library, streams.progress(quiet=job.settings.quiet) as bar:
        key, athlete = chosen(library, str(named) if is_key else own)
        if own is None:
            job = replace(job, request=replace(job.request, athlete=athlete))
        return job, report_all(job.request, library, key, _jobs(job.settings), bar)


def _key(settings: Settings, paths: Sequence[str]) -> str:
    """Of the runner: her own, else the folder that was named, or that holds the file that was."""
    first = next((path for path in paths if path != "-"), ".")
    if is_url(first) and settings.athlete_path is None:
        from footfall.workflow.remote import shown

        return shown(first).rpartition("/")[0]  # without what opens it: the key is kept, and shown
    folder = first if os.path.isdir(first) else os.path.dirname(first) or "."  # noqa: PTH112, PTH120
    return athlete_key(settings.athlete_path, folder)


def _jobs(settings: Settings) -> int:
    return settings.jobs or processors()
