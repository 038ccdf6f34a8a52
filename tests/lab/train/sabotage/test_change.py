import pytest
import torch

from lab.train.sabotage.change import with_inputs, with_tensors
from tests.lab.train.make import small_setup


def test_only_the_named_splits_are_changed():
    setup = small_setup()
    changed = with_inputs(setup, torch.zeros_like, ("val",))

    assert changed.data.val_x.abs().sum() == 0
    assert changed.data.train_x is setup.data.train_x
    assert setup.data.val_x.abs().sum() > 0


def test_tensors_are_replaced_by_name():
    setup = small_setup()
    labels = torch.zeros_like(setup.data.train_y)

    assert with_tensors(setup, train_y=labels).data.train_y is labels


def test_an_unknown_tensor_or_split_is_refused():
    setup = small_setup()

    with pytest.raises(TypeError):
        with_tensors(setup, holdout_y=setup.data.val_y)
    with pytest.raises(AttributeError):
        with_inputs(setup, torch.zeros_like, ("holdout",))
