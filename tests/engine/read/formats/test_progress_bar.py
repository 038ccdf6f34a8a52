import pytest

from engine.read.formats.progress_bar import sniff
from tests.engine.read.tables import read, source_of


def test_a_bar_with_values_of_step_and_epoch():
    bar = (
        "Epoch {}: 100%|###| 10/10 [00:01<00:00, 8.00it/s, v_num=0, train_loss_step={}, "
        "train_loss_epoch={}]"
    )
    case = read(log="\n".join([bar.format(0, 0.5, 0.6), bar.format(1, 0.4, 0.45)]))
    assert case.series["train_loss_step"].y.tolist() == [0.5, 0.4]
    assert case.series["train_loss"].y.tolist() == [0.6, 0.45]
    assert "v_num" not in case.series


def test_bars_give_steps_and_prints_between_them_epochs():
    bars = "".join(
        f"\rEpoch {epoch}: {batch * 25:3d}%|##  | {batch}/4 [00:00<00:00, 54.33it/s, "
        f"loss={4 - epoch - batch / 10}]"
        + (
            "\n"
            if batch < 4
            else f"\nEpoch {epoch}: train_loss: {3 - epoch}, val_loss: {5 - epoch}\n"
        )
        for epoch in (0, 1)
        for batch in (2, 4)
    )
    case = read(log=bars)
    assert case.read_as[0].format == "progress-bar"
    assert case.series["train_loss_step"].x.tolist() == [2, 4, 6, 8]
    assert case.series["train_loss"].y.tolist() == [3, 2]
    assert case.series["val_loss"].x_name == "epoch"
    assert case.log == (
        "Epoch 0: train_loss: 3, val_loss: 5",
        "Epoch 1: train_loss: 2, val_loss: 4",
    )


@pytest.mark.parametrize(
    "text",
    ["", "50% | done", "50%|###| 3/x [00:01]", "loss 0.5", "100%|###| 10/10 no bracket"],
)
def test_no_bar(text):
    assert not sniff(source_of(text))


def test_bar_without_values_is_recognized():
    case = read(log=" 50%|###  | 5/10 [00:01<00:01,  4.5it/s]\nhello\n")

    assert case.read_as[0].format == "progress-bar"
    assert case.series == {}
    assert case.log == ("hello",)


def test_value_that_is_no_number_is_left_out():
    bar = " 50%|###  | {}/10 [00:01<00:01, loss=0.5, state=warm, eta=3]"
    case = read(log="\n".join(bar.format(step) for step in (1, 2)))

    assert set(case.series) == {"train_loss_step", "train_loss"}
