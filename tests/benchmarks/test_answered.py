"""What an answer leads with, and what counts as right."""

from benchmarks.answered import answered
from benchmarks.items import HEALTHY, Item
from engine.read import Inputs
from tests.engine.content import real_knowledge


def item(text="", log="", label="nan-loss"):
    inputs = Inputs(description=text, log=log)
    return Item("one", "tests", "text", label, frozenset([label]), inputs)


def test_a_failure_leads_with_its_first_entry():
    row = answered(item("the training loss is nan"), real_knowledge())

    assert row.verdict == "failure"
    assert row.headline == row.ranked[0]
    assert row.is_among(1)
    assert not row.is_wrongly_named


def test_a_normal_pattern_leads_with_its_page():
    text = (
        "is it normal that my validation accuracy is higher than my training accuracy with dropout?"
    )
    row = answered(item(text, label=HEALTHY), real_knowledge())

    assert row.verdict == "normal"
    assert row.headline == "validation-ahead-of-training"
    assert row.headline not in row.ranked
    assert row.is_fine


def test_what_cannot_be_read_names_nothing():
    row = answered(item(log="\x00" * 40), real_knowledge())

    assert row.reported == ()
    assert row.is_wrongly_named is False
