"""A part that raises costs its own result, is logged by name, and the answer goes on."""

import logging
from dataclasses import replace

import pytest

from engine import diagnose as diagnosis
from engine import guard, observe, observed
from engine.diagnose import diagnose
from engine.evidence import Finding
from engine.guard import COULD_NOT, guarded
from engine.observe import normal
from engine.observe.code import findings
from engine.observe.normal import read_normal
from engine.run import Snippet
from tests.engine.cases import case
from tests.engine.knowledge import knowledge
from tests.fuzz.caught import Trouble

KNOWLEDGE = knowledge()
RUN = replace(
    case({}, train_loss=[1.0, 0.5, 0.3]),
    log=("loss 1.0",),
    code=(Snippet("a.py", 1, "loss.backward()\noptimizer.step()\n"),),
    description="the loss is stuck at 0.3",
)


@pytest.fixture(autouse=True)
def _only_logged(monkeypatch):
    """Log what is caught, as the site does; elsewhere in the tests it fails the test."""
    logger = logging.getLogger("engine")
    others = [each for each in logger.handlers if not isinstance(each, Trouble)]
    monkeypatch.setattr(logger, "handlers", others)


def breaks(*arguments):
    raise ZeroDivisionError("stub")


def test_a_part_that_works_is_left_alone(caplog):
    assert guarded("half", lambda number: number / 2, 4, None) == 2
    assert caplog.records == []


def test_a_part_that_raises_gives_the_other_result_and_is_logged_with_its_traceback(caplog):
    assert guarded("curves.loss_spikes", breaks, 1, "none") == "none"

    (record,) = caplog.records
    assert record.name == guard.__name__
    assert record.levelname == "ERROR"
    assert "curves.loss_spikes" in record.getMessage()
    assert record.exc_info[0] is ZeroDivisionError


def test_want_of_memory_is_not_caught():
    def takes_all(argument):
        raise MemoryError

    with pytest.raises(MemoryError):
        guarded("curves.loss_spikes", takes_all, 1, None)


@pytest.fixture
def broken_detector(monkeypatch):
    """The first detector raises; the second finds something; the others stand as they are."""
    first, second, *others = observe.DETECTORS
    found = Finding(1.0, "found", "metrics.train_loss")
    detectors = (
        replace(first, observe=breaks),
        replace(second, observe=lambda looked_at: found),
        *others,
    )
    monkeypatch.setattr(observe, "DETECTORS", detectors)
    return first, second


def test_a_detector_that_raises_costs_its_own_observation(broken_detector, caplog):
    first, second = broken_detector

    seen = observe.observe_curves_and_config(RUN)

    by_symptom = {each.symptom: each for each in seen}
    assert len(seen) == len(observe.DETECTORS)
    assert by_symptom[first.symptom].state == "not-measured"
    assert by_symptom[first.symptom].text == COULD_NOT
    assert by_symptom[second.symptom].state == "seen"
    assert [first.address in record.getMessage() for record in caplog.records] == [True]


PARTS = {
    "figures of the description": (observe, "observe_quantities"),
    "phrases of the description": (observe, "observe_text"),
    "messages": (observed, "read_messages"),
    "hang": (diagnosis, "read_hang"),
    "unused parameters": (diagnosis, "read_unused_parameters"),
}


@pytest.mark.parametrize("part", PARTS)
def test_a_diagnosis_goes_on_without_a_part_that_raises(part, monkeypatch, caplog):
    module, name = PARTS[part]
    whole = diagnose(RUN, KNOWLEDGE)
    monkeypatch.setattr(module, name, breaks)

    report = diagnose(RUN, KNOWLEDGE)

    assert len(report.observations) == len(whole.observations)
    assert [record.exc_info[0] for record in caplog.records] == [ZeroDivisionError]


def test_a_source_of_observations_that_raises_costs_its_own(monkeypatch, caplog):
    whole = diagnose(RUN, KNOWLEDGE)
    monkeypatch.setattr(observe, "SOURCES", (breaks, *observe.SOURCES))

    assert diagnose(RUN, KNOWLEDGE) == whole
    assert ["breaks" in record.getMessage() for record in caplog.records] == [True]


def test_a_reader_of_a_normal_page_that_raises_costs_its_own_reading(monkeypatch, caplog):
    first, *others = normal.READERS

    def broken(looked_at):
        raise ZeroDivisionError

    broken.__module__ = first.__module__
    whole = read_normal(RUN)
    monkeypatch.setattr(normal, "READERS", (broken, *others))

    failed, *rest = read_normal(RUN)

    assert failed.slug == whole[0].slug
    assert (failed.state, failed.text) == ("not-measured", COULD_NOT)
    assert rest == list(whole[1:])
    assert [failed.slug in record.getMessage() for record in caplog.records] == [True]


def test_a_rule_on_code_that_raises_costs_its_own_findings(monkeypatch, caplog):
    whole = findings.read_code(RUN)
    stub = findings.RULES[0]._replace(name="a stub", find=breaks)
    monkeypatch.setattr(findings, "RULES", (stub, *findings.RULES))

    assert findings.read_code(RUN) == whole
    assert ["a stub" in record.getMessage() for record in caplog.records] == [True]


def test_the_report_says_what_could_not_be_measured(broken_detector, monkeypatch):
    first, _ = broken_detector
    report = diagnose(RUN, KNOWLEDGE)

    assert f"{first.symptom}: {COULD_NOT}" in report.warnings
