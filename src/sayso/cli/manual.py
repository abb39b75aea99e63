"""What does the page on the command line say? What click knows of each command, so that the page cannot lie.

`python -m sayso.cli.manual docs/cli.md` writes it; a test fails when the page and the commands differ.
"""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

HEAD = """# The command line

<!-- Written by `python -m sayso.cli.manual docs/cli.md`; change the commands, not this page. -->

One command a verb of the desk. Data goes to stdout, messages and progress to stderr, progress only on a terminal. Exit statuses:
0 done, 1 error, 2 usage, 3 some inputs were refused (each is named on stderr, the rest is done), 4 a check failed, 130 stopped.

`NO_COLOR` turns colour off, `COLUMNS` sets the width (100 where there is no terminal), `SAYSO_DEBUG` shows the traceback of an
error. Each command explains itself with `-h` or `--help`.
"""


def manual(group: click.Group) -> str:
    """Give the page as Markdown, one section a command in the order of the help."""
    context = click.Context(group, info_name="sayso")
    return "\n".join((HEAD, *_sections(group, context)))


def _sections(group: click.Group, context: click.Context) -> Iterator[str]:
    """One section a command, and then those of its own commands, where it has some."""
    for name in group.list_commands(context):
        command = group.commands[name]
        yield _section(name, command, context)
        if isinstance(command, click.Group):
            yield from _sections(command, click.Context(command, info_name=name, parent=context))


def _section(name: str, command: click.Command, above: click.Context) -> str:
    context = click.Context(command, info_name=name, parent=above)
    usage = " ".join(command.collect_usage_pieces(context))
    parts = [f"## {context.command_path}", f"```\n{context.command_path} {usage}\n```", _prose(command.help or "")]
    options = "\n".join(_options(command, context))
    if options:
        parts.append(options)
    if command.epilog:
        parts.append(f"```\n{inspect.cleandoc(command.epilog.replace(chr(8), ''))}\n```")
    return "\n\n".join(parts) + "\n"


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record is not None and "--help" not in parameter.opts:
            yield f"- `{record[0]}`: {record[1]}"


def _prose(words: str) -> str:
    return inspect.cleandoc(words)


if __name__ == "__main__":
    from sayso.cli import cli

    Path(sys.argv[1]).write_text(manual(cli), encoding="utf-8")
