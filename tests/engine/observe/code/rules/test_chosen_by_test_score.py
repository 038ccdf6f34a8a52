import pytest

from engine.observe.code.rules.chosen_by_test_score import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("test-set-leakage",)
BAD = {
    "the best epoch": """
for epoch in range(100):
    train(model)
    test_acc = evaluate(model, test_loader)
    if test_acc > best_acc:
        best_acc = test_acc
        torch.save(model.state_dict(), "best.pt")
""",
    "the best setting": """
for c in [0.1, 1, 10]:
    clf = SVC(C=c).fit(X_train, y_train)
    score = clf.score(X_test, y_test)
    if score > best_score:
        best_score = score
        best_c = c
""",
    "early stopping of Keras": """
model.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[EarlyStopping(patience=3)])
print(model.evaluate(X_test, y_test))
""",
    "boosting": """
model.fit(X_train, y_train, eval_set=[(X_test, y_test)], early_stopping_rounds=20)
pred = model.predict(X_test)
""",
}
GOOD = {
    "by validation": """
for epoch in range(100):
    train(model)
    val_acc = evaluate(model, val_loader)
    if val_acc > best_acc:
        best_acc = val_acc
        torch.save(model.state_dict(), "best.pt")
test_acc = evaluate(model, test_loader)
""",
    "the best is only printed": """
for epoch in range(100):
    test_acc = evaluate(model, test_loader)
    if test_acc > best_acc:
        best_acc = test_acc
""",
    "early stopping by a part of the training rows": """
model.fit(X_train, y_train, validation_split=0.2, callbacks=[EarlyStopping(patience=3)])
print(model.evaluate(X_test, y_test))
""",
    "watched without a choice": """
model.fit(X_train, y_train, validation_data=(X_test, y_test))
print(model.evaluate(X_test, y_test))
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
