from ast import Assign, Call, For

from engine.read.code.code import code_of
from engine.read.code.names import called
from engine.read.code.program import calls_in, descendants
from engine.run import Snippet

TEXT = """import torch

class Net(nn.Module):
    def forward(self, x):
        return f(x)

for a in b:
    for c in d:
        g(c)
# ... more
"""


def program(text=TEXT, line=1):
    return code_of([Snippet("a.py", line, text)])


def test_functions_classes_and_calls_are_known_by_name():
    code = program()

    assert set(code.functions) == {"forward"}
    assert set(code.classes) == {"Net"}
    assert [called(call) for call in code.calls] == ["f", "g"]
    assert [called(call) for call in code.calls_of("g", "f")] == ["f", "g"]
    assert list(code.calls_of("h")) == []


def test_surroundings_of_a_node():
    code = program()
    [first, second] = code.calls

    assert code.scope(first).name == "forward"
    assert code.class_of(first).name == "Net"
    assert code.scope(second) is None
    assert len(code.loops(second)) == 2
    assert code.is_within(second, code.loops(second)[1])
    assert not code.is_within(first, code.loops(second)[1])


def test_lines_are_those_of_the_input():
    code = program(line=11)

    assert code.line(code.calls[0]) == 15
    assert code.quoted(code.calls[0]) == "return f(x)"


def test_snippets_of_one_input_are_one_program():
    code = code_of([Snippet("log", 1, "x = f(1)"), Snippet("log", 9, "g(x)")])

    assert [code.line(call) for call in code.calls] == [1, 9]
    assert called(code.resolved(code.calls[1].args[0])) == "f"


def test_elided_text_is_noticed():
    code = program("for a in b:\n    f(a)\n    # ...\n    g(a)\nfor a in b:\n    f(a)\n")
    first, second = code.of(For)

    assert code.is_elided(first)
    assert not code.is_elided(second)


def test_nodes_by_type_and_below_a_node():
    code = program("x = f(g(1))")

    assert len(code.of(Call)) == 2
    assert len(code.of(Assign)) == 1
    assert code.of(For) == []
    assert [called(call) for call in calls_in(code.top[0])] == ["f", "g"]
    assert next(iter(descendants(code.top[0]))) is code.top[0]
