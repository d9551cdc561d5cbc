"""Where a result goes and in which form."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from footfall.cli import assets, streams
from footfall.cli.assets import Assets
from footfall.cli.exit_codes import Exit, exit_code
from footfall.cli.inputs import keep_inputs
from footfall.cli.job import Job
from footfall.config.places import is_url
from footfall.errors import SettingError
from footfall.findings.finding import Severity
from footfall.model.problem import Problem
from footfall.output import Overwrite, check_target, write_text
from footfall.render.content import Content
from footfall.render.printable import printable
from footfall.wording import say
from footfall.wording.locale import speak
from footfall.wording.numbers import counted, listed, number

STDOUT = "-"
_DIARY = "diary.csv"
_MOST_NAMED = 20
_MOST_TYPED = 2
"""More paths are not repeated in what to do next."""
_PRESSING = (Severity.EMERGENCY, Severity.URGENT)


class Form(StrEnum):
    """Forms of a result; `text` is the terminal's."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    SVG = "svg"


FOR_READERS = frozenset({Form.HTML, Form.MD, Form.SVG})
"""Forms that are made to be read: with nothing to work on they are not written, what there is to say is said instead."""
FOR_PROGRAMS = frozenset({Form.JSON, Form.CSV})
"""Forms that are the same whatever units and language their reader prefers."""


@dataclass(frozen=True, slots=True)
class Target:
    """What was asked for.

    output   path, `-` or None = standard output.
    assets   where a page has plotly.js; as `assets.settled` finds it.
    """

    form: Form
    output: str | None
    overwrite: Overwrite
    assets: Assets = Assets.INLINE

    @property
    def to_stdout(self) -> bool:
        """True when the result itself goes to standard output."""
        return self.output is None or self.output == STDOUT


def target(
    *,
    as_json: bool,
    as_csv: bool,
    output: str | None,
    force: bool,
    default: Form,
    named: str | None = None,
    page: str | None = None,
    inputs: Sequence[str | None] = (),
) -> Target:
    """Settle the form: by flag, else by the ending of the file, else the command's own.

    named   --format, None where not given.   page  where the command's page goes when nobody says.
    inputs  what is read, and may not be written over; None = there is none.
    Raises  SettingError for two forms at once; OutputError when the file could not be written, before any work is done.
    """
    asked = {"--json": Form.JSON} if as_json else {}
    asked |= {"--csv": Form.CSV} if as_csv else {}
    if named is not None:
        asked["--format"] = _named_form(named)
    if len(set(asked.values())) > 1:
        first, second = list(asked)[:2]
        raise SettingError("two-formats", first=first, second=second)
    form = next(iter(asked.values()), None) or _by_ending(output, default)
    where = page if form is Form.HTML and output is None else output
    overwrite = Overwrite.ANY if force else Overwrite.OURS
    if where is not None and where != STDOUT:
        keep_inputs(where, inputs)
        check_target(where, overwrite=overwrite)
    return Target(form, where, overwrite)


def _named_form(named: str) -> Form:
    forms = [form.value for form in Form if form is not Form.TEXT]
    if named not in forms:
        raise SettingError("not-a-choice", where="--format", value=named, choices=", ".join(forms))
    return Form(named)


def _by_ending(output: str | None, default: Form) -> Form:
    ending = Path(output or "").suffix.lower()
    if ending in {".html", ".htm", ".svg"} and default is Form.TEXT:
        raise SettingError("page-of-analyze", path=output)
    return {".json": Form.JSON, ".csv": Form.CSV, ".md": Form.MD, ".svg": Form.SVG}.get(ending, default)


def keep_settings(target: Target, job: Job) -> None:
    """The same look at the files that the settings lead to: the diary and the runner's own. Raises OutputError."""
    if not target.to_stdout:
        assert target.output is not None
        keep_inputs(target.output, (job.settings.diary, job.settings.athlete_path))


def speak_for(target: Target, job: Job) -> None:
    """From here on as the form of the result asks for: what the rules say is put together before it is written."""
    speak(job.settings.for_programs() if target.form in FOR_PROGRAMS else job.settings.for_people())


def write(content: Content, target: Target) -> None:
    """Write the result where it goes."""
    from footfall.render import RENDERERS

    if target.form is Form.TEXT and target.to_stdout:
        return  # the summary is the result; the caller prints it
    beside = target.assets is Assets.DIRECTORY
    try:
        text = assets.page(content) if beside else RENDERERS[target.form](content)
    except Exception:  # whatever it is, a fault of ours: it goes on, but an open flag is not lost with the result
        _name_red_flags(content)
        raise
    if target.to_stdout:
        streams.write_result(text)
        return
    assert target.output is not None
    if beside:
        assets.write(target.output, target.overwrite)
    write_text(target.output, text, overwrite=target.overwrite)


def say_written(target: Target, *, quiet: bool) -> None:
    """Where the result is, as the last thing said."""
    if not target.to_stdout and not quiet:
        streams.message(say("cli.written.page" if target.form in {Form.HTML, Form.SVG} else "cli.written", path=target.output))


def summarise(content: Content, *, rows: int | None, earlier: str, next_step: str | None) -> None:
    """Print the terminal's summary on standard output."""
    from footfall.render.terminal import Layout, blocks

    layout = Layout(rows, earlier, next_step)
    streams.print_page(lambda width: blocks(content, layout, width))


def name_what_matters(content: Content) -> None:
    """Red flags, questions about one, and failures on standard error: where the result has no place for them or waits."""
    _name_red_flags(content)
    name_failed(content.findings.problems, "terminal.problems.more")


def name_left_out(content: Content, target: Target, *, quiet: bool) -> None:
    """What a table of runs has no column for, by rule: its columns are the contract of a program that reads it."""
    found, skipped = content.findings.found, content.findings.skipped
    if target.form is not Form.CSV or quiet or not (found or skipped):
        return
    counts = Counter(finding.rule for finding in found)
    rules = [rule if times == 1 else say("cli.table.times", rule=rule, n=number(times)) for rule, times in counts.items()]
    left_out = {"found": rules, "skipped": [one.rule for one in skipped]}
    said = [say(f"cli.table.{what}", rules=listed(codes)) for what, codes in left_out.items() if codes]
    streams.message(say("cli.table.left-out", what=" ".join(said)))


def name_everything(content: Content) -> None:
    """The same, and what was passed over, a line for each kind: all there is to say when nothing was left to work with."""
    from footfall.render.problem_kinds import problem_kinds
    from footfall.render.terminal.problems import told

    name_what_matters(content)
    for kind in problem_kinds(problem for problem in content.findings.problems if not problem.failed):
        for line in told(kind):
            streams.error(line)


def _name_red_flags(content: Content) -> None:
    for finding in content.findings.found:
        if finding.severity in _PRESSING or finding.asks:
            word = say(f"terminal.severity.{finding.severity.value}")
            key = "cli.question" if finding.headline.endswith("?") else "cli.pressing"
            streams.message(say(key, word=word, headline=finding.headline, suggestion=finding.suggestion))


def name_failed(problems: Sequence[Problem], more: str, **values: object) -> None:
    """Failures on standard error, each with its sentence, and how many others there are.

    more   key of the sentence that says so and where they are to be seen; `values` are its own beside `count`.
    """
    from footfall.render.terminal.problems import lines

    failed = [problem for problem in problems if problem.failed]
    for problem in failed[:_MOST_NAMED]:
        streams.error(lines(problem))
    if len(failed) > _MOST_NAMED:
        streams.message(say(more, count=number(len(failed) - _MOST_NAMED), **values))


def has_runs(content: Content) -> bool:
    """True when a run could be used, be it one that `--since` and `--until` do not show."""
    return bool(content.runs) or bool(content.history.outings)


def code_of(content: Content, job: Job, *, usable: bool) -> Exit:
    """The exit code of a result; `usable` as the command understands it."""
    found = content.findings
    return exit_code(usable=usable, problems=found.problems, found=found.found, fail_on=job.settings.fail_on_flag)


def conclude(code: Exit, content: Content) -> Exit:
    """Say so when there was nothing to work on: an empty folder is not a folder of photos."""
    if code is Exit.NOTHING_USABLE:
        say_nothing(content.counts, content.findings.problems)
    return code


def say_nothing(counts: Mapping[str, int], problems: Sequence[Problem]) -> None:
    """Why there is nothing: no file, none of a known format, or none with a run. counts   `files` and `unknown-format`."""
    files, unknown = counts.get("files", 0), counts.get("unknown-format", 0)
    if problems:
        streams.error(say("cli.nothing"))
    elif not files:
        streams.error(say("cli.nothing.empty"))
    elif unknown == files:
        streams.error(say("cli.nothing.unknown", files=counted(files, "file")))
    else:
        streams.error(say("cli.nothing"))


def can_be_typed(paths: Sequence[str]) -> bool:
    """False where a command with these paths would not do what it says, or should not be shown.

    Standard input is gone, odd signs do not survive, and a URL may hold a password.
    """
    return all(
        path != STDOUT and not is_url(path) and printable(path) == path and path.isprintable()
        for path in (paths if len(paths) <= _MOST_TYPED else ())
    )


def diary_step(paths: Sequence[str], command: str) -> str | None:
    """How to come to a diary: the one that lies here and was not read, or a new one beside the files, where it is found.

    Returns  None where no such command can be typed.
    """
    if not can_be_typed(paths):
        return None
    import shlex

    if Path(_DIARY).exists():
        return say("cli.next.diary-here", command=command, paths=typed(paths), diary=_DIARY)
    first = Path(paths[0]) if len(paths) == 1 and paths[0] != STDOUT else Path()
    beside = (first if first.is_dir() else first.parent) / _DIARY
    return say("cli.next.diary", diary=shlex.quote(beside.as_posix()), paths=typed(paths))


def typed(paths: Sequence[str]) -> str:
    """Paths as one would type them again; many are not repeated."""
    import shlex

    return shlex.join(paths) if 0 < len(paths) <= _MOST_TYPED else "FOLDER"
