import numpy as np

from engine.read.inputs import Curve
from engine.read.join.named import named_curves
from engine.read.join.pick import pick
from engine.read.metric_names.resolve import Resolver

RESOLVER = Resolver({"loss": "train_loss", "train_loss_step": "train_loss_step"})


def curve(name, points=5, **fields):
    x = np.arange(points, dtype=float)
    return Curve(name, x, x / 100, **fields)


def picked(*curves):
    return pick(named_curves(curves, RESOLVER, "log.txt"))


def lengths(*curves):
    return {name: len(each) for name, each in picked(*curves).curves.items()}


def test_the_denser_of_two_training_losses_is_per_step():
    found = lengths(curve("loss", 100, group="a"), curve("loss", 10, group="b"))

    assert found == {"train_loss_step": 100, "train_loss": 10}


def test_of_two_validation_losses_the_longer_one_stays():
    result = picked(curve("val_loss", 10, group="a"), curve("val_loss", 4, group="b"))

    assert len(result.curves["val_loss"]) == 10
    assert len(result.left_out) == 1


def test_a_line_for_each_epoch_stands_before_lines_from_within_an_evaluation():
    within = curve("val_loss", 16, group="a", x_name="index")
    whole = curve("val_loss", 8, group="b", x_name="epoch")

    assert lengths(within, whole) == {"val_loss": 8}


def test_other_spellings_keep_their_own_name_beside_the_plain_one():
    assert lengths(curve("train_loss"), curve("train_nll")) == {"train_loss": 5, "train_nll": 5}
    assert lengths(curve("train_nll")) == {"train_loss": 5}


def test_a_lone_curve_of_steps_is_the_curve_unless_its_name_says_step():
    assert lengths(curve("loss", grain="step")) == {"train_loss": 5}
    assert lengths(curve("train_loss_step")) == {"train_loss_step": 5}
    assert lengths(curve("grad_norm_step")) == {"grad_norm_step": 5}
    assert lengths(curve("train_acc_step")) == {"train_accuracy": 5}


def test_an_evaluation_after_the_fit_is_a_test():
    found = lengths(curve("loss", 10), curve("loss", 1, grain="evaluation"))

    assert found == {"train_loss": 10, "test_loss": 1}


def test_the_best_so_far_is_no_curve_of_the_run():
    assert lengths(curve("val_acc"), curve("best_val_acc")) == {
        "val_accuracy": 5,
        "best_val_accuracy": 5,
    }


def test_a_score_of_each_epoch_stands_before_that_of_steps():
    steps = Curve("train_acc", np.arange(8.0), np.arange(8.0), "step", group="a")
    epochs = Curve("train_acc", np.arange(2.0), np.arange(2.0), "epoch", group="b")

    found = pick(named_curves([steps, epochs], RESOLVER, "log.txt")).curves

    assert len(found["train_accuracy"]) == 2
    assert len(found["train_accuracy_step"]) == 8


def test_a_few_scores_among_steps_are_not_those_of_epochs():
    steps = Curve("train_acc", np.arange(8.0), np.arange(8.0), "step", group="a")
    others = Curve("train_acc", np.arange(2.0) * 3, np.arange(2.0), "step", group="b")

    found = pick(named_curves([steps, others], RESOLVER, "log.txt")).curves

    assert len(found["train_accuracy"]) == 8


def test_of_two_as_long_the_one_that_names_its_split_counts():
    said = Curve("dev_score", np.arange(3.0), np.array([7.0, 6.0, 5.0]), "epoch", group="a")
    unsaid = Curve("score", np.arange(3.0), np.array([9.0, 8.0, 7.0]), "epoch", group="b")

    found = pick(named_curves([unsaid, said], RESOLVER, "log.txt")).curves

    assert found["val_score"].curve.y.tolist() == [7.0, 6.0, 5.0]
