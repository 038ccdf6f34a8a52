import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.log.tokens import (
    has_decimal_commas,
    leads_of,
    split_at_numbers,
    units_of,
    unwrapped,
    value_of,
    with_decimal_points,
)
from engine.read.parts.limits import MAX_LINE
from tests.together import together


def numbers(line):
    tokens = split_at_numbers(line)
    return [] if tokens is None else tokens.numbers


@together(
    "line, found",
    [
        ("step 1 loss 2.5", ["1", "2.5"]),
        ("Acc@1 40.0 Acc@5 74.6", ["40.0", "74.6"]),
        ("loss -0.3e-4 nan", ["-0.3e-4", "nan"]),
        ("loss nan.0 inf.0", ["nan.0", "inf.0"]),
        ("step 1,000 of 2,000,000", ["1,000", "2,000,000"]),
        ("iter: 2,200, lr 3", ["2,200", "3"]),
        ("24179ms 20.0GiB 400.0/s 5.2it/s 97%", ["24179", "20.0", "400.0", "5.2", "97"]),
        ("resnet50 top-5 f1 v1.2 x86_64", []),
        ("acc=.5", [".5"]),
        ("no numbers", []),
        ("", []),
    ],
)
def test_numbers_of_a_line(line, found):
    assert numbers(line) == found


def test_units_belong_to_their_number_and_leads_stand_in_front():
    tokens = split_at_numbers("loss 0.5 12ms acc 97 %")

    assert units_of(tokens.shape) == ["", "ms", "%"]
    assert leads_of(tokens.shape) == ["loss ", " ", " acc ", ""]


def test_lines_that_differ_in_their_numbers_have_one_shape():
    one, other = split_at_numbers("step 1 loss 2.5"), split_at_numbers("step 20 loss nan")

    assert one.shape == other.shape


def test_values_of_tokens():
    assert [value_of("1,000"), value_of("2e-3")] == [1000.0, 0.002]
    assert math.isnan(value_of("nan.0"))
    assert value_of("-inf.0") == -math.inf
    with pytest.raises(ValueError, match="could not convert"):
        value_of("x")


def test_a_line_that_is_too_long_is_no_metric_line():
    assert split_at_numbers("1 " * MAX_LINE) is None


def test_decimal_commas_are_known_from_the_whole_log():
    german = ["Epoche 1 Verlust 0,87 Genauigkeit 0,45", "Epoche 2 Verlust 0,71 Genauigkeit 0,55"]

    assert has_decimal_commas(german)
    assert with_decimal_points(german[0]) == "Epoche 1 Verlust 0.87 Genauigkeit 0.45"
    assert not has_decimal_commas(["epoch 1, loss 0.87, acc 0.45", "betas (0.9,0.95) 1,2"])
    assert not has_decimal_commas(["step 1,000 loss 2"])


@given(st.text(alphabet="0123456789.,+-eEnaif %ms:", max_size=200))
def test_every_token_is_a_number(line):
    for number in numbers(line):
        value_of(number)


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("loss = 1.2042f0, lr = 1.0f-5", "loss = 1.2042e0, lr = 1.0e-5"),
        ("loss tensor(0.5, device='cuda:0')", "loss 0.5"),
        ("Training loss (for 1 batch) at step 3: 0.5", "Training loss at step 3: 0.5"),
        ("reward (last 100 episodes): 21.5", "reward: 21.5"),
    ],
)
def test_numbers_are_unwrapped_and_asides_left_out(line, plain):
    assert unwrapped(line) == plain


@pytest.mark.parametrize(
    "line", ["12f1 scores", "f1 0.5", "loss 0.5 (0.6)", "sha 4f2a", "loss (mean of 3): 0.5"]
)
def test_other_lines_stay_as_they_are(line):
    assert unwrapped(line) == line


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("loss 0.5 saved 12.pt", ["0.5"]),
        ("loss 0.5 'epoch=02-val_loss=0.95.ckpt' 3", ["0.5", "3"]),
        ("7.json:12 loss 2 run/8.csv\tacc 0.25", ["2", "0.25"]),
        ("loss 0.5 .pt 3", ["0.5", "3"]),
        ("loss 0.5 a.ptx 3", ["0.5", "3"]),
    ],
)
def test_numbers_in_names_of_files_are_left_out(line, left):
    assert numbers(line) == left
