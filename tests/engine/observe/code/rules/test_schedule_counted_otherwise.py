import pytest

from engine.observe.code.rules.schedule_counted_otherwise import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = (
    "bad-lr-schedule",
    "loss-plateau",
)
BAD = {
    "epochs, stepped per batch": """
scheduler = CosineAnnealingLR(optimizer, T_max=EPOCHS)
for epoch in range(EPOCHS):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
        scheduler.step()
""",
    "one epoch of many": """
scheduler = get_linear_schedule_with_warmup(
    optimizer, num_warmup_steps=100, num_training_steps=len(train_loader)
)
for epoch in range(4):
    for batch in train_loader:
        loss = model(**batch).loss
        loss.backward()
        optimizer.step()
        scheduler.step()
        optimizer.zero_grad()
""",
    "batches, stepped per epoch": """
sched = OneCycleLR(optimizer, max_lr=0.1, steps_per_epoch=len(loader), epochs=10)
for epoch in range(10):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
    sched.step()
""",
    "a step size of epochs": """
scheduler = StepLR(optimizer, step_size=10, gamma=0.1)
for epoch in range(30):
    for i, (x, y) in enumerate(loader):
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
        scheduler.step()
""",
}
GOOD = {
    "epochs, stepped per epoch": """
scheduler = CosineAnnealingLR(optimizer, T_max=EPOCHS)
for epoch in range(EPOCHS):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
    scheduler.step()
""",
    "all batches, stepped per batch": """
scheduler = get_linear_schedule_with_warmup(optimizer, 100, len(train_loader) * 4)
for epoch in range(4):
    for batch in train_loader:
        model(**batch).loss.backward()
        optimizer.step()
        scheduler.step()
        optimizer.zero_grad()
""",
    "one epoch in all": """
total = len(train_loader)
scheduler = OneCycleLR(optimizer, 0.1, total_steps=total)
for epoch in range(1):
    for x, y in train_loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
        scheduler.step()
""",
    "a step size of batches": """
scheduler = StepLR(optimizer, step_size=10_000)
for epoch in range(30):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
        scheduler.step()
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
