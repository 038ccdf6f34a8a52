import pytest

from engine.read.settings.optimizer_print import optimizer_print

PRINT = """\
optimizer: SGD (
Parameter Group 0
    lr: 0.1
    momentum: 0.9

Parameter Group 1
    lr: 0.2
)
Epoch 1"""


def test_groups():
    found = optimizer_print(PRINT.splitlines(), 0)

    assert found.end == 8
    assert found.settings == {"name": "SGD", "lr": 0.1, "momentum": 0.9, "group 1": {"lr": 0.2}}


def test_print_that_is_cut_off_ends_at_the_next_other_line():
    lines = PRINT.replace(")\n", "").splitlines()

    assert optimizer_print(lines, 0).end == 7


@pytest.mark.parametrize("text", ["SGD (", "SGD (\nlr: 0.1\n)", "hello\nParameter Group 0\n"])
def test_no_print(text):
    assert optimizer_print(text.splitlines(), 0) is None
