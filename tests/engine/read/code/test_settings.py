import pytest

from engine.read.code.settings import code_settings
from engine.run import Snippet

PROGRAM = """import torch
LR, EPOCHS = 3e-4, 20
train_loader = DataLoader(train_set, batch_size=64, shuffle=True)
val_loader = DataLoader(val_set, batch_size=256, shuffle=False)
model = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Dropout(0.3), nn.Linear(8, 2))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.AdamW(model.parameters(), lr=LR, weight_decay=0.1)
for epoch in range(EPOCHS):
    train(epoch, dim=1)
"""
KERAS = """model.compile(optimizer='adam', loss='mse')
model.fit(x, y, epochs=5, batch_size=16, shuffle=False)
"""


def settings(text):
    return code_settings([Snippet("a.py", 1, text)]).get("program", {})


def test_settings_of_a_loop():
    found = settings(PROGRAM)

    assert found["optimizer"] == "adamw"
    assert found["learning_rate"] == pytest.approx(3e-4)
    assert found["weight_decay"] == pytest.approx(0.1)
    assert found["batch_size"] == 64
    assert found["epochs"] == 20
    assert found["shuffle"] is True
    assert found["loss"] == "cross_entropy"
    assert found["activation"] == "relu"
    assert found["dropout"] == pytest.approx(0.3)
    assert found["framework"] == "pytorch"
    assert "dim" not in found


def test_settings_of_keras():
    found = settings(KERAS)

    assert found["optimizer"] == "adam"
    assert found["loss"] == "mse"
    assert (found["epochs"], found["batch_size"], found["shuffle"]) == (5, 16, False)


def test_what_differs_is_no_setting():
    found = settings("a = Adam(p, lr=0.1)\nb = Adam(q, lr=0.2)\n")

    assert found["optimizer"] == "adam"
    assert "learning_rate" not in found


def test_values_that_are_not_known_are_left_out():
    assert "learning_rate" not in settings("a = Adam(p, lr=args.rate)\nprint(a)\n")
    assert code_settings([]) == {}
    assert code_settings([Snippet("a.py", 1, "print(1)\nf(x)\n")]) == {}
