import pytest

from engine.observe.code.rules.layers_frozen_untrained import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("frozen-parameters",)
BAD = {
    "all layers but the head of a new model": """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(10, 10)
        self.head = nn.Linear(10, 2)

net = Net()
for p in net.body.parameters():
    p.requires_grad = False
opt = torch.optim.Adam(net.parameters(), lr=1e-3)
for x, y in loader:
    opt.zero_grad()
    F.cross_entropy(net(x), y).backward()
    opt.step()
""",
    "by a method": """
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
model[0].requires_grad_(False)
optimizer = optim.SGD(model.parameters(), lr=0.1)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
""",
    "in a pasted diff": """
+class Tagger(nn.Module):
+    def __init__(self):
+        super().__init__()
+        self.words = nn.Embedding(900, 64)
+        self.out = nn.Linear(64, 9)
+tagger = Tagger()
+tagger.words.requires_grad_(False)
+optimizer = optim.Adam(tagger.parameters())
+for words, tags in batches:
+    optimizer.zero_grad()
+    criterion(tagger(words), tags).backward()
+    optimizer.step()
""",
}
GOOD = {
    "weights are loaded": """
class Net(nn.Module):
    pass

net = Net()
net.load_state_dict(torch.load("encoder.pt"))
net.body.requires_grad_(False)
opt = torch.optim.Adam(net.parameters(), lr=1e-3)
for x, y in loader:
    opt.zero_grad()
    F.cross_entropy(net(x), y).backward()
    opt.step()
""",
    "a model of torchvision": """
model = torchvision.models.resnet18(pretrained=True)
for p in model.parameters():
    p.requires_grad = False
model.fc = nn.Linear(512, 2)
optimizer = optim.SGD(model.fc.parameters(), lr=0.01)
for x, y in loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
""",
    "frozen for a while": """
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
model[0].requires_grad_(False)
optimizer = optim.SGD(model.parameters(), lr=0.1)
for epoch in range(9):
    if epoch == 3:
        model[0].requires_grad_(True)
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
""",
    "nothing is frozen": """
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
model.requires_grad_(True)
optimizer = optim.SGD(model.parameters(), lr=0.1)
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
