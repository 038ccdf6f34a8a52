import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.metric_names.metric import metric_of
from tests.together import together


@together(
    "name, quantity, split, part",
    [
        ("loss", "loss", "", ""),
        ("eval_my_set_bleu", "bleu", "val", "my"),
        ("train/box_loss", "loss", "train", "box"),
        ("loss_bbox", "loss", "", "bbox"),
        ("val_loss/dataloader_idx_0", "loss", "val", ""),
        ("Acc@1", "accuracy", "", ""),
        ("acc@5", "accuracy", "", "5"),
        ("mAP@0.5", "map", "", ""),
        ("train_lm_loss", "loss", "train", ""),
        ("val/train_loss", "loss", "train", ""),
        ("hparam/val_loss", "loss", "val", ""),
        ("v_acc", "accuracy", "val", ""),
        ("AUC ROC Score", "auc", "", ""),
        ("learning rate", "lr", "", ""),
    ],
)
def test_names_are_taken_apart(name, quantity, split, part):
    metric = metric_of(name)

    assert metric.quantity.name == quantity
    assert (metric.split, metric.part) == (split, part)


@pytest.mark.parametrize("name", ["mean_grad", "train-logloss-std", "value", "foo", "", "/", "12"])
def test_names_without_a_quantity_have_none(name):
    assert metric_of(name).quantity is None


@pytest.mark.parametrize(
    ("name", "grain"),
    [
        ("train_loss_step", "step"),
        ("loss_epoch", "epoch"),
        ("best_acc1", "best"),
        ("max_accuracy", "best"),
        ("val_loss", ""),
    ],
)
def test_the_grain_is_read_from_the_name(name, grain):
    assert metric_of(name).grain == grain


def test_numbered_sets_keep_their_number():
    assert (metric_of("validation_0-rmse").number, metric_of("valid_1's logloss").number) == (0, 1)
    assert metric_of("val_loss").number == -1


def test_spellings_that_are_not_the_plain_one_are_farther():
    assert metric_of("train_nll").distance > metric_of("train_loss").distance


@given(st.text(max_size=300))
def test_any_name_is_taken_apart_without_an_error(name):
    metric = metric_of(name)

    assert metric.split in {"", "train", "val", "test"}
