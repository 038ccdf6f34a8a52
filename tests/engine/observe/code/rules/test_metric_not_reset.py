import pytest

from engine.observe.code.rules.metric_not_reset import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("metric-averaging-difference",)
BAD = {
    "torchmetrics": """
metric = torchmetrics.Accuracy(task="multiclass", num_classes=10)
for epoch in range(10):
    for x, y in val_loader:
        metric.update(model(x), y)
    print(epoch, metric.compute())
""",
    "Keras": """
acc = tf.keras.metrics.SparseCategoricalAccuracy()
for epoch in range(3):
    for x, y in dataset:
        acc.update_state(y, model(x))
    print(acc.result())
""",
    "in a function": """
def run(loader):
    f1 = MulticlassF1Score(5)
    for epoch in range(10):
        for x, y in loader:
            f1.update(model(x), y)
        scores.append(f1.compute().item())
""",
}
GOOD = {
    "reset": """
metric = torchmetrics.Accuracy(task="multiclass", num_classes=10)
for epoch in range(10):
    for x, y in val_loader:
        metric.update(model(x), y)
    print(epoch, metric.compute())
    metric.reset()
""",
    "made anew": """
for epoch in range(10):
    metric = torchmetrics.Accuracy(task="multiclass", num_classes=10)
    for x, y in val_loader:
        metric.update(model(x), y)
    print(epoch, metric.compute())
""",
    "one pass": """
metric = torchmetrics.Accuracy(task="multiclass", num_classes=10)
for x, y in test_loader:
    metric.update(model(x), y)
print(metric.compute())
""",
    "a dict": """
seen = dict(a=1)
for epoch in range(10):
    for x in loader:
        seen.update(x)
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
