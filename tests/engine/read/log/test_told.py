import pytest

from engine.read.log.told import joins, name_in_front
from engine.read.metric_names.resolve import Resolver
from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

RESOLVER = Resolver({})


@together(
    "lead, name",
    [
        ("Cost after iteration ", "Cost"),
        ("The loss at epoch ", "loss"),
        ("Validation accuracy after epoch ", "Validation accuracy"),
        ("Average loss at step ", "Average loss"),
        ("Loss value at the end of epoch ", "Loss"),
        ("Score at iteration ", "Score"),
        (" | Cost after iteration #", "Cost"),
        (", loss at the step ", "loss"),
        ("lr: loss at step ", ""),
        ("Time after epoch ", ""),
        ("Saving checkpoint at epoch ", ""),
        ("loss improved at epoch ", ""),
        ("loss at ", ""),
        ("epoch ", ""),
        ("", ""),
    ],
)
def test_the_metric_in_front_of_a_position(lead, name):
    assert name_in_front(lead, RESOLVER) == name


@pytest.mark.parametrize("lead", [": ", " = ", " is ", " was ", "): ", " -> "])
def test_what_joins_a_value_to_its_name(lead):
    assert joins(lead)


@pytest.mark.parametrize("lead", [" ", " is lower than ", " of ", "/", ""])
def test_what_joins_nothing(lead):
    assert not joins(lead)


ROWS = [
    given(
        "a course's logistic regression",
        """
        Cost after iteration 0: 0.693147
        Cost after iteration 100: 0.584508
        Cost after iteration 200: 0.466949
        """,
        train_loss={0: 0.693147, 100: 0.584508, 200: 0.466949},
    ),
    given(
        "a loop of Keras with asides",
        """
        Start of epoch 0
        Training loss (for 1 batch) at step 0: 2.1012
        Training loss (for 1 batch) at step 200: 1.1012
        Training acc over epoch: 0.7112
        Validation acc: 0.7512
        Start of epoch 1
        Training loss (for 1 batch) at step 0: 0.9012
        Training loss (for 1 batch) at step 200: 0.8012
        Training acc over epoch: 0.8112
        Validation acc: 0.8512
        """,
        train_loss=[2.1012, 1.1012, 0.9012, 0.8012],
        train_accuracy={0: 0.7112, 1: 0.8112},
        val_accuracy={0: 0.7512, 1: 0.8512},
    ),
    given(
        "positions with a total",
        """
        Validation accuracy after epoch 1/10: 0.7012
        Validation accuracy after epoch 2/10: 0.8012
        """,
        val_accuracy={1: 0.7012, 2: 0.8012},
    ),
    given(
        "percent behind a position",
        """
        Validation accuracy after epoch 1: 70.12%
        Validation accuracy after epoch 2: 80.12%
        """,
        val_accuracy={1: 0.7012, 2: 0.8012},
    ),
    given(
        "the accuracy of a network in a tutorial",
        """
        [1,  2000] loss: 2.173
        [1,  4000] loss: 1.853
        Finished Training
        Accuracy of the network on the 10000 test images: 55 %
        """,
        train_loss=[2.173, 1.853],
        test_accuracy=[0.55],
    ),
    given(
        "the size of a network",
        """
        Size of the network on the 10000 test images: 55
        Layers of the network on the disk: 12
        """,
    ),
    given(
        "sentences that compare",
        """
        loss at epoch 3 is lower than 0.5
        The accuracy after epoch 4 did not improve from 0.7
        """,
    ),
]


@pytest.mark.parametrize(("text", "series", "config"), ROWS)
def test_values_behind_their_position(text, series, config):
    assert_reads(text, series, config)
