import dataclasses

import pytest
import torch

from lab.train.data import N_TEST, N_VAL, SPLITS, split, with_data


def table(count):
    inputs = 5 + 3 * torch.randn(count, 2)
    return inputs, inputs.sum(1)


def pictures(count):
    return 5 + torch.randn(count, 1, 8, 8), torch.zeros(count, dtype=torch.long)


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(3)


def test_the_sets_have_their_sizes():
    data = split("table", None, 90, table)

    assert [len(data.inputs(name)) for name in SPLITS] == [90, N_VAL, N_TEST]
    assert [len(data.targets(name)) for name in SPLITS] == [90, N_VAL, N_TEST]


def test_a_table_and_its_targets_get_the_scale_of_the_training_set():
    data = split("table", None, 400, table)

    assert data.task == "regression"
    assert data.train_x.mean(0).abs().max() < 1e-5
    assert data.train_y.std().item() == pytest.approx(1, abs=1e-5)
    assert 0.8 < data.val_x.std().item() < 1.2


def test_fresh_rows_have_the_same_scale():
    inputs, targets = split("table", None, 400, table).sample(500)

    assert inputs.mean().abs() < 0.2
    assert targets.mean().abs() < 0.2


def test_pictures_and_labels_keep_their_scale():
    data = split("pictures", 2, 50, pictures)

    assert data.task == "classification"
    assert 4.5 < data.train_x.mean().item() < 5.5
    assert data.train_y.dtype == torch.long


def test_a_column_without_spread_stays_finite():
    def constant(count):
        return torch.ones(count, 2), torch.ones(count)

    data = split("constant", None, 10, constant)

    assert torch.isfinite(data.train_x).all()
    assert torch.isfinite(data.train_y).all()


def test_a_copy_changes_only_the_tensors_named():
    data = split("table", None, 10, table)
    changed = with_data(data, val_y=torch.zeros(N_VAL))

    assert changed.val_y.sum() == 0
    assert changed.train_x is data.train_x


def test_an_unknown_tensor_or_split_is_refused():
    data = split("table", None, 10, table)

    with pytest.raises(TypeError):
        with_data(data, holdout_x=data.val_x)
    with pytest.raises(AttributeError):
        data.inputs("holdout")
    with pytest.raises(dataclasses.FrozenInstanceError):
        data.name = "other"
