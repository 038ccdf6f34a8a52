import ast

from engine.observe.code.scored import evaluation_inputs
from engine.read.code.code import code_of
from engine.run import Snippet
from tests.together import together

FIT = "model.fit(x, y)\n"
INPUTS = {
    "validation": ("model.fit(x, y, validation_data=(x_val, y_val))", ["x_val"]),
    "a score": (f"{FIT}model.score(x_test, y_test)", ["x_test"]),
    "several uses": (f"{FIT}model.predict(a)\nmodel.evaluate(b)", ["a", "b"]),
    "an attribute": ("self.model.fit(x, y)\nself.model.predict(a)", ["a"]),
    "before the fit": (f"model.predict(a)\n{FIT}", []),
    "another model": (f"{FIT}other.predict(a)", []),
    "made again": (f"{FIT}model = load()\nmodel.predict(a)", []),
    "fitted again": (f"{FIT}model.fit(z, y)\nmodel.predict(a)", []),
    "another one fitted": (f"{FIT}other.fit(z, y)\nmodel.predict(a)", ["a"]),
}


@together("kind", INPUTS)
def test_inputs_of_the_first_fit(kind):
    text, expected = INPUTS[kind]
    code = code_of([Snippet("a", 1, text)])
    fit = next(iter(code.calls_of("fit")))

    assert [ast.unparse(node) for node in evaluation_inputs(code, fit)] == expected
