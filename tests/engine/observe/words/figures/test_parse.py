import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.figures.parse import figures
from engine.observe.words.plain import plain
from tests.together import together


def read(text):
    return [(item.quantity, item.split, item.values) for item in figures(plain(text))]


@together(
    "text, stated",
    [
        (
            "train acc 99% val acc 60%, 5000 tweets",
            [("accuracy", "train", (99,)), ("accuracy", "validation", (60,))],
        ),
        ("97 % on train, 70 % on the test set", [("", "train", (97,)), ("", "test", (70,))]),
        ("99% train accuracy", [("accuracy", "train", (99,))]),
        (
            "train and validation accuracy are 99% and 60%",
            [("accuracy", "train", (99,)), ("accuracy", "validation", (60,))],
        ),
        (
            "0.95 F1 on train but only 0.70 on the dev set",
            [("f1", "train", (0.95,)), ("f1", "validation", (0.7,))],
        ),
        (
            "training WER 13 %, validation WER 57 %",
            [("wer", "train", (13,)), ("wer", "validation", (57,))],
        ),
        (
            "BLEU on the new pair 11 -> 24, on the old pair 31 -> 22.",
            [("bleu", "new", (11, 24)), ("bleu", "old", (31, 22))],
        ),
        ("val loss went from 0.4 to 1.3", [("loss", "validation", (0.4, 1.3))]),
        ("val loss was 0.42, now it is 1.3", [("loss", "validation", (0.42, 1.3))]),
        ("loss 2.31 at the start and 2.30 after 9 epochs", [("loss", "", (2.31, 2.3))]),
        ("eval_loss goes 0.61, 0.55, 0.81", [("loss", "validation", (0.61, 0.55, 0.81))]),
        ("cifar-100 loss stuck at 4.605", [("loss", "", (4.605,))]),
        ("DER went from 12% to 31% on the old set", [("der", "old", (12, 31))]),
        (
            "D loss 0.01, G loss 8",
            [("discriminator loss", "", (0.01,)), ("generator loss", "", (8,))],
        ),
        ("accuracy 0.45 (val)", [("accuracy", "validation", (0.45,))]),
        ("mAP@0.5 is 0.62 on val", [("map", "validation", (0.62,))]),
        (
            "epoch 1 loss 0,87 accuracy 0,45",
            [("loss", "", (0.87,)), ("accuracy", "", (0.45,))],
        ),
    ],
)
def test_values_find_their_names(text, stated):
    assert read(text) == stated


@pytest.mark.parametrize(
    "text",
    [
        "trained for 100 epochs, test set of 1000 images",
        "learning rate 0.001, batch size 32",
        "accuracy after epoch 5",
        "model.eval() gives 12%",
        "loss_scale 128",
        "",
    ],
)
def test_other_numbers_belong_to_no_loss_or_score(text):
    assert [item for item in read(text) if item[0] != "loss scale"] == []


def test_a_first_evaluation_does_not_take_the_value_of_training():
    assert read("first eval: train_loss 0.9, eval_loss 14") == [
        ("loss", "train", (0.9,)),
        ("loss", "validation", (14,)),
    ]


def test_a_value_that_is_not_finite_goes_to_the_name_beside_it():
    (found,) = figures("finite loss, nan gradients")

    assert found.quantity == "gradient"


def test_a_figure_stands_where_it_says():
    text = "my train acc is 99 % so far"
    (found,) = figures(text)

    assert text[found.start : found.end] == "train acc is 99 %"


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text):
    spelled = plain(text)

    assert all(0 <= item.start < item.end <= len(spelled) for item in figures(spelled))
