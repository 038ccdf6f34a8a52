import numpy as np

from engine.read.inputs import Curve
from engine.read.join.named import named_curves
from engine.read.join.pick import pick
from engine.read.metric_names.resolve import Resolver

RESOLVER = Resolver({"loss": "train_loss"})


def curve(name, scale=1.0, points=4):
    x = np.arange(points, dtype=float)
    return Curve(name, x, scale * (x + 1))


def curves_of(*curves):
    return pick(named_curves(curves, RESOLVER, "log.txt")).curves


def test_the_sum_of_the_parts_is_the_loss():
    found = curves_of(curve("train/box_loss", 1.0), curve("train/cls_loss", 2.0))

    assert set(found) == {"train_box_loss", "train_cls_loss", "train_loss"}
    assert found["train_loss"].curve.y.tolist() == [3.0, 6.0, 9.0, 12.0]


def test_a_total_of_the_input_is_kept():
    found = curves_of(curve("loss", 5.0), curve("loss_box"), curve("loss_cls"))

    assert found["train_loss"].curve.y[0] == 5.0


def test_parts_with_other_points_are_not_added():
    assert "train_loss" not in curves_of(curve("box_loss"), curve("cls_loss", points=7))


def test_one_part_alone_is_the_quantity():
    assert set(curves_of(curve("eval_my_set_bleu"))) == {"val_bleu"}
    assert set(curves_of(curve("lr0"), curve("lr1"))) == {"lr", "1_lr"}


def test_a_rank_makes_another_score():
    assert set(curves_of(curve("val_acc@5"))) == {"val_5_accuracy"}


def test_validation_losses_of_several_sets_are_not_added():
    found = curves_of(curve("eval_news_loss", 1.0), curve("eval_wiki_loss", 2.0))

    assert found["val_loss"].curve.y[0] == 1.0
    assert found["val_wiki_loss"].curve.y[0] == 2.0


def test_scores_of_several_outputs_keep_their_names_beside_those_of_training():
    names = ["digit_accuracy", "color_accuracy"]
    both = [curve(split + name) for split in ("", "val_") for name in names]

    assert set(curves_of(*both)) == {
        "train_digit_accuracy",
        "train_color_accuracy",
        "val_digit_accuracy",
        "val_color_accuracy",
    }


def test_the_first_of_several_sets_without_training_scores_is_the_quantity():
    found = curves_of(curve("eval_squad_f1"), curve("eval_nq_f1"))

    assert set(found) == {"val_f1", "val_nq_f1"}
