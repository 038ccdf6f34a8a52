import pytest

from engine.observe.code.rules.graph_kept import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("gpu-out-of-memory",)
BAD = {
    "a sum of tensors": """
running_loss = 0
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    running_loss += loss
print(running_loss / len(loader))
""",
    "a list of tensors": """
losses = []
for epoch in range(9):
    for x, y in loader:
        optimizer.zero_grad()
        loss = F.mse_loss(net(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss)
""",
    "a weighted sum": """
total = 0.0
for step, batch in enumerate(loader):
    optimizer.zero_grad()
    loss = model(batch)
    loss.backward()
    optimizer.step()
    total += loss * 32
""",
}
GOOD = {
    "numbers are kept": """
running_loss = 0
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    running_loss += loss.item()
""",
    "the sum itself is trained on": """
for x, y in loader:
    optimizer.zero_grad()
    total = 0
    for part in x:
        loss = criterion(model(part), y)
        total += loss
    total.backward()
    optimizer.step()
""",
    "the loss is detached first": """
total = 0
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    total += loss.detach()
""",
    "evaluation without gradients": """
@torch.no_grad()
def evaluate(loader):
    return sum(F.cross_entropy(model(x), y) for x, y in loader) / len(loader)

for x, y in train_loader:
    optimizer.zero_grad()
    F.cross_entropy(model(x), y).backward()
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
