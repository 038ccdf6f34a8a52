"""nginx with the configuration that is part of the product, before a server on this machine."""

import os
import shutil
import signal
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path

from benchmarks.slow_clients import Server

CONFIGURATION = Path(__file__).parent.parent / "deploy/nginx.conf"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
WHOLE = """
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/lossary.conf;
}}
"""


@contextmanager
def proxied(folder, upstream):
    """Start nginx before a server; it is there when its start returns."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    pass_on(folder, port, upstream)
    whole = folder / "nginx.conf"
    whole.write_text(("user root;\n" if os.getuid() == 0 else "") + WHOLE.format(folder=folder))
    command = [NGINX, "-e", str(folder / "error.log"), "-c", str(whole)]
    subprocess.run([*command, "-t", "-q"], check=True)  # noqa: S603  # with our own file
    subprocess.run(command, check=True)  # noqa: S603
    try:
        yield Server("127.0.0.1", port)
    finally:
        os.kill(number_of(folder), signal.SIGTERM)


def pass_on(folder, port, upstream):
    """Write the configuration, for the next start or reload."""
    text = CONFIGURATION.read_text()
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
    text = text.replace("    listen [::]:80;\n", "")
    text = text.replace("127.0.0.1:8000", f"{upstream.host}:{upstream.port}")
    (folder / "lossary.conf").write_text(text)


def number_of(folder):
    """Return the number of the process that nginx is reloaded and ended by."""
    return int((folder / "nginx.pid").read_text())
