"""Every command helps, shows an example, and stands in the README."""

from pathlib import Path

import click
import pytest

from kg.cli.main import cli

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(cli.commands.items())


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_command_has_help_and_an_example(name, command):
    assert command.help
    assert "Example" in command.help
    assert f"kg {name}" in command.help


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_command_explains_every_option(name, command):
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert [each.name for each in options if not each.help] == []


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_readme_shows_the_command(name):
    assert f"kg {name}" in README


def test_readme_keeps_the_lines_that_ci_runs():
    lines = README.splitlines()
    for mark in ("quickstart", "tests"):
        at = lines.index(f"<!-- {mark} -->")
        assert lines[at + 1] == "```sh"
        assert lines[at + 2].startswith("python3 -m venv .venv && ")
