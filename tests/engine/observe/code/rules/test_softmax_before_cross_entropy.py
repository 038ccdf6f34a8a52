import pytest

from engine.observe.code.rules.softmax_before_cross_entropy import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = (
    "double-softmax",
    "soft-target-floor",
)
BAD = {
    "a stack that ends in a softmax": """
model = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 5), nn.Softmax(dim=1))
criterion = nn.CrossEntropyLoss()
for x, y in loader:
    loss = criterion(model(x), y)
""",
    "a class of a fragment": """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(10, 3)

    def forward(self, x):
        x = self.fc(x)
        return F.softmax(x, dim=1)

criterion = nn.CrossEntropyLoss()
""",
    "a sigmoid in front of logits": """
out = torch.sigmoid(net(x))
loss = F.binary_cross_entropy_with_logits(out, y)
""",
    "Keras with from_logits": """
model = keras.Sequential([
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
""",
    "TensorFlow 1": """
prediction = tf.nn.softmax(tf.matmul(h, w) + b)
cost = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=prediction, labels=y))
""",
    "in a training step of Lightning": """
def training_step(self, batch, batch_idx):
    x, y = batch
    probs = self.model(x).softmax(dim=-1)
    return F.cross_entropy(probs, y)
""",
}
GOOD = {
    "logits": """
model = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 5))
criterion = nn.CrossEntropyLoss()
loss = criterion(model(x), y)
""",
    "softmax for predictions only": """
logits = model(x)
loss = F.cross_entropy(logits, y)
probs = logits.softmax(dim=1)
""",
    "Keras without from_logits": """
model = keras.Sequential([layers.Dense(10, activation="softmax")])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
""",
    "softmax over attention scores": """
class Pool(nn.Module):
    def forward(self, x):
        weights = torch.softmax(self.score(x), dim=1)
        return self.head((weights * x).sum(1))

criterion = nn.CrossEntropyLoss()
""",
    "logarithm and NLLLoss": """
model = nn.Sequential(nn.Linear(20, 5), nn.LogSoftmax(dim=1))
criterion = nn.NLLLoss()
loss = criterion(model(x), y)
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
