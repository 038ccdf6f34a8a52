"""Each adapter with a small tool of the same interface: its findings, and a file that it refuses.

A fake tool raises ValueError on a file whose loss is above 99.
"""

import pytest

from benchmarks.peers.caller import Caller
from benchmarks.peers.finding import ERROR, NOTE, WARNING, Finding
from benchmarks.peers.peer import EPOCHS, PEERS
from tests.benchmarks.peers.fakes import install, run

NAMESPACE = "from types import SimpleNamespace as Made\n"
REFUSE = """
def refuse(text):
    if "100.0" in text:
        raise ValueError("out of range")

"""
TOOLS = {
    "trainproof": {
        "epoch.py": f"""{REFUSE}
def check_epoch(path):
    refuse(path.read_text())
    levels = ["FAIL", "WARN", "INFO", "PASS"]
    return {{"findings": [{{"id": x, "level": x, "message": "words"}} for x in levels]}}
"""
    },
    "runmedic": {
        "loaders.py": f"{REFUSE}\ndef load(path):\n    refuse(open(path).read())\n    return [1]\n",
        "roles.py": "def detect(run):\n    return {}\n",
        "checks.py": f"""{NAMESPACE}
def run_checks(run, roles):
    return [
        Made(check=x, severity=x, title="wo", causes=["rds"])
        for x in ["critical", "warning", "info"]
    ]
""",
    },
    "trainpulse": {
        "__init__.py": f"""{NAMESPACE}{REFUSE}
class Monitor:
    def log(self, name, step, value):
        refuse(str(value))

    def report(self):
        levels = ["critical", "warning", "info"]
        return Made(
            alerts=[Made(detector=x, severity=Made(value=x), message="words") for x in levels]
        )
"""
    },
    "gradsnitch": {
        "__init__.py": f"""{NAMESPACE}{REFUSE}
def lint_csv(path):
    refuse(open(path).read())
    return [Made(code=x, severity=x, name="words") for x in ["error", "warning", "info"]]
"""
    },
    "training_doctor": {
        "__init__.py": f"""{NAMESPACE}{REFUSE}
class Doctor:
    def load(self, path):
        refuse(path.read_text())
        return self

    def analyze(self):
        seen = [Made(observation="rds")]
        return [
            Made(detector_name=x, severity=Made(value=x), problem="wo", evidence=seen)
            for x in ["critical", "warning", "info"]
        ]
"""
    },
    "sk_autod": {
        "__init__.py": f"""{NAMESPACE}{REFUSE}
def diagnose(train, validation):
    refuse(str(train))
    assert (train, validation) == ([2.0], [2.5]), "only epochs with both losses"
    levels = ["CRITICAL", "MEDIUM", "INFO"]
    return Made(
        findings=[Made(detector_name=x, severity=Made(value=x), message="words") for x in levels]
    )
"""
    },
    "trainspotter": {
        "readers.py": f"{REFUSE}\ndef load_run(path):\n    refuse(path.read_text())\n",
        "detectors.py": f"""{NAMESPACE}
def run_all(run):
    return [Made(detector=x, severity=x, title="words") for x in ["error", "warning", "info"]]
""",
    },
    "losslint": {
        "parsing.py": f"{REFUSE}\ndef load_run(path):\n    refuse(path.read_text())\n",
        "checks.py": f"""{NAMESPACE}
def run_all_checks(run):
    return [Made(check=x, severity=x, message="words") for x in ["error", "warning", "info"]]
""",
    },
    "runwise": {
        "__init__.py": f"""{NAMESPACE}{REFUSE}
def detect_anomalies(history):
    refuse(str(history))
    return [Made(type=x, severity=x, message="words") for x in ["critical", "warning", "info"]]
"""
    },
}


@pytest.fixture
def tool(tmp_path, monkeypatch, request):
    peer = next(peer for peer in PEERS if peer.adapter == request.param)
    modules = {"__init__.py": "", **TOOLS[peer.adapter]}
    install(tmp_path, peer.adapter, modules)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return peer


@pytest.mark.parametrize("tool", TOOLS, indirect=True)
def test_findings_have_our_severities(tool, tmp_path):
    path = tool.write(run().inputs.metrics, EPOCHS, tmp_path)

    with Caller(tool) as caller:
        reply = caller.ask(path)

    assert reply.failure == ""
    assert [each.severity for each in reply.findings] == [ERROR, WARNING, NOTE]
    assert {each.text.replace("\n", "") for each in reply.findings} == {"words"}
    assert all(isinstance(each, Finding) and each.rule for each in reply.findings)


@pytest.mark.parametrize("tool", TOOLS, indirect=True)
def test_a_file_that_the_tool_refuses_is_a_failure(tool, tmp_path):
    curves = {"step": [1], "train_loss": [100.0], "val_loss": [1.0]}
    path = tool.write(curves, EPOCHS, tmp_path)

    with Caller(tool) as caller:
        reply = caller.ask(path)

    assert reply.findings == ()
    assert reply.failure == "ValueError: out of range"


def test_every_tool_has_an_adapter_that_is_tested():
    assert {peer.adapter for peer in PEERS} == set(TOOLS)
