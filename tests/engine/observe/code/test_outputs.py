import ast

import pytest

from engine.observe.code import outputs
from engine.read.code.code import code_of
from engine.run import Snippet

NET = """class Net(nn.Module):
    def forward(self, x):
        h = self.a(x)
        return F.softmax(h)
"""
LAST = {
    "a stack": ("m = nn.Sequential(nn.Linear(2, 2), nn.Softmax())\nuse(m(x))", "nn.Softmax()"),
    "a class": (f"{NET}m = Net()\nuse(m(x))", "F.softmax(h)"),
    "a name": ("p = torch.sigmoid(z)\nuse(p)", "torch.sigmoid(z)"),
    "a view": ("use(f(x).squeeze(1))", "f(x)"),
    "a function": ("def f(x):\n    return g(x)\nuse(f(1))", "g(x)"),
}


@pytest.mark.parametrize("kind", LAST)
def test_the_call_that_makes_a_value(kind):
    text, expected = LAST[kind]
    code = code_of([Snippet("a", 1, text)])
    [call] = code.calls_of("use")

    assert ast.unparse(outputs.last_call(code, call.args[0])) == expected


def test_values_that_no_call_makes():
    code = code_of(
        [Snippet("a", 1, "use(x + 1)\ndef f(x):\n    if x:\n        return 1\n    return 2")]
    )
    [call] = code.calls_of("use")
    [function] = code.functions["f"]

    assert outputs.last_call(code, call.args[0]) is None
    assert outputs.returned(function) is None


def test_uses_of_a_loss_as_layer_and_as_function():
    text = (
        "c = nn.NLLLoss()\na = c(p, y)\nb = F.nll_loss(q, y)\nd = nn.NLLLoss()(r, y)\ne = f(s, y)"
    )
    code = code_of([Snippet("a", 1, text)])
    used = [prediction.id for _, prediction in outputs.loss_calls(code, "NLLLoss", "nll_loss")]

    assert sorted(used) == ["p", "q", "r"]


def test_layers_of_keras():
    text = (
        "m = Sequential([Dense(3, 'relu')])\nm.add(Dense(1, activation=tf.nn.sigmoid))\nm.compile()"
    )
    code = code_of([Snippet("a", 1, text)])
    [call] = code.calls_of("compile")
    layers = outputs.keras_layers(code, call.func.value)

    assert [outputs.activation_of(layer) for layer in layers] == ["relu", "sigmoid"]
    assert outputs.keras_layers(code, ast.Name("other")) == []
