import pytest

from engine.observe.code.rules.deep_default_weights import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("poor-weight-initialization",)
BAD = {
    "a loop": """
layers = []
for _ in range(12):
    layers += [nn.Linear(64, 64), nn.ReLU()]
net = nn.Sequential(*layers)
""",
    "a comprehension": """
net = nn.Sequential(*[nn.Sequential(nn.Linear(8, 8), nn.ReLU()) for _ in range(15)])
""",
    "a list of layers": """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(64, 64) for _ in range(10)])

    def forward(self, x):
        for layer in self.layers:
            x = torch.relu(layer(x))
        return x
""",
}
GOOD = {
    "started by hand": """
layers = []
for _ in range(12):
    layers += [nn.Linear(64, 64), nn.ReLU()]
net = nn.Sequential(*layers)
for layer in net[::2]:
    nn.init.kaiming_normal_(layer.weight)
""",
    "normalized": """
layers = []
for _ in range(12):
    layers += [nn.Linear(64, 64), nn.LayerNorm(64), nn.ReLU()]
net = nn.Sequential(*layers)
""",
    "few": """
net = nn.Sequential(nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 1))
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
