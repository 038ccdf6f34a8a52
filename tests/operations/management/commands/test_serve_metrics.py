"""The address of metrics: it answers, ends when it is told, and ends with its server."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).parents[4]
# Stands for the server: starts the command, says its id, and ends with its standard input.
SERVER = """
import os, subprocess, sys
command = [sys.executable, "manage.py", "serve_metrics", "--with-parent", str(os.getpid())]
print(subprocess.Popen(command).pid, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def environment(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "SECRET_KEY": "x",
        "VAR_DIR": str(tmp_path),
        "METRICS_BIND": f"127.0.0.1:{port}",
    }


def start(environment, *command):
    return subprocess.Popen(  # noqa: S603
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_it_answers_and_ends_when_it_is_told(environment):
    with start(environment, "manage.py", "serve_metrics") as process:
        address = process.stdout.readline().removeprefix("Metrics are at ").strip()
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310
            figures = answer.read().decode()
        process.send_signal(signal.SIGTERM)

        assert process.wait(timeout=10) == 0
    assert "lossary_processes 0.0" in figures
    assert "lossary_database_up 0.0" in figures  # nothing is migrated


def test_it_ends_with_its_server(environment):
    """Its end closes the pipe that it shares with the server."""
    with start(environment, "-c", SERVER) as server:
        server.stdout.readline()
        assert server.stdout.readline().startswith("Metrics are at ")
        server.stdin.close()

        assert server.wait(timeout=10) == 0
        assert server.stdout.read() == ""


def test_without_an_address_it_says_which_setting_is_missing():
    with pytest.raises(CommandError, match="METRICS_BIND is not set"):
        call_command("serve_metrics")


def test_address_that_is_taken_names_the_setting(settings, tmp_path):
    settings.METRICS_DIR = tmp_path
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        settings.METRICS_BIND = f"127.0.0.1:{taken.getsockname()[1]}"

        with pytest.raises(CommandError, match=r"cannot listen on 127\.0\.0\.1:.*METRICS_BIND"):
            call_command("serve_metrics")
