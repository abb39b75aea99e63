"""The page on the command line is what the commands say of themselves."""

from pathlib import Path

import click
import pytest

from sayso.cli import cli
from sayso.cli.manual import manual

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")


def test_the_page_is_what_the_commands_say() -> None:
    assert manual(cli) == PAGE, "run: python -m sayso.cli.manual docs/cli.md"


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_and_option_is_on_the_page(name: str) -> None:
    section = PAGE.partition(f"## sayso {name}\n")[2].partition("\n## ")[0]
    assert section
    for parameter in cli.commands[name].params:
        for word in parameter.opts if isinstance(parameter, click.Option) else ():
            assert f"`{word}" in section or f" {word}" in section


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_says_what_it_reads_and_what_it_writes(name: str) -> None:
    words = (cli.commands[name].help or "").lower()
    assert "reads" in words
    assert "writes" in words or "write" in words
