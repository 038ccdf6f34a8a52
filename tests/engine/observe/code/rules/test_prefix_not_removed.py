import pytest

from engine.observe.code.rules.prefix_not_removed import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("harmless-log-lines",)
BAD = {
    "DataParallel": """
model = nn.DataParallel(Net())
train(model)
plain = Net()
plain.load_state_dict(model.state_dict(), strict=False)
""",
    "through a name": """
wrapped = DistributedDataParallel(Net())
weights = wrapped.state_dict()
student = Net()
student.load_state_dict(weights, False)
""",
    "in a function": """
def export(loader):
    ddp = DDP(Net())
    fit(ddp, loader)
    state = ddp.state_dict()
    out = Net()
    out.load_state_dict(state, strict=False)
    return out
""",
}
GOOD = {
    "strict": """
model = nn.DataParallel(Net())
plain = Net()
plain.load_state_dict(model.module.state_dict())
""",
    "the module inside": """
model = nn.DataParallel(Net())
plain = Net()
plain.load_state_dict(model.module.state_dict(), strict=False)
""",
    "the prefix is removed": """
model = nn.DataParallel(Net())
state = {k.replace("module.", ""): v for k, v in model.state_dict().items()}
plain.load_state_dict(state, strict=False)
""",
    "both are wrapped": """
model = nn.DataParallel(Net())
other = nn.DataParallel(Net())
other.load_state_dict(model.state_dict(), strict=False)
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
