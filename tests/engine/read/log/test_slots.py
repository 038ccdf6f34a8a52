import pytest

from engine.read.log.plan import MetricSlot
from engine.read.log.slots import LineText, Slots
from engine.read.log.tokens import leads_of, split_at_numbers


def text_of(line):
    tokens = split_at_numbers(line)
    return LineText(tokens.numbers, leads_of(tokens.shape))


def slots_of(line, name="loss"):
    """Make slots whose first number is the value of a metric."""
    slots = Slots(text_of(line))
    slots.add_metric(name, MetricSlot(0, name, ""))
    return slots


@pytest.mark.parametrize(
    ("number", "expected"),
    [("3", False), ("3.0", True), ("1e3", True), ("nan", True), ("1,000", False)],
)
def test_numbers_with_a_point_or_an_exponent_are_decimal(number, expected):
    assert text_of(f"loss {number}").is_decimal(0) is expected


def test_a_bracket_counts_right_in_front_of_a_number():
    assert text_of("Epoch: [3]").is_in_bracket(0)
    assert not text_of("[x] 3").is_in_bracket(0)


def test_a_decimal_behind_a_whole_number_is_the_value_and_that_number_the_step():
    slots = slots_of("loss 100: 0.5")
    assert slots.goes_on(1)
    slots.move_to(1)

    assert slots.metrics["loss"].place == 1
    assert [(count.place, count.kind) for count in slots.counts] == [(0, "index")]


@pytest.mark.parametrize("line", ["loss 0.5: 0.6", "loss 1: 2", "loss 1 of 0.5"])
def test_other_numbers_do_not_go_on(line):
    assert not slots_of(line).goes_on(1)


def test_numbers_of_a_list_belong_to_one_metric():
    slots = slots_of("dice [0.9, 0.7, 0.5]")
    for place in (1, 2):
        assert slots.is_listed(place)
        slots.add_to_list(place)

    assert slots.metrics["loss"].more == (1, 2)
    assert not slots_of("dice 0.9, 0.7").is_listed(1)


def test_a_number_behind_a_slash_is_a_total():
    slots = slots_of("correct 9/10")
    slots.add_total(1, "metric")

    assert slots.metrics["loss"].total == 1


def test_the_total_of_a_position_counts_positions():
    slots = Slots(text_of("epoch 3/10"))
    slots.add_total(1, "epoch")

    assert [count.kind for count in slots.counts] == ["epochs"]


def test_a_pair_of_splits_is_two_values():
    slots = slots_of("loss (train/val): 0.91 / 0.99", "loss (train/val)")
    slots.add_total(1, "metric")
    found = [(slot.name, slot.split, slot.place) for slot in slots.metrics.values()]

    assert found == [("loss", "train", 0), ("loss", "val", 1)]


def test_a_mean_in_brackets_replaces_the_value_and_a_count_does_not():
    slots = slots_of("loss 0.5 (0.6)")
    slots.replace_by_mean(1, "")
    assert slots.metrics["loss"].place == 1

    counted = slots_of("acc 38% (19/50)")
    counted.replace_by_mean(1, "")
    assert counted.metrics["loss"].place == 0
