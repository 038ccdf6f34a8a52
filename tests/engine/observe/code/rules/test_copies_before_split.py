import pytest

from engine.observe.code.rules.copies_before_split import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("train-test-contamination",)
BAD = {
    "a mask": """
index = np.repeat(np.arange(n), 5)
images = augment(photos[index])
is_test = np.random.rand(len(index)) < 0.2
""",
    "a permutation": """
source = torch.arange(n).repeat_interleave(8)
x = jitter(x[source])
order = torch.randperm(len(source))
train, val = x[order[:cut]], x[order[cut:]]
""",
    "in a function": """
def make(photos, copies):
    source = np.repeat(np.arange(len(photos)), copies)
    data = flip(photos[source])
    order = np.random.permutation(len(source))
    return data[order[:1000]], data[order[1000:]]
""",
}
GOOD = {
    "the originals are drawn": """
source = torch.arange(n).repeat_interleave(8)
x = jitter(x[source])
is_val = (torch.rand(n) < 0.2)[source]
""",
    "copies of training rows": """
order = torch.randperm(n)
train = order[:800].repeat_interleave(8)
x_train = jitter(x[train])
""",
    "labels of classes": """
labels = torch.arange(5).repeat_interleave(100)
order = torch.randperm(len(labels))
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
