import pytest

from engine.observe.code.stacks import stacks
from engine.read.code.code import code_of
from engine.run import Snippet

GROWN = """layers = [nn.Linear(2, 8), nn.ReLU()]
for _ in range(D - 1):
    layers += [nn.Linear(8, 8), nn.ReLU()]
layers.append(nn.LayerNorm(8))
net = nn.Sequential(*layers)
"""


def stack(text):
    return next(iter(stacks(code_of([Snippet("a", 1, text)]))), None)


def test_a_list_that_grows_in_a_loop():
    found = stack(f"D = 4\n{GROWN}")

    assert found.weighted == 4
    assert found.of("relu") == 4
    assert found.is_normalized


def test_a_loop_of_unknown_length_counts_nothing():
    assert stack(GROWN).weighted == 1


@pytest.mark.parametrize(
    ("forward", "has_shortcut"),
    [("return self.a(x)", False), ("return x + self.a(x)", True)],
)
def test_blocks_of_a_class(forward, has_shortcut):
    text = f"""class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(8, 8)

    def forward(self, x):
        {forward}

net = nn.Sequential(*[Block() for _ in range(6)])
"""
    found = stack(text)

    assert found.weighted == 6
    assert found.has_shortcut is has_shortcut


def test_layers_that_keras_adds():
    text = "m = Sequential()\nfor i in range(3):\n    m.add(Dense(4, activation='tanh'))\n"

    assert stack(text).of("tanh") == 3


def test_a_stack_of_itself_ends():
    assert stack("a = nn.Sequential(nn.ReLU())\na = nn.Sequential(a, a)\n").of("relu") >= 1
    assert stack("x = 1") is None
