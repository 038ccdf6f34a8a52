import pytest

from engine.observe.code.rules.mixed_shares_swapped import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("mixed-sample-accuracy",)
BAD = {
    "the labels have the other share": """
lam = np.random.beta(1, 1)
index = torch.randperm(x.size(0))
mixed_x = lam * x + (1 - lam) * x[index, :]
mixed_y = (1 - lam) * y + lam * y[index]
""",
    "in a function, factors turned round": """
def mixup(x, y, lam, perm):
    x = x * lam + x[perm] * (1 - lam)
    y = y * (1 - lam) + y[perm] * lam
    return x, y
""",
    "one-hot labels": """
share = beta.sample()
other = torch.randperm(len(y))
images = (1 - share) * images + share * images[other]
targets = share * F.one_hot(y, 10) + (1 - share) * F.one_hot(y[other], 10)
""",
}
GOOD = {
    "one share": """
lam = np.random.beta(1, 1)
index = torch.randperm(x.size(0))
mixed_x = lam * x + (1 - lam) * x[index]
mixed_y = lam * y + (1 - lam) * y[index]
""",
    "a running mean": """
mean = m * mean + (1 - m) * new
var = (1 - m) * new_var + m * var
""",
    "two losses": """
mixed_x = lam * x + (1 - lam) * x[index]
loss = lam * criterion(out, y) + (1 - lam) * criterion(out, y[index])
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
