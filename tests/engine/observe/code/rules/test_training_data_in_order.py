import pytest

from engine.observe.code.rules.training_data_in_order import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("data-not-shuffled",)
BAD = {
    "a loader that trains": """
loader = DataLoader(dataset, batch_size=32, shuffle=False)
for epoch in range(9):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
""",
    "by its name": """
train_loader = torch.utils.data.DataLoader(train_set, batch_size=64, shuffle=False, num_workers=4)
val_loader = torch.utils.data.DataLoader(val_set, batch_size=64)
""",
    "folders of Keras": """
train_gen = datagen.flow_from_directory("data/train", batch_size=32, shuffle=False)
model.fit(train_gen, epochs=10)
""",
    "fit": """
model.fit(x_train, y_train, epochs=20, batch_size=32, shuffle=False)
""",
}
GOOD = {
    "shuffled": """
train_loader = DataLoader(train_set, batch_size=64, shuffle=True)
val_loader = DataLoader(val_set, batch_size=64, shuffle=False)
""",
    "a sampler": """
train_loader = DataLoader(train_set, batch_size=64, shuffle=False, sampler=sampler)
for x, y in train_loader:
    criterion(model(x), y).backward()
    optimizer.step()
""",
    "folders that are only predicted": """
test_gen = datagen.flow_from_directory("data/test", shuffle=False)
model.fit(train_gen, epochs=10)
model.predict(test_gen)
""",
    "a series": """
model = Sequential([LSTM(32, stateful=True), Dense(1)])
model.fit(x, y, epochs=20, shuffle=False)
""",
    "two loaders of training rows": """
train_loader = DataLoader(train_set, batch_size=64, shuffle=True)
train_feature_loader = DataLoader(train_set, batch_size=64, shuffle=False)
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
