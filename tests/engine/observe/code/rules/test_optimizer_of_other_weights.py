import pytest

from engine.observe.code.rules.optimizer_of_other_weights import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("repeated-validation-score",)
BAD = {
    "the model is made again": """
model = Net(16)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
model = Net(32)
for x, y in loader:
    loss = criterion(model(x), y)
""",
    "the head is replaced": """
model = torchvision.models.resnet18(weights="DEFAULT")
optimizer = optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
model.fc = nn.Linear(512, 10)
""",
    "in a function": """
def build(classes):
    net = Encoder()
    opt = AdamW(net.parameters(), lr=3e-4)
    net.head = nn.Linear(256, classes)
    return net, opt
""",
}
GOOD = {
    "the head is replaced before": """
model = torchvision.models.resnet18(weights="DEFAULT")
model.fc = nn.Linear(512, 10)
optimizer = optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
""",
    "the model is wrapped after": """
model = Net()
optimizer = optim.SGD(model.parameters(), lr=0.01)
model = nn.DataParallel(model)
""",
    "a new optimizer for the new model": """
model = Net()
optimizer = optim.SGD(model.parameters(), lr=0.01)
train(model, optimizer)
model = Net()
optimizer = optim.SGD(model.parameters(), lr=0.1)
""",
    "parameters of the new head are added": """
optimizer = optim.SGD(model.parameters(), lr=0.01)
model.fc = nn.Linear(512, 10)
optimizer.add_param_group({"params": model.fc.parameters()})
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
