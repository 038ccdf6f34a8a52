import pytest

from engine.read.settings.prints import Prints


def print_of(text):
    return Prints(text.splitlines()).at(0)


@pytest.mark.parametrize(
    ("text", "settings", "end", "is_container", "is_alone"),
    [
        ("Namespace(lr=1)", {"lr": 1}, 1, True, True),
        ("args: Namespace(lr=1) loaded from disk", {"lr": 1}, 1, True, False),
        ("{'lr': 1}", {"lr": 1}, 1, False, True),
        ("Config {\n  'lr': 1,  # rate\n}\nx", {"lr": 1}, 3, False, True),
        ("Args(\n  lr=1,\n  bs=2)\nx", {"lr": 1, "bs": 2}, 3, True, True),
        ("optimizer = dict(lr=1)", {"optimizer": {"lr": 1}}, 1, True, True),
        ("AdamW(lr=1)", {"optimizer": {"name": "AdamW", "lr": 1}}, 1, False, True),
    ],
)
def test_print(text, settings, end, is_container, is_alone):
    found = print_of(text)

    assert found.settings == settings
    assert (found.end, found.is_container, found.is_alone) == (end, is_container, is_alone)


@pytest.mark.parametrize(
    "text", [" ", "words (in brackets)", "f(x)", "{1, 2}", "Namespace(lr=1", "{"]
)
def test_no_print(text):
    assert print_of(text) is None


def test_prints_that_never_close_are_given_up():
    prints = Prints(["Namespace(lr=1,"] * 100)

    assert [prints.at(index) for index in range(100)] == [None] * 100


@pytest.mark.parametrize(
    ("line", "settings"),
    [
        ("history = model.fit(x, y, epochs=2, batch_size=32)", {"epochs": 2, "batch_size": 32}),
        ("opt = SGD(model.parameters(), lr=0.1)", {"optimizer": {"name": "SGD", "lr": 0.1}}),
        ("train(model, data[0], lr=0.1)", {"lr": 0.1}),
    ],
)
def test_arguments_without_a_name_stand_in_front(line, settings):
    printed = print_of(line)

    assert printed is not None
    inner = {key: value for key, value in printed.settings.items() if key in settings}
    assert inner == settings


@pytest.mark.parametrize(
    "line",
    [
        "loss tensor(nan, device='cuda:0')",
        "loss tensor(2.5, device='cuda:0')",
        "print('lr', lr=0.1",
    ],
)
def test_values_of_tensors_are_no_settings(line):
    assert print_of(line) is None
