import pytest

from engine.read.formats.progress_bar import sniff
from tests.engine.read.short import read, source_of


def test_a_bar_with_values_of_step_and_epoch():
    bar = (
        "Epoch {}: 100%|###| 10/10 [00:01<00:00, 8.00it/s, v_num=0, train_loss_step={}, "
        "train_loss_epoch={}]"
    )
    case = read(log="\n".join([bar.format(0, 0.5, 0.6), bar.format(1, 0.4, 0.45)]))
    assert case.series["train_loss_step"].y.tolist() == [0.5, 0.4]
    assert case.series["train_loss"].y.tolist() == [0.6, 0.45]
    assert "v_num" not in case.series


def two_epochs(frames):
    """Return the bars of two epochs of four batches, each with a print behind it."""
    return "".join(
        f"\rEpoch {epoch}: {batch * 25:3d}%|##  | {batch}/4 [00:00<00:00, 54.33it/s, "
        f"loss={4 - epoch - batch / 10}]"
        + (
            "\n"
            if batch < 4
            else f"\nEpoch {epoch}: train_loss: {3 - epoch}, val_loss: {5 - epoch}\n"
        )
        for epoch in (0, 1)
        for batch in frames
    )


def test_bars_that_change_give_steps_and_prints_between_them_epochs():
    case = read(log=two_epochs([1, 2, 3, 4]))

    assert case.read_as[0].format == "progress-bar"
    assert case.series["train_loss_step"].y.tolist() == [3.9, 3.8, 3.7, 3.6, 2.9, 2.8, 2.7, 2.6]
    assert case.series["train_loss_step"].x.tolist() == [1, 2, 3, 4, 5, 6, 7, 8]
    assert case.series["train_loss"].y.tolist() == [3, 2]
    assert case.series["val_loss"].x_name == "epoch"


def test_a_print_of_the_epoch_wins_over_the_last_frame_of_its_bar():
    case = read(log=two_epochs([2, 4]))

    assert case.series["train_loss"].y.tolist() == [3, 2]
    assert case.read_as[0].left_out == ("loss",)
    assert "Epoch 1: train_loss: 2, val_loss: 4" in case.log


@pytest.mark.parametrize(
    "text",
    ["", "50% | done", "50%|###| 3/x [00:01]", "loss 0.5", "100%|###| 10/10 no bracket"],
)
def test_no_bar(text):
    assert not sniff(source_of(text))


def test_bar_without_values_is_plain_text():
    case = read(log=" 50%|###  | 5/10 [00:01<00:01,  4.5it/s]\nhello\n")

    assert case.read_as[0].format == "plain-log"
    assert case.series == {}
    assert case.log[-1] == "hello"


@pytest.mark.parametrize("speed", ["", "  4.5it/s, ", "?it/s, "])
def test_value_that_is_no_number_is_left_out(speed):
    bar = " 50%|###  | {}/10 [00:01<00:01, {}loss=0.5, state=warm, eta=3]"
    case = read(log="\n".join(bar.format(step, speed) for step in (1, 2)))

    assert case.read_as[0].format == "progress-bar"
    assert {name: curve.y.tolist() for name, curve in case.series.items()} == {"train_loss": [0.5]}
