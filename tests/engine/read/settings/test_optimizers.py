import pytest

from engine.read.settings.optimizers import is_optimizer


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("AdamW", True),
        ("torch.optim.SGD", True),
        ("FusedAdam", True),
        ("GradientDescentOptimizer", True),
        ("Linear", False),
        ("Sequential", False),
        ("", False),
    ],
)
def test_optimizer(name, is_one):
    assert is_optimizer(name) is is_one
