import pytest

from engine.observe.code.rules.logarithm_of_zero import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = (
    "log-of-zero",
    "nan-loss",
)
BAD = {
    "a logarithm of a softmax": """
probs = torch.softmax(model(x), dim=1)
loss = -(targets * torch.log(probs)).sum(1).mean()
loss.backward()
""",
    "binary cross-entropy by hand": """
p = torch.sigmoid(net(x))
loss = -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()
loss.backward()
""",
    "a distance": """
def distance(a, b):
    return torch.sqrt(torch.sum((a - b) ** 2, dim=1))

loss = distance(net(x), net(y)).mean()
loss.backward()
""",
}
GOOD = {
    "log_softmax": """
loss = -(targets * F.log_softmax(model(x), dim=1)).sum(1).mean()
loss.backward()
""",
    "a small constant": """
probs = torch.softmax(model(x), dim=1)
loss = -(targets * torch.log(probs + 1e-8)).sum(1).mean()
loss.backward()
""",
    "cut off": """
p = torch.sigmoid(net(x)).clamp(1e-6, 1 - 1e-6)
loss = -(y * torch.log(p)).mean()
loss.backward()
""",
    "a distance with a constant": """
def distance(a, b):
    return torch.sqrt(((a - b) ** 2).sum(1) + 1e-12)

distance(net(x), net(y)).mean().backward()
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
