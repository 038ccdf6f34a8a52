import pytest

from engine.observe.code.rules.decay_too_strong import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = (
    "over-regularization",
    "contrastive-loss-floor",
)
BAD = {
    "Adam with the decay of AdamW": """
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, weight_decay=0.05)
""",
    "a product that wipes out": """
optimizer = AdamW(model.parameters(), lr=1e-3, weight_decay=10)
""",
    "constants": """
LR, WD = 0.1, 0.1
opt = torch.optim.AdamW(net.parameters(), lr=LR, weight_decay=WD)
""",
}
GOOD = {
    "a usual L2 term": """
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, weight_decay=1e-4)
""",
    "a usual decay": """
optimizer = AdamW(model.parameters(), lr=3e-4, weight_decay=0.1)
""",
    "not known": """
optimizer = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=wd)
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
