from engine.read.log.line_reader import plan_of
from engine.read.log.tokens import split_at_numbers
from tests.engine.read.log.names import resolver


def names(line):
    plan = plan_of(split_at_numbers(line), resolver())
    return [] if plan is None else [(slot.name, slot.split) for slot in plan.metrics]


def test_a_bare_split_speaks_of_the_quantity_before_it():
    assert names("loss: train=0.4 valid=0.5") == [("loss", "train"), ("loss", "val")]


def test_a_whole_number_behind_a_split_is_no_loss():
    assert names("Train: 0 [ 10/1251] Loss: 6.9") == [("Loss", "train")]


def test_the_first_of_two_numbers_with_one_name_counts():
    assert names("loss 0.5 loss 0.7") == [("loss", "")]


def test_numbered_sets_stand_beside_each_other():
    assert len(names("[1]\tvalidation_0-logloss:0.69\tvalidation_1-logloss:0.7")) == 2
