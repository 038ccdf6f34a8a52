import pytest

from engine.observe.code.rules.deep_sigmoids import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = (
    "vanishing-gradients",
    "unsuitable-activation",
)
BAD = {
    "Keras, line by line": """
model = Sequential()
model.add(Dense(64, activation="sigmoid"))
model.add(Dense(64, activation="sigmoid"))
model.add(Dense(64, activation="sigmoid"))
model.add(Dense(64, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
""",
    "a loop": """
layers = [nn.Linear(10, 32), nn.Sigmoid()]
for _ in range(8):
    layers.append(nn.Linear(32, 32))
    layers.append(nn.Sigmoid())
model = nn.Sequential(*layers)
""",
    "a comprehension": """
DEPTH = 6
model = nn.Sequential(*[nn.Sequential(nn.Linear(8, 8), nn.Sigmoid()) for _ in range(DEPTH)])
""",
}
GOOD = {
    "one at the end": """
model = nn.Sequential(nn.Linear(10, 32), nn.ReLU(), nn.Linear(32, 1), nn.Sigmoid())
""",
    "normalized": """
layers = []
for _ in range(8):
    layers += [nn.Linear(32, 32), nn.BatchNorm1d(32), nn.Sigmoid()]
model = nn.Sequential(*layers)
""",
    "a depth that is not known": """
model = nn.Sequential(*[nn.Sequential(nn.Linear(8, 8), nn.Sigmoid()) for _ in range(depth)])
""",
    "ReLU": """
model = Sequential([Dense(64, activation="relu") for _ in range(8)])
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
