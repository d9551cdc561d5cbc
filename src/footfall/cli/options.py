"""Options that several commands share. They are taken as text: `config` reads them, as it reads variables and files."""

from collections.abc import Callable
from typing import Any

import click

from footfall.wording import say

Command = Callable[..., Any]


def _option(flag: str, key: str, **more: Any) -> Callable[[Command], Command]:
    return click.option(flag, help=say(f"cli.option.{key}"), **more)


def _all(command: Command, options: list[Callable[[Command], Command]]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def _whose() -> list[Callable[[Command], Command]]:
    """The runner, her diary, and the day that counts as today."""
    return [
        _option("--athlete", "athlete", metavar="FILE"),
        _option("--diary", "diary", metavar="FILE"),
        _option("--as-of", "as_of", metavar="DATE"),
    ]


def _how_read() -> list[Callable[[Command], Command]]:
    """How her runs are taken, and what makes exit code 4."""
    return [
        _option("--timezone", "timezone", metavar="ZONE"),
        _option("--load-model", "load_model", metavar="NAME"),
        _option("--cadence-unit", "cadence_unit", metavar="UNIT"),
        _option("--outing-gap", "outing_gap", metavar="MIN"),
        _option("--include", "include", metavar="SPORTS"),
        _option("--fail-on-flag", "fail_on_flag", metavar="LEVEL"),
    ]


def _spoken() -> list[Callable[[Command], Command]]:
    """What a person reads is told in."""
    return [_option("--units", "units", metavar="UNITS"), language]


def spoken(command: Command) -> Command:
    """--units and --lang."""
    return _all(command, _spoken())


def language(command: Command) -> Command:
    """--lang, of commands that tell of no distance."""
    return _option("--lang", "lang", metavar="CODE")(command)


def paths(command: Command) -> Command:
    """PATH... and --files-from."""
    return _all(
        command,
        [
            click.argument("paths", nargs=-1, metavar="[PATH]..."),
            _option("--files-from", "files_from", metavar="LIST"),
        ],
    )


def settings(command: Command) -> Command:
    """Everything that can stand in footfall.toml as well; None = not given here."""
    return _all(
        command,
        [
            *_whose(),
            _option("--since", "since", metavar="DATE"),
            _option("--until", "until", metavar="DATE"),
            *_how_read(),
            _option("--curve/--no-curve", "curve", default=None),
            *_spoken(),
            quiet,
        ],
    )


def keeping(command: Command) -> Command:
    """--library and --jobs, of commands that keep what they read."""
    return _option("--jobs", "jobs", metavar="N")(library(command))


def batch_settings(command: Command) -> Command:
    """Those of them that a table of runs rests on, and where the work is done."""
    return _all(
        command,
        [
            _option("--engine", "engine", metavar="NAME"),
            _option("--scheduler", "scheduler", metavar="ADDRESS"),
            keeping,
            click.option("--athlete", metavar="FILE", help=say("cli.option.athlete.batch")),
            _option("--timezone", "timezone", metavar="ZONE"),
            _option("--load-model", "load_model", metavar="NAME"),
            _option("--cadence-unit", "cadence_unit", metavar="UNIT"),
            _option("--include", "include", metavar="SPORTS"),
            click.option("--since", metavar="DATE", help=say("cli.option.since.batch")),
            click.option("--until", metavar="DATE", help=say("cli.option.until.batch")),
            *_spoken(),
            quiet,
        ],
    )


def plan_settings(command: Command) -> Command:
    """Those that a planned run is held against its runner by, and what is kept."""
    return _all(
        command,
        [
            keeping,
            *_whose(),
            *_how_read(),
            *_spoken(),
            quiet,
        ],
    )


def weekly_settings(command: Command) -> Command:
    """Those that hold for every athlete of a squad alike: whose files they are, each folder says."""
    return _all(command, [keeping, _option("--as-of", "as_of", metavar="DATE"), *_how_read(), *_spoken(), quiet])


def diary_of(command: Command) -> Command:
    """The diary that is added to, and the day that counts as today."""
    own = _option("--diary", "diary.pain", metavar="FILE")
    return _all(command, [own, _option("--as-of", "as_of", metavar="DATE"), language, quiet])


def library(command: Command) -> Command:
    """--library."""
    return _option("--library", "library", metavar="DIR")(command)


def quiet(command: Command) -> Command:
    """--quiet."""
    return _option("--quiet/--no-quiet", "quiet", default=None)(command)


def results(output_help: str = "output") -> Callable[[Command], Command]:
    """--json, --csv, -o and --force; `output_help` is the catalogue's key for -o."""

    def add(command: Command) -> Command:
        return _all(
            command,
            [
                click.option("--json", "as_json", is_flag=True, help=say("cli.option.json")),
                click.option("--csv", "as_csv", is_flag=True, help=say("cli.option.csv")),
                click.option("-o", "--output", metavar="FILE", help=say(f"cli.option.{output_help}")),
                click.option("--force", is_flag=True, help=say("cli.option.force")),
            ],
        )

    return add
