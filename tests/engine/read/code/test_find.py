import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.code import find
from engine.read.code.find import find_code, is_program
from tests.together import together

FOUND = {
    "a question with a loop": (
        "My loss does not fall.\nfor x, y in loader:\n    loss = f(x)\n    loss.backward()\nWhy?",
        ["for x, y in loader:\n    loss = f(x)\n    loss.backward()"],
    ),
    "two lines": (
        "if step % 8 == 0: loss.backward()\nelse: opt.step()",
        ["if step % 8 == 0: loss.backward()\nelse: opt.step()"],
    ),
    "a fenced block": (
        "Here:\n```python\nmodel = Net()\nmodel.fit(x, y)\n```\nThanks",
        ["```python\nmodel = Net()\nmodel.fit(x, y)\n```"],
    ),
    "a session": (">>> import torch\n>>> torch.tensor(1)\ntensor(1)\n", None),
    "calls above prints": (
        "model = Net()\nmodel.fit(x, y)\nepoch 1 loss 0.5\nepoch 2 loss 0.4",
        ["model = Net()\nmodel.fit(x, y)"],
    ),
}
OTHER = {
    "settings": "learning_rate = 0.1\nbatch_size = 32\nepochs = 9",
    "a printed configuration": "TrainingArguments(\nadafactor=False,\nlr=0.1,\n)",
    "a log": "epoch=1 loss=0.5\nepoch=2 loss=0.4",
    "a traceback": 'File\n  File "a.py", line 3, in f\n    loss.backward()\nValueError: x',
    "a model": "Sequential(\n  (0): Linear(in_features=2, out_features=3)\n)",
    "sentences": "for a while it works, if the rate is low\nwith a higher one it fails",
    "a fenced log": "```text\nepoch 1 loss 2\n```",
    "one call": "I use loss.backward() here",
    "YAML": "model: net\ntrain:\n  lr: 0.1",
}


@pytest.mark.parametrize("kind", FOUND)
def test_program_text_is_found(kind):
    text, expected = FOUND[kind]
    found = find_code(text.split("\n"), "log")

    assert found.snippets
    assert expected is None or [each.text for each in found.snippets] == expected


@together("kind", OTHER)
def test_other_text_is_left_alone(kind):
    assert find_code(OTHER[kind].split("\n"), "log").snippets == ()


def test_snippets_say_where_they_begin():
    found = find_code(["words", "", "a = f(1)", "b.g(a)", "words"], "log")

    assert [(each.name, each.line) for each in found.snippets] == [("log", 3)]
    assert found.lines == {2, 3}


def test_a_program_is_told_from_a_log():
    assert is_program(["import torch", "", "x = torch.ones(3)", "print(x)"])
    assert not is_program(["epoch 1 loss 2", "epoch 2 loss 1", "x = f(1)", "g(x)"])
    assert not is_program([])


@given(st.text(max_size=400))
def test_any_text_is_searched(text):
    lines = text.split("\n")
    found = find_code(lines, "log")

    assert all(0 <= number < len(lines) for number in found.lines)


def test_a_text_of_which_too_little_is_parsed_is_not_parsed(monkeypatch):
    asked = []
    monkeypatch.setattr(find, "parse", asked.append)
    lines = ["for x in range(3):", "    print(x)"] * 20_000

    assert not is_program(lines)
    assert asked == []
