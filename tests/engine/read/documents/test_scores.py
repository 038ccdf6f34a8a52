import pytest

from engine.read.documents.scores import final_scores


def scores(mapping, has_curves=False):
    found = final_scores(mapping, "", None, has_curves)
    return found.row, found.taken, found.position


def test_a_summary_holds_no_settings():
    row, taken, _ = scores({"_step": 3, "loss": 0.5, "lr": 0.0, "_runtime": 9.0, "odd": 1.0})

    assert row == {"_step": 3, "loss": 0.5, "odd": 1.0}
    assert taken == {"_step", "loss", "lr", "_runtime", "odd"}


def test_one_score_among_settings_is_taken_alone():
    settings = {"lr": 0.1, "batch_size": 8, "dropout": 0.5}

    assert scores({"val_loss": 0.5, **settings}) == ({"val_loss": 0.5}, {"val_loss"}, {})


@pytest.mark.parametrize(
    "mapping",
    [{}, {"lr": 0.1}, {"loss": "mse"}, {"use_acc": True}, {"precision": 16}, {"best_loss": 0.1}],
)
def test_no_scores(mapping):
    assert scores(mapping) == ({}, set(), {})


def test_numbers_beside_curves_are_no_scores():
    assert scores({"loss": 0.5, "step": 3, "best_metric": 0.1}, True) == (
        {},
        {"step", "best_metric"},
        {},
    )


def test_a_position_alone_is_that_of_the_scores_below():
    assert scores({"step": 39}) == ({}, set(), {"step": 39})


def test_a_spelled_nan_is_a_score():
    assert scores({"val_loss": "NaN"})[0] == {"val_loss": "NaN"}


def test_the_mean_over_a_whole_run_is_no_last_value():
    summary = {"epoch": 60.0, "eval_loss": 2.3, "train_loss": 0.17, "train_runtime": 18.9}

    row, taken, _ = scores(summary)

    assert row == {"epoch": 60.0, "eval_loss": 2.3}
    assert taken == set(summary)
    assert "train_loss" in scores({"epoch": 60.0, "eval_loss": 2.3, "train_loss": 0.17})[0]
