import ast

import pytest

from engine.observe.code import training
from engine.read.code.code import code_of
from engine.run import Snippet


def code(text):
    return code_of([Snippet("a", 1, text)])


def node(text):
    return ast.parse(text, mode="eval").body


def test_optimizers_by_class_and_by_name():
    program = code("a = torch.optim.SGD(p, lr=1)\na.step()\nsched.step()\nmy_opt.step()\n")
    first, second, third = program.calls_of("step")

    assert training.is_update(program, first)
    assert not training.is_update(program, second)
    assert training.is_update(program, third)


def test_updates_through_a_scaler():
    program = code("scaler.step(optimizer)\nenv.step(action)\n")
    first, second = program.calls_of("step")

    assert training.is_update(program, first)
    assert not training.is_update(program, second)


def test_backward_passes_of_losses_only():
    assert len(list(training.backward_passes(code("loss.backward()\nengine.backward(loss)")))) == 1
    assert not training.trains(code("from mxnet import gluon\ngluon\nloss.backward()"))


def test_the_loop_of_a_step():
    program = code("for e in es:\n    for x in xs:\n        l.backward()\n    opt.step()\n")
    [backward] = training.backward_passes(program)

    assert training.loop_of_step(program, backward) is program.loops(backward)[1]


@pytest.mark.parametrize(
    ("text", "is_training", "is_held_out"),
    [
        ("X_train", True, False),
        ("data.val_loader", False, True),
        ("x", False, False),
        ("train_eval_loader", False, False),
        ("X_test[:5]", False, True),
    ],
)
def test_names_of_training_and_held_out_data(text, is_training, is_held_out):
    assert training.is_of_training(node(text)) is is_training
    assert training.is_held_out(node(text)) is is_held_out


def test_words_of_what_a_statement_sets():
    program = code("x_train, y = f()\nprint(g())")
    first, *_ = program.calls

    assert training.words_of_targets(program, first) == {"x", "train", "y"}
    assert training.words_of_targets(program, program.calls[1]) == frozenset()
