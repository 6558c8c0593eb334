"""`mahdar serve`: the record in the browser, on this machine only."""

from __future__ import annotations

import secrets
import socket
import sys
from pathlib import Path

import click

from ..errors import MahdarError, UsageError
from .common import RECORD, options
from .terminal import say


def _listen(port: int) -> socket.socket:
    """A socket on 127.0.0.1; port 0 picks a free one."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind(("127.0.0.1", port))
        sock.listen()  # so that a browser that comes before the server waits instead of being refused
    except OSError as e:
        sock.close()
        raise MahdarError(
            f"port {port} can't be used: {e.strerror}", hint="leave --port out, a free one is found"
        ) from e
    return sock


@click.command()
@RECORD
@options(
    click.option(
        "--port", type=click.IntRange(0, 65535), default=0, help="The port; 0 picks a free one.", show_default=True
    ),
    click.option("--open", "browse", is_flag=True, help="Open it in the browser."),
    click.option("--get", "path", metavar="PATH", help="Print one page (like /en/) and end; nothing is served."),
)
def serve(record: Path, port: int, browse: bool, path: str | None) -> int:
    """Show a record in the browser, on this machine only.

    Prints an address with a token that opens it once; it listens on 127.0.0.1 alone and asks nothing of any other
    machine. Ctrl-C ends it.

    \b
    mahdar serve demo.mahdar --open
    """
    try:
        import uvicorn

        from ..web.app import make_app
    except ImportError as e:
        raise UsageError(f"the web page's parts aren't installed ({e.name})", hint="pip install 'mahdar[web]'") from e
    from ..record import open_record

    with open_record(record):
        pass  # a clear message now rather than in the browser
    if path is not None:
        from ..web.asking import get

        answer = get(make_app(record), path)
        sys.stdout.buffer.write(answer.body)
        sys.stdout.buffer.flush()
        return 0 if answer.status < 400 else 1
    token = secrets.token_urlsafe(24)
    with _listen(port) as sock:
        host = f"127.0.0.1:{sock.getsockname()[1]}"
        app = make_app(record, token=token, host=host)
        address = f"http://{host}/?token={token}"
        click.echo(address)
        say(f"showing {record}; the address works once, in one browser; Ctrl-C ends")
        sys.stdout.flush()
        if browse:
            import webbrowser

            webbrowser.open(address)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
        server.run(sockets=[sock])
    return 0
