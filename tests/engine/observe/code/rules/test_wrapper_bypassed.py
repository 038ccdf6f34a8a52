import pytest

from engine.observe.code.rules.wrapper_bypassed import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("per-rank-loss-difference",)
BAD = {
    "the module in the loop": """
model = DistributedDataParallel(net, device_ids=[rank])
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model.module(x), y)
    loss.backward()
    optimizer.step()
""",
    "short name": """
ddp = DDP(Net().to(rank))
for x, y in loader:
    out = ddp.module(x)
    optimizer.zero_grad()
    F.mse_loss(out, y).backward()
    optimizer.step()
""",
    "handed to a function": """
def step(net, x, y):
    loss = F.cross_entropy(net(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

model = DDP(Net())
for x, y in loader:
    step(model.module, x, y)
""",
}
GOOD = {
    "through the wrapper": """
model = DDP(net)
for x, y in loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
""",
    "the module is saved": """
model = DDP(net)
for x, y in loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
    if rank == 0:
        torch.save(model.module.state_dict(), "last.pt")
""",
    "the module is evaluated": """
model = DDP(net)
for x, y in loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
for x, y in val_loader:
    print(model.module(x))
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
