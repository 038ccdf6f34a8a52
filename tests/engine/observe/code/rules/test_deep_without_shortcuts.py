import pytest

from engine.observe.code.rules.deep_without_shortcuts import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = (
    "missing-skip-connections",
    "inappropriate-depth",
)
BAD = {
    "a loop": """
layers = []
for _ in range(50):
    layers += [nn.Linear(64, 64), nn.ReLU()]
net = nn.Sequential(*layers)
""",
    "blocks": """
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(16, 16, 3, padding=1)
        self.norm = nn.BatchNorm2d(16)

    def forward(self, x):
        return F.relu(self.norm(self.conv(x)))

net = nn.Sequential(*[Block() for _ in range(40)])
""",
    "Keras": """
model = Sequential()
for i in range(30):
    model.add(Dense(32, activation="relu"))
model.add(Dense(1))
""",
}
GOOD = {
    "shortcuts": """
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(16, 16, 3, padding=1)

    def forward(self, x):
        return x + F.relu(self.conv(x))

net = nn.Sequential(*[Block() for _ in range(40)])
""",
    "few layers": """
layers = []
for _ in range(5):
    layers += [nn.Linear(64, 64), nn.ReLU()]
net = nn.Sequential(*layers)
""",
    "layers of attention": """
net = nn.Sequential(*[nn.TransformerEncoderLayer(64, 4) for _ in range(48)])
""",
    "shortcuts around a list of layers": """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(64, 64) for _ in range(40))

    def forward(self, x):
        for layer in self.layers:
            x = x + F.relu(layer(x))
        return x
""",
}


@pytest.mark.parametrize("kind", BAD)
def test_finds_the_fault(kind):
    assert lines_found(RULE, BAD[kind])


@pytest.mark.parametrize("kind", GOOD)
def test_is_silent_without_the_fault(kind):
    assert lines_found(RULE, GOOD[kind]) == []


@pytest.mark.parametrize("slug", SPECIMENS)
def test_tells_the_executed_pair_apart(slug):
    assert lines_found(RULE, specimen(slug, "bad"))
    assert lines_found(RULE, specimen(slug, "good")) == []
