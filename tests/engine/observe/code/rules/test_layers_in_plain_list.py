import pytest

from engine.observe.code.rules.layers_in_plain_list import RULE
from tests.engine.observe.code.rules.fragments import lines_found

BAD = {
    "a list of layers": """
class Net(nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.layers = [nn.Linear(64, 64) for _ in range(depth)]
        self.head = nn.Linear(64, 10)

    def forward(self, x):
        for layer in self.layers:
            x = F.relu(layer(x))
        return self.head(x)
""",
    "a dict of heads": """
class Heads(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.heads = {"age": torch.nn.Linear(32, 1), "sex": torch.nn.Linear(32, 2)}
""",
    "in Lightning": """
class Model(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.convs = [nn.Conv2d(3, 8, 3), nn.Conv2d(8, 16, 3)]
""",
}
GOOD = {
    "a ModuleList": """
class Net(nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(64, 64) for _ in range(depth)])
""",
    "a list that becomes a Sequential": """
class Net(nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.layers = [nn.Linear(64, 64) for _ in range(depth)]
        self.body = nn.Sequential(*self.layers)
""",
    "a list of activations without weights": """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.steps = [nn.ReLU(), nn.Tanh()]
""",
    "no module of PyTorch": """
class Builder:
    def __init__(self):
        self.layers = [nn.Linear(8, 8), nn.Linear(8, 2)]
""",
}


@pytest.mark.parametrize("kind", BAD)
def test_finds_the_fault(kind):
    assert lines_found(RULE, BAD[kind])


@pytest.mark.parametrize("kind", GOOD)
def test_is_silent_without_the_fault(kind):
    assert lines_found(RULE, GOOD[kind]) == []
