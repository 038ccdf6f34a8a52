import pytest

from engine.observe.code.rules.update_without_gradients import RULE
from tests.engine.observe.code.rules.fragments import lines_found

BAD = {
    "cleared between": """
for x, y in loader:
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
""",
    "cleared between, with clipping": """
def training_step(batch):
    loss = model(batch)
    loss.backward()
    optimizer.zero_grad()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
""",
    "no update at all": """
model = Net()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for epoch in range(20):
    for x, y in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
    print(epoch, loss.item())
""",
}
GOOD = {
    "cleared after": """
for x, y in loader:
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
""",
    "cleared at the end of one step, before the next": """
for x, y in loader:
    loss.backward()
    optimizer.zero_grad()
    loss_of(x).backward()
    optimizer.step()
""",
    "the optimizer is handed on": """
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for x, y in loader:
    loss = criterion(model(x), y)
    loss.backward()
    update(optimizer)
""",
    "gradients of the input, and no optimizer": """
for x in images:
    score = model(x).max()
    score.backward()
    show(x.grad)
""",
}


@pytest.mark.parametrize("kind", BAD)
def test_finds_the_fault(kind):
    assert lines_found(RULE, BAD[kind])


@pytest.mark.parametrize("kind", GOOD)
def test_is_silent_without_the_fault(kind):
    assert lines_found(RULE, GOOD[kind]) == []
