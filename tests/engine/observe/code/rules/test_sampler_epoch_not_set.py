import pytest

from engine.observe.code.rules.sampler_epoch_not_set import RULE
from tests.engine.observe.code.rules.fragments import lines_found

BAD = {
    "a script of one process per card": """
sampler = DistributedSampler(train_set)
loader = DataLoader(train_set, batch_size=32, sampler=sampler)
for epoch in range(90):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
""",
    "in a function": """
def main(rank):
    train_sampler = torch.utils.data.distributed.DistributedSampler(dataset, rank=rank)
    loader = DataLoader(dataset, sampler=train_sampler)
    for e in range(10):
        for batch in loader:
            loss = model(batch)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
""",
    "inside of the loader": """
loader = DataLoader(data, sampler=DistributedSampler(data), batch_size=8)
for epoch in range(3):
    for x in loader:
        opt.zero_grad()
        model(x).mean().backward()
        opt.step()
""",
}
GOOD = {
    "set": """
sampler = DistributedSampler(train_set)
for epoch in range(90):
    sampler.set_epoch(epoch)
    for x, y in DataLoader(train_set, sampler=sampler):
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
""",
    "of validation": """
val_sampler = DistributedSampler(val_set)
for epoch in range(90):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
""",
    "one epoch": """
sampler = DistributedSampler(train_set)
for x, y in DataLoader(train_set, sampler=sampler):
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
""",
    "no order to change": """
sampler = DistributedSampler(train_set, shuffle=False)
for epoch in range(90):
    for x, y in DataLoader(train_set, sampler=sampler):
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
