"""How does a shell learn the verbs? By a script that it reads once."""

import click

from sayso.cli.frame import data

SHELLS = ("bash", "zsh", "fish")


START = """\b
  bash  eval "$(sayso completion bash)"      in ~/.bashrc
  zsh   eval "$(sayso completion zsh)"       in ~/.zshrc
  fish  sayso completion fish | source       in ~/.config/fish/config.fish"""


@click.command(epilog=START)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Write the completion script of SHELL to stdout.

    Reads nothing. The line below goes into the file that the shell reads when it starts.
    """
    from click.shell_completion import get_completion_class  # noqa: PLC0415

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"no completion for {shell}")
    data(made(ctx.find_root().command, {}, "sayso", "_SAYSO_COMPLETE").source())
