"""`onrecord serve`: the reading room of a store, in a browser on this machine."""

from __future__ import annotations

import getpass
from importlib import import_module

import click

from onrecord.cli.choices import store_choice
from onrecord.errors import OptionError

LEAST_TOKEN = 16


@click.command(short_help="Open a store in the browser: look, check, decide.")
@store_choice
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen. Another address than loopback needs a token.")  # fmt: skip  # noqa: E501
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, help="The port.")
@click.option("--token", envvar="ONRECORD_TOKEN", metavar="WORDS", help="What a browser must give first; 16 characters or more. Better in ONRECORD_TOKEN, where others do not see it.")  # fmt: skip  # noqa: E501
@click.option("--who", metavar="NAME", help="Who judges, unless the page says so. Default: your user name.")
def serve(store: str, host: str, port: int, token: str | None, who: str | None) -> None:
    """Open the reading room of a store; make the store where there is none. Ctrl+C closes it.

    Nothing leaves this machine, except where you paste an address to be read.
    """
    if token is not None and len(token) < LEAST_TOKEN:
        option = "token"
        raise OptionError(option, "a shorter one", f"{LEAST_TOKEN} characters or more")
    # the web server is imported by this command alone
    hosts, app, uvicorn = (import_module(name) for name in ("onrecord.web.hosts", "onrecord.web.app", "uvicorn"))
    if token is None and not hosts.is_loopback(host):
        option = "host"
        raise OptionError(option, host, "a loopback address, or --token (or ONRECORD_TOKEN) with it")
    made = app.make_app(store, host=host, port=port, token=token, who=who or _user())
    click.echo(f"The reading room of {store}: http://{f'[{host}]' if ':' in host else host}:{port}/", err=True)
    uvicorn.run(
        made, host=host, port=port, log_level="warning", server_header=False, proxy_headers=False,
        timeout_graceful_shutdown=5, limit_concurrency=100,
    )  # fmt: skip


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"
