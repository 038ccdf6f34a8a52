import pytest

from engine.observe.code.rules.update_in_other_branch import RULE
from tests.engine.observe.code.rules.fragments import lines_found

BAD = {
    "one line each": """
if step % 8 == 0: loss.backward()
else: opt.step()
""",
    "in a loop": """
for step, (x, y) in enumerate(loader):
    loss = criterion(model(x), y)
    if (step + 1) % accumulate != 0:
        loss.backward()
    else:
        optimizer.step()
        optimizer.zero_grad()
""",
    "with a scaler": """
for i, batch in enumerate(loader):
    loss = model(batch)
    if i % 2:
        scaler.step(optimizer)
        scaler.update()
    else:
        scaler.scale(loss).backward()
""",
}
GOOD = {
    "update in a branch, backward pass always": """
for step, (x, y) in enumerate(loader):
    loss = criterion(model(x), y)
    loss.backward()
    if (step + 1) % accumulate == 0:
        optimizer.step()
        optimizer.zero_grad()
""",
    "both in both branches": """
if use_amp:
    scaler.scale(loss).backward()
    scaler.step(optimizer)
else:
    loss.backward()
    optimizer.step()
""",
    "training and evaluation": """
for phase in ["train", "val"]:
    for x, y in loaders[phase]:
        loss = criterion(model(x), y)
        if phase == "train":
            loss.backward()
            optimizer.step()
        else:
            total += loss.item()
""",
    "another pass after the branch": """
for x, y in loader:
    if warm:
        loss.backward()
    else:
        optimizer.step()
    other.backward()
    optimizer.step()
""",
}


@pytest.mark.parametrize("kind", BAD)
def test_finds_the_fault(kind):
    assert lines_found(RULE, BAD[kind])


@pytest.mark.parametrize("kind", GOOD)
def test_is_silent_without_the_fault(kind):
    assert lines_found(RULE, GOOD[kind]) == []
