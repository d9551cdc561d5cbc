import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from footfall.cli import LazyGroup, cli
from footfall.cli.exit_codes import Exit
from footfall.config.athlete import read_athlete
from footfall.config.settings import SETTINGS, flag, variable
from footfall.metrics.load import LOAD_MODELS

DOCS = Path(__file__).resolve().parents[2] / "docs" / "cli.md"


def commands(group: click.Group, name: str = "footfall") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group, **group.context_settings)
    for inner in group.list_commands(context):
        command = group.get_command(context, inner)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {inner}")
        else:
            yield f"{name} {inner}", command


COMMANDS = dict(commands(cli))


def section(heading: str) -> str:
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", DOCS.read_text(encoding="utf-8"), re.M | re.S)
    assert found is not None, f"docs/cli.md has no section {heading}"
    return found.group(1)


def flags(command: click.Command) -> set[str]:
    return {name for one in command.params if isinstance(one, click.Option) for name in (*one.opts, *one.secondary_opts)}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_its_place(name: str) -> None:
    text = section(name)
    documented = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", text))
    options = flags(COMMANDS[name])
    assert options - {"-h", "--help"} <= documented
    of_others = {"-name", "-print"}  # of `find` in an example
    assert documented <= options | of_others, "documented and not there"
    for argument in COMMANDS[name].params:
        if isinstance(argument, click.Argument):
            assert argument.make_metavar(click.Context(COMMANDS[name])).strip("[].") in text


def test_no_section_describes_a_command_that_is_not_there() -> None:
    headings = re.findall(r"^## (footfall .*)$", DOCS.read_text(encoding="utf-8"), re.M)
    assert headings == list(COMMANDS)


def test_every_option_and_command_has_a_line_of_help() -> None:
    for name, command in COMMANDS.items():
        assert command.help, name
        assert command.short_help, name
        for one in command.params:
            assert not isinstance(one, click.Option) or one.help, f"{name} {one.name}"


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    context = click.Context(cli, **cli.context_settings)  # click keeps the help option of the first context
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        assert (command.short_help or "") in cli.get_help(context)
        assert isinstance(command, click.Group) is isinstance(command, LazyGroup)


def test_every_setting_is_in_the_table() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \| `(--[\w-]+)` \|$", section("Settings"), re.M)
    assert rows == [(key, variable(key), flag(key)) for key in SETTINGS]


def test_every_exit_code_is_in_the_table() -> None:
    rows = re.findall(r"^\| (\d+) \|", section("Exit codes"), re.M)
    assert [int(row) for row in rows] == sorted(code.value for code in Exit)


def test_the_named_load_models_are_those_there_are() -> None:
    row = re.search(r"^\| `--load-model NAME` \| (.*) \|$", section("footfall analyze"), re.M)
    assert row is not None
    assert re.findall(r"`([\w-]+)`", row.group(1)) == list(LOAD_MODELS)


def test_the_athlete_of_the_page_can_be_read(tmp_path: Path) -> None:
    toml = re.search(r"```toml\n(.*?)```", section("The runner: athlete.toml"), re.S)
    assert toml is not None
    (tmp_path / "athlete.toml").write_text(toml.group(1), encoding="utf-8")
    assert read_athlete(str(tmp_path / "athlete.toml")).name == "Sam"


def test_the_python_of_the_page_runs(sample_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = re.search(r"```python\n(.*?)```", section("In Python"), re.S)
    assert code is not None
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-runs").mkdir()
    run = next(iter(sorted(sample_data.glob("*-treadmill.fit"))))
    for name in ("run.fit", "triathlon.fit", "my-runs/run.fit"):
        (tmp_path / name).write_bytes(run.read_bytes())
    for name in ("athlete.toml", "diary.csv"):
        (tmp_path / name).write_bytes((sample_data / name).read_bytes())
    told: dict[str, object] = {}
    exec(compile(code.group(1), "docs/cli.md", "exec"), told)
    assert told["run"]
