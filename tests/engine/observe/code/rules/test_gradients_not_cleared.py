import pytest

from engine.observe.code.rules.gradients_not_cleared import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("missing-zero-grad",)
BAD = {
    "a loop in a question": """
for epoch in range(10):
    for x, y in train_loader:
        out = net(x)
        loss = criterion(out, y)
        loss.backward()
        optimizer.step()
""",
    "with a gradient scaler": """
for batch in tqdm(loader):
    with torch.cuda.amp.autocast():
        loss = model(batch).mean()
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
""",
    "cleared once per epoch, from an interpreter": """
>>> for epoch in range(5):
...     opt.zero_grad()
...     for x, y in loader:
...         loss = F.mse_loss(model(x), y)
...         loss.backward()
...         opt.step()
""",
    "in a notebook cell with a magic": """
%%time
opt = torch.optim.Adam(net.parameters())
for i in range(1000):
    l = ((net(x) - y) ** 2).mean()
    l.backward()
    opt.step()
    if i % 100 == 0:
        print(i, l.item())
""",
    "with numbers of lines": """
41     for data, target in train_loader:
42         output = model(data)
43         loss = F.nll_loss(output, target)
44         loss.backward()
45         optimizer.step()
""",
}
GOOD = {
    "cleared before": """
for x, y in train_loader:
    optimizer.zero_grad()
    loss = criterion(net(x), y)
    loss.backward()
    optimizer.step()
""",
    "accumulated over some batches": """
for i, (x, y) in enumerate(train_loader):
    loss = criterion(net(x), y) / 4
    loss.backward()
    if (i + 1) % 4 == 0:
        optimizer.step()
        optimizer.zero_grad()
""",
    "set to None by hand": """
for x, y in train_loader:
    loss = criterion(net(x), y)
    for p in net.parameters():
        p.grad = None
    loss.backward()
    optimizer.step()
""",
    "cleared in a function of the program": """
def reset(model):
    model.zero_grad(set_to_none=True)

for x, y in train_loader:
    reset(model)
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
""",
    "lines are left out": """
for x, y in train_loader:
    # ...
    loss.backward()
    optimizer.step()
""",
    "an engine that clears by itself": """
for batch in loader:
    loss = engine(batch)
    engine.backward(loss)
    engine.step()
""",
    "only the end of a loop": """
    loss.backward()
    optimizer.step()
return total
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
