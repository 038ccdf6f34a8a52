import pytest

from engine.observe.code.rules.states_not_restored import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("schedule-boundary-steps",)
BAD = {
    "a file": """
if resume:
    checkpoint = torch.load("last.pt")
    model.load_state_dict(checkpoint["model"])
for epoch in range(start, 100):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, "last.pt")
""",
    "a dict in memory": """
state = {"net": net.state_dict(), "opt": opt.state_dict(), "epoch": 3}
net = Net()
opt = torch.optim.Adam(net.parameters())
net.load_state_dict(state["net"])
for x, y in loader:
    opt.zero_grad()
    F.mse_loss(net(x), y).backward()
    opt.step()
""",
    "keys of a tutorial": """
checkpoint = torch.load(PATH)
model.load_state_dict(checkpoint['model_state_dict'])
epoch = checkpoint['epoch']
for epoch in range(epoch, EPOCHS):
    for x, y in loader:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    torch.save({
        'epoch': epoch,
        'model_state_dict': model.state_dict(),
        'optimizer_state_dict': optimizer.state_dict(),
    }, PATH)
""",
}
GOOD = {
    "all states come back": """
checkpoint = torch.load("last.pt")
model.load_state_dict(checkpoint["model"])
optimizer.load_state_dict(checkpoint["optimizer"])
for epoch in range(start, 100):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, "last.pt")
""",
    "only weights were saved": """
checkpoint = torch.load("last.pt")
model.load_state_dict(checkpoint["model"])
for x, y in loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
torch.save({"model": model.state_dict()}, "last.pt")
""",
    "the best weights are scored at the end": """
for x, y in loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, "best.pt")
best = torch.load("best.pt")
model.load_state_dict(best["model"])
print(evaluate(model))
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
