"""`packbuilder completion`: the script that completes commands in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(name="completion")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script for your SHELL.

    \b
    Example (bash): packbuilder completion bash >> ~/.bashrc
    """
    found = get_completion_class(shell)
    if found is None:
        raise click.ClickException(f"no completion for {shell}")
    root = context.find_root().command
    click.echo(found(root, {}, "packbuilder", "_PACKBUILDER_COMPLETE").source())
