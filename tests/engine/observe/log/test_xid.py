"""Numbers of the driver's faults with their two levels of actions."""

import pytest

from engine.observe.log.tables.hardware import HARMLESS, OF_PROGRAMS
from engine.observe.log.xid import ACTIONS, XIDS, number_of
from tests.together import together


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("NVRM: Xid (PCI:0000:3b:00): 79, pid=1234, GPU has fallen off the bus.", 79),
        ("kernel: NVRM: Xid (0000:01:00): 31, Ch 00000008", 31),
        ("Xid 119 GSP RPC timeout", 119),
        ("Xid (PCI:0000:13:00): 48, DBE", 48),
    ],
)
def test_the_number_is_read(line, number):
    assert number_of(line) == number


@pytest.mark.parametrize("line", ["taxid 79", "Xid (PCI:0000:3b:00)", "Xid 1234", "no number"])
def test_other_numbers_are_none(line):
    assert number_of(line) == 0


@together("number", XIDS)
def test_each_number_has_a_meaning_and_an_action(number):
    xid = XIDS[number]

    assert xid.meaning
    assert {xid.at_once, xid.afterwards} <= ACTIONS.keys()
    assert xid.action[0].isupper()
    assert xid.action.endswith(".")


def test_the_two_levels_are_said_in_one_sentence():
    assert XIDS[79].action == (
        "Restart the machine; then have the device checked by its vendor if it comes again."
    )
    assert XIDS[95].action == "Reset the device."
    assert XIDS[63].action == "Nothing has to be done at once."


@pytest.mark.parametrize(
    ("number", "kind"), [(13, "failure"), (31, "failure"), (79, "environment")]
)
def test_faults_of_programs_are_told_from_those_of_devices(number, kind):
    assert XIDS[number].kind == kind


def test_numbers_of_the_signatures_are_in_the_catalog():
    for numbers in (OF_PROGRAMS, HARMLESS):
        assert {int(number) for number in numbers.split("|")} <= XIDS.keys()
