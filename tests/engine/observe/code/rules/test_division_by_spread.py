import pytest

from engine.observe.code.rules.division_by_spread import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("zero-variance-normalization",)
BAD = {
    "tensors": """
def normalize(x):
    return (x - x.mean(dim=1, keepdim=True)) / x.std(dim=1, keepdim=True)
""",
    "arrays": """
mean = np.mean(windows, axis=1, keepdims=True)
windows = (windows - mean) / np.std(windows, axis=1, keepdims=True)
""",
    "through names": """
mu = clip.mean(-1, keepdim=True)
sd = clip.std(-1, keepdim=True)
clip = (clip - mu) / sd
""",
}
GOOD = {
    "a small constant": """
def normalize(x):
    return (x - x.mean(dim=1, keepdim=True)) / (x.std(dim=1, keepdim=True) + 1e-5)
""",
    "over all rows": """
x = (x - x.mean(0)) / x.std(0)
""",
    "of another table": """
mu = train.mean(1, keepdim=True)
sd = train.std(1, keepdim=True)
x = (x - mu) / sd
""",
    "cut off": """
sd = clip.std(-1, keepdim=True).clamp(min=1e-3)
clip = (clip - clip.mean(-1, keepdim=True)) / sd
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
