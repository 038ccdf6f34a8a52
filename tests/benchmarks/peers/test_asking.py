from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from benchmarks.peers.asking import Question, answers
from benchmarks.peers.caller import MissingToolError, Reply
from benchmarks.peers.finding import Finding
from benchmarks.peers.mapping import UnmappedRuleError
from tests.benchmarks.peers.fakes import healthy, run
from tests.engine.content import real_content, real_knowledge


def question(*items):
    return Question(items, real_knowledge(), real_content())


def calling(*findings, version="0.4.1"):
    """Return what calls a tool that finds the same in every file, and the files it got."""
    asked = []

    def ask(path):
        asked.append(path.name)
        return Reply(findings, 1.0)

    @contextmanager
    def call(peer):
        yield SimpleNamespace(peer=peer, version=version, ask=ask)

    return call, asked


DIVERGED = Finding("divergence", "error")


def test_a_tool_is_asked_about_every_run_in_each_form():
    call, asked = calling(DIVERGED)
    (epochs, first), (steps, second) = answers(["losslint"], question(run(), healthy()), call)

    assert asked == ["run.csv", "run.csv", "run.jsonl", "run.jsonl"]
    assert [epochs.input, steps.input] == ["epoch table", "step lines"]
    assert [answer.prediction.rank for answer in first] == [1, None]
    assert [answer.item.id for answer in second] == ["r1", "h1"]


@pytest.mark.parametrize(("version", "warnings"), [("0.4.1", 0), ("0.5.0", 1)])
def test_another_version_is_warned_of(version, warnings, capsys):
    call, _ = calling(DIVERGED, version=version)
    list(answers(["losslint"], question(run()), call))

    assert capsys.readouterr().err.count("0.4.1 was mapped") == warnings


def test_a_rule_that_is_not_mapped_stops_the_measurement():
    call, _ = calling(Finding("new", "error"))

    with pytest.raises(UnmappedRuleError, match="new"):
        list(answers(["losslint"], question(run()), call))


def test_a_missing_tool_is_said_and_the_next_one_asked(capsys):
    def call(peer):
        raise MissingToolError(f"{peer.name} is left out")

    systems = [system for system, _ in answers(["losslint", "bm25"], question(run()), call)]

    assert [system.name for system in systems] == ["bm25"]
    assert capsys.readouterr().err == "losslint is left out\n"


def test_the_engine_is_asked_with_all_fields_and_with_losses():
    call, _ = calling()
    found = list(answers(["lossary"], question(run()), call))

    assert [system.input for system, _ in found] == ["all fields", "losses only"]
    assert {system.version for system, _ in found} == {real_content().name}
