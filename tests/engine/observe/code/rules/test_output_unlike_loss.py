import pytest

from engine.observe.code.rules.output_unlike_loss import RULE
from tests.engine.observe.code.rules.fragments import lines_found

BAD = {
    "softmax and NLLLoss": """
model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10), nn.Softmax(dim=1))
criterion = nn.NLLLoss()
for images, labels in trainloader:
    loss = criterion(model(images), labels)
""",
    "two lines of a question": """
self.act = nn.Softmax(dim=1)
loss_fn = nn.NLLLoss()
""",
    "Keras without an activation": """
model = Sequential()
model.add(Dense(64, activation="relu"))
model.add(Dense(10))
model.compile(loss="categorical_crossentropy", optimizer="sgd")
""",
    "a softmax of one unit": """
model = Sequential([Dense(32, activation="relu"), Dense(1, activation="softmax")])
""",
    "BCELoss on logits": """
head = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 1))
loss = nn.BCELoss()(head(x), y)
""",
    "a ReLU in front of the loss": """
net = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 4), nn.ReLU())
ce = nn.CrossEntropyLoss()
loss = ce(net(x), y)
""",
}
GOOD = {
    "logarithms and NLLLoss": """
def forward(self, x):
    return F.log_softmax(self.fc(x), dim=1)

criterion = nn.NLLLoss()
""",
    "Keras with probabilities": """
model = Sequential()
model.add(Dense(64, activation="relu"))
model.add(Dense(10, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="sgd")
""",
    "Keras with logits": """
model = Sequential([Dense(64, activation="relu"), Dense(10)])
model.compile(loss=SparseCategoricalCrossentropy(from_logits=True), optimizer="adam")
""",
    "sigmoid and BCELoss": """
head = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 1), nn.Sigmoid())
loss = nn.BCELoss()(head(x), y)
""",
    "regression": """
model = Sequential([Dense(64, activation="relu"), Dense(1)])
model.compile(loss="mse", optimizer="adam")
""",
}


@pytest.mark.parametrize("kind", BAD)
def test_finds_the_fault(kind):
    assert lines_found(RULE, BAD[kind])


@pytest.mark.parametrize("kind", GOOD)
def test_is_silent_without_the_fault(kind):
    assert lines_found(RULE, GOOD[kind]) == []
