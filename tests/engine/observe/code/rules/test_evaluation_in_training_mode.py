import pytest

from engine.observe.code.rules.evaluation_in_training_mode import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("eval-mode-missing",)
BAD = {
    "no_grad taken for evaluation mode": """
model = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, 2))
for epoch in range(10):
    for x, y in train_loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
    with torch.no_grad():
        for x, y in val_loader:
            correct += (model(x).argmax(1) == y).sum().item()
""",
    "a loop over the test loader": """
net = nn.Sequential(nn.Conv2d(1, 8, 3), nn.BatchNorm2d(8), nn.Flatten(), nn.Linear(5408, 10))
for x, y in trainloader:
    optimizer.zero_grad()
    loss = criterion(net(x), y)
    loss.backward()
    optimizer.step()

for data in test_loader:
    images, labels = data
    outputs = net(images)
    total += labels.size(0)
""",
    "training mode is not set again": """
model = resnet18(num_classes=10)
model.train()
for epoch in range(30):
    for x, y in train_loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
    model.eval()
    with torch.no_grad():
        for x, y in val_loader:
            val_loss += criterion(model(x), y).item()
""",
}
GOOD = {
    "both modes are set": """
model = resnet18(num_classes=10)
for epoch in range(30):
    model.train()
    for x, y in train_loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
    model.eval()
    with torch.no_grad():
        for x, y in val_loader:
            val_loss += criterion(model(x), y).item()
""",
    "no layer depends on the mode": """
model = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 2))
for x, y in train_loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
with torch.no_grad():
    for x, y in val_loader:
        print(model(x).argmax(1))
""",
    "the mode follows the phase": """
model = nn.Sequential(nn.Linear(10, 64), nn.Dropout(), nn.Linear(64, 2))
for phase in ("train", "val"):
    model.train(phase == "train")
    for x, y in loaders[phase]:
        loss = criterion(model(x), y)
        if phase == "train":
            loss.backward()
            optimizer.step()
""",
    "no evaluation in the text": """
model = nn.Sequential(nn.Linear(10, 64), nn.Dropout(), nn.Linear(64, 2))
for x, y in train_loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
""",
    "functions for training and evaluation": """
def train_epoch(model):
    model.train()
    for x, y in train_loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()

def evaluate(model):
    model.eval()
    with torch.no_grad():
        return sum(criterion(model(x), y).item() for x, y in val_loader)

model = nn.Sequential(nn.Linear(10, 64), nn.BatchNorm1d(64), nn.Linear(64, 2))
for epoch in range(9):
    train_epoch(model)
    evaluate(model)
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
