import pytest

from engine.observe.code.rules.half_exponential import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("mixed-precision-overflow",)
BAD = {
    "autocast": """
with torch.autocast("cuda", dtype=torch.float16):
    weights = scores.exp()
    attention = weights / weights.sum(-1, keepdim=True)
""",
    "a model in half": """
model = model.half()
e = torch.exp(logits)
p = e / e.sum(dim=1, keepdim=True)
""",
    "cast by hand": """
q = q.to(torch.float16)
out = torch.exp(q @ k.T) @ v / torch.exp(q @ k.T).sum(-1, keepdim=True)
""",
}
GOOD = {
    "the largest is taken off": """
with torch.autocast("cuda", dtype=torch.float16):
    weights = (scores - scores.max(-1, keepdim=True).values).exp()
    attention = weights / weights.sum(-1, keepdim=True)
""",
    "bfloat16": """
with torch.autocast("cuda", dtype=torch.bfloat16):
    weights = scores.exp()
    attention = weights / weights.sum(-1, keepdim=True)
""",
    "single precision": """
weights = scores.exp()
attention = weights / weights.sum(-1, keepdim=True)
""",
    "softmax": """
model.half()
attention = torch.softmax(scores, dim=-1)
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
