import torch

from lab.train.losses import class_weights_of, unsafe_cross_entropy
from lab.train.sabotage.change import with_tensors
from tests.lab.train.make import small_setup


def test_the_written_out_loss_agrees_with_the_library_for_two_classes():
    outputs, targets = torch.tensor([[0.3, -0.2], [1.5, 0.1]]), torch.tensor([1, 0])

    expected = 2 * torch.nn.functional.cross_entropy(outputs, targets)
    assert torch.isclose(unsafe_cross_entropy(outputs, targets), expected)
    assert unsafe_cross_entropy(torch.tensor([[200.0, 0.0]]), torch.tensor([0])).isnan()


def test_rare_classes_weigh_more_only_where_asked():
    setup = small_setup(class_weights=True)
    labels = torch.zeros_like(setup.data.train_y)
    labels[:9] = 1
    weights = class_weights_of(with_tensors(setup, train_y=labels))

    assert weights[1] > 8 * weights[0]
    assert class_weights_of(small_setup()) is None
