from engine.read.settings.judge import are_settings, leaves
from tests.together import together


@together(
    "mapping, is_one",
    [
        ({"lr": 0.1, "batch_size": 8}, True),
        ({"loss": "ce", "lr": 0.1}, True),
        ({"optim": {"lr": 0.1}}, True),
        ({"loss": 2.0, "lr": 0.1}, False),
        ({"epoch": 1, "lr": 0.1}, False),
        ({"a": 1}, False),
        ({}, False),
        ({"train_loss": "0.5", "epochs": 3}, False),
        ({"loss": [2.0, 1.0], "lr": [0.1, 0.1]}, False),
    ],
)
def test_settings_outnumber_measured_values(mapping, is_one):
    assert are_settings(mapping) is is_one


def test_leaves_of_a_bottomless_mapping():
    inner: dict = {}
    mapping = inner
    for _ in range(50):
        inner["a"] = {"lr": 1}
        inner = inner["a"]

    assert len(list(leaves(mapping))) < 50
