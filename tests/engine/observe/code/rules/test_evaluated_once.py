import pytest

from engine.observe.code.rules.evaluated_once import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("insufficient-monitoring",)
BAD = {
    "as often as the run is long": """
EPOCHS = 100
EVAL_EVERY = 100
for epoch in range(1, EPOCHS + 1):
    train(model)
    if epoch % EVAL_EVERY == 0:
        evaluate(model)
""",
    "one name for both": """
epochs = 60
val_interval = epochs
for epoch in range(epochs):
    train(model)
    if (epoch + 1) % val_interval == 0:
        print(validate(model))
""",
    "longer than the run": """
eval_every = 500
for step in range(200):
    update()
    if step % eval_every == 0:
        evaluate()
""",
}
GOOD = {
    "every epoch": """
EPOCHS = 100
EVAL_EVERY = 1
for epoch in range(1, EPOCHS + 1):
    if epoch % EVAL_EVERY == 0:
        evaluate(model)
""",
    "a checkpoint": """
EPOCHS = 100
SAVE_EVERY = 100
for epoch in range(1, EPOCHS + 1):
    if epoch % SAVE_EVERY == 0:
        save(model)
""",
    "a short run": """
eval_every = 3
for epoch in range(3):
    if (epoch + 1) % eval_every == 0:
        evaluate()
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
