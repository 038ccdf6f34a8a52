"""A server with the worker of the site before an application that answers when it is allowed to."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace

from benchmarks.slow_clients import Server

ROOT = Path(__file__).parent.parent
APPLICATION = """
import atexit
import os

atexit.register(print, "taken apart", flush=True)

def application(environ, start_response):
    body = environ["wsgi.input"].read()
    if environ["PATH_INFO"] == "/hold":
        os.write({begin}, b"b")
        os.read({allowed}, 1)
    forwarded = environ.get("HTTP_X_FORWARDED_FOR", "nobody")
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-For", forwarded)])
    return [b"%d bytes" % len(body)]
"""


@contextmanager
def served(folder, **environment):
    """Give the address of a server with one process of two threads, and what a test needs."""
    begun, begin = os.pipe()
    allowed, allow = os.pipe()
    (folder / "held_application.py").write_text(APPLICATION.format(begin=begin, allowed=allowed))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1024)
        options = ["--threads=2", "--keep-alive=60", "--no-control-socket", "--access-logfile=-"]
        process = subprocess.Popen(  # noqa: S603  # this Python, with the file above
            [
                *(sys.executable, "-m", "gunicorn", "-k", "config.worker.BufferingWorker"),
                *(*options, f"--bind=fd://{listener.fileno()}", "held_application:application"),
            ],
            env={**os.environ, "PYTHONPATH": f"{folder}:{ROOT}", "SECRET_KEY": "of a test"}
            | {"DJANGO_SETTINGS_MODULE": "config.settings", **environment},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            pass_fds=(listener.fileno(), begin, allowed),
        )
        port = listener.getsockname()[1]  # from here on only the server has the address
    try:
        yield SimpleNamespace(
            process=process,
            server=Server("127.0.0.1", port),
            wait_until_begun=lambda: os.read(begun, 1),
            allow=lambda: os.write(allow, b"a"),
        )
    finally:
        process.send_signal(signal.SIGQUIT)
        process.communicate(timeout=60)
        for descriptor in (begun, begin, allowed, allow):
            os.close(descriptor)


def asked(server, path="/", body=None, **headers):
    connection = HTTPConnection(server.host, server.port, timeout=60)
    connection.request("POST" if body else "GET", path, body, headers)
    return connection


def answer(connection):
    response = connection.getresponse()
    return response, response.read()
