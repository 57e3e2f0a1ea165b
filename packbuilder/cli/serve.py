"""`packbuilder serve`: the local page, for those who do not live in a terminal."""

from __future__ import annotations

import webbrowser
from contextlib import suppress
from pathlib import Path

import click

from packbuilder.cli.numbers import Whole
from packbuilder.cli.options import quiet_option


@click.command(name="serve")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
@click.option("--port", type=Whole(0, 65535), default=8765, show_default=True, help="Port to listen on; 0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Address to listen on.")
@click.option("--allow-network", is_flag=True, help="Let the network in, where --host is not this machine alone. There is no password.")
@click.option("--open/--no-open", "browse", default=True, show_default=True, help="Open the page in a browser.")
@quiet_option
def command(folder: Path, port: int, host: str, allow_network: bool, browse: bool, quiet: bool) -> None:
    """Show a page in your browser: choose topics, make worksheets, papers and packs, see them at once, download them.

    FOLDER (default: here) is a project, or any folder with notes. The page follows every change of them. Files also go to
    the output folder. Nothing leaves this machine; Ctrl-C stops it.

    \b
    Examples:
      packbuilder serve
      packbuilder serve my-notes --port 9000 --no-open
    """
    # Imported here: the other commands need no web server.
    from packbuilder.local.server import opened, serve
    from packbuilder.local.threads import leave

    listening, address = opened(host, port, network=allow_network)
    if address.network:
        click.secho(
            "warning: everybody in this network can use the page and read papers and mark schemes; there is no password.",
            fg="yellow",
            err=True,
        )
    if not quiet:
        click.echo(f"packbuilder is at {address.url}  (Ctrl-C stops it)")
    if browse:
        webbrowser.open(address.url)
    with suppress(KeyboardInterrupt):
        serve(folder.resolve(), listening, address)
    if not quiet:
        click.echo("Stopped.")
    leave()
