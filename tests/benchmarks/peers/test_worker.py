import json
import sys
from io import StringIO
from types import SimpleNamespace

import pytest

from benchmarks.peers.finding import Finding
from benchmarks.peers.worker import serve


def findings(path):
    if path.name == "bad":
        raise ValueError("no loss column")
    sys.stdout.write("a line that the tool prints")
    return [Finding("rule", "error", path.name)]


@pytest.fixture
def answered(monkeypatch):
    adapter = SimpleNamespace(findings=findings)
    monkeypatch.setitem(sys.modules, "benchmarks.peers.adapters.doctor", adapter)

    def answer(adapter, distribution, paths=""):
        answers = StringIO()
        code = serve(adapter, distribution, StringIO(paths), answers)
        return code, [json.loads(line) for line in answers.getvalue().splitlines()]

    return answer


def test_files_are_answered_in_turn(answered):
    code, (first, good, bad) = answered("doctor", "pytest", "good\nbad\n")

    assert (code, first) == (0, {"version": pytest.__version__})
    assert good["findings"] == [["rule", "error", "good"]]
    assert good["milliseconds"] >= 0
    assert bad == {"failure": "ValueError: no loss column"}


@pytest.mark.parametrize(
    ("adapter", "distribution"), [("absent", "pytest"), ("doctor", "no-such-distribution")]
)
def test_a_missing_tool_says_so(answered, adapter, distribution):
    code, lines = answered(adapter, distribution, "good\n")

    assert code == 1
    assert [list(line) for line in lines] == [["missing"]]
