from engine.read.documents.batches import rows_of_batches
from tests.engine.read.short import read_file


def test_batches_of_training_are_counted_through_all_epochs():
    rows = [
        {"epoch": 1, "batches": [{"train_loss": 1.2, "train_batch_size": 32}]},
        {"epoch": 2, "batches": [{"train_loss": 0.9, "train_batch_size": 32}]},
    ]

    assert rows_of_batches(rows) == [
        {"train_loss": 1.2, "step": 0.0},
        {"train_loss": 0.9, "step": 1.0},
    ]


def test_batches_of_held_out_data_and_what_is_no_number_are_left_out():
    rows = [
        {"batches": [{"valid_loss": 1.3}, {"train_loss": True}, "x", {"note": "late"}]},
        {"batches": 12},
        {"train_loss": 1.0},
    ]

    assert rows_of_batches(rows) == []


def test_a_history_of_skorch_gives_the_curve_of_epochs_and_that_of_steps():
    case = read_file(
        '[{"batches": [{"train_loss": 1.2}, {"train_loss": 1.0}, {"valid_loss": 1.4}], "epoch": 1,'
        ' "train_loss": 1.1, "valid_loss": 1.3},'
        ' {"batches": [{"train_loss": 0.9}, {"train_loss": 0.7}, {"valid_loss": 1.2}], "epoch": 2,'
        ' "train_loss": 0.8, "valid_loss": 1.1}]',
        "history.json",
    )

    assert case.series["train_loss"].y.tolist() == [1.1, 0.8]
    assert case.series["train_loss_step"].y.tolist() == [1.2, 1.0, 0.9, 0.7]
    assert case.series["val_loss"].y.tolist() == [1.3, 1.1]
