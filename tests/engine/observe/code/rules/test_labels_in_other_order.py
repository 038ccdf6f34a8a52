import pytest

from engine.observe.code.rules.labels_in_other_order import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("inputs-labels-misaligned",)
BAD = {
    "two splits": """
X_train, X_test = train_test_split(X, test_size=0.2)
y_train, y_test = train_test_split(y, test_size=0.2)
""",
    "two shuffles": """
np.random.shuffle(X_train)
np.random.shuffle(y_train)
""",
    "two permutations": """
x = x[np.random.permutation(len(x))]
y = y[np.random.permutation(len(y))]
""",
    "a shuffled generator": """
test_gen = datagen.flow_from_directory("test", class_mode="categorical", batch_size=32)
pred = model.predict(test_gen).argmax(1)
print(confusion_matrix(test_gen.classes, pred))
""",
    "sorted names": """
labels = {"b.png": 1, "a.png": 0}
names = sorted(labels)
order = [pixels[name] for name in names]
images = [labels[name] for name in names]
y = list(labels.values())
""",
}
GOOD = {
    "one split": """
X_train, X_test, y_train, y_test = train_test_split(X, y)
""",
    "two splits with one seed": """
X_train, X_test = train_test_split(X, random_state=7)
y_train, y_test = train_test_split(y, random_state=7)
""",
    "seeded before each shuffle": """
np.random.seed(1)
np.random.shuffle(X_train)
np.random.seed(1)
np.random.shuffle(y_train)
""",
    "one permutation": """
order = np.random.permutation(len(x))
x, y = x[order], y[order]
""",
    "a generator in order": """
test_gen = datagen.flow_from_directory("test", batch_size=32, shuffle=False)
pred = model.predict(test_gen).argmax(1)
print(confusion_matrix(test_gen.classes, pred))
""",
    "both sorted": """
names = sorted(labels)
images = [pixels[name] for name in names]
y = [labels[name] for name in names]
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
