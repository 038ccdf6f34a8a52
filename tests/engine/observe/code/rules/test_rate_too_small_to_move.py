import pytest

from engine.observe.code.rules.rate_too_small_to_move import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = (
    "learning-rate-too-low",
    "first-loss-at-chance",
)
BAD = {
    "a new network": """
model = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 2))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-6)
for x, y in loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
""",
    "a constant": """
LR = 1e-5
class Net(nn.Module):
    pass

net = Net()
opt = AdamW(net.parameters(), lr=LR)
for x, y in loader:
    opt.zero_grad()
    F.mse_loss(net(x), y).backward()
    opt.step()
""",
    "a product": """
class Net(nn.Module):
    pass

opt = torch.optim.NAdam(Net().parameters(), 2 * 1e-6)
for x, y in loader:
    opt.zero_grad()
    F.mse_loss(net(x), y).backward()
    opt.step()
""",
}
GOOD = {
    "fine-tuning": """
model = AutoModel.from_pretrained("bert-base-uncased")
head = nn.Sequential(nn.Linear(768, 2))
optimizer = AdamW(model.parameters(), lr=1e-5)
for x, y in loader:
    optimizer.zero_grad()
    criterion(head(model(x)), y).backward()
    optimizer.step()
""",
    "the default": """
model = nn.Sequential(nn.Linear(10, 2))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
for x, y in loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
""",
    "a schedule raises it": """
model = nn.Sequential(nn.Linear(10, 2))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-6)
warmup = LinearLR(optimizer, 1.0, 1000.0)
for x, y in loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
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
