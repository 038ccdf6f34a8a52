import pytest

from engine.observe.code.rules.classes_cut_by_position import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("bad-split",)
BAD = {
    "blocks of NumPy": """
labels = np.repeat(np.arange(10), 100)
x_train, y_train = images[:800], labels[:800]
x_test, y_test = images[800:], labels[800:]
""",
    "a list": """
y = [0] * 500 + [1] * 500
train_y, test_y = y[:700], y[700:]
""",
    "zeros and ones": """
y = np.concatenate([np.zeros(100), np.ones(100)])
X_train, X_val, y_train, y_val = train_test_split(X, y, shuffle=False)
""",
}
GOOD = {
    "shuffled before": """
labels = np.repeat(np.arange(10), 100)
order = np.random.permutation(len(labels))
labels = labels[order]
y_train, y_test = labels[:800], labels[800:]
""",
    "split at random": """
y = [0] * 500 + [1] * 500
X_train, X_test, y_train, y_test = train_test_split(X, y)
""",
    "labels of a file": """
y = df["label"].values
y_train, y_test = y[:800], y[800:]
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
