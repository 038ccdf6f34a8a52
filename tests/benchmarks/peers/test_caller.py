"""A tool in a process of its own: good answers, errors, a hang, a crash, and no tool at all."""

import pytest

from benchmarks.peers.caller import Caller, MissingToolError
from benchmarks.peers.finding import Finding
from benchmarks.peers.peer import EPOCHS, Peer
from tests.benchmarks.peers.fakes import LOSSLINT, install

PEER = Peer("losslint", {EPOCHS: "csv"})


@pytest.fixture
def ask(tmp_path, monkeypatch):
    """Ask a fake tool about a file with the given text, twice in a row if need be."""
    install(tmp_path, "losslint", LOSSLINT)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    def asked(*texts, timeout=20.0):
        with Caller(PEER, timeout=timeout) as caller:
            assert caller.version == "9.9"
            replies = []
            for place, text in enumerate(texts):
                path = tmp_path / f"{place}.csv"
                path.write_text(text)
                replies.append(caller.ask(path))
        return replies

    return asked


def test_findings_come_back(ask):
    first, second = ask("diverge", "fine")

    assert first.findings == (Finding("divergence", "error", "diverge"),)
    assert second.findings[0].rule == "parse"
    assert first.failure == second.failure == ""


def test_an_error_of_the_tool_is_its_answer(ask):
    refused, answered = ask("raise", "diverge")

    assert (refused.findings, refused.failure) == ((), "ValueError: no loss column")
    assert answered.failure == ""


def test_a_tool_that_hangs_is_stopped_and_started_again(ask):
    hung, answered = ask("hang", "diverge", timeout=2.0)

    assert hung.failure.startswith("no answer within 2 s")
    assert answered.findings[0].rule == "divergence"


def test_a_tool_that_dies_is_started_again(ask):
    died, answered = ask("die", "diverge")

    assert "the process ended" in died.failure
    assert answered.findings[0].rule == "divergence"


def test_a_missing_tool_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    absent = Peer("trainproof", {EPOCHS: "csv"})

    with pytest.raises(MissingToolError, match="trainproof is left out: No module named"):
        Caller(absent).__enter__()


def test_a_python_that_cannot_run_the_worker_is_named(tmp_path):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)

    with pytest.raises(MissingToolError, match="its process ended at once"):
        Caller(PEER, str(python)).__enter__()
