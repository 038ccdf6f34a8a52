import gc
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from config import gunicorn
from diagnostics_api.lane.limits import PATIENCE

ROOT = Path(gunicorn.__file__).parent.parent


def server(*bind):
    return SimpleNamespace(cfg=SimpleNamespace(bind=list(bind)))


@pytest.fixture(autouse=True)
def _no_knowledge(monkeypatch):
    monkeypatch.setattr(gunicorn, "knowing_crew", lambda: "crew")


def test_own_address_starts_with_the_knowledge_made_before_any_fork():
    starting = server(gunicorn.bind)
    gunicorn.on_starting(starting)

    assert starting.crew == "crew"


def test_what_is_here_before_the_first_fork_is_no_garbage_to_look_for():
    knowledge = ["made"]
    gunicorn.on_starting(server(gunicorn.bind))

    assert not any(searched is knowledge for searched in gc.get_objects())


@pytest.mark.parametrize("bind", [("0.0.0.0:80",), (gunicorn.bind, "0.0.0.0:80")])
def test_address_that_settings_do_not_see_is_refused(bind):
    with pytest.raises(SystemExit, match=r"set BIND=.*0\.0\.0\.0:80 instead of passing --bind"):
        gunicorn.on_starting(server(*bind))


def test_start_without_a_thread_for_pages_is_refused(settings):
    settings.DIAGNOSIS_LANE = gunicorn.threads
    with pytest.raises(SystemExit, match="WEB_THREADS must be at least"):
        gunicorn.on_starting(server(gunicorn.bind))


def test_small_diagnoses_leave_threads_to_pages():
    assert gunicorn.places_for_small(threads=8, lane=2) == 4


def test_a_stop_waits_longer_than_a_diagnosis_may_take(settings):
    assert gunicorn.graceful_timeout > PATIENCE * settings.DIAGNOSIS_SECONDS


def test_start_says_the_rate_limit():
    assert "not limited" in gunicorn.rate_limit_in_words("")
    assert "60/min for each address" in gunicorn.rate_limit_in_words("60/min")


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

    assert re.search(r"worker_class += config.worker.BufferingWorker", completed.stdout)
