import math

import pytest

from engine.read.log.line_reader import LineReader
from engine.read.log.plan import row_of
from engine.read.log.tokens import split_at_numbers
from tests.engine.read.log.names import resolver
from tests.together import together

READER = LineReader(resolver())


def row(line):
    tokens = split_at_numbers(line)
    plan = READER.plan(tokens)
    return None if plan is None else row_of(plan, tokens.numbers)


@together(
    "line, values, counts",
    [
        ("epoch 3 loss 0.5", {"loss": 0.5}, {"epoch": 3}),
        (
            "Epoch: [3][10/100] Time 1.0 (2.0) Loss 2.0 (2.1) Acc@1 40.00 (39.00)",
            {"Loss": 2.1, "Acc@1": 39.0},
            {"epoch": 3, "step": 10, "steps": 100},
        ),
        ("accuracy: 9820/10000 (98%)", {"accuracy": 0.982}, {}),
        (
            "[25]\ttrain-logloss:0.6\teval-logloss:0.7",
            {"train-logloss": 0.6, "eval-logloss": 0.7},
            {"index": 25},
        ),
        ("iter: 2,200, lr:(2.0e-04,) time (data): 0.1 (0.2)", {"lr": 2e-4}, {"step": 2200}),
        ("step 5 loss 0.4 24179ms 20.0GiB", {"loss": 0.4}, {"step": 5}),
        ("train 0.9 | val 0.8", {"loss": 0.9}, {}),
        ("Train 3, loss: 1.25", {"loss": 1.25}, {"index": 3}),
        ("val acc 97 %", {"acc": 0.97}, {}),
        (
            " 7: 620.5, 620.25 avg loss, 0.001 rate, 3.1 seconds",
            {"avg loss": 620.25, "rate": 0.001},
            {},
        ),
    ],
)
def test_values_and_positions_of_a_line(line, values, counts):
    found = row(line)
    first = {}
    for slot, value in found.values:
        first.setdefault(slot.name, value)

    assert {name: pytest.approx(value) for name, value in values.items()} == {
        name: first[name] for name in values
    }
    assert found.counts == counts or not counts


@pytest.mark.parametrize("line", ["built in 3 days", "12:34:56", "Corpus: 3000 train + 300 dev"])
def test_other_numbers_are_no_values(line):
    found = row(line)

    assert found is None or not found.plan.is_known


def test_the_split_of_the_line_holds_for_its_bare_names():
    found = row("Test: Time 1.0 Loss 2.5 Acc@1 70.0")

    assert {slot.split for slot, _ in found.values} == {"test"}


def test_a_name_that_is_spelled_out_with_its_split_is_not_inherited():
    found = row("val_loss: 0.4 val_acc: 0.8 loss: 0.5 acc: 0.9")

    assert [slot.split for slot, _ in found.values] == ["val", "val", "", ""]


def test_nothing_of_zero_is_no_number():
    found = row("accuracy: 0/0")

    assert math.isnan(found.values[0][1])


def test_lines_of_one_kind_have_one_group():
    groups = {row(line).plan.group for line in ("iter 1 loss 2.0", "iter 20 loss 1.0, eta 3 s")}

    assert len(groups) == 1
    assert row("epoch 1 loss 2.0").plan.group not in groups
