import pytest

from engine.observe.code.rules.softmax_for_many_labels import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("wrong-loss-function",)
BAD = {
    "a threshold on each output": """
loss = F.cross_entropy(logits, tags)
predicted = torch.softmax(logits, dim=1) > 0.5
""",
    "a layer": """
criterion = nn.CrossEntropyLoss()
to_probs = nn.Softmax(dim=-1)
probs = to_probs(model(x))
hits = (probs >= 0.5) == tags.bool()
""",
    "Keras with a MultiLabelBinarizer": """
mlb = MultiLabelBinarizer()
y = mlb.fit_transform(genres)
model = Sequential([Dense(128, activation="relu"), Dense(len(mlb.classes_), activation="softmax")])
model.compile(optimizer="adam", loss="categorical_crossentropy")
""",
}
GOOD = {
    "one sigmoid for each": """
loss = F.binary_cross_entropy_with_logits(logits, tags)
predicted = torch.sigmoid(logits) > 0.5
""",
    "the class of two": """
loss = F.cross_entropy(logits, y)
positive = torch.softmax(logits, dim=1)[:, 1] > 0.5
""",
    "the largest is sure enough": """
loss = F.cross_entropy(logits, y)
sure = torch.softmax(logits, dim=1).max(1).values > 0.5
""",
    "Keras with sigmoids": """
mlb = MultiLabelBinarizer()
y = mlb.fit_transform(genres)
model = Sequential([Dense(128, activation="relu"), Dense(9, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy")
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
