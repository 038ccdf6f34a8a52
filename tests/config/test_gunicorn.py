import importlib
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from config import gunicorn, protection

ROOT = Path(gunicorn.__file__).parent.parent


def server(*bind):
    return SimpleNamespace(cfg=SimpleNamespace(bind=list(bind)))


def test_own_address_starts():
    gunicorn.on_starting(server(gunicorn.bind))


@pytest.mark.parametrize("bind", [("0.0.0.0:80",), (gunicorn.bind, "0.0.0.0:80")])
def test_address_that_settings_do_not_see_is_refused(bind):
    with pytest.raises(SystemExit, match=r"set BIND=.*0\.0\.0\.0:80 instead of passing --bind"):
        gunicorn.on_starting(server(*bind))


def test_start_says_the_rate_limit():
    assert "not limited" in gunicorn.rate_limit_in_words("")
    assert "60/min for each address" in gunicorn.rate_limit_in_words("60/min")


@pytest.fixture
def reloaded(monkeypatch):
    """Read the server's set-up again; the original one is read again at the end."""

    def read(behind_proxy):
        monkeypatch.setattr(protection, "BEHIND_PROXY", behind_proxy)
        return importlib.reload(gunicorn)

    yield read
    read(False)


def test_headers_of_a_proxy_are_believed_only_behind_one(reloaded):
    alone = reloaded(False)
    assert (alone.forwarded_allow_ips, alone.secure_scheme_headers) == ("", {})

    behind = reloaded(True)
    assert behind.forwarded_allow_ips == "127.0.0.1,::1"
    assert behind.secure_scheme_headers == {"X-FORWARDED-PROTO": "https"}


def test_the_server_reads_its_set_up_by_itself():
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "--print-config"]
    completed = subprocess.run(  # noqa: S603 (a program of ours)
        [*command, "config.wsgi"],
        cwd=ROOT,
        env={"SECRET_KEY": "of a test", "BEHIND_PROXY": "1"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert re.search(r"limit_request_line += 8190", completed.stdout)
    assert "'X-FORWARDED-PROTO': 'https'" in completed.stdout
